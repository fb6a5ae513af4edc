package org.qirtas.source.letters;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The lines of a text that is UTF-8 without doubt, one at a time: a book of thousands of pages need
 * not be held three times over, as bytes, as text and as lines.
 */
public final class Utf8Lines {
  private static final int PIECE = 1 << 13;

  private final StringBuilder line = new StringBuilder();
  private final Consumer<String> lines;
  private boolean returned;

  private Utf8Lines(Consumer<String> lines) {
    this.lines = lines;
  }

  /**
   * Gathers what lines make.
   *
   * @param <T> what they make
   */
  public interface Gathering<T> extends Consumer<String> {
    /** {@return what was made, when the last line has been given} */
    T finish();
  }

  /**
   * {@return what the lines made; nothing where the file is of another charset, or has characters
   * that make that possible}
   *
   * @param file the text
   * @param gathering takes each line, parted as {@link Blanks#lines} does
   * @param <T> what they make
   * @throws IOException where the file cannot be read
   */
  public static <T> Optional<T> read(Path file, Gathering<T> gathering) throws IOException {
    var lines = new Utf8Lines(gathering);
    // Strict: malformed bytes are an exception.
    try (Reader reader = Files.newBufferedReader(file)) {
      var piece = new char[PIECE];
      boolean first = true;
      for (int n = reader.read(piece); n >= 0; n = reader.read(piece)) {
        if (first && piece[0] == '\uFEFF') {
          return Optional.empty();
        }
        first = false;
        for (int i = 0; i < n; i++) {
          if (!lines.add(piece[i])) {
            return Optional.empty();
          }
        }
      }
    } catch (CharacterCodingException other) {
      return Optional.empty();
    }
    gathering.accept(lines.line.toString());
    return Optional.of(gathering.finish());
  }

  private boolean add(char c) {
    boolean second = c == '\n' && returned;
    returned = c == '\r';
    if (second) {
      return true;
    }
    switch (c) {
      case '\n', '\r', '\u0085', '\u2028', '\u2029', '\f', '\u000B' -> {
        lines.accept(line.toString());
        line.setLength(0);
      }
      default -> {
        if (c != '\t' && Plausibility.isControl(c)) {
          return false;
        }
        line.append(c);
      }
    }
    return true;
  }
}
