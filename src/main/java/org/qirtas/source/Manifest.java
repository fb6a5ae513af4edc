package org.qirtas.source;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.qirtas.article.Evidence.Origin;
import org.qirtas.source.letters.Blanks;
import org.qirtas.source.letters.Decoder;

/**
 * An archivist's list of files with what is known of each: {@code
 * file,title,author,date,source,tags}, the columns in any order, all but the first left out where
 * they are not needed. An empty cell says nothing; several authors or tags are parted by {@code ;}.
 * What a cell says overrides what is read out of the file.
 */
final class Manifest {
  static final int LARGEST = 64 << 20;

  /**
   * A row.
   *
   * @param file the file that it names
   * @param line the line that it ends on, the first being 1
   * @param hints what it says of that file
   */
  record Row(String file, long line, List<Hint> hints) {}

  private static final int START = 1 << 16;

  private Manifest() {}

  static boolean is(byte[] bytes) {
    byte[] start = bytes.length > START ? java.util.Arrays.copyOf(bytes, START) : bytes;
    return MediaTypes.refine("text/csv", "manifest.csv", start).equals(MediaTypes.MANIFEST);
  }

  /** The files that a manifest lists, as they lie beside it. */
  static PieceStream pieces(Source source) throws IOException {
    if (source.size() > LARGEST) {
      throw Refusal.TOOLARGE.of(source.name(), (source.size() >> 20) + " MB");
    }
    var pieces = new ArrayList<Piece>();
    var lines = new HashMap<Path, Long>();
    for (Row row : rows(Files.readAllBytes(source.file()))) {
      Path file = source.file().resolveSibling(row.file());
      Optional<Long> before = Optional.ofNullable(lines.putIfAbsent(file.normalize(), row.line()));
      Optional<String> twice =
          before.map(line -> source.name() + ":" + line + ", " + source.name() + ":" + row.line());
      pieces.add(
          new Piece(
              Folders.last(row.file()),
              row.file(),
              Optional.empty(),
              row.hints(),
              new Piece.Content.Listed(file, twice)));
    }
    return PieceStream.of(pieces);
  }

  /** What it lists, in order. */
  static List<Row> rows(byte[] bytes) throws IOException {
    String text = Decoder.decode(bytes, Optional.empty()).text();
    String head = text.lines().findFirst().orElse("");
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(head.contains("\t") ? '\t' : head.contains(";") ? ';' : ',')
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreHeaderCase(true)
            .setIgnoreEmptyLines(true)
            .setTrim(true)
            .get();
    var rows = new ArrayList<Row>();
    try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
      for (CSVRecord record : parser) {
        String file = cell(record, "file");
        if (!file.isBlank()) {
          rows.add(new Row(file, parser.getCurrentLineNumber(), hints(record)));
        }
      }
    } catch (java.io.UncheckedIOException e) {
      throw e.getCause();
    }
    return rows;
  }

  private static List<Hint> hints(CSVRecord record) {
    var hints = new ArrayList<Hint>();
    add(hints, Hint.Field.TITLE, cell(record, "title"));
    several(hints, Hint.Field.AUTHOR, cell(record, "author"));
    add(hints, Hint.Field.DATE, cell(record, "date"));
    add(hints, Hint.Field.PUBLISHER, cell(record, "source"));
    several(hints, Hint.Field.TAG, cell(record, "tags"));
    add(hints, Hint.Field.ADDRESS, cell(record, "address"));
    add(hints, Hint.Field.LANGUAGE, cell(record, "language"));
    return hints;
  }

  private static void several(List<Hint> hints, Hint.Field field, String cell) {
    for (String words : cell.split("[;؛|]", -1)) {
      add(hints, field, words);
    }
  }

  private static void add(List<Hint> hints, Hint.Field field, String words) {
    String text = Blanks.collapse(words);
    if (!text.isEmpty()) {
      hints.add(new Hint(field, text, Origin.MANIFEST));
    }
  }

  private static String cell(CSVRecord record, String column) {
    return record.isSet(column) ? record.get(column) : "";
  }
}
