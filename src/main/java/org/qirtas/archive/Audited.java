package org.qirtas.archive;

import java.util.List;
import java.util.Optional;

/**
 * An item that was audited.
 *
 * @param path its folder, relative to the archive's
 * @param item the item, as far as it can be read
 * @param findings all that was found, sorted
 */
public record Audited(String path, Optional<ArchiveItem> item, List<AuditFinding> findings) {
  /** Takes a copy of the list. */
  public Audited {
    findings = List.copyOf(findings);
  }
}
