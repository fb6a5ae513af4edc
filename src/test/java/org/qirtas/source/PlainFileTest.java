package org.qirtas.source;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PlainFileTest {
  @TempDir private Path folder;

  private boolean isPlain(byte[] bytes) throws IOException {
    return PlainFile.is(Files.write(folder.resolve("file"), bytes));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "قرطاس\r\n\tأول",
        "# عنوان\n",
        "<!DOCTYPE html><meta http-equiv=\"Content-Type\" content=\"text/html\"><p>نص",
        "{\"@type\":\"NewsArticle\"}"
      })
  void textAndMarkupIs(String text) throws IOException {
    assertTrue(isPlain(text.getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"windows-1256", "ISO-8859-6", "x-MacArabic"})
  void textInEveryCharsetOfOneByteIs(String charset) throws IOException {
    assertTrue(isPlain("نص عربي، وسطر\n".getBytes(Charset.forName(charset))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%PDF-1.7\n",
        "\n\n%PDF-1.4",
        "PK\u0003\u0004",
        "\u001f\u008b\b",
        "{\\rtf1 ",
        "From: a@b.example\nContent-Type: multipart/mixed\n"
      })
  void whatIsPackedIsNot(String beginning) throws IOException {
    assertFalse(isPlain(beginning.getBytes(StandardCharsets.ISO_8859_1)));
  }

  @Test
  void fileThatIsNotThereIsAsGoodAsEmpty() {
    assertTrue(PlainFile.is(folder.resolve("none")));
  }
}
