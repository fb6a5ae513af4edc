package org.qirtas.profile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a profile as its reader would read it, with nothing left out. */
final class ProfileWriter {
  private ProfileWriter() {}

  /** {@return sections and values by key: maps, lists, words, numbers and flags} */
  static Map<String, Object> values(PrintProfile profile) {
    var all = new LinkedHashMap<String, Object>();
    all.put("name", profile.name());
    var description = new LinkedHashMap<String, Object>();
    if (!profile.description().english().isEmpty()) {
      description.put("en", profile.description().english());
    }
    if (!profile.description().arabic().isEmpty()) {
      description.put("ar", profile.description().arabic());
    }
    if (!description.isEmpty()) {
      all.put("description", description);
    }
    all.put("extend", Notation.NONE);
    all.put("page", page(profile.page()));
    all.put("fonts", fonts(profile.fonts()));
    var styles = new LinkedHashMap<String, Object>();
    profile.styles().byRole().forEach((role, style) -> styles.put(word(role), style(style)));
    all.put("styles", styles);
    all.put("lines", lines(profile.lines()));
    all.put(
        "digits",
        section("text", profile.numbering().text(), "generated", profile.numbering().generated()));
    all.put("quotation-marks", word(profile.quotes()));
    all.put(
        "dates",
        section(
            "as-written",
            profile.dates().asWritten(),
            "calendar",
            profile.dates().calendar(),
            "months",
            profile.dates().months()));
    furniture(profile.furniture(), all);
    rest(profile, all);
    return all;
  }

  private static Map<String, Object> page(PageLayout page) {
    Margins margins = page.margins();
    return section(
        "size",
        Notation.of(page.trim()),
        "bleed",
        page.bleed(),
        "marks",
        chosen(page.marks().stream().sorted().toList()),
        "binding",
        page.binding(),
        "margins",
        section(
            "inner",
            margins.inner(),
            "outer",
            margins.outer(),
            "head",
            margins.head(),
            "foot",
            margins.foot(),
            "mirrored",
            margins.mirrored()),
        "columns",
        section(
            "count",
            page.columns().count(),
            "gutter",
            page.columns().gutter(),
            "balanced",
            page.columns().balanced()),
        "grid",
        section("in-use", page.grid().inUse(), "step", page.grid().step()));
  }

  private static Map<String, Object> fonts(Fonts fonts) {
    var section = new LinkedHashMap<String, Object>();
    fonts
        .typefaces()
        .forEach((role, typeface) ->
            section.put(
                word(role),
                section(
                    "family",
                    typeface.family(),
                    "scripts",
                    orNone(typeface.familyByScript()),
                    "languages",
                    orNone(typeface.familyByLanguage()))));
    var fits = new LinkedHashMap<String, Object>();
    fonts
        .fits()
        .forEach((family, fit) ->
            fits.put(
                family,
                section(
                    "size",
                    Notation.percent(fit.size()),
                    "leading",
                    Notation.percent(fit.leading()))));
    section.put("fits", orNone(fits));
    return section;
  }

  private static Object orNone(Map<String, ?> section) {
    return section.isEmpty() ? Notation.NONE : section;
  }

  private static Map<String, Object> style(TypeStyle style) {
    return section(
        "font",
        style.font(),
        "size",
        style.size(),
        "leading",
        style.leading(),
        "bold",
        style.bold(),
        "align",
        style.alignment(),
        "space-before",
        style.spaceBefore(),
        "space-after",
        style.spaceAfter(),
        "keep-with-next",
        style.keptWithNext(),
        "first-line",
        style.firstLine(),
        "indent-start",
        style.indentStart(),
        "indent-end",
        style.indentEnd(),
        "colour",
        style.colour());
  }

  private static Map<String, Object> lines(Lines lines) {
    Justification justification = lines.justification();
    Justification.Kashidas kashida = justification.kashida();
    return section(
        "breaking",
        lines.breaking(),
        "orphans",
        lines.orphans(),
        "widows",
        lines.widows(),
        "spaces",
        section(
            "stretch",
            Notation.percent(justification.softStretch()),
            "shrink",
            Notation.percent(justification.shrink())),
        "hang",
        Notation.percent(justification.hang()),
        "kashida",
        section(
            "least",
            Notation.ems(kashida.least()),
            "natural",
            Notation.ems(kashida.natural()),
            "most",
            Notation.ems(kashida.most()),
            "share",
            Notation.percent(kashida.share()),
            "apart",
            Notation.ems(kashida.apart()),
            "words",
            kashida.words().isEmpty() ? Notation.NONE : kashida.words()));
  }

  private static void furniture(Furniture furniture, Map<String, Object> all) {
    RunningHeads heads = furniture.heads();
    Folios folios = furniture.folios();
    LineNumbers numbers = furniture.lineNumbers();
    all.put(
        "running-heads",
        section(
            "verso",
            chosen(heads.verso()),
            "recto",
            chosen(heads.recto()),
            "place",
            heads.place(),
            "distance",
            heads.distance(),
            "on-opener",
            heads.onOpener()));
    all.put(
        "folios",
        section(
            "place",
            folios.place(),
            "digits",
            folios.digits(),
            "distance",
            folios.distance(),
            "lone",
            folios.lone(),
            "on-opener",
            folios.onOpener()));
    all.put(
        "line-numbers",
        section(
            "every",
            numbers.every(),
            "distance",
            numbers.distance(),
            "restart",
            numbers.restart()));
  }

  private static Object chosen(List<? extends Enum<?>> chosen) {
    return switch (chosen.size()) {
      case 0 -> Notation.NONE;
      case 1 -> word(chosen.getFirst());
      default -> chosen.stream().map(ProfileWriter::word).toList();
    };
  }

  private static void rest(PrintProfile profile, Map<String, Object> all) {
    Notes notes = profile.notes();
    all.put(
        "notes",
        section("place", notes.place(), "counting", notes.counting(), "space", notes.space()));
    Openers openers = profile.openers();
    all.put(
        "openers",
        section("start", openers.start(), "across", openers.across(), "sink", openers.sink()));
    all.put("pull-quotes", section("longest", profile.pullQuotes().longest()));
    Pictures pictures = profile.pictures();
    all.put(
        "pictures",
        section(
            "most-dpi",
            pictures.mostDpi(),
            "least-dpi",
            pictures.leastDpi(),
            "natural-dpi",
            pictures.naturalDpi(),
            "highest",
            Notation.percent(pictures.highest())));
    Rules rules = profile.rules();
    all.put(
        "rules",
        section(
            "column",
            rules.column(),
            "running-head",
            rules.runningHead(),
            "opener",
            rules.opener(),
            "note",
            rules.note(),
            "table-head",
            rules.tableHead(),
            "table-row",
            rules.tableRow(),
            "pull-quote",
            rules.pullQuote()));
    var colours = new LinkedHashMap<String, Object>();
    profile
        .palette()
        .byRole()
        .forEach((role, colour) -> colours.put(word(role), Notation.of(colour)));
    all.put("colours", colours);
  }

  private static String word(Enum<?> constant) {
    return Notation.word(constant);
  }

  /** Keys and values, by turns. */
  private static Map<String, Object> section(Object... keysAndValues) {
    var section = new LinkedHashMap<String, Object>();
    for (int at = 0; at < keysAndValues.length; at += 2) {
      section.put((String) keysAndValues[at], written(keysAndValues[at + 1]));
    }
    return section;
  }

  private static Object written(Object value) {
    return switch (value) {
      case org.qirtas.measure.Length length -> Notation.of(length);
      case Rule rule -> Notation.of(rule);
      case Enum<?> constant -> word(constant);
      default -> value;
    };
  }
}
