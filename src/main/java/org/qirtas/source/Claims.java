package org.qirtas.source;

import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.qirtas.article.Article;
import org.qirtas.article.Attested;
import org.qirtas.article.Evidence;
import org.qirtas.article.Evidence.Origin;
import org.qirtas.article.Gap;
import org.qirtas.article.Language;
import org.qirtas.source.head.Headlines;
import org.qirtas.source.head.Names;
import org.qirtas.source.letters.Blanks;
import org.qirtas.source.letters.Folded;

/**
 * What a source says of itself, apart from its text: every candidate is kept with where it stood,
 * and the most telling place wins. Not for use by several threads.
 */
final class Claims {
  private static final int LONGEST = 1000;
  private static final int MOST = 200;

  /** Reports of large experiments are signed by hundreds. */
  private static final int MOST_AUTHORS = 1000;

  private static final int SHORTEST_NAME = 3;

  /** Whom publishing programs name where nobody has told them a name; in folded letters. */
  private static final Set<String> NOBODY =
      Set.of(
          "admin",
          "administrator",
          "webmaster",
          "root",
          "user",
          "editor",
          "ادمن",
          "مديرالموقع",
          "المدير",
          "المشرف",
          "الادمن",
          "الادارة",
          "المحرر",
          "مدير");

  /** «example.org» signs for the house. */
  private static final Pattern SITE =
      Pattern.compile("(?i)(?:www\\.)?[\\w-]+(?:\\.[a-z]{2,4}){1,2}");

  private static final Pattern HOST =
      Pattern.compile("^https?://(?:www\\d?\\.|m\\.|amp\\.)?([^/:?#]+)");

  private final List<Attested<String>> titles = new ArrayList<>();
  private final List<Attested<String>> authors = new ArrayList<>();
  private final List<Attested<String>> dates = new ArrayList<>();
  private final List<Attested<String>> changes = new ArrayList<>();
  private final List<String> publishers = new ArrayList<>();
  private final List<String> addresses = new ArrayList<>();
  private final List<String> tags = new ArrayList<>();
  private Optional<String> subtitle = Optional.empty();
  private final List<Gap> gaps = new ArrayList<>();
  private Optional<Language> language = Optional.empty();
  private Optional<OffsetDateTime> captured = Optional.empty();

  void title(Origin origin, String words) {
    add(titles, origin, words);
  }

  void author(Origin origin, String words) {
    for (String name : Names.split(words)) {
      add(authors, origin, name, MOST_AUTHORS);
    }
  }

  void date(Origin origin, String words) {
    add(dates, origin, words);
  }

  /** When it was last changed, which only bounds when it was published. */
  void changed(Origin origin, String words) {
    add(changes, origin, words);
  }

  /** When its bytes were fetched, as an ISO 8601 instant; what is none is passed over. */
  void captured(String instant) {
    try {
      captured = captured.or(() -> Optional.of(OffsetDateTime.parse(instant.strip())));
    } catch (DateTimeParseException _) {
      // A clock that cannot be read tells nothing.
    }
  }

  Optional<OffsetDateTime> captured() {
    return captured;
  }

  List<Attested<String>> changes() {
    return changes.stream().sorted(BY_ORIGIN).toList();
  }

  /** Something of the source is not in its text. */
  void gap(Gap gap) {
    gaps.add(gap);
  }

  /** Keeps the first. */
  void subtitle(String words) {
    subtitle = subtitle.or(() -> Optional.of(words));
  }

  void publisher(String words) {
    add(publishers, words);
  }

  void address(String words) {
    add(addresses, words);
  }

  boolean tagged() {
    return !tags.isEmpty();
  }

  void tag(String words) {
    add(tags, words);
  }

  /** Keeps the first that is a language. */
  void language(String tag) {
    language = language.or(() -> Language.named(tag.strip()));
  }

  Optional<Language> language() {
    return language;
  }

  /** The titles, the most telling first. */
  List<Attested<String>> titles() {
    var sites = new ArrayList<>(publishers);
    hosts().forEach(sites::add);
    return new Headlines(sites).ranked(titles);
  }

  /** What the hosts of the source's addresses are called: {@code example} of www.example.org. */
  private List<String> hosts() {
    return addresses.stream()
        .map(HOST::matcher)
        .filter(Matcher::find)
        .flatMap(host -> Stream.of(host.group(1), host.group(1).replaceFirst("\\.[^.]+$", "")))
        .toList();
  }

  /**
   * Those whom the most telling place names. Records often name the house where readers see a
   * person's name: then the person it is.
   */
  List<Attested<String>> authors() {
    List<Attested<String>> people = authors.stream().filter(author -> !house(author)).toList();
    List<Attested<String>> named = people.isEmpty() ? authors : people;
    Optional<Origin> best =
        named.stream().map(author -> author.evidence().origin()).min(Comparator.naturalOrder());
    return named.stream()
        .filter(author -> best.filter(author.evidence().origin()::equals).isPresent())
        .distinct()
        .toList();
  }

  private boolean house(Attested<String> author) {
    String name = letters(author.value());
    return NOBODY.contains(name)
        || author.value().indexOf('@') >= 0
        || SITE.matcher(author.value()).matches()
        || name.codePoints().allMatch(Character::isDigit)
        || Stream.concat(publishers.stream(), hosts().stream())
            .map(Claims::letters)
            .anyMatch(site ->
                site.equals(name)
                    || (site.length() >= SHORTEST_NAME && name.contains(site))
                    || (name.length() >= SHORTEST_NAME && site.contains(name)));
  }

  private static String letters(String words) {
    return Folded.fold(words).replaceAll("[^\\p{L}\\d]", "");
  }

  /** The words that are said to be the date, the most telling first. */
  List<Attested<String>> dates() {
    Stream<Attested<String>> addressed =
        addresses.stream()
            .flatMap(address -> FileDates.inAddress(address).stream())
            .map(day -> Attested.asWritten(day, Origin.ADDRESS));
    return Stream.concat(dates.stream(), addressed).distinct().sorted(BY_ORIGIN).toList();
  }

  Optional<String> firstAddress() {
    return addresses.stream().findFirst();
  }

  List<String> addresses() {
    return List.copyOf(addresses);
  }

  /** Puts subtitle, publisher, address, tags and gaps into an article. */
  void describe(Article.Draft draft) {
    subtitle.ifPresent(draft::subtitle);
    publishers.stream().findFirst().ifPresent(draft::publisher);
    addresses.stream().findFirst().ifPresent(draft::address);
    tags.forEach(draft::tag);
    gaps.forEach(draft::gap);
  }

  private static final Comparator<Attested<String>> BY_ORIGIN =
      Comparator.comparing(claim -> claim.evidence().origin());

  private static void add(List<Attested<String>> claims, Origin origin, String words) {
    add(claims, origin, words, MOST);
  }

  private static void add(List<Attested<String>> claims, Origin origin, String words, int most) {
    String text = Blanks.collapse(words);
    if (!text.isEmpty() && text.length() <= LONGEST && claims.size() < most) {
      claims.add(new Attested<>(text, new Evidence(origin, text)));
    }
  }

  private static void add(List<String> claims, String words) {
    String text = Blanks.collapse(words);
    if (!text.isEmpty() && text.length() <= LONGEST && claims.size() < MOST) {
      claims.add(text);
    }
  }
}
