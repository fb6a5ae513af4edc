package org.qirtas.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qirtas.Fault;
import org.qirtas.QirtasException;

class WriterLockTest {
  @TempDir Path temporary;

  /** Holds the lock until its input ends. */
  static final class Holder {
    private Holder() {}

    public static void main(String[] arguments) throws IOException {
      try (ArchiveWriter _ = Archive.open(Path.of(arguments[0]), Shelf.CLOCK).writer()) {
        System.out.println("holding");
        System.in.transferTo(java.io.OutputStream.nullOutputStream());
      }
    }
  }

  private Process holder() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Holder.class.getName(),
            temporary.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static BufferedReader output(Process process) {
    return process.inputReader(StandardCharsets.UTF_8);
  }

  @Test
  void secondWriterIsToldWhichProcessIsTheFirst() throws Exception {
    Archive archive = Archive.open(temporary, Shelf.CLOCK);
    Process holder = holder();
    try (BufferedReader said = output(holder)) {
      assertEquals("holding", said.readLine());
      var busy = assertThrows(QirtasException.class, archive::writer);
      assertEquals(Fault.ARCHIVE, busy.fault());
      assertTrue(
          busy.values().get(1).toString().contains("process " + holder.pid()), busy::getMessage);
      assertEquals(Optional.empty(), archive.tryWriter());
    } finally {
      holder.destroyForcibly().waitFor();
    }
  }

  @Test
  void killedWriterLocksNobodyOut() throws Exception {
    Process holder = holder();
    try (BufferedReader said = output(holder)) {
      assertEquals("holding", said.readLine());
    }
    holder.destroyForcibly().waitFor();
    Archive.open(temporary, Shelf.CLOCK).writer().close();
  }

  @Test
  void lockHoldsWithinOneProcessToo() {
    Archive archive = Archive.open(temporary, Shelf.CLOCK);
    try (ArchiveWriter _ = archive.writer()) {
      assertThrows(QirtasException.class, archive::writer);
      assertThrows(QirtasException.class, archive::writer);
    }
    archive.writer().close();
  }
}
