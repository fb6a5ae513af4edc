package org.qirtas.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qirtas.Fault;
import org.qirtas.QirtasException;

class WatchingTest {
  private static final Instant BEGIN = Instant.parse("2026-03-01T08:00:00Z");
  private static final Duration STILL = Duration.ofSeconds(5);

  private record End(Path file, Stamp stamp) {}

  @TempDir Path temporary;
  private Path inbox;
  private Instant now = BEGIN;
  private final Set<End> journal = new HashSet<>();
  private final List<Path> taken = new ArrayList<>();
  private final List<Path> unreadable = new ArrayList<>();
  private boolean busy;
  private int busyTold;
  private Arrivals arrivals;
  private WatchedFolders folders;
  private Watching watching;

  @BeforeEach
  void watch() throws IOException {
    inbox = Files.createDirectories(temporary.resolve("inbox"));
    start();
  }

  private void start() {
    arrivals =
        new Arrivals(STILL, () -> now, (file, stamp) -> journal.contains(new End(file, stamp)));
    folders =
        new WatchedFolders(
            List.of(inbox),
            inbox.resolve("archive"),
            arrivals,
            (folder, _) -> unreadable.add(folder),
            () -> now);
    watching = new Watching(folders, arrivals, new Taking(), () -> now);
  }

  @AfterEach
  void end() {
    folders.close();
  }

  private final class Taking implements Watching.Import {
    @Override
    public void take(List<Path> files) {
      if (busy) {
        throw new QirtasException(Fault.ARCHIVE, "archive.locked", "", "");
      }
      taken.addAll(files);
      for (Path file : files) {
        Stamp.of(file)
            .filter(_ -> !file.toString().contains("unreadable"))
            .ifPresent(stamp -> journal.add(new End(file, stamp)));
      }
    }

    @Override
    public void rest(int waiting) {}

    @Override
    public void isBusy(QirtasException busy) {
      busyTold++;
    }
  }

  private Path write(String name, String text) throws IOException {
    Path file = inbox.resolve(name);
    Files.writeString(file, text);
    return Files.setLastModifiedTime(file, FileTime.from(now));
  }

  private void pass(long seconds) {
    now = now.plusSeconds(seconds);
    watching.step();
  }

  /** Lets the system tell what it has to tell. */
  private void until(BooleanSupplier known) {
    try {
      for (int i = 0; i < 200 && !known.getAsBoolean(); i++) {
        folders.await(Duration.ofMillis(100));
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    assertTrue(known.getAsBoolean());
  }

  @Test
  void fileIsTakenOnceItHasBeenStill() throws IOException {
    watching.step();
    Path file = write("a.txt", "أول");
    until(() -> arrivals.waiting() == 1);
    pass(4);
    assertEquals(List.of(), taken);
    write("a.txt", "أول وثان");
    pass(1);
    pass(4);
    assertEquals(List.of(), taken);
    pass(1);
    assertEquals(List.of(file), taken);
    pass(600);
    assertEquals(List.of(file), taken);
  }

  @Test
  void fileThatWasMovedInIsTakenAtOnce() throws IOException {
    watching.step();
    Path elsewhere = Files.writeString(temporary.resolve("b.txt"), "تام");
    Files.setLastModifiedTime(elsewhere, FileTime.from(BEGIN.minusSeconds(3600)));
    Path file = Files.move(elsewhere, inbox.resolve("b.txt"));
    until(() -> arrivals.waiting() == 1);
    watching.step();
    assertEquals(List.of(file), taken);
  }

  @Test
  void clockOfAnotherMachineDoesNotMatter() throws IOException {
    Path file = write("a.txt", "أول");
    Files.setLastModifiedTime(file, FileTime.from(BEGIN.plusSeconds(86_400)));
    watching.step();
    pass(4);
    assertEquals(List.of(), taken);
    pass(1);
    assertEquals(List.of(file), taken);
  }

  @Test
  void filesThatAreBeingFetchedAndHiddenOnesAreLeftAlone() throws IOException {
    write("a.txt.part", "نصف");
    write(".a.txt.Xy12", "نصف");
    Files.createDirectory(inbox.resolve("archive"));
    write("archive/own.txt", "ما خُزِّن");
    watching.step();
    pass(600);
    assertEquals(List.of(), taken);
    Files.move(inbox.resolve("a.txt.part"), inbox.resolve("a.txt"));
    until(() -> arrivals.waiting() == 1);
    watching.step();
    assertEquals(List.of(inbox.resolve("a.txt")), taken);
  }

  @Test
  void emptyFileIsWaitedForLonger() throws IOException {
    Path file = write("a.txt", "");
    watching.step();
    pass(30);
    assertEquals(List.of(), taken);
    pass(30);
    assertEquals(List.of(file), taken);
  }

  @Test
  void newFoldersAreWatchedAlsoUnderNewNames() throws IOException {
    watching.step();
    Files.createDirectories(inbox.resolve("sub/deep"));
    write("sub/deep/a.txt", "أول");
    until(() -> arrivals.waiting() == 1);
    Files.move(inbox.resolve("sub"), inbox.resolve("other"));
    now = now.plusSeconds(5);
    Path moved = inbox.resolve("other/deep/a.txt");
    until(() -> arrivals.complete().equals(List.of(moved)));
    watching.step();
    assertEquals(List.of(moved), taken);
    write("other/deep/b.txt", "ثان");
    until(() -> arrivals.waiting() == 1);
    pass(5);
    assertEquals(inbox.resolve("other/deep/b.txt"), taken.getLast());
  }

  @Test
  void whatNobodyToldOfIsFoundWithinAMinute() throws IOException {
    watching.step();
    Path file = write("a.txt", "أول");
    pass(59);
    assertEquals(List.of(), taken);
    pass(1);
    assertEquals(List.of(file), taken);
  }

  @Test
  void afterRestartOnlyNewAndChangedFilesAreTaken() throws IOException {
    write("a.txt", "أول");
    Path changed = write("b.txt", "ثان");
    watching.step();
    pass(5);
    assertEquals(2, taken.size());
    end();
    write("b.txt", "ثان وزيادة");
    Path fresh = write("c.txt", "ثالث");
    taken.clear();
    start();
    watching.step();
    pass(5);
    assertEquals(List.of(changed, fresh), taken);
  }

  @Test
  void failedFileIsTakenAgainWhenSomethingHappensToIt() throws IOException {
    Path file = write("unreadable.txt", "مغلق");
    watching.step();
    pass(5);
    pass(600);
    assertEquals(List.of(file), taken);
    arrivals.changed(file);
    watching.step();
    assertEquals(List.of(file, file), taken);
  }

  @Test
  void folderWithListWaitsUntilAllThatTheListMayNameIsThere() throws IOException {
    Path list = write("list.csv", "file,title\na.txt,عنوان\n");
    watching.step();
    now = now.plusSeconds(4);
    Path file = write("a.txt", "أول");
    until(() -> arrivals.waiting() == 2);
    pass(4);
    assertEquals(List.of(), taken);
    pass(1);
    assertEquals(List.of(list, file), taken);
  }

  @Test
  void listDoesNotWaitForEverForWhatIsAlwaysWritten() throws IOException {
    Path list = write("list.csv", "file,title\na.txt,عنوان\n");
    watching.step();
    for (int i = 0; i < 16; i++) {
      arrivals.changed(write("log.txt", "سطر ".repeat(i + 1)));
      pass(4);
    }
    assertTrue(taken.contains(list), taken.toString());
    assertFalse(taken.contains(inbox.resolve("log.txt")), taken.toString());
  }

  @Test
  void whileAnotherWritesIntoTheArchiveFilesWait() throws IOException {
    Path file = write("a.txt", "أول");
    busy = true;
    watching.step();
    pass(5);
    pass(5);
    pass(5);
    assertEquals(1, busyTold);
    assertEquals(List.of(), taken);
    busy = false;
    pass(5);
    assertEquals(List.of(file), taken);
  }

  @Test
  void folderThatGoesAwayIsToldOfOnceAndWatchedAgainWhenItIsBack() throws IOException {
    watching.step();
    Files.delete(inbox);
    pass(60);
    pass(60);
    assertEquals(List.of(inbox), unreadable);
    Files.createDirectory(inbox);
    Path file = write("a.txt", "أول");
    pass(60);
    pass(5);
    assertEquals(List.of(file), taken);
    Path next = write("b.txt", "ثان");
    until(() -> arrivals.waiting() == 1);
    pass(5);
    assertEquals(List.of(file, next), taken);
  }
}
