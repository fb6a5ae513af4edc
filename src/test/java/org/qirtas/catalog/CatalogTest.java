package org.qirtas.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qirtas.archive.Archive;
import org.qirtas.archive.ArchiveItem;
import org.qirtas.archive.ArchiveWriter;
import org.qirtas.archive.ItemId;
import org.qirtas.archive.Original;
import org.qirtas.archive.Shelf;
import org.qirtas.archive.Status;
import org.qirtas.article.Article;
import org.qirtas.article.ArticleDate.Precision;
import org.qirtas.article.Attested;
import org.qirtas.article.Evidence.Origin;
import org.qirtas.article.Language;
import org.qirtas.source.Reading;

class CatalogTest {
  @TempDir Path temporary;
  private Archive archive;
  private final List<Condition> notices = new ArrayList<>();

  @BeforeEach
  void fill() {
    archive = Archive.create(temporary.resolve("archive"), Shelf.CLOCK);
    store(
        Shelf.article("الأمن أولا", "قال المتحدث إن الحوار مستمر")
            .date(Shelf.date("2020-10-23T02:44", Precision.MINUTE))
            .author(Attested.asWritten("سلمى الحداد", Origin.DATE_LINE))
            .place(Attested.asWritten("بيروت", Origin.DATE_LINE))
            .publisher("صحيفة النهر")
            .address("https://news.example.org/a/1")
            .tag("سياسة عامة")
            .finish());
    store(
        Shelf.article("في الاقتصاد", "مستمر الحوار إن المتحدث قال: الأمن")
            .date(Shelf.date("2020-10-01T00:00", Precision.MONTH))
            .author(Attested.asWritten("كمال سالم", Origin.DATE_LINE))
            .tag("سياسة")
            .finish());
    store(Shelf.article("قديم", "نص").date(Shelf.date("1999-12-31T00:00", Precision.DAY)).finish());
    store(
        Shelf.article("بلا تاريخ", "نص").language(Language.named("fa-AF").orElseThrow()).finish());
    try (ArchiveWriter writer = archive.writer();
        CatalogWriter catalog = open(writer)) {
      ArchiveItem bad =
          writer.quarantine(
              Shelf.source(temporary, "bad.pdf", "%PDF"),
              java.util.Optional.empty(),
              "source.corrupt []");
      catalog.add(bad, Optional.empty());
      catalog.commit();
    }
    notices.clear();
  }

  private CatalogWriter open(ArchiveWriter writer) {
    return CatalogWriter.open(writer, notices::add, _ -> {});
  }

  private void store(Article article) {
    try (ArchiveWriter writer = archive.writer();
        CatalogWriter catalog = open(writer)) {
      Reading reading = Shelf.reading(temporary, article);
      catalog.add(writer.store(reading), Optional.of(article));
      catalog.commit();
    }
  }

  private List<String> titles(Query query) {
    return titles(query, Order.DATE);
  }

  private List<String> titles(Query query, Order order) {
    try (Catalog catalog = Catalog.open(archive, notices::add)) {
      var titles = new ArrayList<String>();
      catalog.find(query, order, 100).forEachRemaining(hit -> titles.add(hit.title().orElse("")));
      assertEquals(titles.size(), catalog.count(query));
      return titles;
    }
  }

  private static Query within(String from, String until) {
    return new Query.Within(
        Optional.of(LocalDate.parse(from)), Optional.of(LocalDate.parse(until)));
  }

  @Test
  void dayFindsWhatMayHaveBeenPublishedOnIt() {
    assertEquals(List.of("الأمن أولا", "في الاقتصاد"), titles(within("2020-10-23", "2020-10-23")));
    assertEquals(List.of("في الاقتصاد"), titles(within("2020-10-24", "2020-10-31")));
    assertEquals(List.of(), titles(within("2020-11-01", "2020-11-30")));
  }

  @Test
  void spanMayBeOpenAtEitherEnd() {
    LocalDate day = LocalDate.parse("2000-01-01");
    assertEquals(List.of("قديم"), titles(new Query.Within(Optional.empty(), Optional.of(day))));
    assertEquals(
        List.of("الأمن أولا", "في الاقتصاد"),
        titles(new Query.Within(Optional.of(day), Optional.empty())));
  }

  @Test
  void newestComesFirstAndUndatedLast() {
    assertEquals(
        List.of("الأمن أولا", "في الاقتصاد", "قديم", "بلا تاريخ", "bad.pdf"),
        titles(new Query.All()));
  }

  @Test
  void lengthCountsWordsOfTheBody() {
    assertEquals(0, Entry.words(" – … "));
    assertEquals(4, Entry.words("في عام ٢٠٢٠\u00A0م."));
    var all = new ArrayList<Hit>();
    try (Catalog catalog = Catalog.open(archive, notices::add)) {
      catalog.find(new Query.All(), Order.DATE, 100).forEachRemaining(all::add);
    }
    for (Hit hit : all) {
      assertEquals(hit.title().equals(Optional.of("bad.pdf")), hit.words().isEmpty());
      int words = hit.words().orElse(-1);
      assertEquals(
          all.stream().filter(other -> other.words().orElse(-1) == words).count(),
          words < 0 ? 1 : titles(new Query.Length(words, words)).size());
    }
  }

  /** An item in the catalog alone. */
  private static ArchiveItem entry(int number) {
    return new ArchiveItem(
        new ItemId(new UUID(0x7000L, 0x8000_0000_0000_0000L | number)),
        "undated/" + number,
        1,
        Instant.EPOCH,
        Status.STORED,
        new Original(number + ".txt", "%0128x".formatted(number), 1, "text/plain"),
        Optional.empty(),
        List.of());
  }

  @Test
  void whateverIsPassedOverTheRestFollowsInOrder() {
    int many = 1_300;
    try (ArchiveWriter writer = archive.writer();
        CatalogWriter catalog = open(writer)) {
      for (int i = 0; i < many; i++) {
        catalog.add(entry(i), Optional.of(Shelf.article("خبر " + i, "ن").finish()));
      }
      catalog.commit();
    }
    try (Catalog catalog = Catalog.open(archive, notices::add)) {
      var all = new ArrayList<String>();
      var words = new Query.Words("خبر");
      catalog.find(words, Order.DATE, many + 1).forEachRemaining(hit -> all.add(hit.path()));
      assertEquals(many, new HashSet<>(all).size());
      for (int skip : new int[] {0, 1, 499, 500, 501, 1_299, 1_300, 5_000}) {
        var rest = new ArrayList<String>();
        catalog.find(words, Order.DATE, skip, 600).forEachRemaining(hit -> rest.add(hit.path()));
        int from = Math.min(skip, many);
        assertEquals(all.subList(from, Math.min(many, from + 600)), rest, "after " + skip);
      }
    }
  }

  @Test
  void whatIsStoredIsFoundAlsoWhereNoCatalogCanBeWritten() throws IOException {
    Path folder = temporary.resolve("archive/.qirtas/catalog");
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
    Files.writeString(folder, "a file, where the catalog's folder belongs");
    assertEquals(5, titles(new Query.All()).size());
  }

  @Test
  void wordInATitleWeighsMore() {
    assertEquals(
        List.of("الأمن أولا", "في الاقتصاد"), titles(new Query.Words("أمن"), Order.RELEVANCE));
  }

  @Test
  void phraseStandsSideBySideInOrder() {
    assertEquals(List.of("الأمن أولا"), titles(new Query.Phrase("ان الحوار مستمر")));
    assertEquals(2, titles(new Query.Words("مستمر الحوار المتحدث")).size());
    assertEquals(List.of(), titles(new Query.Words("مستمر الحوار غائب")));
  }

  @Test
  void authorPlaceTagPublisherLanguageAndStatusAreLookedUpApart() {
    assertEquals(List.of("الأمن أولا"), titles(new Query.Author("الحداد سلمي")));
    assertEquals(List.of("الأمن أولا"), titles(new Query.Place("بيروت")));
    assertEquals(List.of("الأمن أولا"), titles(new Query.Tag("سياسه عامه")));
    assertEquals(List.of("الأمن أولا"), titles(new Query.Publisher("النهر")));
    assertEquals(List.of("الأمن أولا"), titles(new Query.Publisher("news.example.org")));
    assertEquals(List.of("بلا تاريخ"), titles(new Query.InLanguage("fa")));
    assertEquals(List.of("بلا تاريخ"), titles(new Query.InLanguage("FA_af")));
    assertEquals(List.of("bad.pdf"), titles(new Query.Having(Status.QUARANTINED)));
    assertEquals(List.of("بلا تاريخ", "bad.pdf"), titles(new Query.Undated()));
  }

  @Test
  void queriesCombine() {
    Query words = new Query.Words("الحوار");
    Query author = new Query.Author("كمال");
    assertEquals(List.of("في الاقتصاد"), titles(new Query.And(List.of(words, author))));
    assertEquals(
        List.of("الأمن أولا"), titles(new Query.And(List.of(words, new Query.Not(author)))));
    assertEquals(5, titles(new Query.And(List.of())).size());
    assertEquals(List.of(), titles(new Query.Or(List.of())));
    assertEquals(2, titles(new Query.Or(List.of(words, author))).size());
  }

  @Test
  void textWithoutAWordFindsNothing() {
    assertEquals(List.of(), titles(new Query.Words("؟!")));
    assertEquals(List.of(), titles(new Query.Phrase("")));
  }

  @Test
  void itemIsNamedByIdSlugOrPathAndByTheBeginningOfOne() {
    assertEquals(List.of("قديم"), titles(new Query.Named("قديم")));
    assertEquals(List.of("قديم"), titles(new Query.Named("1999/12/31/قديم")));
    assertEquals(List.of("قديم"), titles(new Query.NamedFrom("1999/")));
    assertEquals(5, titles(new Query.NamedFrom("019B7C")).size());
  }

  @Test
  void foldersAloneGiveTheSameAnswersAgain() throws IOException {
    List<Query> queries =
        List.of(
            new Query.All(),
            new Query.Words("أمن"),
            within("2020-10-02", "2020-10-02"),
            new Query.Undated(),
            new Query.Author("سالم"),
            new Query.Having(Status.STORED));
    var before = new TreeMap<String, List<Hit>>();
    queries.forEach(query -> before.put(query.toString(), hits(query)));
    delete(archive.derived());
    var after = new TreeMap<String, List<Hit>>();
    queries.forEach(query -> after.put(query.toString(), hits(query)));
    assertEquals(before, after);
    assertEquals(List.of(Condition.MISSING), notices);
  }

  private List<Hit> hits(Query query) {
    try (Catalog catalog = Catalog.open(archive, notices::add)) {
      var hits = new ArrayList<Hit>();
      catalog.find(query, Order.RELEVANCE, 100).forEachRemaining(hits::add);
      return hits;
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Test
  void itemThatACrashKeptFromTheCatalogIsFoundByTheNextLookUp() {
    Article article = Shelf.article("بعد الانقطاع", "نص").finish();
    try (ArchiveWriter writer = archive.writer()) {
      writer.store(Shelf.reading(temporary, article));
    }
    assertTrue(archive.isUnsettled());
    assertEquals(List.of("بعد الانقطاع"), titles(new Query.Words("انقطاع")));
    assertEquals(List.of(Condition.BEHIND), notices);
    assertFalse(archive.isUnsettled());
  }

  @Test
  void whileAnotherWritesTheLastCommitAnswers() {
    try (ArchiveWriter writer = archive.writer()) {
      writer.store(Shelf.reading(temporary, Shelf.article("جديد", "نص").finish()));
      assertEquals(5, titles(new Query.All()).size());
    }
    assertEquals(6, titles(new Query.All()).size());
  }

  @Test
  void withoutACatalogAndWithoutTheRightToWriteOneIsBuiltInMemory() throws IOException {
    delete(archive.derived());
    try (ArchiveWriter _ = archive.writer()) {
      assertEquals(5, titles(new Query.All()).size());
    }
    assertEquals(List.of(Condition.MISSING), notices);
  }

  @Test
  void everyDamagedFileOfTheCatalogIsMadeGood() throws IOException {
    List<Hit> right = hits(new Query.Words("الحوار"));
    for (int file = 0; file < catalogFiles().size(); file++) {
      Path damaged = catalogFiles().get(file);
      Files.write(
          damaged, "not what Lucene wrote".getBytes(java.nio.charset.StandardCharsets.UTF_8));
      assertEquals(right, hits(new Query.Words("الحوار")), damaged::toString);
    }
    for (int file = 0; file < catalogFiles().size(); file++) {
      Path missing = catalogFiles().get(file);
      Files.delete(missing);
      assertEquals(right, hits(new Query.Words("الحوار")), missing::toString);
    }
  }

  private List<Path> catalogFiles() throws IOException {
    try (Stream<Path> files = Files.list(archive.derived().resolve("catalog"))) {
      return files
          .filter(file -> !file.getFileName().toString().equals("write.lock"))
          .sorted()
          .toList();
    }
  }

  @Test
  void sameBytesAreKnownBeforeAndAfterTheCommit() {
    Reading reading = Shelf.reading(temporary, Shelf.article("مرة", "نص").finish());
    String digest = reading.source().digest().hex();
    try (ArchiveWriter writer = archive.writer();
        CatalogWriter catalog = open(writer)) {
      assertEquals(Optional.empty(), catalog.sameBytes(digest));
      catalog.add(writer.store(reading), Optional.of(reading.article()));
      assertEquals("undated/مرة", catalog.sameBytes(digest).orElseThrow().path());
      catalog.commit();
      assertEquals("undated/مرة", catalog.sameBytes(digest).orElseThrow().path());
    }
  }

  @Test
  void bytesWhoseItemSomebodyDeletedAreWelcomeAgain() throws IOException {
    Reading reading = Shelf.reading(temporary, Shelf.article("مرة", "نص").finish());
    store(reading.article());
    delete(archive.folder("undated/مرة"));
    try (ArchiveWriter writer = archive.writer();
        CatalogWriter catalog = open(writer)) {
      assertEquals(Optional.empty(), catalog.sameBytes(reading.source().digest().hex()));
    }
  }

  @Test
  void manyHitsComePageByPage() {
    try (ArchiveWriter writer = archive.writer();
        CatalogWriter catalog = open(writer)) {
      for (int i = 0; i < 1_200; i++) {
        Article article = Shelf.article("كثير " + i, "نص").finish();
        var item = Shelf.reading(temporary, article);
        catalog.add(
            new ArchiveItem(
                new org.qirtas.archive.ItemId(new java.util.UUID(0x7000L, i)),
                "undated/كثير-" + i,
                1,
                Shelf.CLOCK.instant(),
                Status.STORED,
                new org.qirtas.archive.Original("a", item.source().digest().hex(), 1, "text/plain"),
                Optional.empty(),
                List.of()),
            Optional.of(article));
      }
      catalog.commit();
    }
    assertEquals(1_200, hitCount(Integer.MAX_VALUE));
    assertEquals(700, hitCount(700));
    assertEquals(0, hitCount(0));
  }

  private int hitCount(int limit) {
    try (Catalog catalog = Catalog.open(archive, notices::add)) {
      var paths = new java.util.TreeSet<String>();
      catalog
          .find(new Query.Words("كثير"), Order.RELEVANCE, limit)
          .forEachRemaining(hit -> paths.add(hit.path()));
      return paths.size();
    }
  }
}
