package org.qirtas.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.qirtas.archive.Archive;
import org.qirtas.archive.ArchiveItem;
import org.qirtas.archive.ArchiveWriter;
import org.qirtas.archive.ItemId;
import org.qirtas.archive.Original;
import org.qirtas.archive.Status;
import org.qirtas.article.Article;
import org.qirtas.article.ArticleDate;
import org.qirtas.article.Attested;
import org.qirtas.article.Block;
import org.qirtas.article.Evidence;
import org.qirtas.article.Language;
import org.qirtas.catalog.Catalog;
import org.qirtas.catalog.CatalogWriter;
import org.qirtas.catalog.Hit;
import org.qirtas.catalog.Order;
import org.qirtas.catalog.Query;
import org.qirtas.source.Digest;
import org.qirtas.source.Reading;
import org.qirtas.source.Source;

/**
 * Archives of invented items, as large as one wants: the same for the same number. Bodies are as
 * long as those of news (100 to 300 words), words as frequent as words are (Zipf), days twenty
 * years.
 *
 * <p>{@code catalog N DIR} makes a catalog without folders, {@code folders N DIR} whole items,
 * {@code look-ups DIR} measures look-ups within one process.
 */
public final class SyntheticArchive {
  private static final int WORDS = 60_000;
  private static final int AUTHORS = 2_000;
  private static final int PUBLISHERS = 30;
  private static final int DAYS = 7_300;
  private static final LocalDate FIRST = LocalDate.of(2001, 1, 1);
  private static final String LETTERS = "ابتجحدرسعفقكلمنهوي";

  private final String[] words =
      IntStream.range(0, WORDS).mapToObj(this::word).toArray(String[]::new);

  private SyntheticArchive() {}

  /**
   * Runs one of the three.
   *
   * @param arguments the name, then what it needs
   * @throws IOException where a folder cannot be written
   */
  public static void main(String[] arguments) throws IOException {
    var synthetic = new SyntheticArchive();
    switch (arguments[0]) {
      case "catalog" -> synthetic.catalog(Integer.parseInt(arguments[1]), Path.of(arguments[2]));
      case "folders" -> synthetic.folders(Integer.parseInt(arguments[1]), Path.of(arguments[2]));
      case "look-ups" -> synthetic.lookUps(Path.of(arguments[1]));
      default -> throw new IllegalArgumentException(arguments[0]);
    }
  }

  private String word(int number) {
    var random = new SplittableRandom(number);
    // Frequent words are short.
    int length = 2 + (int) (Math.log(number + 2) / 3) + random.nextInt(2);
    var word = new StringBuilder(random.nextInt(3) == 0 ? "ال" : "");
    for (int i = 0; i < length; i++) {
      word.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return word.toString();
  }

  /** The word of a rank that is drawn as often as it is in a language. */
  private String drawn(SplittableRandom random) {
    int rank = (int) Math.exp(random.nextDouble() * Math.log(WORDS));
    return words[Math.min(rank, WORDS) - 1];
  }

  private String text(SplittableRandom random, int length) {
    var text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(i == 0 ? "" : " ").append(drawn(random));
    }
    return text.toString();
  }

  private String author(int number) {
    return words[500 + number % 700] + " " + words[2_000 + number];
  }

  private Article article(int number) {
    var random = new SplittableRandom(number * 7_919L);
    LocalDate day = FIRST.plusDays(random.nextInt(DAYS));
    LocalTime time = LocalTime.of(random.nextInt(24), random.nextInt(60));
    Article.Draft draft =
        Article.draft(Language.ARABIC)
            .title(Attested.asWritten(text(random, 8), Evidence.Origin.HEADING))
            .author(Attested.asWritten(author(random.nextInt(AUTHORS)), Evidence.Origin.DATE_LINE))
            .place(Attested.asWritten(words[900 + random.nextInt(60)], Evidence.Origin.DATE_LINE))
            .publisher("صحيفة " + words[3_000 + random.nextInt(PUBLISHERS)])
            .tag(words[5_000 + random.nextInt(300)])
            .date(
                new ArticleDate(
                    LocalDateTime.of(day, time),
                    ArticleDate.Precision.MINUTE,
                    Optional.empty(),
                    ArticleDate.Reckoning.GREGORIAN,
                    new Evidence(Evidence.Origin.DATE_LINE, day.toString()),
                    true));
    int length = 100 + random.nextInt(200);
    for (int done = 0; done < length; done += 50) {
      draft.block(Block.Paragraph.of(text(random, 50)));
    }
    return draft.finish();
  }

  private void catalog(int items, Path root) {
    Archive archive = Archive.create(root, InstantSource.system());
    try (ArchiveWriter writer = archive.writer();
        CatalogWriter catalog = CatalogWriter.open(writer, _ -> {}, _ -> {})) {
      for (int i = 0; i < items; i++) {
        Article article = article(i);
        catalog.add(item(i, article), Optional.of(article));
        if (i % 20_000 == 19_999) {
          catalog.commit();
          System.err.println(i + 1);
        }
      }
      catalog.commit();
    }
  }

  private ArchiveItem item(int number, Article article) {
    String day = article.date().orElseThrow().from().toLocalDate().toString().replace('-', '/');
    String title = article.title().orElseThrow().value().replace(' ', '-');
    String digest = Digest.of(("item " + number).getBytes(StandardCharsets.UTF_8)).hex();
    long moment = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli() + number;
    var random = new SplittableRandom(number);
    var id = new UUID(moment << 16 | 0x7000L, 0x8000_0000_0000_0000L | (random.nextLong() >>> 2));
    return new ArchiveItem(
        new ItemId(id),
        day + "/" + title,
        1,
        Instant.ofEpochMilli(moment),
        Status.STORED,
        new Original("item-" + number + ".html", digest, 30_000, "text/html"),
        Optional.empty(),
        List.of());
  }

  private void folders(int items, Path root) throws IOException {
    Path inbox = Files.createTempDirectory("synthetic");
    Archive archive = Archive.create(root, InstantSource.system());
    try (ArchiveWriter writer = archive.writer();
        CatalogWriter catalog = CatalogWriter.open(writer, _ -> {}, _ -> {})) {
      for (int i = 0; i < items; i++) {
        Article article = article(i);
        Path file = Files.writeString(inbox.resolve("item.txt"), i + "\n" + article.text());
        var source =
            new Source("item-" + i + ".txt", file, Digest.of(file), Files.size(file), "text/plain");
        catalog.add(
            writer.store(new Reading(source, article, new TreeMap<>())), Optional.of(article));
        if (i % 500 == 499) {
          catalog.commit();
        }
      }
      catalog.commit();
    } finally {
      Files.deleteIfExists(inbox.resolve("item.txt"));
      Files.deleteIfExists(inbox);
    }
  }

  private void lookUps(Path root) {
    Archive archive = Archive.open(root, InstantSource.system());
    try (Catalog catalog = Catalog.open(archive, _ -> {})) {
      for (String kind :
          List.of("day", "month and words", "author", "month and words, by relevance")) {
        measure(catalog, kind, 200, _ -> {});
        measure(
            catalog,
            kind,
            2_000,
            nanos ->
                System.out.printf(
                    "%s: median %.2f ms, p99 %.2f ms, worst %.2f ms%n",
                    kind,
                    nanos[nanos.length / 2] / 1e6,
                    nanos[nanos.length * 99 / 100] / 1e6,
                    nanos[nanos.length - 1] / 1e6));
      }
    }
  }

  private void measure(Catalog catalog, String kind, int times, Consumer<long[]> told) {
    var random = new SplittableRandom(times);
    long[] nanos =
        Stream.generate(() -> query(kind, random))
            .limit(times)
            .mapToLong(query -> {
              long begun = System.nanoTime();
              Order order = kind.endsWith("relevance") ? Order.RELEVANCE : Order.DATE;
              var hits = catalog.find(query, order, 20);
              int count = 0;
              while (hits.hasNext()) {
                Hit hit = hits.next();
                count += hit.version();
              }
              return System.nanoTime() - begun + (count < 0 ? 1 : 0);
            })
            .sorted()
            .toArray();
    told.accept(nanos);
  }

  private Query query(String kind, SplittableRandom random) {
    LocalDate day = FIRST.plusDays(random.nextInt(DAYS));
    Query live = new Query.Not(new Query.Having(Status.WITHDRAWN));
    return switch (kind) {
      case "day" -> new Query.And(List.of(within(day, day), live));
      case "author" ->
          new Query.And(List.of(new Query.Author(author(random.nextInt(AUTHORS))), live));
      default -> {
        LocalDate first = day.withDayOfMonth(1);
        yield new Query.And(
            List.of(
                within(first, first.plusMonths(1).minusDays(1)),
                new Query.Words(drawn(random) + " " + drawn(random)),
                live));
      }
    };
  }

  private static Query within(LocalDate first, LocalDate last) {
    return new Query.Within(Optional.of(first), Optional.of(last));
  }
}
