package org.qirtas.compose;

import java.util.EnumSet;
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
import org.qirtas.text.KashidaPoints;
import org.qirtas.text.Setting;
import org.qirtas.text.ShapedParagraph;
import org.qirtas.text.Shaper;

/** Sets one paragraph: shapes it, breaks it, gives each line its place and its stretch. */
final class ParagraphSetter {
  /** What is not justified is filled line by line. */
  private static final LineBreaker LINE_BY_LINE = new FirstFit();

  /** Where no connection is lengthened. */
  private static final Set<Element.Role> HEADINGS =
      EnumSet.range(Element.Role.HEADING_1, Element.Role.HEADING_6);

  private static final Set<Element.Role> CAPTIONS = EnumSet.of(Element.Role.CAPTION);

  /** Longer ones are no headings to look at. */
  private static final int MOST_EVENED = 5;

  private static final int EVENING_TRIALS = 7;

  private final FontChoice fonts;
  private final Shaper shaper;
  private final LineBreaker breaker;
  private final Justification justification;
  private final Map<String, List<Integer>> words;
  private final Palette palette;
  private final Set<Notice> notices = new LinkedHashSet<>();

  ParagraphSetter(FontChoice fonts, Shaper shaper, LineBreaker breaker, PrintProfile profile) {
    this.justification = profile.justification();
    this.palette = profile.palette();
    this.words = KashidaPoints.words(justification.kashida().words());
    this.fonts = fonts;
    this.shaper = shaper;
    this.breaker = breaker;
  }

  /** Sets copy between the indents of its style. */
  List<Strip> set(MarkUp.Marked copy, Direction direction, TypeStyle style, Length measure) {
    boolean justified = style.alignment() == Alignment.JUSTIFIED;
    var manner =
        new Breakable.Manner(
            justified ? justification : justification.unhung(),
            style.size(),
            justified && !isWithin(copy, HEADINGS),
            false,
            words,
            style.alignment() == Alignment.CENTRED ? Length.ZERO : style.firstLine());
    var breakable = new Breakable(shape(copy, direction), language(copy), manner);
    // A caption has a line or two: a line by itself is soon corrected, and no other moves.
    boolean weighed = justified && !isWithin(copy, CAPTIONS);
    Length inner = measure.minus(style.indentStart()).minus(style.indentEnd());
    Breaks breaks = (weighed ? breaker : LINE_BY_LINE).breaks(breakable, inner);
    if (!justified && isWithin(copy, HEADINGS)) {
      breaks = evened(breakable, breaks, inner);
    }
    Length left = direction == Direction.RIGHT_TO_LEFT ? style.indentEnd() : style.indentStart();
    return strips(copy, breakable, breaks, style, inner).stream()
        .map(strip -> strip.indented(left))
        .toList();
  }

  /** A heading's lines are about as long as each other: the last has more than a word. */
  private static Breaks evened(Breakable heading, Breaks full, Length measure) {
    int lines = full.ends().size();
    if (lines < 2 || lines > MOST_EVENED) {
      return full;
    }
    Breaks best = full;
    double narrow = 0.4;
    double wide = 1;
    for (int trial = 0; trial < EVENING_TRIALS; trial++) {
      double middle = (narrow + wide) / 2;
      Breaks tried = LINE_BY_LINE.breaks(heading, measure.times(middle));
      boolean whole = tried.ends().stream().allMatch(heading::isLegal);
      if (tried.ends().size() == lines && whole) {
        best = tried;
        wide = middle;
      } else {
        narrow = middle;
      }
    }
    return best;
  }

  /** A hemistich: one line as full as any other, by wider limits. */
  List<Strip> setFull(MarkUp.Marked copy, Direction direction, TypeStyle style, Length measure) {
    Justification raised = justification.unhung().with(justification.kashida().raised());
    var manner = new Breakable.Manner(raised, style.size(), true, true, words);
    var breakable = new Breakable(shape(copy, direction), language(copy), manner);
    Breaks whole = Breaks.unweighed(List.of(breakable.length()));
    return strips(copy, breakable, whole, style, measure);
  }

  /** Whether a paragraph is a part of something of these kinds, wholly or in part. */
  private static boolean isWithin(MarkUp.Marked copy, Set<Element.Role> roles) {
    return copy.owners().stream().anyMatch(owner -> isWithin(owner, roles));
  }

  private static boolean isWithin(Element owner, Set<Element.Role> roles) {
    return roles.contains(owner.role())
        || owner.parent().filter(parent -> isWithin(parent, roles)).isPresent();
  }

  private static Language language(MarkUp.Marked copy) {
    return copy.copy().spans().isEmpty()
        ? Language.UNKNOWN
        : copy.copy().spans().getFirst().setting().language();
  }

  private List<Strip> strips(
      MarkUp.Marked copy, Breakable breakable, Breaks breaks, TypeStyle style, Length measure) {
    noteWideWords(breakable, breaks, measure);
    var setter = new LineSetter(copy, breakable, breaks, style.alignment(), measure);
    TypeStyle led = led(style, breakable.paragraph());
    return setter.set().stream().map(line -> strip(line, led)).toList();
  }

  /** A word is told of once, however many lines it takes. */
  private void noteWideWords(Breakable breakable, Breaks breaks, Length measure) {
    int told = 0;
    int start = 0;
    for (int end : breaks.ends()) {
      if (end > told && !breakable.isLegal(end)) {
        note(Notice.about("compose.word-parted", breakable.wordAround(end)));
        told = breakable.wordEnd(end);
      }
      Length closest = breakable.spaceWidth(start, end).times(Filling.CLOSEST);
      if (breakable.width(start, end).plus(closest).exceeds(measure)) {
        note(Notice.about("compose.line-too-wide", breakable.wordAround(end)));
      }
      start = end;
    }
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
    var taken = List.copyOf(notices);
    notices.clear();
    return taken;
  }

  /** The natural width of copy that is set on a single line. */
  Length naturalWidth(MarkUp.Marked copy, Direction direction) {
    ShapedParagraph paragraph = shape(copy, direction);
    var manner = new Breakable.Manner(justification, Length.points(1), false, false, Map.of());
    return new Breakable(paragraph, Language.UNKNOWN, manner).width(0, copy.copy().text().length());
  }

  /** The natural width of what is widest of it between two places where a line may end. */
  Length widestWord(MarkUp.Marked copy, Direction direction) {
    var manner = new Breakable.Manner(justification, Length.points(1), false, false, Map.of());
    var breakable = new Breakable(shape(copy, direction), Language.UNKNOWN, manner);
    Length widest = Length.ZERO;
    int start = 0;
    for (int i = 0; i < breakable.opportunities(); i++) {
      int end = breakable.opportunity(i);
      Length word = breakable.width(start, end);
      widest = word.exceeds(widest) ? word : widest;
      start = end;
    }
    return widest;
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
