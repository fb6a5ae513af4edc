package org.qirtas.archive;

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
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qirtas.Fault;
import org.qirtas.QirtasException;
import org.qirtas.article.Article;
import org.qirtas.article.ArticleDate.Precision;
import org.qirtas.source.Reading;

class VersionsTest {
  private static final Change CHANGE = new Change("سلمى", "خطأ مطبعي");

  @TempDir Path temporary;
  private Archive archive;
  private ArchiveItem item;

  @BeforeEach
  void store() {
    archive = Archive.create(temporary.resolve("archive"), Shelf.CLOCK);
    Article article =
        Shelf.article("عنوان", "نص قديم")
            .date(Shelf.date("2020-10-23T00:00", Precision.DAY))
            .finish();
    try (ArchiveWriter writer = archive.writer()) {
      item =
          writer.store(
              new Reading(
                  Shelf.source(temporary, "a.txt", "original"),
                  article,
                  new TreeMap<>(java.util.Map.of("p.png", new byte[] {1}))));
    }
  }

  private interface Work {
    ArchiveItem in(ArchiveWriter writer);
  }

  private ArchiveItem change(Work work) {
    try (ArchiveWriter writer = archive.writer()) {
      return work.in(writer);
    }
  }

  private ArchiveItem correct(String title, String day) {
    return change(writer ->
        writer.revise(
            item,
            Shelf.article(title, "نص صحيح").date(Shelf.date(day, Precision.DAY)).finish(),
            CHANGE));
  }

  private void assertValid(ArchiveItem found) {
    ValidationResults result =
        new Validator(new FileSystemStorage(archive.root())).validateObject(found.path(), true);
    assertFalse(result.hasErrors() || result.hasWarnings(), result::toString);
    assertEquals(List.of(), new Audit(archive, 1).item(found.path()).findings());
  }

  private List<String> paths() {
    try (Stream<String> all = archive.paths()) {
      return all.toList();
    }
  }

  @Test
  void correctionIsANewVersionAndTheOldOneStays() {
    ArchiveItem now = correct("عنوان آخر", "2020-10-23T00:00");
    assertEquals(now, archive.at(item.path()));
    assertEquals(2, now.version());
    assertEquals(item.id(), now.id());
    assertEquals("نص صحيح", archive.article(now).orElseThrow().text());
    ArchiveItem before = archive.version(now, 1);
    assertEquals(item, before);
    assertEquals("نص قديم", archive.article(before).orElseThrow().text());
    assertEquals(List.of("p.png"), now.pictures());
    assertTrue(Files.exists(archive.original(now)));
    assertValid(now);
  }

  @Test
  void historyTellsWhoAndWhy() {
    ArchiveItem now = correct("عنوان آخر", "2020-10-23T00:00");
    List<Version> history = archive.history(now);
    assertEquals(List.of(1, 2), history.stream().map(Version::number).toList());
    assertEquals(CHANGE, history.getLast().change());
    Event last = archive.events(now).getLast();
    assertEquals("metadata modification", last.kind().term());
    assertEquals("خطأ مطبعي", last.detail());
    assertEquals(archive.events(item).size() + 1, archive.events(now).size());
  }

  @Test
  void versionThatThereIsNotIsAFaultOfTheOneWhoAsks() {
    var none = assertThrows(QirtasException.class, () -> archive.version(item, 2));
    assertEquals(Fault.INPUT, none.fault());
  }

  @Test
  void correctedDateMovesTheFolderAndKeepsTheId() {
    ArchiveItem now = correct("عنوان", "2019-03-04T00:00");
    assertEquals("2019/03/04/عنوان", now.path());
    assertEquals(List.of("2019/03/04/عنوان"), paths());
    assertEquals(item.id(), archive.at("2019/03/04/عنوان").id());
    assertTrue(Files.notExists(archive.root().resolve("2020")), "empty folders are left");
    assertValid(now);
  }

  @Test
  void movedItemDoesNotTakeTheFolderOfAnother() {
    change(writer ->
        writer.store(
            Shelf.reading(
                temporary,
                Shelf.article("عنوان", "غيره")
                    .date(Shelf.date("2019-03-04T00:00", Precision.DAY))
                    .finish())));
    assertEquals("2019/03/04/عنوان-2", correct("عنوان", "2019-03-04T00:00").path());
    assertEquals(2, paths().size());
  }

  @Test
  void sourceThatComesAgainIsAVersionAndItsFirstBytesStay() throws IOException {
    Article article = Shelf.article("عنوان", "نص جديد").finish();
    Reading again =
        new Reading(Shelf.source(temporary, "a.txt", "changed"), article, new TreeMap<>());
    ArchiveItem now = change(writer -> writer.renew(item, again, Optional.of("/in/a"), CHANGE));
    assertEquals("changed", Files.readString(archive.original(now)));
    assertEquals("original", Files.readString(archive.original(archive.version(now, 1))));
    assertEquals(Optional.of("/in/a"), now.origin().location());
    assertEquals(List.of(), now.pictures());
    assertValid(now);
    Reading back =
        new Reading(Shelf.source(temporary, "a.txt", "original"), article, new TreeMap<>());
    ArchiveItem third = change(writer -> writer.renew(now, back, Optional.empty(), CHANGE));
    assertEquals("original", Files.readString(archive.original(third)));
    assertTrue(third.original().orElseThrow().path().startsWith("v1/"), "stored again");
    assertValid(third);
  }

  @Test
  void withdrawnItemKeepsEverythingAndCanComeBack() {
    ArchiveItem gone = change(writer -> writer.withdraw(item, true, CHANGE));
    assertEquals(Status.WITHDRAWN, gone.status());
    assertEquals(Optional.of("خطأ مطبعي"), gone.cause());
    assertTrue(Files.exists(archive.original(gone)));
    assertValid(gone);
    ArchiveItem back = change(writer -> writer.withdraw(gone, false, CHANGE));
    assertEquals(Status.STORED, back.status());
    assertEquals(Optional.empty(), back.cause());
    assertValid(back);
  }

  @Test
  void purgedItemIsATombstoneWithoutContentOrTitle() throws IOException {
    ArchiveItem tombstone =
        change(writer -> {
          ArchiveItem purged = writer.purge(item, CHANGE);
          writer.commit();
          writer.settle();
          return purged;
        });
    assertEquals("2020/10/23/withdrawn", tombstone.path());
    assertEquals(List.of("2020/10/23/withdrawn"), paths());
    assertEquals(item.id(), tombstone.id());
    assertEquals(item.origin().sha512(), tombstone.origin().sha512());
    assertEquals("deletion", archive.events(tombstone).getLast().kind().term());
    try (Stream<Path> files = Files.walk(archive.root())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String text = Files.readString(file);
        assertFalse(
            text.contains("نص قديم") || text.contains("original/") || text.contains("عنوان"),
            file::toString);
      }
    }
    assertValid(tombstone);
  }

  @Test
  void severalChangesOfOneItemInOneRunAreSoManyVersions() {
    try (ArchiveWriter writer = archive.writer()) {
      ArchiveItem now = item;
      for (int i = 0; i < 5; i++) {
        now = writer.revise(now, Shelf.article("عنوان " + i, "نص").finish(), CHANGE);
      }
      writer.commit();
      assertEquals(6, archive.at(now.path()).version());
      assertValid(now);
    }
  }

  @Test
  void nothingIsThereBeforeTheCommit() {
    try (ArchiveWriter writer = archive.writer()) {
      writer.revise(item, Shelf.article("آخر", "نص").finish(), CHANGE);
      ArchiveItem other =
          writer.store(Shelf.reading(temporary, Shelf.article("ثان", "نص").finish()));
      assertEquals(item, archive.at(item.path()));
      assertFalse(Files.exists(archive.folder(other.path())));
      writer.commit();
      assertTrue(Files.exists(archive.folder(other.path())));
    }
  }

  @Test
  void versionCutShortIsFinishedWithoutAJournal() throws IOException {
    ArchiveItem now = correct("عنوان آخر", "2020-10-23T00:00");
    try (ArchiveWriter writer = archive.writer()) {
      writer.settle();
    }
    Path folder = archive.folder(now.path());
    for (String name : List.of(Inventory.FILE, Inventory.SIDECAR)) {
      Files.copy(
          folder.resolve("v1").resolve(name),
          folder.resolve(name),
          java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      try (ArchiveWriter writer = archive.writer()) {
        assertEquals(List.of(Mending.INVENTORY), writer.mend(now.path()));
        assertEquals(List.of(), writer.mend(now.path()));
      }
      assertEquals(now, archive.at(now.path()));
    }
    Files.writeString(folder.resolve(Inventory.FILE), "{");
    Files.delete(folder.resolve(Inventory.NAMASTE));
    try (ArchiveWriter writer = archive.writer()) {
      assertEquals(List.of(Mending.INVENTORY, Mending.DECLARATION), writer.mend(now.path()));
    }
    assertValid(now);
  }

  @Test
  void itemInTheFolderOfAnotherDateGoesHome() throws IOException {
    Path elsewhere = Files.createDirectories(archive.root().resolve("2001/01/01"));
    Files.move(archive.folder(item.path()), elsewhere.resolve("عنوان"));
    assertEquals(
        List.of("Q005"),
        new Audit(archive, 1)
            .item("2001/01/01/عنوان").findings().stream().map(AuditFinding::code).toList());
    try (ArchiveWriter writer = archive.writer()) {
      assertEquals(List.of(Mending.MOVED), writer.mend("2001/01/01/عنوان"));
    }
    assertEquals(List.of(item.path()), paths());
  }
}
