package org.qirtas.archive;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.qirtas.archive.Event.Kind;
import org.qirtas.archive.Event.Outcome;
import org.qirtas.article.Article;
import org.qirtas.article.ArticleDate;

/** What happens to an item as its bytes come in, in events. */
final class Ingestion {
  private Ingestion() {}

  /**
   * {@return the events, in order}
   *
   * @param last the event that says what the whole was: an ingestion, or a source coming in again
   */
  static List<Event> events(
      Original origin, Optional<Article> article, Optional<String> cause, Event last) {
    Instant now = last.moment();
    var events = new ArrayList<Event>();
    events.add(
        new Event(
            Kind.MESSAGE_DIGEST_CALCULATION, now, Outcome.SUCCESS, "sha512 " + origin.sha512()));
    events.add(new Event(Kind.FORMAT_IDENTIFICATION, now, Outcome.SUCCESS, origin.mediaType()));
    events.add(
        cause
            .map(why -> new Event(Kind.QUARANTINE, now, Outcome.WARNING, why))
            .orElseGet(() -> extraction(article, now)));
    events.add(last);
    return events;
  }

  private static Event extraction(Optional<Article> article, Instant now) {
    Optional<ArticleDate> date = article.flatMap(Article::date);
    String detail =
        date.map(known ->
                String.format(
                    Locale.ROOT,
                    "date %s from %s: %s",
                    known.edtf(),
                    known.evidence().origin(),
                    known.evidence().raw()))
            .orElse("no date");
    return new Event(
        Kind.METADATA_EXTRACTION,
        now,
        date.isPresent() ? Outcome.SUCCESS : Outcome.WARNING,
        detail);
  }
}
