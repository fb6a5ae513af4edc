package org.qirtas.source;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.qirtas.article.ArticleDate;
import org.qirtas.article.Attested;
import org.qirtas.article.Evidence.Origin;

/** Decides which of a source's dates is the article's. */
final class Dating {
  private Dating() {}

  /**
   * The date that the most telling place names. A date line comes before a document's own
   * properties, which date the file and not the article, and so never count as certain.
   *
   * @param claims what the source's records say, the most telling first
   * @param line what the date line says
   * @param otherReading the day that the date line may mean as well
   */
  static Optional<ArticleDate> choose(
      List<Attested<String>> claims, Optional<ArticleDate> line, Optional<LocalDate> otherReading) {
    var records = new ArrayList<ArticleDate>();
    var properties = new ArrayList<ArticleDate>();
    for (Attested<String> claim : claims) {
      Origin origin = claim.evidence().origin();
      StampedDate.read(claim.value(), origin)
          .ifPresent(origin == Origin.DOCUMENT_PROPERTIES ? properties::add : records::add);
    }
    if (!records.isEmpty()) {
      return Optional.of(settled(records));
    }
    if (line.isPresent()) {
      return line.map(date -> settled(date, otherReading, properties));
    }
    return properties.stream().findFirst().map(date -> on(date, date.from().toLocalDate(), false));
  }

  /** The first, unless it is in doubt and another one is not. */
  private static ArticleDate settled(List<ArticleDate> records) {
    ArticleDate first = records.getFirst();
    return first.certain()
        ? first
        : records.stream().filter(ArticleDate::certain).findFirst().orElse(first);
  }

  /** An ambiguous 03/04 that another date in the source agrees with in one reading only. */
  private static ArticleDate settled(
      ArticleDate date, Optional<LocalDate> otherReading, List<ArticleDate> others) {
    if (date.certain() || otherReading.isEmpty()) {
      return date;
    }
    LocalDate one = date.from().toLocalDate();
    boolean first = others.stream().anyMatch(other -> other.from().toLocalDate().equals(one));
    boolean second =
        others.stream().anyMatch(other -> other.from().toLocalDate().equals(otherReading.get()));
    if (first == second) {
      return date;
    }
    return on(date, first ? one : otherReading.get(), true);
  }

  private static ArticleDate on(ArticleDate date, LocalDate day, boolean certain) {
    return new ArticleDate(
        day.atTime(date.from().toLocalTime()),
        date.precision(),
        date.offset(),
        date.calendar(),
        date.evidence(),
        certain);
  }
}
