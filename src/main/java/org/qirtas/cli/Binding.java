package org.qirtas.cli;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.qirtas.article.ArticleDate;
import org.qirtas.article.Language;
import org.qirtas.compose.Book;
import org.qirtas.text.AlphabeticalOrder;

/** Puts the articles of a book in order, and parts them. */
final class Binding {
  private final BookOptions options;
  private final AlphabeticalOrder alphabet;
  private final Function<Gathered, Book.Chapter> chapters;

  Binding(BookOptions options, Language language, Function<Gathered, Book.Chapter> chapters) {
    this.options = options;
    this.alphabet = new AlphabeticalOrder(language);
    this.chapters = chapters;
  }

  /** In the order that was asked for; what it does not tell apart stays as it was found. */
  List<Gathered> ordered(List<Gathered> all) {
    Comparator<Gathered> given = Comparator.comparingInt(Gathered::number);
    Comparator<Optional<ArticleDate>> earlier =
        Comparator.comparing(
            date -> date.map(ArticleDate::from).orElseThrow(), Comparator.naturalOrder());
    Comparator<Gathered> order =
        switch (options.order()) {
          case GIVEN -> given;
          case DATE -> Comparator.comparing(Gathered::date, undatedLast(earlier));
          case NEWEST -> Comparator.comparing(Gathered::date, undatedLast(earlier.reversed()));
          case TITLE -> Comparator.comparing(one -> one.title().orElse(""), alphabet);
          case AUTHOR -> Comparator.comparing(one -> one.author().orElse(""), alphabet);
        };
    Comparator<Gathered> path = Comparator.comparing(one -> one.item().path());
    return all.stream().sorted(order.thenComparing(path).thenComparing(given)).toList();
  }

  private static <T> Comparator<Optional<T>> undatedLast(Comparator<Optional<T>> dated) {
    return (one, other) ->
        one.isPresent() && other.isPresent()
            ? dated.compare(one, other)
            : Boolean.compare(one.isEmpty(), other.isEmpty());
  }

  /** Parts and sections, in the order in which their first articles come; names by the alphabet. */
  List<Book.Part> parts(List<Gathered> ordered) {
    if (options.group() == BookOptions.Group.NONE) {
      return List.of(new Book.Part(Optional.empty(), List.of(section(Optional.empty(), ordered))));
    }
    var parts = new ArrayList<Book.Part>();
    for (var part : gathered(ordered, this::part)) {
      parts.add(new Book.Part(Optional.of(part.heading()), sections(part.articles())));
    }
    return parts;
  }

  private List<Book.Section> sections(List<Gathered> articles) {
    boolean byDate =
        options.order() == BookOptions.Order.DATE || options.order() == BookOptions.Order.NEWEST;
    return switch (options.group()) {
      case MONTH ->
          byDate
              ? headed(articles, Binding::dayOrMonth)
              : List.of(section(Optional.empty(), articles));
      case YEAR ->
          byDate
              ? headed(articles, Binding::monthOrYear)
              : List.of(section(Optional.empty(), articles));
      case DAY, AUTHOR, PLACE, TAG, SOURCE, NONE -> List.of(section(Optional.empty(), articles));
    };
  }

  private List<Book.Section> headed(
      List<Gathered> articles, Function<Gathered, Book.Heading> heading) {
    return gathered(articles, heading).stream()
        .map(some ->
            section(
                some.heading() instanceof Book.Heading.Undated
                    ? Optional.empty()
                    : Optional.of(some.heading()),
                some.articles()))
        .toList();
  }

  private Book.Section section(Optional<Book.Heading> heading, List<Gathered> articles) {
    return new Book.Section(heading, articles.stream().map(chapters).toList());
  }

  private record Group(Book.Heading heading, List<Gathered> articles) {}

  private List<Group> gathered(List<Gathered> articles, Function<Gathered, Book.Heading> heading) {
    var groups = new LinkedHashMap<Book.Heading, List<Gathered>>();
    for (Gathered article : articles) {
      groups.computeIfAbsent(heading.apply(article), _ -> new ArrayList<>()).add(article);
    }
    return groups.entrySet().stream()
        .map(entry -> new Group(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparing(Group::heading, this::compare))
        .toList();
  }

  /** Only names have an order of their own; what has none comes last. */
  private int compare(Book.Heading one, Book.Heading other) {
    if (one instanceof Book.Heading.Named(String name)
        && other instanceof Book.Heading.Named(String second)) {
      return alphabet.compare(name, second);
    }
    return Boolean.compare(isLast(one), isLast(other));
  }

  private static boolean isLast(Book.Heading heading) {
    return heading instanceof Book.Heading.Undated || heading instanceof Book.Heading.Others;
  }

  private Book.Heading part(Gathered article) {
    return switch (options.group()) {
      case MONTH -> monthOrYear(article);
      case YEAR -> year(article);
      case DAY -> dayOrMonth(article);
      case AUTHOR -> named(article.author());
      case PLACE -> named(article.place());
      case TAG -> named(article.tags().stream().findFirst());
      case SOURCE -> named(article.publisher());
      case NONE -> throw new IllegalStateException("nothing is parted");
    };
  }

  private static Book.Heading named(Optional<String> name) {
    return name.map(String::strip)
        .filter(words -> !words.isEmpty())
        .<Book.Heading>map(Book.Heading.Named::new)
        .orElseGet(Book.Heading.Others::new);
  }

  private static Book.Heading year(Gathered article) {
    return article
        .day()
        .<Book.Heading>map(day -> new Book.Heading.Year(day.getYear()))
        .orElseGet(Book.Heading.Undated::new);
  }

  private static Book.Heading monthOrYear(Gathered article) {
    boolean coarse =
        article.date().filter(d -> d.precision() == ArticleDate.Precision.YEAR).isPresent();
    return coarse
        ? year(article)
        : article
            .day()
            .<Book.Heading>map(day -> new Book.Heading.Month(YearMonth.from(day)))
            .orElseGet(Book.Heading.Undated::new);
  }

  private static Book.Heading dayOrMonth(Gathered article) {
    Optional<LocalDate> day =
        article
            .date()
            .filter(date -> date.precision().compareTo(ArticleDate.Precision.DAY) <= 0)
            .map(date -> date.from().toLocalDate());
    return day.<Book.Heading>map(Book.Heading.Day::new).orElseGet(() -> monthOrYear(article));
  }

  /** An index of names, each once however often an article has it. */
  Optional<Book.Index> index(
      Book.Subject subject, List<Gathered> ordered, Function<Gathered, List<String>> names) {
    var anchors = new java.util.TreeMap<String, List<String>>(alphabet);
    for (Gathered article : ordered) {
      names.apply(article).stream()
          .map(name -> name.replaceAll("[\\p{Cc}\\s]+", " ").strip())
          .filter(name -> !name.isEmpty())
          .distinct()
          .forEach(
              name -> anchors.computeIfAbsent(name, _ -> new ArrayList<>()).add(article.anchor()));
    }
    if (anchors.isEmpty()) {
      return Optional.empty();
    }
    var terms = new ArrayList<Book.Term>();
    anchors.forEach((name, where) -> terms.add(new Book.Term(name, alphabet.letter(name), where)));
    return Optional.of(new Book.Index(subject, terms));
  }
}
