package org.qirtas.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.qirtas.Fault;
import org.qirtas.QirtasException;
import org.qirtas.archive.Archive;
import org.qirtas.archive.ArchiveItem;
import org.qirtas.article.Article;
import org.qirtas.article.Language;
import org.qirtas.compose.Book;
import org.qirtas.compose.Picture;
import org.qirtas.measure.Length;
import org.qirtas.pdf.Colophon;
import org.qirtas.pdf.Edition;
import org.qirtas.profile.Openers;
import org.qirtas.profile.PrintProfile;

/** Makes a book of items of the archive. */
final class BookExport {
  private static final String USUAL_PROFILE = "book-a5";

  /** What printers cut off (docs/print.md). */
  private static final Length LEAST_BLEED = Length.millimetres(3);

  /** A book of more is by nobody in particular. */
  private static final int MOST_AUTHORS = 12;

  private final Qirtas qirtas;
  private final Archive archive;
  private final PrintOptions options;
  private final BookOptions wanted;

  BookExport(Qirtas qirtas, Archive archive, PrintOptions options, BookOptions wanted) {
    this.qirtas = qirtas;
    this.archive = archive;
    this.options = options;
    this.wanted = wanted;
  }

  Exit print(List<ArchiveItem> items, Path target) {
    var shelf = Printing.shelf();
    PrintProfile profile = begun(options.profile(shelf, USUAL_PROFILE));
    if (wanted.coverSheet() && (options.edition() != Edition.PRINT || options.paper().isEmpty())) {
      throw new QirtasException(Fault.USAGE, "book.cover-sheet");
    }
    var cover =
        new Book.Cover(wanted.cover().map(this::cover), wanted.coverSheet(), wanted.blurb());
    var exit = Exit.DONE;
    var gathered = new ArrayList<Gathered>();
    for (ArchiveItem item : items) {
      try {
        gathered.add(Gathered.of(gathered.size(), item, article(item)));
      } catch (QirtasException failure) {
        exit = qirtas.failed(failure);
      }
    }
    if (gathered.isEmpty()) {
      return exit;
    }
    try (var printing = new Printing(profile, shelf, options, false);
        var report = new PrintReport(qirtas, options, profile, target)) {
      Language language = language(gathered);
      var related = RelatedArticles.of(gathered, new RelatedItems(qirtas, archive));
      var binding = new Binding(wanted, language, one -> chapter(one, printing, related));
      List<Gathered> ordered = binding.ordered(gathered);
      var book =
          new Book(
              language,
              title(ordered, language),
              span(ordered),
              wanted.imprint(),
              cover,
              binding.parts(ordered),
              indexes(binding, ordered),
              sources(ordered));
      if (options.check()) {
        ordered.forEach(one -> report.begin(article(one.item())));
      }
      printing.print(book, colophon(book, ordered), target, report::page);
      report.warn(printing.takeNotices());
      Exit outcome = report.finish();
      if (wanted.coverSheet()) {
        Exit sheet = coverSheet(printing, book, ordered, target, report.pages());
        outcome = outcome == Exit.DONE ? sheet : outcome;
      }
      return outcome == Exit.DONE ? exit : outcome;
    }
  }

  /** The cover, around as many pages as there are. */
  private Exit coverSheet(
      Printing printing, Book book, List<Gathered> articles, Path target, int pages) {
    Length spine = options.paper().orElseThrow().spine(pages);
    String name = String.valueOf(target.getFileName()).replaceFirst("\\.pdf$", "");
    Path file = target.resolveSibling(name + "-cover.pdf");
    printing.printCover(book, colophon(book, articles), spine, file);
    return PrintReport.cover(qirtas, options, printing, file, spine);
  }

  /** A picture on the cover of a book for print is cut with the page. */
  private PrintProfile begun(PrintProfile profile) {
    boolean bled =
        options.edition() == Edition.PRINT && wanted.cover().isPresent() && !wanted.coverSheet();
    PrintProfile begun =
        profile.with(
            new Openers(wanted.start(), profile.openers().across(), profile.openers().sink()));
    return bled ? begun.on(begun.page().bledAtLeast(LEAST_BLEED)) : begun;
  }

  private Article article(ArchiveItem item) {
    return archive
        .article(item)
        .orElseThrow(() ->
            new QirtasException(
                Fault.INPUT, "item.quarantined", item.path(), item.cause().orElse("")));
  }

  private Book.Chapter chapter(Gathered one, Printing printing, RelatedArticles related) {
    return new Book.Chapter(
        one.anchor(),
        one.title(),
        () -> {
          Article article = article(one.item());
          var order =
              new Printing.Order(
                  article,
                  Colophons.of(article, one.item().slug(), one.item().created()),
                  name -> archive.picture(one.item(), name),
                  Optional.empty());
          return new Book.Content(article, printing.pictures(order), related.of(one));
        });
  }

  private Picture cover(Path file) {
    try {
      return Picture.read(file.getFileName().toString(), Files.readAllBytes(file), _ -> {})
          .orElseThrow(() -> new QirtasException(Fault.INPUT, "book.cover", file));
    } catch (NoSuchFileException e) {
      throw new QirtasException(e, Fault.USAGE, "profile.absent", file);
    } catch (IOException e) {
      throw new QirtasException(
          e, Fault.INPUT, "profile.unreadable", file, String.valueOf(e.getMessage()));
    }
  }

  /** The language that most articles are in; of several, the first by its tag. */
  private static Language language(List<Gathered> articles) {
    var counts =
        articles.stream()
            .collect(
                Collectors.groupingBy(
                    one -> one.language().tag(), TreeMap::new, Collectors.counting()));
    String most = "ar";
    long count = 0;
    for (Map.Entry<String, Long> entry : counts.entrySet()) {
      boolean known = !entry.getKey().equals(Language.UNKNOWN.tag());
      if (known && entry.getValue() > count) {
        most = entry.getKey();
        count = entry.getValue();
      }
    }
    return new Language(most);
  }

  private String title(List<Gathered> articles, Language language) {
    return wanted
        .title()
        .or(() -> common(articles, Gathered::author))
        .or(() -> common(articles, Gathered::publisher))
        .orElse(language.inArabicLetters() ? "مقالات" : "Articles");
  }

  /** What all of them have alike. */
  private static Optional<String> common(
      List<Gathered> articles, Function<Gathered, Optional<String>> name) {
    List<Optional<String>> names = articles.stream().map(name).distinct().limit(2).toList();
    return names.size() == 1 ? names.getFirst() : Optional.empty();
  }

  private static Optional<Book.Span> span(List<Gathered> articles) {
    List<LocalDate> days =
        articles.stream().map(Gathered::day).flatMap(Optional::stream).sorted().toList();
    return days.isEmpty()
        ? Optional.empty()
        : Optional.of(new Book.Span(days.getFirst(), days.getLast()));
  }

  private static List<Book.Index> indexes(Binding binding, List<Gathered> ordered) {
    return List.of(
            binding.index(Book.Subject.AUTHORS, ordered, Gathered::authors),
            binding.index(Book.Subject.PLACES, ordered, one -> one.place().stream().toList()),
            binding.index(Book.Subject.TAGS, ordered, Gathered::tags))
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  private static Book.Sources sources(List<Gathered> ordered) {
    var publishers = new TreeMap<String, Integer>();
    var originals = new ArrayList<Book.Original>();
    var digests = new StringBuilder();
    for (Gathered one : ordered) {
      one.publisher().ifPresent(name -> publishers.merge(name, 1, Integer::sum));
      String digest = one.item().origin().sha512();
      digests.append(digest).append('\n');
      originals.add(new Book.Original(one.anchor(), one.item().origin().name(), digest));
    }
    return new Book.Sources(publishers, originals, sha512(digests.toString()));
  }

  private static String sha512(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              java.security.MessageDigest.getInstance("SHA-512")
                  .digest(text.getBytes(StandardCharsets.US_ASCII)));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-512", e);
    }
  }

  private static Colophon colophon(Book book, List<Gathered> articles) {
    List<String> authors =
        articles.stream().flatMap(one -> one.authors().stream()).distinct().toList();
    Instant newest =
        articles.stream()
            .map(one -> one.item().created())
            .max(Instant::compareTo)
            .orElse(Instant.EPOCH);
    return new Colophon(
        book.title(),
        authors.size() > MOST_AUTHORS ? List.of() : authors,
        List.of(),
        book.language(),
        book.language().direction(),
        newest);
  }
}
