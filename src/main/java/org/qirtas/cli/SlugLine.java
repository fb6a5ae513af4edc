package org.qirtas.cli;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.qirtas.article.Language;
import org.qirtas.compose.Page;
import org.qirtas.pdf.Colophon;
import org.qirtas.pdf.PressRun;

/**
 * What is said to the printer beside each page: title, day, edition, page and printing condition,
 * in the document's language. The day is that of the content, so that it is the same tomorrow.
 */
final class SlugLine {
  private static final String BETWEEN = " · ";

  /** With slashes: hyphens would turn its parts about among Arabic words (UAX #9, W4). */
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy/MM/dd", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Colophon colophon;
  private final PressRun run;

  SlugLine(Colophon colophon, PressRun run) {
    this.colophon = colophon;
    this.run = run;
  }

  String words(Page page) {
    Language language = colophon.language();
    boolean arabic = language.inArabicLetters();
    return String.join(
        BETWEEN,
        arabic ? "صفحة " + page.label() : "page " + page.label(),
        DAY.format(colophon.created()),
        arabic ? "طبعة المطبعة" : "print edition",
        run.intent().condition(),
        colophon.title());
  }
}
