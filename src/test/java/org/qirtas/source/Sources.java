package org.qirtas.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.qirtas.article.Article;

/** Small inputs that tests write. */
final class Sources {
  private Sources() {}

  static Article article(Path folder, String name, byte[] bytes) throws IOException {
    return reading(folder, name, bytes).article();
  }

  static Article article(Path folder, String name, String text) throws IOException {
    return article(folder, name, text.getBytes(StandardCharsets.UTF_8));
  }

  static Reading reading(Path folder, String name, byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve(name), bytes);
    try (var reader = new SourceReader()) {
      return reader.read(reader.identify(file));
    }
  }

  static byte[] zip(Map<String, byte[]> parts) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
