package org.qirtas.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.qirtas.article.Article;
import org.qirtas.article.ArticleDate;
import org.qirtas.article.Attested;
import org.qirtas.article.Block;
import org.qirtas.article.Flow;
import org.qirtas.article.Inline;
import org.qirtas.measure.Length;
import org.qirtas.profile.Openers;
import org.qirtas.profile.Rule;
import org.qirtas.profile.StyleRole;
import org.qirtas.profile.TypeStyle;

/** Sets the head of an article: title, subtitle, who wrote it, where and when, and its lead. */
final class HeadSetter {
  /** What is kept free below the head, in lines of the body. */
  private static final double SPACE_BELOW = 0.6;

  /** Between an article of a book and the next that runs on, in lines of the body. */
  private static final double LINES_BETWEEN = 2;

  private final Desk desk;
  private final Element part;

  HeadSetter(Desk desk, Element part) {
    this.desk = desk;
    this.part = part;
  }

  /** A first paragraph that is wholly emphasised is the lead, and is set apart. */
  static Optional<Block.Paragraph> lead(Article article) {
    return article.body().stream()
        .findFirst()
        .filter(Block.Paragraph.class::isInstance)
        .map(Block.Paragraph.class::cast)
        .filter(first ->
            !first.content().isEmpty()
                && article.body().size() > 1
                && first.content().stream().allMatch(HeadSetter::isRaised));
  }

  private static boolean isRaised(Inline inline) {
    return inline instanceof Inline.Emphasis
        || (inline instanceof Inline.Text(String text) && text.isBlank());
  }

  void set(Galley galley) {
    boolean across = isAcross();
    var head = new Galley();
    boolean any = lines(head, across ? desk.profile().page().typeArea().width() : column());
    var strips = new ArrayList<>(head.strips());
    keepApart(galley);
    Rule rule = desk.profile().rules().opener();
    if (rule.isDrawn() && any) {
      Length measure = across ? desk.profile().page().typeArea().width() : column();
      strips.add(rule(rule, measure));
    }
    Length below =
        desk.profile().page().grid().inUse()
            ? desk.profile().page().grid().step()
            : desk.styles().body().leading().times(SPACE_BELOW);
    if (across) {
      if (any) {
        strips.add(Strip.of(below, List.of()));
      }
      galley.add(opening(strips));
    } else {
      galley.add(opening(List.of()));
      galley.add(strips.stream().map(Strip::keptWithNext).toList());
      galley.space(any ? below : Length.ZERO);
    }
  }

  /** An article that runs on is parted from the one before also where there is but one column. */
  private boolean isAcross() {
    return desk.profile().openers().across()
        && (desk.profile().page().columns().count() > 1 || runsOnInBook());
  }

  private boolean runsOnInBook() {
    return desk.standing().anchor().isPresent()
        && desk.profile().openers().start() == Openers.Start.RUN_ON;
  }

  private void keepApart(Galley galley) {
    if (runsOnInBook()) {
      galley.space(desk.styles().body().leading().times(LINES_BETWEEN));
    }
  }

  private Length column() {
    return desk.profile().page().columnWidth();
  }

  private Matter.Opening opening(List<Strip> strips) {
    Article article = desk.article();
    return new Matter.Opening(
        strips,
        desk.profile().openers().start(),
        new Matter.RunningWords(
            article.title().map(Attested::value),
            article.authors().isEmpty() ? Optional.empty() : Optional.of(authors()),
            article.date().map(this::date),
            article.publisher()),
        desk.profile().openers().sink());
  }

  private Strip rule(Rule rule, Length measure) {
    Length height =
        desk.profile().page().grid().inUse()
            ? desk.profile().page().grid().step()
            : desk.styles().body().leading().times(SPACE_BELOW);
    return Strip.of(height, List.of(desk.drawn(rule, Length.ZERO, height.times(-0.5), measure)));
  }

  private boolean lines(Galley galley, Length measure) {
    Article article = desk.article();
    desk.standing().above().forEach(above -> above(galley, above, measure));
    article
        .title()
        .ifPresent(title ->
            line(
                galley,
                anchored(desk.standing().anchor()),
                title.value(),
                desk.styles().title(),
                part.child(desk.standing().heading(1)),
                measure));
    article
        .subtitle()
        .ifPresent(subtitle ->
            line(galley, subtitle, desk.styles().subtitle(), Element.Role.PARAGRAPH, measure));
    signature()
        .ifPresent(
            text -> line(galley, text, desk.styles().byline(), Element.Role.PARAGRAPH, measure));
    article.date().ifPresent(date -> dateLine(date, galley, measure));
    lead(article).ifPresent(lead -> lead(lead, galley, measure));
    return !galley.matter().isEmpty();
  }

  private void lead(Block.Paragraph lead, Galley galley, Length measure) {
    TypeStyle style = desk.styles().of(StyleRole.LEAD);
    Element owner = part.child(Element.Role.PARAGRAPH);
    galley.space(desk.styles().body().leading().times(SPACE_BELOW));
    galley.addParagraph(
        desk.paragraph(lead.content(), lead.flow(), style, owner, measure), desk.profile().lines());
    galley.space(style.spaceAfter());
  }

  private void above(Galley galley, Standing.Above above, Length measure) {
    line(galley, anchored(above.anchor()), above.words(), above.style(), above.owner(), measure);
    galley.space(desk.styles().body().leading());
  }

  private static List<PageItem> anchored(Optional<String> name) {
    return name.<List<PageItem>>map(n -> List.of(new PageItem.Anchor(n, Length.ZERO)))
        .orElse(List.of());
  }

  private void line(
      Galley galley, String text, TypeStyle style, Element.Role role, Length measure) {
    line(galley, List.of(), text, style, part.child(role), measure);
  }

  private void line(
      Galley galley,
      List<PageItem> places,
      String text,
      TypeStyle style,
      Element owner,
      Length measure) {
    galley.space(style.spaceBefore());
    List<Inline> words = List.of(new Inline.Text(text));
    TypeStyle standing = desk.standing(style, Flow.UNMARKED, words);
    var strips = new ArrayList<>(desk.paragraph(words, Flow.UNMARKED, standing, owner, measure));
    if (!strips.isEmpty() && !places.isEmpty()) {
      strips.set(0, strips.getFirst().withPlaces(places));
    }
    galley.addKeptWithNext(strips);
    galley.space(style.spaceAfter());
  }

  private void dateLine(ArticleDate date, Galley galley, Length measure) {
    TypeStyle style = desk.styles().of(StyleRole.DATE_LINE);
    if (DateLine.isWritten(date, desk.profile())) {
      line(galley, date(date), style, Element.Role.PARAGRAPH, measure);
      return;
    }
    galley.space(style.spaceBefore());
    galley.addKeptWithNext(
        desk.generated(date(date), style, part.child(Element.Role.PARAGRAPH), measure));
    galley.space(style.spaceAfter());
  }

  private Optional<String> signature() {
    var who = new ArrayList<String>();
    desk.article().place().map(Attested::value).ifPresent(who::add);
    if (!desk.article().authors().isEmpty()) {
      who.add(authors());
    }
    return who.isEmpty() ? Optional.empty() : Optional.of(String.join(" – ", who));
  }

  private String authors() {
    return desk.article().authors().stream()
        .map(Attested::value)
        .collect(Collectors.joining(DateLine.listSeparator(desk.article().language())));
  }

  private String date(ArticleDate date) {
    return DateLine.of(date, desk.article().language(), desk.profile());
  }
}
