package org.qirtas.compose;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.qirtas.article.Direction;
import org.qirtas.article.Language;
import org.qirtas.measure.Length;
import org.qirtas.profile.Alignment;
import org.qirtas.profile.Justification;
import org.qirtas.profile.Palette;
import org.qirtas.profile.PrintProfile;
import org.qirtas.profile.TypeStyle;
import org.qirtas.text.FontChoice;
import org.qirtas.text.GlyphRun;
import org.qirtas.text.Setting;
import org.qirtas.text.ShapedParagraph;
import org.qirtas.text.Shaper;

/** Sets one paragraph: shapes it, breaks it, gives each line its place and its stretch. */
final class ParagraphSetter {
  /** What is not justified is filled line by line. */
  private static final LineBreaker RAGGED = new FirstFit();

  private final FontChoice fonts;
  private final Shaper shaper;
  private final LineBreaker breaker;
  private final Justification justification;
  private final Palette palette;
  private final Set<Notice> notices = new LinkedHashSet<>();

  ParagraphSetter(FontChoice fonts, Shaper shaper, LineBreaker breaker, PrintProfile profile) {
    this.justification = profile.justification();
    this.palette = profile.palette();
    this.fonts = fonts;
    this.shaper = shaper;
    this.breaker = breaker;
  }

  /** Sets copy between the indents of its style. */
  List<Strip> set(MarkUp.Marked copy, Direction direction, TypeStyle style, Length measure) {
    boolean justified = style.alignment() == Alignment.JUSTIFIED;
    Length firstLine = style.alignment() == Alignment.CENTRED ? Length.ZERO : style.firstLine();
    var manner =
        new Breakable.Manner(justification, style.size(), justified, false, Map.of(), firstLine);
    var breakable = new Breakable(shape(copy, direction), language(copy), manner);
    Length inner = measure.minus(style.indentStart()).minus(style.indentEnd());
    Breaks breaks = (justified ? breaker : RAGGED).breaks(breakable, inner);
    Length left = direction == Direction.RIGHT_TO_LEFT ? style.indentEnd() : style.indentStart();
    return strips(copy, breakable, breaks, style, inner).stream()
        .map(strip -> strip.indented(left))
        .toList();
  }

  /** A hemistich: one line as full as any other, by wider limits. */
  List<Strip> setFull(MarkUp.Marked copy, Direction direction, TypeStyle style, Length measure) {
    var raised =
        new Justification(
            justification.softStretch(),
            justification.shrink(),
            justification.kashida().raised(),
            justification.hang());
    var manner = new Breakable.Manner(raised, style.size(), true, true, Map.of());
    var breakable = new Breakable(shape(copy, direction), language(copy), manner);
    Breaks whole = Breaks.unweighed(List.of(breakable.length()));
    return strips(copy, breakable, whole, style, measure);
  }

  private static Language language(MarkUp.Marked copy) {
    return copy.copy().spans().isEmpty()
        ? Language.UNKNOWN
        : copy.copy().spans().getFirst().setting().language();
  }

  private List<Strip> strips(
      MarkUp.Marked copy, Breakable breakable, Breaks breaks, TypeStyle style, Length measure) {
    var setter = new LineSetter(copy, breakable, breaks, style.alignment(), measure);
    TypeStyle led = led(style, breakable.paragraph());
    var strips = new ArrayList<Strip>();
    int start = 0;
    for (int end : breaks.ends()) {
      if (!breakable.isLegal(end)) {
        note(Notice.about("compose.word-parted", breakable.lastWord(end)));
      }
      strips.add(strip(setter.set(start, end), led));
      start = end;
    }
    return strips;
  }

  /** With the leading that suits the family which most of the paragraph is set in. */
  private static TypeStyle led(TypeStyle style, ShapedParagraph paragraph) {
    var lengths = new TreeMap<String, Integer>();
    var factors = new TreeMap<String, Double>();
    for (GlyphRun run : paragraph.runs()) {
      String family = run.font().family();
      Setting setting = paragraph.copy().spans().get(run.span()).setting();
      lengths.merge(family, run.text().length(), Integer::sum);
      factors.put(family, setting.families().fit(family).leading());
    }
    return lengths.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(most -> factors.getOrDefault(most.getKey(), 1.0))
        .filter(factor -> factor != 1)
        .map(factor -> style.led(style.leading().times(factor)))
        .orElse(style);
  }

  ShapedParagraph shape(MarkUp.Marked copy, Direction direction) {
    ShapedParagraph paragraph = ShapedParagraph.shape(copy.copy(), direction, fonts, shaper);
    paragraph.warnings().forEach(warning -> note(Notice.of(warning)));
    return paragraph;
  }

  /** Notes what could not be set as it should be. */
  void note(Notice notice) {
    notices.add(notice);
  }

  /** What was noted since this was last asked; once each. */
  List<Notice> takeNotices() {
    List<Notice> taken = Notice.gathered(notices);
    notices.clear();
    return taken;
  }

  /** The natural width of copy that is set on a single line. */
  Length naturalWidth(MarkUp.Marked copy, Direction direction) {
    ShapedParagraph paragraph = shape(copy, direction);
    var manner = new Breakable.Manner(justification, Length.points(1), false, false, Map.of());
    return new Breakable(paragraph, Language.UNKNOWN, manner).width(0, copy.copy().text().length());
  }

  private Strip strip(PageItem.Line line, TypeStyle style) {
    PageItem.Line coloured = line.in(palette.of(style.colour()));
    return Strip.of(style.leading(), List.of(coloured.moved(Length.ZERO, baseline(style))));
  }

  /** The baseline lies where the type's letters are centred between the strip's head and foot. */
  static Length baseline(TypeStyle style) {
    Length letters = style.size().times(0.9);
    return style.leading().minus(letters).times(0.5).plus(style.size().times(0.7)).times(-1);
  }
}
