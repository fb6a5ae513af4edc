package org.qirtas.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.qirtas.QirtasException;
import org.qirtas.article.Article;
import org.qirtas.article.Attested;

/**
 * A part as a test saw it.
 *
 * @param part the part
 * @param bytes its bytes, a character each, read while they were there
 * @param reading what was read from it
 * @param cause why nothing was; empty otherwise
 */
record Seen(Part part, String bytes, Optional<Reading> reading, String cause) {
  static String bytes(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /** All parts of a file. */
  static List<Seen> all(Path folder, String name, byte[] bytes) throws IOException {
    return all(Files.write(folder.resolve(name), bytes));
  }

  static List<Seen> all(Path file) throws IOException {
    var seen = new ArrayList<Seen>();
    try (var reader = new SourceReader();
        Parts parts = reader.parts(reader.identify(file))) {
      for (var part = parts.next(); part.isPresent(); part = parts.next()) {
        seen.add(of(reader, part.get()));
      }
    }
    return seen;
  }

  private static Seen of(SourceReader reader, Part part) throws IOException {
    Optional<Source> source = part.source();
    String bytes = source.isPresent() ? bytes(Files.readAllBytes(source.get().file())) : "";
    if (part.refusal().isPresent()) {
      return new Seen(part, bytes, Optional.empty(), part.refusal().get().key());
    }
    try {
      return new Seen(part, bytes, source.map(reader::read), "");
    } catch (QirtasException refused) {
      return new Seen(part, bytes, Optional.empty(), refused.key());
    }
  }

  String place() {
    return part.place();
  }

  Optional<Article> article() {
    return reading.map(Reading::article);
  }

  String title() {
    return article().flatMap(Article::title).map(Attested::value).orElse("");
  }
}
