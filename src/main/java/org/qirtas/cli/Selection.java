package org.qirtas.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.qirtas.Fault;
import org.qirtas.QirtasException;
import org.qirtas.archive.Status;
import org.qirtas.article.ArticleDate;
import org.qirtas.catalog.Query;
import picocli.CommandLine.Option;

/** The options that say which items are meant, for every command that works on several. */
final class Selection {
  /** Words in quotation marks of any kind stand side by side. */
  private static final Pattern PHRASE = Pattern.compile("\"([^\"]*)\"|«([^»]*)»|“([^”]*)”");

  private static final Pattern ALIKE = Pattern.compile("([\\p{L}\\p{M}\\p{N}]+)~");

  @Option(names = "--on", paramLabel = "DAY")
  private @Nullable String on;

  @Option(names = "--from", paramLabel = "DAY")
  private @Nullable String from;

  @Option(names = "--to", paramLabel = "DAY")
  private @Nullable String to;

  /** A calendar that days can be typed in. */
  enum Calendar {
    GREGORIAN,
    HIJRI
  }

  @Option(names = "--calendar", paramLabel = "gregorian|hijri")
  private Calendar calendar = Calendar.GREGORIAN;

  @Option(names = "--undated")
  private boolean undated;

  @Option(names = "--no-text")
  private boolean withoutText;

  @Option(names = "--withdrawn")
  private boolean withdrawn;

  @Option(names = "--author", paramLabel = "NAME")
  private List<String> authors = new ArrayList<>();

  @Option(names = "--place", paramLabel = "NAME")
  private List<String> places = new ArrayList<>();

  @Option(names = "--source", paramLabel = "NAME")
  private List<String> sources = new ArrayList<>();

  @Option(names = "--tag", paramLabel = "TAG")
  private List<String> tags = new ArrayList<>();

  @Option(names = "--lang-of", paramLabel = "LANG")
  private @Nullable String language;

  @Option(names = "--min-words", paramLabel = "N")
  private int minWords;

  @Option(names = "--max-words", paramLabel = "N")
  private int maxWords = Integer.MAX_VALUE;

  /**
   * {@return the only source that is named}
   *
   * @throws QirtasException {@code USAGE} where anything else is asked for
   */
  Optional<String> source() {
    if (withdrawn || wanted(List.of()).size() > Math.min(1, sources.size())) {
      throw new QirtasException(Fault.USAGE, "usage.selection");
    }
    return sources.stream().findFirst();
  }

  /** {@return whether any of the options was given} */
  boolean isGiven() {
    return withdrawn || !wanted(List.of()).isEmpty();
  }

  /**
   * {@return what is looked for}
   *
   * @param words what stands on the command line besides the options
   * @throws QirtasException {@code USAGE} where an option's value makes no sense
   */
  Query query(List<String> words) {
    List<Query> all = wanted(words);
    Query gone = new Query.Having(Status.WITHDRAWN);
    all.add(withdrawn ? gone : new Query.Not(gone));
    return new Query.And(all);
  }

  private List<Query> wanted(List<String> words) {
    var all = new ArrayList<Query>();
    days().ifPresent(all::add);
    authors.forEach(name -> all.add(new Query.Author(name)));
    places.forEach(name -> all.add(new Query.Place(name)));
    sources.forEach(name -> all.add(new Query.Publisher(name)));
    tags.forEach(tag -> all.add(new Query.Tag(tag)));
    if (language != null) {
      all.add(new Query.InLanguage(language));
    }
    if (withoutText) {
      all.add(new Query.Length(0, 0));
    }
    if (minWords > 0 || maxWords < Integer.MAX_VALUE) {
      all.add(new Query.Length(minWords, maxWords));
    }
    addWords(all, words);
    return all;
  }

  private Optional<Query> days() {
    if (undated) {
      if (on != null || from != null || to != null) {
        throw new QirtasException(Fault.USAGE, "usage.undated");
      }
      return Optional.of(new Query.Undated());
    }
    Optional<Days.Span> whole = span("--on", on);
    if (whole.isPresent() && (from != null || to != null)) {
      throw new QirtasException(Fault.USAGE, "usage.on");
    }
    Optional<LocalDate> first = whole.or(() -> span("--from", from)).map(Days.Span::first);
    Optional<LocalDate> last = whole.or(() -> span("--to", to)).map(Days.Span::last);
    if (first.isPresent() && last.isPresent() && first.get().isAfter(last.get())) {
      throw new QirtasException(Fault.USAGE, "usage.span", first.get(), last.get());
    }
    return first.isEmpty() && last.isEmpty()
        ? Optional.empty()
        : Optional.of(new Query.Within(first, last));
  }

  private Optional<Days.Span> span(String option, @Nullable String typed) {
    ArticleDate.Reckoning reckoning =
        switch (calendar) {
          case GREGORIAN -> ArticleDate.Reckoning.GREGORIAN;
          case HIJRI -> ArticleDate.Reckoning.HIJRI;
        };
    return Optional.ofNullable(typed).map(some -> Days.span(option, some, reckoning));
  }

  private static void addWords(List<Query> all, List<String> words) {
    // One argument with a space in it was quoted in the shell, which is no wish for a phrase: who
    // wants one puts quotation marks into the words themselves.
    String text = String.join(" ", words);
    Matcher phrase = PHRASE.matcher(text);
    while (phrase.find()) {
      for (int group = 1; group <= phrase.groupCount(); group++) {
        Optional.ofNullable(phrase.group(group)).map(Query.Phrase::new).ifPresent(all::add);
      }
    }
    String rest = alike(all, phrase.replaceAll(" "));
    if (!rest.isBlank()) {
      all.add(new Query.Words(rest));
    }
  }

  /** A word with a tilde behind it may be misspelt by a letter or two. */
  private static String alike(List<Query> all, String words) {
    Matcher word = ALIKE.matcher(words);
    while (word.find()) {
      all.add(new Query.Alike(word.group(1)));
    }
    return word.replaceAll(" ");
  }
}
