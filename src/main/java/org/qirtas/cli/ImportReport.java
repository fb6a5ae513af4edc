package org.qirtas.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.qirtas.Fault;
import org.qirtas.QirtasException;

/** What became of each input of one import, as a table that spreadsheets read. */
final class ImportReport implements AutoCloseable {
  private static final List<String> COLUMNS =
      List.of(
          "input",
          "status",
          "id",
          "path",
          "title",
          "date",
          "cause",
          "sameAs",
          "isVersionOf",
          "passedOver",
          "seconds");
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("'report-'yyyyMMdd'T'HHmmss'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final Path file;
  private final BufferedWriter out;

  /** A report, named for the moment, beside the journal. */
  ImportReport(Path folder, InstantSource clock) {
    try {
      Files.createDirectories(folder);
      file = unused(folder, NAME.format(clock.instant()));
      // Half a surrogate pair, which a title may hold, has no UTF-8; that must not end an import.
      out = new BufferedWriter(new OutputStreamWriter(Files.newOutputStream(file), UTF_8));
      out.write(Csv.line(COLUMNS.stream()));
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  /** A file that is new now: two imports may begin within a second. */
  private static Path unused(Path folder, String name) throws IOException {
    for (int i = 1; ; i++) {
      Path file = folder.resolve(name + (i == 1 ? "" : "-" + i) + ".csv");
      try {
        return Files.createFile(file);
      } catch (FileAlreadyExistsException taken) {
        // The next number, then.
      }
    }
  }

  Path file() {
    return file;
  }

  void add(ObjectNode line) {
    try {
      out.write(Csv.line(COLUMNS.stream().map(column -> words(line.path(column)))));
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /** Counts of several kinds stand in one cell. */
  private static String words(JsonNode value) {
    return value.isObject()
        ? value.properties().stream()
            .map(count -> count.getKey() + " " + count.getValue().asText())
            .collect(Collectors.joining("; "))
        : value.asText("");
  }

  void flush() {
    try {
      out.flush();
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private QirtasException unwritable(IOException e) {
    return unwritable(file, e);
  }

  private static QirtasException unwritable(Path file, IOException e) {
    return new QirtasException(
        e, Fault.ARCHIVE, "archive.unwritable", file, String.valueOf(e.getMessage()));
  }

  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException e) {
      throw unwritable(e);
    }
  }
}
