package org.qirtas.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.qirtas.Fault;
import org.qirtas.QirtasException;
import org.qirtas.article.Article;
import org.qirtas.article.ArticleDate;
import org.qirtas.article.Attested;
import org.qirtas.article.Block;
import org.qirtas.article.Evidence;
import org.qirtas.article.Flow;
import org.qirtas.article.Inline;
import org.qirtas.article.Language;
import org.qirtas.article.TextCorrection;

/**
 * What an archivist knows better of an article: each statement that differs gets the archivist's
 * word as its evidence. An empty value takes a statement away.
 */
final class Corrections {
  /** The word that takes a date away. */
  static final String NONE = "none";

  private final Article before;
  private Language language;
  private Optional<Attested<String>> title;
  private Optional<String> subtitle;
  private List<Attested<String>> authors;
  private Optional<Attested<String>> place;
  private Optional<ArticleDate> date;
  private Optional<String> publisher;
  private List<String> tags;
  private List<Block> body;

  Corrections(Article before) {
    this.before = before;
    language = before.language();
    title = before.title();
    subtitle = before.subtitle();
    authors = before.authors();
    place = before.place();
    date = before.date();
    publisher = before.publisher();
    tags = before.tags();
    body = before.body();
  }

  void title(String given) {
    title = attested(given, title);
  }

  void subtitle(String given) {
    subtitle = some(given);
  }

  void authors(List<String> given) {
    if (given.stream()
        .filter(name -> !name.isBlank())
        .toList()
        .equals(authors.stream().map(Attested::value).toList())) {
      return;
    }
    authors = given.stream().flatMap(name -> attested(name, Optional.empty()).stream()).toList();
  }

  void date(String given) {
    Optional<ArticleDate> said =
        given.isBlank() || given.equals(NONE)
            ? Optional.empty()
            : Optional.of(Days.dateOf("--date", given));
    if (!said.map(ArticleDate::edtf).equals(date.map(ArticleDate::edtf))) {
      date = said;
    }
  }

  void place(String given) {
    place = attested(given, place);
  }

  void publisher(String given) {
    publisher = some(given);
  }

  void tags(List<String> given) {
    tags = given.stream().filter(tag -> !tag.isBlank()).distinct().toList();
  }

  void language(String given) {
    language =
        Language.named(given)
            .orElseThrow(
                () -> new QirtasException(Fault.USAGE, "usage.value", "--language", given));
  }

  /** Paragraphs are parted by a blank line; pictures and notes stay where there are such. */
  void text(String given) {
    var blocks = new ArrayList<Block>();
    Arrays.stream(given.strip().split("\\R[ \\t]*\\R\\s*"))
        .filter(paragraph -> !paragraph.isBlank())
        .map(paragraph ->
            new Block.Paragraph(
                List.of(new Inline.Text(paragraph.strip().replaceAll("\\s*\\R\\s*", " "))),
                Flow.UNMARKED))
        .forEach(blocks::add);
    before.body().stream()
        .filter(block -> block instanceof Block.Figure || block instanceof Block.Footnote)
        .forEach(blocks::add);
    body = blocks;
  }

  void replace(String wrong, String right) {
    if (wrong.isEmpty()) {
      throw new QirtasException(Fault.USAGE, "usage.value", "--replace", wrong);
    }
    var correction = new TextCorrection(wrong, right);
    body = correction.of(body);
    if (correction.count() == 0) {
      throw new QirtasException(Fault.INPUT, "edit.absent", wrong);
    }
  }

  private static Optional<Attested<String>> attested(
      String given, Optional<Attested<String>> before) {
    return some(given)
        .map(said ->
            before
                .filter(known -> known.value().equals(said))
                .orElseGet(() -> Attested.asWritten(said, Evidence.Origin.ARCHIVIST)));
  }

  private static Optional<String> some(String given) {
    return Optional.of(given.strip()).filter(text -> !text.isEmpty());
  }

  Article finish() {
    return new Article(
        language,
        language.equals(before.language()) ? before.direction() : language.direction(),
        title,
        subtitle,
        authors,
        place,
        date,
        before.otherDates(),
        publisher,
        before.address(),
        tags,
        body,
        before.related(),
        before.furniture(),
        before.recognition(),
        before.gaps());
  }
}
