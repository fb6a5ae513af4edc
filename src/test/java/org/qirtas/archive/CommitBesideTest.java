package org.qirtas.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qirtas.Fault;
import org.qirtas.QirtasException;
import org.qirtas.source.Reading;

/** Commits that wait for the disk while the next is built. */
class CommitBesideTest {
  @TempDir Path temporary;

  private Reading reading(int number) {
    return Shelf.reading(
        temporary.resolve("inbox"), Shelf.article("عنوان واحد", "نص " + number).finish());
  }

  private Archive archive(Volume volume) {
    Path root = temporary.resolve("archive");
    Archive.create(root, Shelf.CLOCK);
    return Archive.open(root, Shelf.CLOCK, volume);
  }

  @Test
  void placeOfAnItemOnItsWayIsTaken() {
    Archive archive = archive(Disk.INSTANCE);
    var items = new ArrayList<ArchiveItem>();
    var told = new ArrayList<Integer>();
    try (ArchiveWriter writer = archive.writer()) {
      for (int i = 0; i < 20; i++) {
        int number = i;
        items.add(writer.store(reading(i)));
        writer.commitBeside(() -> told.add(number));
      }
      writer.await();
      assertEquals(20, told.size());
      assertEquals(told.stream().sorted().toList(), told);
    }
    assertEquals(20, items.stream().map(ArchiveItem::path).distinct().count());
    for (ArchiveItem item : items) {
      assertEquals(item.id(), archive.read(item.path()).item().id());
    }
  }

  @Test
  void itemOnItsWayCanBeChanged() {
    Archive archive = archive(Disk.INSTANCE);
    ArchiveItem changed;
    try (ArchiveWriter writer = archive.writer()) {
      ArchiveItem item = writer.store(reading(1));
      writer.commitBeside(() -> {});
      assertEquals(item.id(), writer.at(item.id(), item.path()).item().id());
      writer.commitBeside(() -> {});
      changed =
          writer.revise(
              item, Shelf.article("عنوان آخر", "نص").finish(), Change.byUser("correction"));
    }
    assertEquals(2, archive.read(changed.path()).item().version());
  }

  @Test
  void journalTellsOfAllThatWasCommittedBeside() {
    Archive archive = archive(Disk.INSTANCE);
    try (ArchiveWriter writer = archive.writer()) {
      ArchiveItem one = writer.store(reading(1));
      writer.commitBeside(() -> {});
      ArchiveItem two = writer.store(reading(2));
      writer.commitBeside(() -> {});
      assertNotEquals(one.path(), two.path());
      assertEquals(
          List.of(one.id(), two.id()).stream().sorted().toList(),
          List.copyOf(writer.unsettled().orElseThrow().keySet()));
      writer.settle();
      assertTrue(writer.unsettled().orElseThrow().isEmpty());
    }
  }

  @Test
  void whereOneFailsNothingIsToldAndNothingFollows() {
    int built = 16; // Of one item: four folders, eight files, and the staging folder above.
    Archive archive = archive(new FaultyVolume(built, true, "No space left on device"));
    var told = new AtomicBoolean();
    ArchiveWriter writer = archive.writer();
    writer.store(reading(1));
    writer.commitBeside(() -> told.set(true));
    QirtasException failure = assertThrows(QirtasException.class, writer::await);
    assertEquals(Fault.ARCHIVE, failure.fault());
    assertEquals("No space left on device", failure.values().getLast());
    assertEquals(
        "archive.failed",
        assertThrows(QirtasException.class, () -> writer.store(reading(2))).key());
    writer.close();
    assertFalse(told.get());
  }
}
