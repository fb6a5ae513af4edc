package org.qirtas.profile;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.qirtas.measure.Length;
import org.qirtas.measure.Size;

/** The profile that holds where none is named. */
final class ArticleA4 {
  private static final Length NONE = Length.ZERO;

  private ArticleA4() {}

  static PrintProfile profile() {
    return new PrintProfile(
        "article-a4",
        new Description("", ""),
        new PageLayout(
            Size.A4,
            NONE,
            Binding.BY_LANGUAGE,
            Margins.all(Length.millimetres(25)),
            Columns.ONE,
            new Grid(false, Length.points(20))),
        fonts(),
        styles(),
        new Lines(Lines.Breaking.OPTIMAL, Justification.BOOK, 2, 2),
        new Numbering(Digits.AS_WRITTEN, Digits.BY_LANGUAGE),
        new DateStyle(true, DateStyle.Calendar.GREGORIAN, DateStyle.Months.BY_LANGUAGE),
        furniture(),
        new Notes(Notes.Place.FOOT, Notes.Counting.ARTICLE, Length.points(16)),
        new Openers(Openers.Start.PAGE, true, NONE),
        new PullQuotes(0),
        new Pictures(0, 150, 0.6),
        rules(),
        palette());
  }

  private static Fonts fonts() {
    var typeface =
        new Typeface(
            "Amiri", Map.of("Hebr", "Noto Serif Hebrew"), Map.of("ur", "Noto Nastaliq Urdu"));
    var typefaces = new EnumMap<FontRole, Typeface>(FontRole.class);
    for (FontRole role : FontRole.values()) {
      typefaces.put(role, typeface);
    }
    return new Fonts(typefaces, Map.of("Noto Nastaliq Urdu", new Fonts.Fit(0.95, 1.6)));
  }

  private static Styles styles() {
    var styles = new EnumMap<StyleRole, TypeStyle>(StyleRole.class);
    styles.put(StyleRole.TITLE, style(FontRole.HEADING, 20, 34, 0, 6).emboldened());
    styles.put(StyleRole.SUBTITLE, style(FontRole.HEADING, 14, 24, 0, 6));
    styles.put(StyleRole.BYLINE, style(FontRole.TEXT, 11, 18, 0, 0));
    styles.put(StyleRole.DATE_LINE, style(FontRole.TEXT, 11, 18, 0, 0));
    styles.put(StyleRole.LEAD, filled(FontRole.TEXT, 12, 20, 0, 8));
    styles.put(StyleRole.HEADING, style(FontRole.HEADING, 14, 24, 12, 4).emboldened());
    styles.put(StyleRole.SUBHEADING, style(FontRole.HEADING, 14, 24, 12, 4).emboldened());
    styles.put(StyleRole.BODY, filled(FontRole.TEXT, 12, 20, 0, 8));
    styles.put(StyleRole.QUOTATION, indented(filled(FontRole.QUOTATION, 12, 20, 4, 8), 24, 24));
    styles.put(StyleRole.LIST, indented(filled(FontRole.TEXT, 12, 20, 0, 4), 24, 0));
    styles.put(StyleRole.VERSE, filled(FontRole.QUOTATION, 13, 24, 0, 0));
    styles.put(StyleRole.CELL, style(FontRole.SMALL, 11, 17, 0, 0));
    styles.put(StyleRole.CAPTION, style(FontRole.SMALL, 10, 16, 4, 12));
    styles.put(StyleRole.NOTE, filled(FontRole.SMALL, 10, 16, 0, 2));
    styles.put(StyleRole.PULL_QUOTE, style(FontRole.QUOTATION, 16, 28, 12, 12));
    styles.put(StyleRole.RUNNING_HEAD, style(FontRole.FURNITURE, 10, 16, 0, 0));
    styles.put(StyleRole.FOLIO, style(FontRole.FURNITURE, 11, 16, 0, 0).aligned(Alignment.CENTRED));
    styles.put(StyleRole.LINE_NUMBER, style(FontRole.FURNITURE, 8, 16, 0, 0));
    styles.replaceAll((role, style) -> role.opensWhatFollows() ? style.kept() : style);
    return new Styles(styles);
  }

  private static TypeStyle style(
      FontRole font, double size, double leading, double before, double after) {
    return new TypeStyle(
        font,
        Length.points(size),
        Length.points(leading),
        false,
        Alignment.START,
        Length.points(before),
        Length.points(after),
        false,
        NONE,
        NONE,
        NONE,
        Palette.Role.TEXT);
  }

  private static TypeStyle filled(
      FontRole font, double size, double leading, double before, double after) {
    return style(font, size, leading, before, after).aligned(Alignment.JUSTIFIED);
  }

  private static TypeStyle indented(TypeStyle style, double start, double end) {
    return style.indented(Length.points(start), Length.points(end));
  }

  private static Furniture furniture() {
    return new Furniture(
        new RunningHeads(
            List.of(), List.of(), RunningHeads.Place.CENTRE, Length.millimetres(6), false),
        new Folios(Folios.Place.FOOT_CENTRE, Digits.BY_LANGUAGE, Length.points(30.18), true, true),
        new LineNumbers(0, Length.millimetres(5), LineNumbers.Restart.PAGE));
  }

  private static Rules rules() {
    var thin = new Rule(Length.points(0.4), Palette.Role.RULE);
    return new Rules(Rule.NONE, Rule.NONE, Rule.NONE, thin, thin, thin, Rule.NONE);
  }

  private static Palette palette() {
    var colours = new EnumMap<Palette.Role, Colour>(Palette.Role.class);
    for (Palette.Role role : Palette.Role.values()) {
      colours.put(role, Colour.BLACK);
    }
    colours.put(Palette.Role.SHADE, Colour.tint(0));
    return new Palette(colours);
  }
}
