package org.qirtas.source;

import java.util.Optional;
import java.util.stream.Collectors;
import org.qirtas.QirtasException;

/**
 * One thing that came out of a source: an article's own bytes, or something that cannot be read any
 * further.
 *
 * @param place where in the outermost container it lies, such as {@code 2020/mail.mbox!/message 3};
 *     empty for the source itself
 * @param source its bytes; the whole container's where that is what is refused; empty where there
 *     is nothing to keep
 * @param refusal why it cannot be read; what came out of a container before it was found damaged
 *     stays good
 */
public record Part(String place, Optional<Source> source, Optional<QirtasException> refusal) {
  static Part of(Source source) {
    return new Part(place(source), Optional.of(source), Optional.empty());
  }

  static Part refused(Source source, QirtasException why) {
    return new Part(place(source), Optional.of(source), Optional.of(why));
  }

  /** What a container names and does not hold. */
  static Part missing(Source container, String place, QirtasException why) {
    String outer = place(container);
    return new Part(
        outer.isEmpty() ? place : outer + "!/" + place, Optional.empty(), Optional.of(why));
  }

  private static String place(Source source) {
    return source.within().stream().map(Provenance::place).collect(Collectors.joining("!/"));
  }
}
