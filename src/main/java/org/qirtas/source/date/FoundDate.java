package org.qirtas.source.date;

import java.time.LocalDate;
import java.util.Optional;
import org.qirtas.article.ArticleDate;

/**
 * A date that stands in a line.
 *
 * @param date the date as it is most likely meant
 * @param start where its words begin in the line
 * @param end behind them
 * @param otherReading the day it may mean as well, where day and month can be taken for each other
 */
public record FoundDate(ArticleDate date, int start, int end, Optional<LocalDate> otherReading) {
  /**
   * {@return the same words, read as another day}
   *
   * @param day the day
   * @param certain whether the doubt between day and month is over
   */
  FoundDate on(LocalDate day, boolean certain) {
    return new FoundDate(
        date.on(day, certain), start, end, certain ? Optional.empty() : otherReading);
  }
}
