package org.qirtas.profile;

import java.util.Collection;
import java.util.EnumMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.qirtas.measure.Length;
import org.qirtas.measure.Size;

/** Makes a profile of what its files say together. */
final class ProfileReader {
  private static final Length NOTHING = Length.ZERO;
  private static final Length SMALLEST_PAGE = Length.millimetres(30);
  private static final Length LARGEST_PAGE = Length.millimetres(3000);

  private final Fields all;
  private final SortedSet<String> known = new TreeSet<>();
  private final Collection<String> families;

  /**
   * A reader of one profile.
   *
   * @param families those that there are; none: whatever is named is there
   */
  ProfileReader(Entry.Section section, Collection<String> families) {
    this.all = new Fields(section, known);
    this.families = families;
  }

  /** {@return every key that was asked for} */
  Keys keys() {
    return new Keys(known);
  }

  PrintProfile read() {
    Fields described = all.optional("description");
    all.has("extend");
    var profile =
        new PrintProfile(
            all.word("name"),
            new Description(
                described.has("en") ? described.word("en") : "",
                described.has("ar") ? described.word("ar") : ""),
            page(all.section("page")),
            new FontReader(all.section("fonts"), families).read(),
            styles(all.section("styles")),
            lines(all.section("lines")),
            numbering(all.section("digits")),
            all.choice("quotation-marks", Quotes.class),
            dates(all.section("dates")),
            furniture(),
            notes(all.section("notes")),
            openers(all.section("openers")),
            new PullQuotes(all.section("pull-quotes").number("longest", 0, 2000)),
            pictures(all.section("pictures")),
            rules(all.section("rules")),
            palette(all.section("colours")));
    new Consistency(all, profile).check();
    return profile;
  }

  private static PageLayout page(Fields page) {
    Size trim = page.size("size");
    for (Length side : java.util.List.of(trim.width(), trim.height())) {
      if (SMALLEST_PAGE.exceeds(side)) {
        throw Fields.wrong(
            "profile.least",
            page.spot("size"),
            page.name("size"),
            Notation.of(side),
            Notation.of(SMALLEST_PAGE));
      }
      if (side.exceeds(LARGEST_PAGE)) {
        throw Fields.wrong(
            "profile.most",
            page.spot("size"),
            page.name("size"),
            Notation.of(side),
            Notation.of(LARGEST_PAGE));
      }
    }
    Fields margins = page.section("margins");
    Fields columns = page.section("columns");
    Fields grid = page.section("grid");
    return new PageLayout(
        trim,
        page.length("bleed", NOTHING, Length.millimetres(50)),
        page.marks("marks"),
        page.choice("binding", Binding.class),
        new Margins(
            margins.length("inner", NOTHING, LARGEST_PAGE),
            margins.length("outer", NOTHING, LARGEST_PAGE),
            margins.length("head", NOTHING, LARGEST_PAGE),
            margins.length("foot", NOTHING, LARGEST_PAGE),
            margins.flag("mirrored")),
        new Columns(
            columns.number("count", 1, Columns.MOST),
            columns.length("gutter", NOTHING, LARGEST_PAGE),
            columns.flag("balanced")),
        new Grid(grid.flag("in-use"), grid.length("step", Length.points(2), Length.points(400))));
  }

  private static Styles styles(Fields styles) {
    var byRole = new EnumMap<StyleRole, TypeStyle>(StyleRole.class);
    for (StyleRole role : StyleRole.values()) {
      byRole.put(role, style(styles.section(Notation.word(role))));
    }
    return new Styles(byRole);
  }

  private static TypeStyle style(Fields style) {
    Length most = Length.points(2000);
    Length size = style.length("size", Length.points(2), Length.points(400));
    return new TypeStyle(
        style.choice("font", FontRole.class),
        size,
        style.length("leading", size, most, size),
        style.flag("bold"),
        style.choice("align", Alignment.class),
        style.length("space-before", NOTHING, most, size),
        style.length("space-after", NOTHING, most, size),
        style.flag("keep-with-next"),
        style.length("first-line", NOTHING, most, size),
        style.length("indent-start", NOTHING, most, size),
        style.length("indent-end", NOTHING, most, size),
        style.choice("colour", Palette.Role.class));
  }

  private static Lines lines(Fields lines) {
    Fields spaces = lines.section("spaces");
    Fields kashida = lines.section("kashida");
    return new Lines(
        lines.choice("breaking", Lines.Breaking.class),
        new Justification(
            spaces.percent("stretch", 0, 10),
            spaces.percent("shrink", 0, 0.9),
            new Justification.Kashidas(
                kashida.ems("least", 10),
                kashida.ems("natural", 10),
                kashida.ems("most", 10),
                kashida.percent("share", 0, 1),
                kashida.ems("apart", 100),
                kashida.list("words", Notation::isArabicWord, "profile.value.arabic-word")),
            lines.percent("hang", 0, 1)),
        lines.number("orphans", 1, 10),
        lines.number("widows", 1, 10));
  }

  private static Numbering numbering(Fields digits) {
    return new Numbering(
        digits.choice("text", Digits.class), digits.choice("generated", Digits.class));
  }

  private static DateStyle dates(Fields dates) {
    return new DateStyle(
        dates.flag("as-written"),
        dates.choice("calendar", DateStyle.Calendar.class),
        dates.choice("months", DateStyle.Months.class));
  }

  private Furniture furniture() {
    Fields heads = all.section("running-heads");
    Fields folios = all.section("folios");
    Fields numbers = all.section("line-numbers");
    return new Furniture(
        new RunningHeads(
            heads.choices("verso", RunningHeads.Shown.class),
            heads.choices("recto", RunningHeads.Shown.class),
            heads.choice("place", RunningHeads.Place.class),
            heads.length("distance", NOTHING, LARGEST_PAGE),
            heads.flag("on-opener")),
        new Folios(
            folios.choice("place", Folios.Place.class),
            folios.choice("digits", Digits.class),
            folios.length("distance", NOTHING, LARGEST_PAGE),
            folios.flag("lone"),
            folios.flag("on-opener")),
        new LineNumbers(
            numbers.number("every", 0, 100),
            numbers.length("distance", NOTHING, LARGEST_PAGE),
            numbers.choice("restart", LineNumbers.Restart.class)));
  }

  private static Notes notes(Fields notes) {
    return new Notes(
        notes.choice("place", Notes.Place.class),
        notes.choice("counting", Notes.Counting.class),
        notes.length("space", NOTHING, Length.points(400)));
  }

  private static Openers openers(Fields openers) {
    return new Openers(
        openers.choice("start", Openers.Start.class),
        openers.flag("across"),
        openers.length("sink", NOTHING, LARGEST_PAGE));
  }

  private static Pictures pictures(Fields pictures) {
    return new Pictures(
        pictures.number("most-dpi", 0, 10_000),
        pictures.number("least-dpi", 0, 10_000),
        pictures.number("natural-dpi", 20, 10_000),
        pictures.percent("highest", 0.01, 1));
  }

  private static Rules rules(Fields rules) {
    return new Rules(
        rules.rule("column"),
        rules.rule("running-head"),
        rules.rule("opener"),
        rules.rule("note"),
        rules.rule("table-head"),
        rules.rule("table-row"),
        rules.rule("pull-quote"));
  }

  private static Palette palette(Fields colours) {
    var byRole = new TreeMap<Palette.Role, Colour>();
    for (Palette.Role role : Palette.Role.values()) {
      byRole.put(role, colours.colour(Notation.word(role)));
    }
    return new Palette(byRole);
  }
}
