package org.qirtas.source.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qirtas.QirtasException;
import org.qirtas.article.Attested;
import org.qirtas.source.Deliveries;
import org.qirtas.source.Delivery;
import org.qirtas.source.Hint;
import org.qirtas.source.Reading;
import org.qirtas.source.Source;
import org.qirtas.source.SourceReader;

class ReadingPoolTest {
  private static final ReadingPool.Limits SMALL =
      new ReadingPool.Limits(1, Duration.ofSeconds(60), 64, 80);

  /** More letters than a process of that size can hold, several times over. */
  private static final int TOO_MANY = 40 << 20;

  @TempDir Path temporary;

  private Path write(String name, String text) throws IOException {
    return Files.writeString(temporary.resolve(name), text);
  }

  private Path tooLarge(String name) throws IOException {
    Path file = temporary.resolve(name);
    byte[] line = "كلام كثير لا ينتهي.\n\n".getBytes(StandardCharsets.UTF_8);
    try (var out = new java.io.BufferedOutputStream(Files.newOutputStream(file))) {
      for (int bytes = 0; bytes < TOO_MANY; bytes += line.length) {
        out.write(line);
      }
    }
    return file;
  }

  private ReadingPool pool(ReadingPool.Limits limits) {
    return new ReadingPool(temporary.resolve("scratch"), limits, Path.of("fonts"));
  }

  /** What became of each part: its place with its title, or with the key of why there is none. */
  static List<String> all(Deliveries deliveries) {
    var all = new ArrayList<String>();
    try (deliveries) {
      for (Optional<Delivery> next = deliveries.next();
          next.isPresent();
          next = deliveries.next()) {
        String place = next.get().part().place();
        try {
          Reading reading = next.get().read();
          assertTrue(Files.exists(reading.source().file()));
          all.add(place + ": " + reading.article().title().map(Attested::value).orElse(""));
        } catch (QirtasException why) {
          all.add(place + ": " + why.key());
        }
      }
    }
    return all;
  }

  @Test
  void whatNeedsTooMuchMemoryIsRefusedAndTheRestIsRead() throws IOException {
    Path good = write("a.txt", "عنوان أول\n\nفقرة من الكلام.");
    Path bad = tooLarge("b.txt");
    Path last = write("c.txt", "عنوان ثالث\n\nفقرة من الكلام.");
    try (ReadingPool pool = pool(SMALL)) {
      var orders = Stream.of(good, bad, last).map(SourceReader::unread).map(pool::order).toList();
      assertEquals(List.of(": عنوان أول"), all(orders.get(0)));
      assertEquals(List.of(": source.memory"), all(orders.get(1)));
      assertEquals(List.of(": عنوان ثالث"), all(orders.get(2)));
    }
  }

  @Test
  void errorOfTheProgramItselfCostsOneFile() throws IOException {
    Path good = write("a.txt", "عنوان أول\n\nفقرة من الكلام.");
    Path last = write("c.txt", "عنوان ثالث\n\nفقرة من الكلام.");
    Source known = SourceReader.unread(good);
    Source bad =
        new Source("b.txt", overflowing(), known.digest(), known.size(), known.mediaType());
    try (ReadingPool pool = pool(SMALL)) {
      var orders = Stream.of(known, bad, SourceReader.unread(last), bad).map(pool::order).toList();
      assertEquals(List.of(": عنوان أول"), all(orders.get(0)));
      assertEquals(List.of(": source.crashed"), all(orders.get(1)));
      assertEquals(List.of(": عنوان ثالث"), all(orders.get(2)));
      assertEquals(List.of(": source.crashed"), all(orders.get(3)));
    }
  }

  /** A path at which whoever wants to know where it leads runs out of stack. */
  private static Path overflowing() {
    return (Path)
        Proxy.newProxyInstance(
            ReadingPoolTest.class.getClassLoader(),
            new Class<?>[] {Path.class},
            (_, method, _) -> {
              if (method.getName().equals("startsWith")) {
                return false;
              }
              throw new StackOverflowError(method.getName());
            });
  }

  @Test
  void ofAContainerOnlyThePartAtFaultIsRefused() throws IOException {
    Path zip = temporary.resolve("z.zip");
    try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("a.txt"));
      out.write("عنوان أول\n\nفقرة.".getBytes(StandardCharsets.UTF_8));
      out.putNextEntry(new ZipEntry("b.txt"));
      // Stored, since what packs that well is a bomb.
      out.setLevel(0);
      Files.copy(tooLarge("b.txt"), out);
      out.putNextEntry(new ZipEntry("c.txt"));
      out.write("عنوان ثالث\n\nفقرة.".getBytes(StandardCharsets.UTF_8));
    }
    try (ReadingPool pool = pool(SMALL)) {
      Deliveries deliveries = pool.order(SourceReader.unread(zip));
      assertEquals(
          List.of("a.txt: عنوان أول", "b.txt: source.memory", "c.txt: عنوان ثالث"),
          all(deliveries));
      assertTrue(deliveries.isContainer());
    }
  }

  @Test
  void processThatIsKilledCostsNothing() throws IOException {
    var files = new ArrayList<Path>();
    for (int i = 0; i < 40; i++) {
      files.add(write(i + ".txt", "عنوان " + i + " من العناوين\n\nفقرة من الكلام."));
    }
    try (ReadingPool pool = pool(SMALL)) {
      var orders = files.stream().map(SourceReader::unread).map(pool::order).toList();
      for (int i = 0; i < files.size(); i++) {
        if (i == 10) {
          ProcessHandle.current().children().forEach(ProcessHandle::destroyForcibly);
        }
        assertEquals(List.of(": عنوان " + i + " من العناوين"), all(orders.get(i)));
      }
    }
  }

  @Test
  void scratchIsClearedOfWhatAKilledRunLeft() throws IOException {
    Path left = Files.createDirectories(temporary.resolve("scratch/work/qirtas-parts1"));
    Files.writeString(left.resolve("part-1"), "x");
    try (ReadingPool _ = pool(SMALL)) {
      assertTrue(Files.notExists(left));
    }
    assertTrue(Files.notExists(temporary.resolve("scratch")));
  }

  @Test
  void recordsComeBackAsTheyWere() throws IOException {
    Path file =
        write(
            "a.md",
            "---\ntitle: خبر\ndate: 2019-03-04\n---\n\n# باب\n\nنص *قصير*[^1].\n\n[^1]: حاشية\n");
    try (var reader = new SourceReader()) {
      Reading here = reader.read(reader.identify(file));
      try (ReadingPool pool = pool(SMALL);
          Deliveries deliveries = pool.order(SourceReader.unread(file))) {
        Reading there = deliveries.next().orElseThrow().read();
        assertEquals(here.article(), there.article());
        assertEquals(here.source(), there.source().at(file));
      }
    }
  }

  @Test
  void nothingButArticlesAndSourcesIsMadeOfBytes() throws IOException {
    var bytes = new java.io.ByteArrayOutputStream();
    try (var out = new java.io.DataOutputStream(bytes)) {
      out.writeByte('r');
      out.writeInt(-1);
      out.writeUTF("org.qirtas.archive.StoredFile");
    }
    assertThrows(IOException.class, () -> RecordForm.read(bytes.toByteArray(), Record.class));
  }

  @Test
  void halvesOfSurrogatePairsTravel() throws IOException {
    var half = new Hint(Hint.Field.TITLE, "x\uD800y", org.qirtas.article.Evidence.Origin.BODY);
    assertEquals(half, RecordForm.read(RecordForm.write(half), Hint.class));
  }
}
