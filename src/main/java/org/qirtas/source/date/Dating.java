package org.qirtas.source.date;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.qirtas.article.ArticleDate;
import org.qirtas.article.ArticleDate.Precision;
import org.qirtas.article.Attested;
import org.qirtas.article.Evidence;
import org.qirtas.article.Evidence.Origin;
import org.qirtas.article.OtherDate;
import org.qirtas.article.OtherDate.Reason;

/**
 * Decides which of a source's dates is the article's, and keeps the others with the reason why they
 * are not.
 *
 * <p>The most telling place wins; the others settle what its words leave open. What dates a file
 * never counts as certain, and the file system's dates never date an article: they say when
 * somebody copied it.
 */
public final class Dating {
  /** A day's grace, for the zones that are ahead of ours. */
  private static final int GRACE_DAYS = 1;

  private static final Duration FARTHEST_ZONE = Duration.ofHours(14);
  private static final long QUARTER_OF_AN_HOUR = 15;

  /** A date as a place says it. */
  private record Candidate(FoundDate found, Evidence evidence) {
    ArticleDate date() {
      return found.date();
    }

    LocalDate day() {
      return found.date().from().toLocalDate();
    }

    Candidate with(FoundDate other) {
      return new Candidate(other, evidence);
    }
  }

  /**
   * What came of it.
   *
   * @param date the article's date; empty where nothing credible says one
   * @param others all other dates that were named, in the order of their places
   */
  public record Outcome(Optional<ArticleDate> date, List<OtherDate> others) {}

  private final Optional<OffsetDateTime> captured;
  private final LocalDate today;
  private final List<OtherDate> others = new ArrayList<>();

  /**
   * Against a day after which nothing can have been published.
   *
   * @param captured when the source was fetched, for what counts from then
   * @param today the day of reading
   */
  public Dating(Optional<OffsetDateTime> captured, LocalDate today) {
    this.captured = captured;
    this.today = today;
  }

  /**
   * Chooses among what is said.
   *
   * @param claims what the source's records and its file say
   * @param changed what they say of later changes
   * @param line what the date line says
   * @return the date, and those that lost
   */
  public Outcome choose(
      List<Attested<String>> claims, List<Attested<String>> changed, Optional<FoundDate> line) {
    var candidates = new ArrayList<Candidate>();
    claims.forEach(claim -> read(claim).ifPresent(candidates::add));
    line.map(found -> new Candidate(found, found.date().evidence()))
        .filter(this::credible)
        .ifPresent(candidates::add);
    // What a text says of itself comes before what dates the file that it was typed into.
    candidates.sort(
        Comparator.comparing((Candidate candidate) -> datesTheFile(candidate.evidence().origin()))
            .thenComparing(candidate -> candidate.evidence().origin()));
    if (candidates.isEmpty()) {
      return unpublished(changed);
    }
    Candidate first = preferred(candidates);
    ArticleDate chosen = marked(settled(first, candidates));
    for (Candidate candidate : candidates) {
      if (!candidate.equals(first)) {
        others.add(lost(candidate, chosen));
      }
    }
    changed.forEach(
        claim -> others.add(new OtherDate(claim.evidence(), date(claim), Reason.CHANGED)));
    return new Outcome(Optional.of(chosen), List.copyOf(others));
  }

  /** Only a change is dated: the article is no younger, and may be older. */
  private Outcome unpublished(List<Attested<String>> changed) {
    Optional<Candidate> last = changed.stream().flatMap(claim -> read(claim).stream()).findFirst();
    changed.stream()
        .skip(last.isPresent() ? 1 : 0)
        .forEach(claim -> others.add(new OtherDate(claim.evidence(), date(claim), Reason.CHANGED)));
    return new Outcome(
        last.map(candidate -> candidate.date().on(candidate.day(), false)), List.copyOf(others));
  }

  private Optional<Candidate> read(Attested<String> claim) {
    Evidence evidence = claim.evidence();
    Optional<FoundDate> found =
        StampedDate.found(claim.value(), evidence.origin())
            .or(() ->
                captured.flatMap(
                    moment -> RelativeDate.read(claim.value(), moment, evidence.origin())));
    if (evidence.origin() == Origin.FILE_SYSTEM) {
      others.add(new OtherDate(evidence, found.map(FoundDate::date), Reason.FILE));
      return Optional.empty();
    }
    if (found.isEmpty()) {
      boolean relative = RelativeDate.is(claim.value());
      others.add(
          new OtherDate(
              evidence, Optional.empty(), relative ? Reason.RELATIVE : Reason.NO_SUCH_DAY));
      return Optional.empty();
    }
    return found.map(date -> new Candidate(date, evidence)).filter(this::credible);
  }

  private boolean credible(Candidate candidate) {
    boolean future = candidate.day().isAfter(today.plusDays(GRACE_DAYS));
    Optional<LocalDate> other =
        candidate.found().otherReading().filter(day -> !day.isAfter(today.plusDays(GRACE_DAYS)));
    if (future && other.isEmpty()) {
      others.add(new OtherDate(candidate.evidence(), Optional.of(candidate.date()), Reason.FUTURE));
    }
    return !future || other.isPresent();
  }

  private static Optional<ArticleDate> date(Attested<String> claim) {
    return StampedDate.found(claim.value(), claim.evidence().origin()).map(FoundDate::date);
  }

  /**
   * The most telling one; but one that is in doubt gives way to a certain one of equal kind, and a
   * month to a day within it.
   */
  private static Candidate preferred(List<Candidate> candidates) {
    Candidate first = candidates.getFirst();
    Optional<Candidate> finer =
        candidates.stream()
            .filter(other -> other.date().precision().compareTo(Precision.DAY) <= 0)
            .filter(other -> !other.date().from().isBefore(first.date().from()))
            .filter(other -> other.date().from().isBefore(first.date().until()))
            .findFirst();
    if (first.date().precision().compareTo(Precision.DAY) > 0 && finer.isPresent()) {
      return finer.get();
    }
    if (first.date().certain() || first.found().otherReading().isPresent()) {
      return first;
    }
    return candidates.stream()
        .filter(other -> other.date().certain() && !datesTheFile(other.evidence().origin()))
        .findFirst()
        .orElse(first);
  }

  /**
   * {@return whether a claim may say more than when somebody made a file of the text}
   *
   * @param claim the claim
   */
  public static boolean tells(Attested<String> claim) {
    Origin origin = claim.evidence().origin();
    return origin != Origin.DOCUMENT_PROPERTIES && origin != Origin.FILE_SYSTEM;
  }

  private static boolean datesTheFile(Origin origin) {
    return origin == Origin.DOCUMENT_PROPERTIES
        || origin == Origin.FILE_NAME
        || origin == Origin.ADDRESS
        || origin == Origin.FILE_SYSTEM;
  }

  private static ArticleDate marked(Candidate chosen) {
    return datesTheFile(chosen.evidence().origin())
        ? chosen.date().on(chosen.day(), false)
        : chosen.date();
  }

  private Candidate settled(Candidate chosen, List<Candidate> candidates) {
    Candidate told = toldApart(chosen, candidates);
    return candidates.stream()
        .filter(other -> !other.equals(chosen) && sameMoment(told.date(), other.date()))
        .findFirst()
        .map(local -> told.with(local.found()))
        .orElse(told);
  }

  /** An ambiguous 03/04 with which another date agrees in one reading only. */
  private Candidate toldApart(Candidate chosen, List<Candidate> candidates) {
    Optional<LocalDate> swapped = chosen.found().otherReading();
    if (swapped.isEmpty()) {
      return chosen;
    }
    LocalDate latest = today.plusDays(GRACE_DAYS);
    boolean first = chosen.day().isAfter(latest) ? false : said(chosen.day(), chosen, candidates);
    boolean second = said(swapped.get(), chosen, candidates);
    if (chosen.day().isAfter(latest) || swapped.get().isAfter(latest)) {
      // Only one of the readings lies in the past.
      LocalDate past = chosen.day().isAfter(latest) ? swapped.get() : chosen.day();
      return chosen.with(chosen.found().on(past, false));
    }
    return first == second
        ? chosen
        : chosen.with(chosen.found().on(first ? chosen.day() : swapped.get(), true));
  }

  private static boolean said(LocalDate day, Candidate chosen, List<Candidate> candidates) {
    return candidates.stream()
        .anyMatch(other ->
            !other.equals(chosen)
                && other.found().otherReading().isEmpty()
                && other.day().equals(day));
  }

  /**
   * Whether a date line shows readers the moment that a record counts in UTC: then the day is the
   * line's, which is the publisher's own.
   */
  private static boolean sameMoment(ArticleDate record, ArticleDate line) {
    boolean comparable =
        record.precision() == Precision.MINUTE
            && line.precision() == Precision.MINUTE
            && record.offset().filter(ZoneOffset.UTC::equals).isPresent()
            && line.evidence().origin() == Origin.DATE_LINE
            && line.offset().isEmpty()
            && !line.from().toLocalDate().equals(record.from().toLocalDate());
    if (!comparable) {
      return false;
    }
    Duration apart = Duration.between(record.from(), line.from());
    return apart.abs().compareTo(FARTHEST_ZONE) <= 0 && apart.toMinutes() % QUARTER_OF_AN_HOUR == 0;
  }

  private static OtherDate lost(Candidate candidate, ArticleDate chosen) {
    LocalDate day = chosen.from().toLocalDate();
    boolean agrees =
        candidate.day().equals(day) && candidate.date().precision().compareTo(Precision.DAY) <= 0;
    boolean doubtful = !candidate.date().certain() && chosen.certain();
    Reason reason = agrees ? Reason.AGREES : doubtful ? Reason.DOUBTFUL : Reason.LESS_TELLING;
    return new OtherDate(candidate.evidence(), Optional.of(candidate.date()), reason);
  }
}
