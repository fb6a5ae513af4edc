package org.qirtas.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qirtas.article.Direction;
import org.qirtas.article.Language;
import org.qirtas.measure.Insets;
import org.qirtas.measure.Length;
import org.qirtas.measure.Size;
import org.qirtas.profile.Alignment;
import org.qirtas.profile.Colour;
import org.qirtas.profile.Folios;
import org.qirtas.profile.PrintProfile;
import org.qirtas.profile.Rule;
import org.qirtas.profile.RunningHeads;
import org.qirtas.profile.TypeStyle;

/**
 * Sets what stands around the text: running heads, folios, numbers of lines. No reader hears it.
 */
final class FurnitureSetter {
  private static final String BETWEEN = " · ";
  private static final String CUT = "…";
  private static final Length SLUG = Length.points(7);

  /** A running head leaves so much of its line to the folio that stands on it. */
  private static final double SHARE_OF_HEAD = 0.75;

  /** From the baseline of a running head to the rule below it, in ems. */
  private static final double RULE_BELOW = 0.55;

  private final PrintProfile profile;
  private final ParagraphSetter paragraphs;
  private final Language language;
  private final Direction direction;
  private final PageNumbers numbers;
  private Matter.RunningWords running = Matter.RunningWords.NONE;
  private Optional<String> section = Optional.empty();
  private @Nullable String firstOfPage;

  FurnitureSetter(
      PrintProfile profile, ParagraphSetter paragraphs, Language language, PageNumbers numbers) {
    this.numbers = numbers;
    this.profile = profile;
    this.paragraphs = paragraphs;
    this.language = language;
    this.direction = language.direction();
  }

  /**
   * A page, as its furniture sees it.
   *
   * @param left whether it lies on the left of its spread
   * @param opens whether an article begins at its head
   * @param lone whether the document has no other
   */
  record Spread(int number, Insets margins, boolean left, boolean opens, boolean lone) {}

  void begin() {
    firstOfPage = null;
  }

  void open(Matter.RunningWords words) {
    running = words;
    section = Optional.empty();
  }

  void section(String name) {
    section = Optional.of(name);
    if (firstOfPage == null) {
      firstOfPage = name;
    }
  }

  String label(int number) {
    return numbers.label(number, language, profile.furniture().folios().digits());
  }

  List<PageItem> around(Spread page) {
    var items = new ArrayList<PageItem>();
    if (!page.opens() || profile.furniture().heads().onOpener()) {
      head(page, items);
    }
    boolean numbered = !page.lone() || profile.furniture().folios().lone();
    if (numbered && (!page.opens() || profile.furniture().folios().onOpener())) {
      folio(page).ifPresent(items::add);
    }
    return items;
  }

  private void head(Spread page, List<PageItem> items) {
    RunningHeads heads = profile.furniture().heads();
    String words = words(heads.on(page.number()));
    if (words.isEmpty()) {
      return;
    }
    TypeStyle style = profile.styles().of(org.qirtas.profile.StyleRole.RUNNING_HEAD);
    Length baseline = typeHead(page).plus(heads.distance());
    boolean atLeft = heads.place() == RunningHeads.Place.OUTER ? page.left() : !page.left();
    Alignment alignment =
        heads.place() == RunningHeads.Place.CENTRE ? Alignment.CENTRED : side(words, atLeft);
    String shown = shortened(words, style, measure(page).times(SHARE_OF_HEAD));
    line(shown, style.aligned(alignment), page.margins().left(), measure(page), baseline)
        .ifPresent(items::add);
    Rule rule = profile.rules().runningHead();
    if (rule.isDrawn()) {
      items.add(
          new PageItem.Rule(
              page.margins().left(),
              baseline.minus(style.size().times(RULE_BELOW)),
              new Size(measure(page), rule.thickness()),
              profile.palette().of(rule.colour())));
    }
  }

  private String words(List<RunningHeads.Shown> shown) {
    return shown.stream()
        .map(this::words)
        .flatMap(Optional::stream)
        .filter(text -> !text.isBlank())
        .collect(java.util.stream.Collectors.joining(BETWEEN));
  }

  private Optional<String> words(RunningHeads.Shown shown) {
    return switch (shown) {
      case TITLE -> running.title();
      // The first that begins on the page; else the one that goes on.
      case SECTION -> Optional.ofNullable(firstOfPage).or(() -> section).or(running::title);
      case AUTHOR -> running.author();
      case DATE -> running.date();
      case PUBLICATION -> running.publication();
    };
  }

  /** Which alignment brings words to the left or the right; it depends on their direction. */
  private Alignment side(String words, boolean left) {
    boolean fromTheLeft = direction(words) == Direction.LEFT_TO_RIGHT;
    return left == fromTheLeft ? Alignment.START : Alignment.END;
  }

  private Direction direction(String words) {
    return Desk.firstStrong(words).orElse(direction);
  }

  private Optional<PageItem> folio(Spread page) {
    Folios folios = profile.furniture().folios();
    boolean atHead =
        folios.place() == Folios.Place.HEAD_CENTRE || folios.place() == Folios.Place.HEAD_OUTER;
    Length baseline =
        atHead
            ? typeHead(page).plus(folios.distance())
            : page.margins().foot().minus(folios.distance());
    String label = label(page.number());
    TypeStyle style = profile.styles().folio();
    return switch (folios.place()) {
      case NONE -> Optional.empty();
      case FOOT_CENTRE, HEAD_CENTRE ->
          line(
              label,
              style.aligned(Alignment.CENTRED),
              page.margins().left(),
              measure(page),
              baseline);
      case FOOT_OUTER, HEAD_OUTER ->
          line(
              label,
              style.aligned(side(label, page.left())),
              page.margins().left(),
              measure(page),
              baseline);
    };
  }

  /** A line for the printer, in small black type from edge to edge of the page. */
  Optional<PageItem> slug(String words, Length baseline) {
    TypeStyle style = profile.styles().of(org.qirtas.profile.StyleRole.RUNNING_HEAD);
    TypeStyle small = style.shrunk(Math.min(1, SLUG.dividedBy(style.size())));
    Length measure = profile.trim().width();
    return line(
            shortened(words, small, measure),
            small.aligned(Alignment.START),
            Length.ZERO,
            measure,
            baseline)
        .map(item -> ((PageItem.Line) item).in(Colour.BLACK));
  }

  /** The number of a line, in the outer margin. */
  PageItem lineNumber(int number, Length baseline, Insets margins, boolean leftPage) {
    TypeStyle style = profile.styles().of(org.qirtas.profile.StyleRole.LINE_NUMBER);
    Length distance = profile.furniture().lineNumbers().distance();
    Length outer = leftPage ? margins.left() : margins.right();
    Length measure = outer.minus(distance);
    String label = Numerals.of(number, language, profile.furniture().folios().digits());
    Length x =
        leftPage ? Length.ZERO : profile.trim().width().minus(margins.right()).plus(distance);
    return line(label, style.aligned(side(label, !leftPage)), x, measure, baseline).orElseThrow();
  }

  private Length typeHead(Spread page) {
    return profile.trim().height().minus(page.margins().head());
  }

  private Length measure(Spread page) {
    return profile.trim().width().minus(page.margins().left()).minus(page.margins().right());
  }

  /** As many words as there is room for. */
  private String shortened(String words, TypeStyle style, Length most) {
    String shown = words;
    while (width(shown, style).exceeds(most)) {
      int space = shown.lastIndexOf(' ');
      int cut = space > 0 ? space : shown.length() / 2;
      if (cut == 0) {
        return CUT;
      }
      shown = shown.substring(0, cut).strip().replaceAll("[…·\\s]+$", "") + CUT;
    }
    return shown;
  }

  private Length width(String words, TypeStyle style) {
    return paragraphs.naturalWidth(marked(words, style), direction(words));
  }

  private MarkUp.Marked marked(String words, TypeStyle style) {
    return new MarkUp(Map.of())
        .text(words, Desk.setting(profile.fonts(), style, language), Element.FURNITURE)
        .finish();
  }

  private Optional<PageItem> line(
      String words, TypeStyle style, Length x, Length measure, Length baseline) {
    return paragraphs.set(marked(words, style), direction(words), style.bare(), measure).stream()
        .findFirst()
        .flatMap(strip -> strip.items().stream().findFirst())
        .map(item -> item.moved(x, baseline.minus(((PageItem.Line) item).baseline())));
  }
}
