package org.qirtas.profile;

import org.qirtas.measure.Insets;
import org.qirtas.measure.Size;

/**
 * How an article is printed.
 *
 * @param name what editors call it
 * @param description what it is for
 * @param page the page and what it is divided into
 * @param fonts what each role is set in
 * @param styles each part's style
 * @param lines how paragraphs are parted
 * @param numbering which digits numbers are printed in
 * @param quotes which quotation marks are printed
 * @param dates how date lines are worded
 * @param furniture what stands around the type area
 * @param notes where footnotes stand
 * @param openers how articles begin
 * @param pullQuotes short quotations that are set large
 * @param pictures how pictures are printed
 * @param rules the lines that are drawn
 * @param palette the colours
 */
public record PrintProfile(
    String name,
    Description description,
    PageLayout page,
    Fonts fonts,
    Styles styles,
    Lines lines,
    Numbering numbering,
    Quotes quotes,
    DateStyle dates,
    Furniture furniture,
    Notes notes,
    Openers openers,
    PullQuotes pullQuotes,
    Pictures pictures,
    Rules rules,
    Palette palette) {

  /** {@return the size of the finished page} */
  public Size trim() {
    return page.trim();
  }

  /** {@return what is kept free along the edges of the first page of a right-to-left document} */
  public Insets margins() {
    return page.insets(1, true);
  }

  /** {@return how far lines are stretched} */
  public Justification justification() {
    return lines.justification();
  }

  /** {@return whether all of an article's characters are printed as they were written} */
  public boolean isAsWritten() {
    return numbering.text() == Digits.AS_WRITTEN && quotes == Quotes.AS_WRITTEN;
  }

  /** {@return whether a document's only page has a number} */
  public boolean loneFolio() {
    return furniture.folios().lone();
  }

  /**
   * {@return the same, but for the number of a document's only page}
   *
   * @param numbered whether that page has one
   */
  public PrintProfile withLoneFolio(boolean numbered) {
    var other =
        new Furniture(
            furniture.heads(), furniture.folios().withLone(numbered), furniture.lineNumbers());
    return changed(page, styles, other, notes, openers);
  }

  /**
   * {@return the same with notes elsewhere}
   *
   * @param other where they stand, and how they are counted
   */
  public PrintProfile with(Notes other) {
    return changed(page, styles, furniture, other, openers);
  }

  /**
   * {@return the same with articles that begin otherwise}
   *
   * @param other how
   */
  public PrintProfile with(Openers other) {
    return changed(page, styles, furniture, notes, other);
  }

  /**
   * {@return the same with other styles}
   *
   * @param other the style of each part
   */
  public PrintProfile with(Styles other) {
    return changed(page, other, furniture, notes, openers);
  }

  /**
   * {@return the same in other typefaces}
   *
   * @param other what each role is set in
   */
  public PrintProfile with(Fonts other) {
    return new PrintProfile(
        name,
        description,
        page,
        other,
        styles,
        lines,
        numbering,
        quotes,
        dates,
        furniture,
        notes,
        openers,
        pullQuotes,
        pictures,
        rules,
        palette);
  }

  /**
   * {@return the same on another page}
   *
   * @param other that page
   */
  public PrintProfile on(PageLayout other) {
    return changed(other, styles, furniture, notes, openers);
  }

  private PrintProfile changed(
      PageLayout layout, Styles parts, Furniture around, Notes below, Openers beginnings) {
    return new PrintProfile(
        name,
        description,
        layout,
        fonts,
        parts,
        lines,
        numbering,
        quotes,
        dates,
        around,
        below,
        beginnings,
        pullQuotes,
        pictures,
        rules,
        palette);
  }

  /** {@return the profile for an article on A4, one column, Amiri 12 on 20 points} */
  public static PrintProfile articleA4() {
    return Profiles.shipped(Profiles.DEFAULT);
  }
}
