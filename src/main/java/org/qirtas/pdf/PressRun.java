package org.qirtas.pdf;

import java.util.Set;
import org.qirtas.profile.PrinterMark;

/**
 * What a print edition is printed with.
 *
 * @param intent which press, inks and paper
 * @param marks what is printed around each page
 */
public record PressRun(PrintIntent intent, Set<PrinterMark> marks) {
  /** Takes a copy of the marks. */
  public PressRun {
    marks = Set.copyOf(marks);
  }

  /** {@return what holds where nothing is said: the usual press, and no marks} */
  public static PressRun usual() {
    return new PressRun(PrintIntent.usual(), Set.of());
  }
}
