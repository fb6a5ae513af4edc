package org.qirtas.profile;

import java.util.Map;
import java.util.TreeMap;
import org.qirtas.measure.Insets;
import org.qirtas.measure.Length;
import org.qirtas.measure.Size;

/**
 * How an article is printed.
 *
 * @param name what editors call it
 * @param trim the size of the finished page
 * @param margins what is kept free along its edges
 * @param family the family that text is set in
 * @param familyByScript families for single scripts, by ISO 15924 code
 * @param loneFolio whether a document's only page has a number
 * @param justification how far lines are stretched
 * @param styles each part's style
 */
public record PrintProfile(
    String name,
    Size trim,
    Insets margins,
    String family,
    Map<String, String> familyByScript,
    boolean loneFolio,
    Justification justification,
    Styles styles) {
  /** Takes a copy of the families, in a fixed order. */
  public PrintProfile {
    familyByScript = java.util.Collections.unmodifiableMap(new TreeMap<>(familyByScript));
  }

  /**
   * The style of each part of an article.
   *
   * @param title its title
   * @param subtitle its second title
   * @param byline who wrote it and when
   * @param heading a heading within
   * @param body a paragraph
   * @param quotation a quoted paragraph
   * @param verse a line of a poem
   * @param cell a cell of a table
   * @param caption what stands below a picture
   * @param note a footnote
   * @param folio the page number
   */
  public record Styles(
      TypeStyle title,
      TypeStyle subtitle,
      TypeStyle byline,
      TypeStyle heading,
      TypeStyle body,
      TypeStyle quotation,
      TypeStyle verse,
      TypeStyle cell,
      TypeStyle caption,
      TypeStyle note,
      TypeStyle folio) {}

  /**
   * {@return the same, but for the number of a document's only page}
   *
   * @param numbered whether that page has one
   */
  public PrintProfile withLoneFolio(boolean numbered) {
    return new PrintProfile(
        name, trim, margins, family, familyByScript, numbered, justification, styles);
  }

  /** {@return the profile for an article on A4, one column, Amiri 12 on 20 points} */
  public static PrintProfile articleA4() {
    var styles =
        new Styles(
            TypeStyle.ofPoints(20, 34, true, Alignment.START, 0, 6),
            TypeStyle.ofPoints(14, 24, false, Alignment.START, 0, 6),
            TypeStyle.ofPoints(11, 18, false, Alignment.START, 0, 0),
            TypeStyle.ofPoints(14, 24, true, Alignment.START, 12, 4),
            TypeStyle.ofPoints(12, 20, false, Alignment.JUSTIFIED, 0, 8),
            TypeStyle.ofPoints(12, 20, false, Alignment.JUSTIFIED, 4, 8),
            TypeStyle.ofPoints(13, 24, false, Alignment.JUSTIFIED, 0, 0),
            TypeStyle.ofPoints(11, 17, false, Alignment.START, 0, 0),
            TypeStyle.ofPoints(10, 16, false, Alignment.START, 4, 12),
            TypeStyle.ofPoints(10, 16, false, Alignment.JUSTIFIED, 0, 2),
            TypeStyle.ofPoints(11, 16, false, Alignment.CENTRED, 0, 0));
    return new PrintProfile(
        "article-a4",
        Size.A4,
        Insets.all(Length.millimetres(25)),
        "Amiri",
        Map.of("Hebr", "Noto Serif Hebrew"),
        true,
        Justification.BOOK,
        styles);
  }
}
