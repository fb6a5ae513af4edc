package org.qirtas.source.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.qirtas.source.Deliveries;
import org.qirtas.source.HostileFiles;
import org.qirtas.source.SourceReader;
import org.qirtas.source.TimeLimit;

/** Processes that hang, run out of memory or are killed, and what that costs. */
class LostProcessesTest {
  private static final Duration SHORT = Duration.ofSeconds(1);
  private static final Duration LONG = Duration.ofMinutes(5);

  @TempDir Path temporary;
  private Path good;
  private Path last;

  @BeforeEach
  void write() throws IOException {
    good = Files.writeString(temporary.resolve("a.txt"), "عنوان أول\n\nفقرة من الكلام.");
    last = Files.writeString(temporary.resolve("c.txt"), "عنوان ثالث\n\nفقرة من الكلام.");
  }

  private Path scratch() {
    return temporary.resolve("scratch");
  }

  private ReadingPool pool(Duration longest) {
    return new ReadingPool(scratch(), new ReadingPool.Limits(1, longest, 64, 80), Path.of("fonts"));
  }

  /** The processes that this test's pool has started; others may be under way beside it. */
  private Stream<ProcessHandle> processes() {
    return ProcessHandle.current()
        .children()
        .filter(child ->
            child.info().commandLine().filter(it -> it.contains(scratch().toString())).isPresent());
  }

  private void assertOnlyThatIsRefused(ReadingPool pool, Path bad, String why) {
    var orders = Stream.of(good, bad, last).map(SourceReader::unread).map(pool::order).toList();
    assertEquals(List.of(": عنوان أول"), ReadingPoolTest.all(orders.get(0)));
    assertEquals(List.of(": " + why), ReadingPoolTest.all(orders.get(1)));
    assertEquals(List.of(": عنوان ثالث"), ReadingPoolTest.all(orders.get(2)));
  }

  @Test
  void whatDoesNotComeBackIsRefused() throws IOException {
    Path bad = HostileFiles.endless(temporary.resolve("b.pdf"));
    try (ReadingPool pool = pool(SHORT)) {
      assertEquals(
          List.of(": source.timeout"), ReadingPoolTest.all(pool.order(SourceReader.unread(bad))));
    }
    assertEquals(0, processes().count());
  }

  @Test
  void whatUnpacksToMoreThanThereIsMemoryIsRefusedAndTheRestIsRead() throws IOException {
    try (ReadingPool pool = pool(LONG)) {
      Path bad = HostileFiles.bomb(temporary.resolve("b.pdf"));
      assertOnlyThatIsRefused(pool, bad, "source.memory");
    }
  }

  @Test
  void whatEndsItsProcessTwiceIsRefusedAndTheRestIsRead() throws IOException {
    Path bad = HostileFiles.endless(temporary.resolve("b.pdf"));
    try (ReadingPool pool = pool(LONG)) {
      Deliveries first = pool.order(SourceReader.unread(bad));
      Deliveries second = pool.order(SourceReader.unread(last));
      var answer = CompletableFuture.supplyAsync(() -> ReadingPoolTest.all(first));
      var killed = new HashSet<Long>();
      while (!answer.isDone()) {
        processes().filter(it -> killed.add(it.pid())).forEach(ProcessHandle::destroyForcibly);
        Thread.onSpinWait();
      }
      assertEquals(List.of(": source.crashed"), answer.join());
      assertTrue(killed.size() >= 2, killed.toString());
      assertEquals(List.of(": عنوان ثالث"), ReadingPoolTest.all(second));
    }
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void processThatCannotEvenEndItselfIsEnded() throws Exception {
    try (var watch = new Watch();
        ReadingChild child = child(SHORT, watch)) {
      ProcessHandle process = awaited();
      signal("STOP", process);
      child.send(new Frame.Order(SourceReader.unread(good), 0));
      assertThrows(IOException.class, child::receive);
      assertEquals("source.timeout", child.cause("a.txt").key());
      assertFalse(process.isAlive());
    }
  }

  private ReadingChild child(Duration longest, Watch watch) throws IOException {
    return ReadingChild.start(scratch(), Path.of("fonts"), longest, 64, watch, Optional.empty());
  }

  private ProcessHandle awaited() {
    while (true) {
      Optional<ProcessHandle> child = processes().findFirst();
      if (child.isPresent()) {
        return child.get();
      }
      Thread.onSpinWait();
    }
  }

  /** As Ctrl-C does to all processes of a terminal, when the import is to end in good order. */
  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void processThatIsAskedToEndReadsOnUntilItsParentLetsItGo() throws Exception {
    ProcessHandle process;
    try (var watch = new Watch();
        ReadingChild child = child(LONG, watch)) {
      process = awaited();
      assertEquals("عنوان أول", title(child, good));
      signal("TERM", process);
      signal("INT", process);
      assertEquals("عنوان ثالث", title(child, last));
      assertTrue(process.isAlive());
    }
    process.onExit().get(1, TimeUnit.MINUTES);
  }

  private static String title(ReadingChild child, Path file) throws IOException {
    child.send(new Frame.Order(SourceReader.unread(file), 0));
    assertInstanceOf(Frame.Begun.class, child.receive());
    var read = assertInstanceOf(Frame.Read.class, child.receive());
    assertInstanceOf(Frame.Done.class, child.receive());
    return read.article().title().orElseThrow().value();
  }

  private static void signal(String name, ProcessHandle process) throws Exception {
    String pid = Long.toString(process.pid());
    assertEquals(0, new ProcessBuilder("kill", "-" + name, pid).start().waitFor());
  }

  @Test
  void processThatHangsEndsWithItsInput() throws Exception {
    Path bad = HostileFiles.endless(temporary.resolve("b.pdf"));
    ProcessHandle process;
    try (var watch = new Watch();
        ReadingChild child = child(LONG, watch)) {
      process = awaited();
      child.send(new Frame.Order(SourceReader.unread(bad), 0));
      assertInstanceOf(Frame.Begun.class, child.receive());
    }
    process.onExit().get(1, TimeUnit.MINUTES);
  }

  @Test
  void stepThatTakesTooLongEndsTheProcess() {
    var ended = new CountDownLatch(1);
    try (var limit = new TimeLimit.Ending(Duration.ofMillis(1), ended::countDown)) {
      assertTrue(limit.run("a", () -> ended.await(1, TimeUnit.MINUTES)));
    }
  }

  @Test
  void timeBetweenStepsIsNobodys() {
    var ended = new CountDownLatch(1);
    try (var limit = new TimeLimit.Ending(Duration.ofMinutes(1), ended::countDown)) {
      assertEquals("read", limit.run("a", () -> "read"));
      assertEquals(1, ended.getCount());
    }
  }
}
