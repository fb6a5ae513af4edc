package org.qirtas.archive;

import java.util.Comparator;

/**
 * Something that an audit found not to be as it should.
 *
 * <p>The code is OCFL's own where that has one ({@code E…} errors, {@code W…} warnings, OCFL 1.1,
 * validation codes); ours are {@code Q…} for damage and {@code N…} for what is only worth a note.
 *
 * @param code the code
 * @param item the item's path, relative to the archive; empty where it is about the whole
 * @param file the file or folder, relative to the item; empty where it is about the whole item
 * @param detail what was found there, for people; may be empty
 */
public record AuditFinding(String code, String item, String file, String detail)
    implements Comparable<AuditFinding> {
  private static final Comparator<AuditFinding> ORDER =
      Comparator.comparing(AuditFinding::item)
          .thenComparing(AuditFinding::code)
          .thenComparing(AuditFinding::file)
          .thenComparing(AuditFinding::detail);

  /** {@return whether something is damaged; else it is worth a look, and no more} */
  public boolean isDamage() {
    return code.startsWith("E") || code.startsWith("Q");
  }

  @Override
  public int compareTo(AuditFinding other) {
    return ORDER.compare(this, other);
  }
}
