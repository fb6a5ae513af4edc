package org.qirtas.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.ocfl.api.model.ValidationResults;
import io.ocfl.core.storage.filesystem.FileSystemStorage;
import io.ocfl.core.validation.Validator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qirtas.Fault;
import org.qirtas.QirtasException;
import org.qirtas.article.Article;
import org.qirtas.article.ArticleDate;
import org.qirtas.article.Language;
import org.qirtas.source.Digest;
import org.qirtas.source.Reading;
import org.qirtas.source.Source;

class ArchiveTest {
  @TempDir Path temporary;
  private Path inbox;
  private Archive archive;

  @BeforeEach
  void open() {
    inbox = temporary.resolve("inbox");
    archive = Archive.create(temporary.resolve("أرشيف مع فراغ"), Shelf.CLOCK);
  }

  private ArchiveItem store(Article article) {
    return store(Shelf.reading(inbox, article));
  }

  private ArchiveItem store(Reading reading) {
    try (ArchiveWriter writer = archive.writer()) {
      return writer.store(reading);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2020-10-23T02:44, MINUTE, 2020/10/23/عنوان",
    "2020-10-23T00:00, DAY, 2020/10/23/عنوان",
    "2020-10-01T00:00, MONTH, 2020/10/عنوان",
    "2020-01-01T00:00, YEAR, 2020/عنوان",
    "0985-01-01T00:00, YEAR, 0985/عنوان"
  })
  void itemLandsInTheFolderOfWhatIsKnownOfItsDate(
      String from, ArticleDate.Precision precision, String path) {
    ArchiveItem item =
        store(Shelf.article("عنوان", "نص").date(Shelf.date(from, precision)).finish());
    assertEquals(path, item.path());
    assertTrue(Files.isDirectory(archive.root().resolve(path)));
  }

  @Test
  void itemWithoutADateIsUndatedNeverToday() {
    assertEquals("undated/عنوان", store(Shelf.article("عنوان", "نص").finish()).path());
  }

  @Test
  void everyItemIsAnOcflObjectWithoutErrorOrWarning() throws IOException {
    var articles = new GeneratedArticles(3);
    try (ArchiveWriter writer = archive.writer()) {
      for (int i = 0; i < 40; i++) {
        Source source = Shelf.source(inbox, "original-" + i + ".txt", "bytes " + i % 7 + i);
        var pictures = new TreeMap<>(Map.of("أ.png", new byte[] {1}, "b/c.png", new byte[] {1}));
        writer.store(new Reading(source, articles.next(), pictures));
      }
      writer.quarantine(
          Shelf.source(inbox, "article.json", "{"),
          java.util.Optional.empty(),
          "source.corrupt []");
    }
    List<ArchiveItem> items;
    try (Stream<ArchiveItem> all = archive.items()) {
      items = all.toList();
    }
    assertEquals(41, items.size());
    for (ArchiveItem item : items) {
      ValidationResults found = validate(item);
      assertFalse(found.hasErrors() || found.hasWarnings(), item.path() + found);
    }
  }

  private ValidationResults validate(ArchiveItem item) {
    return new Validator(new FileSystemStorage(archive.root())).validateObject(item.path(), true);
  }

  @Test
  void manifestAndSidecarAgreeWithDigestsTakenByHand() throws IOException {
    ArchiveItem item = store(Shelf.article("عنوان", "نص").finish());
    Path folder = archive.folder(item.path());
    for (StoredFile file : item.files()) {
      assertEquals(file.sha512(), Digest.of(folder.resolve(file.path())).hex());
    }
    for (String place : new String[] {"", "v1/"}) {
      String digest = Digest.of(folder.resolve(place + "inventory.json")).hex();
      assertEquals(
          digest + "  inventory.json\n",
          Files.readString(folder.resolve(place + "inventory.json.sha512")));
    }
  }

  @Test
  void originalIsKeptToTheByteUnderItsOwnName() throws IOException {
    byte[] bytes = {0, -1, -2, 13, 10, 0};
    Path file = Files.write(Files.createDirectories(inbox).resolve("صورة ١.bin"), bytes);
    var source = new Source("صورة ١.bin", file, Digest.of(file), 6, "application/octet-stream");
    ArchiveItem item =
        store(new Reading(source, Shelf.article("عنوان", "نص").finish(), new TreeMap<>()));
    assertEquals("original/صورة ١.bin", item.original().orElseThrow().name());
    assertArrayEquals(bytes, Files.readAllBytes(archive.original(item)));
  }

  @Test
  void originalMayBeCalledLikeAFileOfOurs() throws IOException {
    for (String name : new String[] {"article.json", "events.jsonl", "inventory.json"}) {
      Source source = Shelf.source(inbox, name, name);
      ArchiveItem item =
          store(new Reading(source, Shelf.article(name, "نص").finish(), new TreeMap<>()));
      assertEquals(name, Files.readString(archive.original(item)));
      assertTrue(archive.article(item).isPresent());
    }
  }

  @Test
  void pictureComesBackByTheNameThatTheArticleUses() {
    Source source = Shelf.source(inbox, "a.html", "a");
    var pictures = new TreeMap<>(Map.of("img/1.png", new byte[] {7}));
    ArchiveItem item = store(new Reading(source, Shelf.article("عنوان", "نص").finish(), pictures));
    assertArrayEquals(new byte[] {7}, archive.picture(item, "img/1.png").orElseThrow());
    assertTrue(archive.picture(item, "2.png").isEmpty());
  }

  @Test
  void unreadableSourceIsKeptInQuarantineWithItsCause() throws IOException {
    ArchiveItem item;
    try (ArchiveWriter writer = archive.writer()) {
      item =
          writer.quarantine(
              Shelf.source(inbox, "bad.pdf", "%PDF-"),
              java.util.Optional.empty(),
              "source.corrupt [bad.pdf]");
    }
    assertEquals("undated/bad", item.path());
    assertEquals(Status.QUARANTINED, item.status());
    assertEquals(Optional.empty(), archive.article(item));
    assertEquals("%PDF-", Files.readString(archive.original(item)));
    assertTrue(
        archive.events(item).stream()
            .anyMatch(event ->
                event.kind() == Event.Kind.QUARANTINE
                    && event.detail().equals("source.corrupt [bad.pdf]")));
  }

  @Test
  void eventsBearTheNamesOfPremis() {
    ArchiveItem item = store(Shelf.article("عنوان", "نص").finish());
    assertEquals(
        List.of(
            "message digest calculation",
            "format identification",
            "metadata extraction",
            "ingestion"),
        archive.events(item).stream().map(event -> event.kind().term()).toList());
  }

  @Test
  void itemsOfOneTitleAndDayGetFoldersOfTheirOwn() {
    for (int i = 0; i < 15; i++) {
      store(Shelf.article("عنوان", "نص " + i).finish());
    }
    try (Stream<String> paths = archive.paths()) {
      List<String> all = paths.toList();
      assertEquals(15, all.size());
      assertTrue(all.containsAll(List.of("undated/عنوان", "undated/عنوان-2", "undated/عنوان-9")));
    }
  }

  @Test
  void titleLikeADayDoesNotStandInTheDaysWay() {
    store(
        Shelf.article("23", "نص")
            .date(Shelf.date("2020-10-01T00:00", ArticleDate.Precision.MONTH))
            .finish());
    store(
        Shelf.article("عنوان", "نص")
            .date(Shelf.date("2020-10-23T00:00", ArticleDate.Precision.DAY))
            .finish());
    try (Stream<String> paths = archive.paths()) {
      assertEquals(
          List.of("2020/10/23-item", "2020/10/23/عنوان").stream().sorted().toList(),
          paths.sorted().toList());
    }
  }

  @Test
  void idsRiseWithTheOrderOfStoringEvenWhenTheClockStandsStill() {
    ItemId first = store(Shelf.article("أ", "نص").finish()).id();
    var ids = new ItemIds(InstantSource.fixed(Shelf.CLOCK.instant()));
    ItemId last = first;
    for (int i = 0; i < 10_000; i++) {
      ItemId next = ids.next();
      assertTrue(i == 0 || next.compareTo(last) > 0);
      assertEquals(7, next.uuid().version());
      assertEquals(2, next.uuid().variant());
      last = next;
    }
  }

  @Test
  void sourceThatChangedSinceItWasIdentifiedIsNotStored() throws IOException {
    Reading reading = Shelf.reading(inbox, Shelf.article("عنوان", "نص").finish());
    Files.writeString(reading.source().file(), "other bytes");
    var refused = assertThrows(QirtasException.class, () -> store(reading));
    assertEquals(Fault.INPUT, refused.fault());
    assertEquals("archive.source.changed", refused.key());
    try (Stream<String> paths = archive.paths()) {
      assertEquals(0, paths.count());
    }
    assertTrue(Files.notExists(archive.staging()) || isEmpty(archive.staging()));
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }

  @Test
  void whatACrashLeftInStagingIsNoItemAndTheNextWriterClearsIt() throws IOException {
    Path left = Files.createDirectories(archive.staging().resolve("half/v1/content"));
    Files.writeString(left.resolve("article.json"), "{");
    Files.writeString(left.resolveSibling("../0=ocfl_object_1.1").normalize(), "");
    try (Stream<String> paths = archive.paths()) {
      assertEquals(0, paths.count());
    }
    store(Shelf.article("عنوان", "نص").finish());
    assertTrue(isEmpty(archive.staging()));
  }

  @Test
  void tooDeeplyNestedArticleIsAFailureOfThatInputAlone() {
    org.qirtas.article.Block block = org.qirtas.article.Block.Paragraph.of("عمق");
    for (int depth = 0; depth < 100_000; depth++) {
      block =
          new org.qirtas.article.Block.Quotation(List.of(block), org.qirtas.article.Flow.UNMARKED);
    }
    Article deep = Article.draft(Language.ARABIC).block(block).finish();
    Source source = Shelf.source(inbox, "deep.html", "deep");
    var refused =
        assertThrows(
            QirtasException.class, () -> store(new Reading(source, deep, new TreeMap<>())));
    assertEquals(Fault.INPUT, refused.fault());
  }

  @Test
  void damagedItemIsNamedAndDoesNotHideTheOthers() throws IOException {
    ArchiveItem item = store(Shelf.article("أول", "نص").finish());
    store(Shelf.article("ثان", "نص").finish());
    Files.writeString(archive.folder(item.path()).resolve("inventory.json"), "{\"id\": 1");
    var damage = assertThrows(QirtasException.class, () -> archive.at(item.path()));
    assertEquals(Fault.DAMAGE, damage.fault());
    assertEquals(List.of((Object) item.path()), damage.values());
    try (Stream<String> paths = archive.paths()) {
      assertEquals(2, paths.count());
    }
  }

  @Test
  void inventoryDoesNotLeadOutOfItsFolder() throws IOException {
    ArchiveItem item = store(Shelf.article("أول", "نص").finish());
    Path inventory = archive.folder(item.path()).resolve("inventory.json");
    Files.writeString(
        inventory, Files.readString(inventory).replace("v1/content/original/", "../../../"));
    assertThrows(QirtasException.class, () -> archive.at(item.path()));
  }
}
