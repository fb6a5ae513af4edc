package org.qirtas.compose;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.qirtas.article.Article;
import org.qirtas.article.Attested;
import org.qirtas.article.Block;
import org.qirtas.article.Flow;
import org.qirtas.article.Inline;
import org.qirtas.font.FontShelf;
import org.qirtas.measure.Length;
import org.qirtas.profile.Digits;
import org.qirtas.profile.PrintProfile;
import org.qirtas.profile.TypeStyle;
import org.qirtas.text.FontChoice;
import org.qirtas.text.Shaper;

/**
 * Turns an article into pages. One thread's; closing it frees what the shaper holds outside the
 * heap.
 */
public final class Composer implements AutoCloseable {
  private final PrintProfile profile;
  private final Shaper shaper;
  private final ParagraphSetter paragraphs;

  /**
   * A composer for one profile.
   *
   * @param profile how pages look
   * @param fonts what letters there are
   * @param breaker how paragraphs are parted into lines
   */
  public Composer(PrintProfile profile, FontShelf fonts, LineBreaker breaker) {
    this.profile = profile;
    this.shaper = new Shaper();
    this.paragraphs =
        new ParagraphSetter(new FontChoice(fonts), shaper, breaker, profile.justification());
  }

  /**
   * Composes an article.
   *
   * @param article what is set
   * @param pictures its pictures, by name; a figure whose picture is not here keeps its caption
   * @param pages is handed each page, in order, as soon as nothing can move it
   */
  public void compose(Article article, Map<String, Picture> pictures, Consumer<Page> pages) {
    var desk = new Desk(article, profile, paragraphs, pictures, noteLabels(article));
    Element document = Element.document(article.language());
    Element part = document.child(Element.Role.ARTICLE);
    var maker = new PageMaker(profile, paragraphs, article.language(), pages);
    var galley = new Galley();
    head(desk, part, galley);
    body(desk, part, galley);
    notes(desk, part, galley);
    maker.add(galley);
    maker.finish();
  }

  private Length measure() {
    return profile.trim().width().minus(profile.margins().left()).minus(profile.margins().right());
  }

  private Map<String, String> noteLabels(Article article) {
    Digits digits = profile.numbering().generated();
    var labels = new HashMap<String, String>();
    for (Block.Footnote note : Footnotes.of(article.body())) {
      labels.putIfAbsent(note.name(), Numerals.of(labels.size() + 1, article.language(), digits));
    }
    return labels;
  }

  /** Title, subtitle, who wrote it, where and when. */
  private void head(Desk desk, Element part, Galley galley) {
    Article article = desk.article();
    article
        .title()
        .ifPresent(title ->
            line(
                desk,
                galley,
                title.value(),
                desk.styles().title(),
                part.child(Element.Role.HEADING_1)));
    article
        .subtitle()
        .ifPresent(subtitle ->
            line(
                desk,
                galley,
                subtitle,
                desk.styles().subtitle(),
                part.child(Element.Role.PARAGRAPH)));
    byline(article)
        .forEach(text ->
            line(desk, galley, text, desk.styles().byline(), part.child(Element.Role.PARAGRAPH)));
    galley.space(desk.styles().body().leading().times(0.6));
  }

  private void line(Desk desk, Galley galley, String text, TypeStyle style, Element owner) {
    galley.space(style.spaceBefore());
    galley.addKeptWithNext(
        desk.paragraph(List.of(new Inline.Text(text)), Flow.UNMARKED, style, owner, measure()));
    galley.space(style.spaceAfter());
  }

  private List<String> byline(Article article) {
    var lines = new ArrayList<String>();
    var who = new ArrayList<String>();
    article.place().map(Attested::value).ifPresent(who::add);
    if (!article.authors().isEmpty()) {
      String separator = DateLine.listSeparator(article.language());
      who.add(
          article.authors().stream()
              .map(Attested::value)
              .collect(java.util.stream.Collectors.joining(separator)));
    }
    if (!who.isEmpty()) {
      lines.add(String.join(" – ", who));
    }
    article
        .date()
        .map(date -> DateLine.of(date, article.language(), profile))
        .ifPresent(lines::add);
    return lines;
  }

  private void body(Desk desk, Element part, Galley galley) {
    new BlockSetter(desk)
        .set(
            desk.article().body(),
            desk.styles().body(),
            new BlockSetter.Place(part, measure(), 0),
            galley);
  }

  private void notes(Desk desk, Element part, Galley galley) {
    TypeStyle style = desk.styles().note();
    var setter = new BlockSetter(desk);
    galley.space(style.leading());
    for (Block.Footnote note : Footnotes.of(desk.article().body())) {
      Element owner = part.child(Element.Role.NOTE, Element.Marks.to(note.name()));
      String label = "(" + desk.noteLabels().get(note.name()) + ") ";
      setter.set(
          labelled(label, note.blocks()),
          style,
          new BlockSetter.Place(owner, measure(), 0),
          galley);
    }
  }

  private static List<Block> labelled(String label, List<Block> blocks) {
    var labelled = new ArrayList<>(blocks);
    if (!blocks.isEmpty() && blocks.getFirst() instanceof Block.Paragraph(var content, var flow)) {
      var words = new ArrayList<Inline>();
      words.add(new Inline.Text(label));
      words.addAll(content);
      labelled.set(0, new Block.Paragraph(words, flow));
    } else {
      labelled.addFirst(Block.Paragraph.of(label));
    }
    return labelled;
  }

  /**
   * {@return what could not be set as it should be in the articles composed since this was last
   * asked}
   */
  public List<Notice> takeNotices() {
    return paragraphs.takeNotices();
  }

  @Override
  public void close() {
    shaper.close();
  }
}
