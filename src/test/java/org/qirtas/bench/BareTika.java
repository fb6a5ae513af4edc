package org.qirtas.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.tika.exception.TikaException;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.sax.BodyContentHandler;
import org.xml.sax.SAXException;

/** The yardstick of an import: Tika's own parser over all files of a folder, on one thread. */
final class BareTika {
  private BareTika() {}

  /**
   * Parses all, and says how many files a second that was, the start of the JVM not counted.
   *
   * @param arguments the folder
   */
  public static void main(String[] arguments) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(Path.of(arguments[0]))) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    long begun = System.nanoTime();
    var parser = new AutoDetectParser();
    long letters = 0;
    long failed = 0;
    for (Path file : files) {
      var text = new BodyContentHandler(-1);
      try (TikaInputStream in = TikaInputStream.get(file)) {
        parser.parse(in, text, new Metadata(), new ParseContext());
        letters += text.toString().length();
      } catch (TikaException | SAXException e) {
        failed++;
      }
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "%d files, %d letters, %d failed, %.2f s, %.0f a second%n",
        files.size(),
        letters,
        failed,
        seconds,
        files.size() / seconds);
  }
}
