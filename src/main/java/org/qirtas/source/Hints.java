package org.qirtas.source;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import org.qirtas.article.Article;
import org.qirtas.article.ArticleDate;
import org.qirtas.article.Attested;
import org.qirtas.article.Evidence;
import org.qirtas.article.Evidence.Origin;
import org.qirtas.article.Language;
import org.qirtas.source.date.StampedDate;
import org.qirtas.source.letters.CharsetLabel;

/** Brings what is said of a source from outside together with what was read out of it. */
final class Hints {
  private final Source source;

  Hints(Source source) {
    this.source = source;
  }

  /** The charset that a source's bytes are said to be in. */
  Optional<Charset> charset() {
    return Piece.said(source.hints(), Hint.Field.CHARSET).flatMap(CharsetLabel::named);
  }

  /** Puts what is no more than a claim among the claims. */
  void claim(Claims claims) {
    for (Hint hint : source.hints()) {
      if (hint.origin() != Origin.MANIFEST) {
        claim(claims, hint);
      }
    }
  }

  private static void claim(Claims claims, Hint hint) {
    switch (hint.field()) {
      case TITLE -> claims.title(hint.origin(), hint.words());
      case AUTHOR -> claims.author(hint.origin(), hint.words());
      case DATE -> claims.date(hint.origin(), hint.words());
      case PUBLISHER -> claims.publisher(hint.words());
      case ADDRESS -> claims.address(hint.words());
      case TAG -> claims.tag(hint.words());
      case LANGUAGE -> claims.language(hint.words());
      case CAPTURED -> claims.captured(hint.words());
      case CHARSET, PAGE -> {}
    }
  }

  /**
   * Makes sure that what a manifest says can be taken as it stands: what an archivist wrote must
   * neither be passed over nor guessed at.
   *
   * @throws org.qirtas.QirtasException where a manifest's date is none
   */
  void check() {
    List<Hint> said =
        source.hints().stream().filter(hint -> hint.origin() == Origin.MANIFEST).toList();
    first(said, Hint.Field.DATE).ifPresent(this::date);
  }

  /** The article, corrected by what a manifest says; {@link #check} comes before. */
  Article overrule(Article article) {
    List<Hint> said =
        source.hints().stream().filter(hint -> hint.origin() == Origin.MANIFEST).toList();
    if (said.isEmpty()) {
      return article;
    }
    Article.Draft draft = article.revise();
    first(said, Hint.Field.LANGUAGE).flatMap(Language::named).ifPresent(draft::language);
    first(said, Hint.Field.TITLE)
        .ifPresent(title -> draft.title(Attested.asWritten(title, Origin.MANIFEST)));
    first(said, Hint.Field.DATE).ifPresent(words -> draft.date(date(words)));
    first(said, Hint.Field.PUBLISHER).ifPresent(draft::publisher);
    first(said, Hint.Field.ADDRESS).ifPresent(draft::address);
    List<String> tags = all(said, Hint.Field.TAG);
    if (!tags.isEmpty()) {
      draft.tags(tags);
    }
    List<String> authors = all(said, Hint.Field.AUTHOR);
    if (!authors.isEmpty()) {
      draft.authors(
          authors.stream().map(name -> Attested.asWritten(name, Origin.MANIFEST)).toList());
    }
    return draft.finish();
  }

  private ArticleDate date(String words) {
    ArticleDate date =
        StampedDate.read(words, Origin.MANIFEST)
            .orElseThrow(() -> Refusal.OVERRULED.of(source.name(), words));
    return new ArticleDate(
        date.from(),
        date.precision(),
        date.offset(),
        date.calendar(),
        new Evidence(Origin.MANIFEST, words),
        date.certain());
  }

  private static Optional<String> first(List<Hint> hints, Hint.Field field) {
    return Piece.said(hints, field);
  }

  private static List<String> all(List<Hint> hints, Hint.Field field) {
    return hints.stream().filter(hint -> hint.field() == field).map(Hint::words).toList();
  }
}
