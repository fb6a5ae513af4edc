package org.qirtas.source.letters;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8LinesTest {
  @TempDir private Path folder;

  private static final class Kept implements Utf8Lines.Gathering<List<String>> {
    private final List<String> lines = new ArrayList<>();

    @Override
    public void accept(String line) {
      lines.add(line);
    }

    @Override
    public List<String> finish() {
      return lines;
    }
  }

  private Optional<List<String>> lines(byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("text.txt"), bytes);
    return Utf8Lines.read(file, new Kept());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "سطر",
        "سطر\n",
        "أول\nثان\r\nثالث\rرابع",
        "\r\n\r\n\n\r",
        "أ\u0085ب\u2028ج\u2029د\fهـ\u000Bو",
        "# عنوان\n\n\tفقرة 𝒜",
      })
  void linesArePartedAsThoseOfATextHeldWhole(String text) throws IOException {
    assertEquals(Optional.of(Blanks.lines(text)), lines(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void aLineLongerThanAPieceIsOne() throws IOException {
    String text = "كلمة ".repeat(9_000) + "\r\n" + "أخرى ".repeat(9_000);
    assertEquals(Optional.of(Blanks.lines(text)), lines(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void whatMayBeOfAnotherCharsetIsNotRead() throws IOException {
    assertEquals(Optional.empty(), lines("قلم".getBytes(Charset.forName("windows-1256"))));
    assertEquals(Optional.empty(), lines("قلم جديد".getBytes(StandardCharsets.UTF_16LE)));
    assertEquals(Optional.empty(), lines("\uFEFFقلم".getBytes(StandardCharsets.UTF_8)));
    assertEquals(Optional.empty(), lines("قلم\u0000".getBytes(StandardCharsets.UTF_8)));
  }
}
