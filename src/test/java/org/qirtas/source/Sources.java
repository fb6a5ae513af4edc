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
public final class Sources {
  private Sources() {}

  /**
   * Writes a file and reads it.
   *
   * @param folder where
   * @param name its name
   * @param bytes what is in it
   * @return the article
   * @throws IOException where it cannot be written
   */
  public static Article article(Path folder, String name, byte[] bytes) throws IOException {
    return reading(folder, name, bytes).article();
  }

  /**
   * Writes a file in UTF-8 and reads it.
   *
   * @param folder where
   * @param name its name
   * @param text what is in it
   * @return the article
   * @throws IOException where it cannot be written
   */
  public static Article article(Path folder, String name, String text) throws IOException {
    return article(folder, name, text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Writes a file and reads it.
   *
   * @param folder where
   * @param name its name
   * @param bytes what is in it
   * @return all that was read
   * @throws IOException where it cannot be written
   */
  public static Reading reading(Path folder, String name, byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve(name), bytes);
    try (var reader = new SourceReader()) {
      return reader.read(reader.identify(file));
    }
  }

  /**
   * {@return files in a ZIP}
   *
   * @param parts their bytes by their names
   * @throws IOException never
   */
  public static byte[] zip(Map<String, byte[]> parts) throws IOException {
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

  /**
   * {@return a text in UTF-8}
   *
   * @param text the text
   */
  public static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
