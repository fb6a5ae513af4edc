package org.qirtas.source.head;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.qirtas.article.Attested;
import org.qirtas.article.Evidence;
import org.qirtas.article.Evidence.Origin;
import org.qirtas.source.date.DateLine;
import org.qirtas.source.date.FoundDate;
import org.qirtas.source.letters.Folded;

/**
 * Decides which of a page's titles is the article's, and takes the site's name and section off it:
 * «عنوان المقال | اسم الموقع».
 *
 * <p>What an editor wrote for sharing comes first: records made for search engines often hold
 * another headline than readers ever saw.
 */
public final class Headlines {
  private static final Pattern SIGN = Pattern.compile("\\s+[|–—\\-»«:·•‹›/*]+\\s+|\\s*[|ㅣ｜：]\\s*");
  private static final Pattern CLOSED =
      Pattern.compile("(?s).{1,70}(?:\\s[|–—\\-»«:·•‹›/*]|[|ㅣ｜：])\\s*");

  private static final Pattern SIGNED =
      Pattern.compile("(?s).+(?:\\s[|–—\\-»«:·•‹›/*]+\\s*|[|ㅣ｜：]\\s*)");

  private static final int LONGEST_SIGN = 4;
  private static final int SHORTEST_NAME = 2;
  private static final int LONGEST_TAIL = 70;
  private static final int SHORTEST_TITLE = 12;

  private final List<String> sites = new ArrayList<>();

  /**
   * For a page of these names.
   *
   * @param sites what the site, its publisher and its host are called
   */
  public Headlines(List<String> sites) {
    for (String site : sites) {
      String letters = letters(site);
      if (letters.length() >= SHORTEST_NAME) {
        this.sites.add(letters);
      }
    }
  }

  /**
   * {@return the titles without the site's name, the most telling first}
   *
   * @param titles as the page gives them
   */
  public List<Attested<String>> ranked(List<Attested<String>> titles) {
    List<Attested<String>> cut =
        titles.stream()
            .map(title -> cut(title, titles))
            .filter(title -> !named(title.value()))
            .sorted(Comparator.comparing(title -> title.evidence().origin()))
            .toList();
    Optional<String> best = choose(cut);
    return best.isEmpty()
        ? cut
        : Stream.concat(
                cut.stream().filter(title -> letters(title.value()).equals(best.get())),
                cut.stream().filter(title -> !letters(title.value()).equals(best.get())))
            .toList();
  }

  /**
   * Where the record for search engines and the one for sharing disagree, the heading that readers
   * see is the witness: but a record that repeats the page's own title says no more than that, and
   * one that stands alone was written for the article and not for the page.
   */
  private static Optional<String> choose(List<Attested<String>> titles) {
    Optional<String> shared = first(titles, Origin.OPEN_GRAPH);
    Optional<String> recorded = first(titles, Origin.JSON_LD);
    if (shared.isEmpty() || recorded.isEmpty() || shared.equals(recorded)) {
      return shared.or(() -> recorded);
    }
    Optional<String> seen = first(titles, Origin.HEADING);
    Optional<String> page = first(titles, Origin.TITLE_ELEMENT);
    if (seen.equals(shared)) {
      return recorded.equals(page) ? shared : recorded;
    }
    if (seen.equals(recorded)) {
      boolean seconded =
          recorded.equals(first(titles, Origin.MICRODATA))
              || recorded.equals(first(titles, Origin.META_ELEMENT));
      return seconded || shared.equals(page) ? recorded : shared;
    }
    return recorded;
  }

  private static Optional<String> first(List<Attested<String>> titles, Origin origin) {
    return titles.stream()
        .filter(title -> title.evidence().origin() == origin)
        .map(title -> letters(title.value()))
        .findFirst();
  }

  private Attested<String> cut(Attested<String> title, List<Attested<String>> titles) {
    String words = title.value();
    for (Attested<String> other : titles) {
      if (opens(other.value(), words) || cutShort(words, other.value())) {
        return as(other.value(), title);
      }
    }
    String kept = words;
    for (String shorter = withoutSite(kept); !shorter.equals(kept); shorter = withoutSite(kept)) {
      kept = shorter;
    }
    return as(kept, title);
  }

  /**
   * The heading of lower rank that is a page's title: its own title is that heading, and a sign and
   * the site's name before or behind it. The heading of the first rank is then missing, or that
   * name.
   *
   * @param first the words of the first heading; empty where there is none
   * @param headings the words of headings, in their order
   * @param title the page's own title
   * @return that heading, if there is one
   */
  public static Optional<String> lesser(String first, List<String> headings, String title) {
    return headings.stream()
        .filter(heading -> first.isBlank() || (title.contains(first) && !heading.contains(first)))
        .filter(heading ->
            first.isBlank() || heading.length() + first.length() + LONGEST_SIGN >= title.length())
        .filter(heading -> heading.length() >= SHORTEST_TITLE)
        .filter(heading -> title.equals(heading) || opens(heading, title) || closes(heading, title))
        .findFirst();
  }

  private static Attested<String> as(String words, Attested<String> title) {
    return new Attested<>(words, new Evidence(title.evidence().origin(), title.evidence().raw()));
  }

  /** Whether a title begins with another one, and only a sign and a few words follow. */
  private static boolean opens(String shorter, String longer) {
    if (shorter.length() < SHORTEST_TITLE
        || longer.length() <= shorter.length()
        || longer.length() - shorter.length() > LONGEST_TAIL
        || !longer.startsWith(shorter)) {
      return false;
    }
    String tail = longer.substring(shorter.length());
    return tail.matches("(?s)(?:\\s+[|–—\\-»«:·•‹›/*]|\\s*[|ㅣ｜：]|-\\S).*");
  }

  /**
   * {@return whether a page's title ends with its site's name behind a sign, or begins with it}
   *
   * @param site the name
   * @param title the title
   */
  public static boolean names(String site, String title) {
    String rest = title.endsWith(site) ? title.substring(0, title.length() - site.length()) : "";
    return site.length() > SHORTEST_NAME
        && (SIGNED.matcher(rest).matches()
            || (title.startsWith(site)
                && SIGN.matcher(title.substring(site.length())).lookingAt()));
  }

  /** Whether a title ends with another one, and only a few words and a sign stand before it. */
  private static boolean closes(String shorter, String longer) {
    return shorter.length() >= SHORTEST_TITLE
        && longer.endsWith(shorter)
        && CLOSED.matcher(longer.substring(0, longer.length() - shorter.length())).matches();
  }

  /** «A long title that does not…», where another place has the whole of it. */
  private static boolean cutShort(String words, String whole) {
    String bare = words.replaceFirst("\\s*(?:…|\\.{3})$", "");
    return !bare.equals(words)
        && bare.length() >= SHORTEST_TITLE
        && whole.length() > bare.length()
        && whole.startsWith(bare);
  }

  private String withoutSite(String words) {
    var signs = SIGN.matcher(words).results().toList();
    if (signs.isEmpty()) {
      return words;
    }
    var last = signs.getLast();
    String tail = words.substring(last.end());
    String head = words.substring(0, last.start());
    boolean site = named(tail) || dated(tail) || signed(tail);
    if (site && letters(head).length() >= SHORTEST_NAME) {
      return head.strip();
    }
    var first = signs.getFirst();
    String opening = words.substring(0, first.start());
    // «موقع | عنوان»: some put their name before it.
    boolean before = named(opening) && letters(opening).length() * 2 < letters(words).length();
    return before ? words.substring(first.end()).strip() : words;
  }

  private boolean named(String piece) {
    String letters = letters(piece);
    return letters.length() >= SHORTEST_NAME
        && sites.stream()
            .anyMatch(site ->
                site.equals(letters)
                    || (letters.length() > SHORTEST_NAME && site.contains(letters))
                    || (site.length() > SHORTEST_NAME
                        && letters.contains(site)
                        && letters.length() <= site.length() + 14));
  }

  private static boolean signed(String piece) {
    return piece.strip().matches("(?i)(?:by|von|par|por|بقلم) .{3,40}");
  }

  private static boolean dated(String piece) {
    List<FoundDate> dates = DateLine.in(piece, Origin.HEADING);
    return dates.size() == 1
        && dates.getFirst().end() - dates.getFirst().start() >= piece.strip().length() - 1;
  }

  private static String letters(String words) {
    return Folded.fold(words).replaceAll("[^\\p{L}\\d]", "");
  }
}
