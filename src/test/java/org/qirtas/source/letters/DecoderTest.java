package org.qirtas.source.letters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qirtas.article.Article;
import org.qirtas.article.ArticleDate;
import org.qirtas.article.Attested;
import org.qirtas.source.Sources;

class DecoderTest {
  private static final String SHORT = "افتتاح المكتبة العامة في المدينة القديمة بعد ترميمها";
  private static final String HEBREW = "הספרייה העירונית נפתחה מחדש לאחר שיפוץ ארוך";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UTF-8",
        "windows-1256",
        "ISO-8859-6",
        "UTF-16LE",
        "UTF-16BE",
        "x-MacArabic",
        "IBM420"
      })
  void aShortArabicLineIsDecodedWithoutAnyLabel(String charset) {
    byte[] bytes = SHORT.getBytes(Charset.forName(charset));
    assertEquals(SHORT, Decoder.decode(bytes, Optional.empty()).text());
    assertTrue(Decoder.readsAsText(bytes));
  }

  @Test
  void hebrewAndAccentedLatinAreTold() {
    assertEquals(
        HEBREW,
        Decoder.decode(HEBREW.getBytes(Charset.forName("windows-1255")), Optional.empty()).text());
    String french = "La bibliothèque a été rouverte à côté du théâtre";
    assertEquals(
        french,
        Decoder.decode(french.getBytes(Charset.forName("windows-1252")), Optional.empty()).text());
  }

  @ParameterizedTest
  @CsvSource({
    "windows-1256,ISO-8859-6",
    "ISO-8859-6,windows-1252",
    "UTF-8,windows-1256",
    "windows-1256,UTF-8"
  })
  void aWrongLabelIsNotBelieved(String real, String label) {
    byte[] bytes = SHORT.getBytes(Charset.forName(real));
    assertEquals(SHORT, Decoder.decode(bytes, Optional.of(Charset.forName(label))).text());
  }

  @Test
  void aMarkIsTakenOffAndOneBadByteDoesNotTurnTheFile() {
    assertEquals(
        SHORT,
        Decoder.decode(("\uFEFF" + SHORT).getBytes(StandardCharsets.UTF_16LE), Optional.empty())
            .text());
    byte[] broken = (SHORT + "\n" + SHORT).getBytes(StandardCharsets.UTF_8);
    broken[1] = 'x';
    assertTrue(Decoder.decode(broken, Optional.empty()).text().endsWith(SHORT));
  }

  @Test
  void noiseIsNoText() {
    byte[] noise = new byte[4096];
    new Random(7).nextBytes(noise);
    assertFalse(Decoder.readsAsText(noise));
  }

  @Test
  void eachLineOfMixedTextIsReadInItsOwnCharset() {
    var bytes = new java.io.ByteArrayOutputStream();
    String one = "فتحت المكتبة أبوابها صباح أمس.\n";
    String two = "وقال أمينها إن القراء سيدخلونها بلا أجر.\n";
    bytes.writeBytes(one.getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes(two.getBytes(Charset.forName("windows-1256")));
    bytes.writeBytes(one.getBytes(StandardCharsets.UTF_8));
    assertEquals(one + two + one, Decoder.decode(bytes.toByteArray(), Optional.empty()).text());
  }

  @Test
  void formsOnAnEbcdicScreenAreLetters() {
    String shaped = "ﻓﺘﺤﺖ المكتبة العامة أبوابها صباح أمس بعد عامين من الترميم";
    byte[] bytes = shaped.getBytes(Charset.forName("IBM420"));
    String text = Decoder.decode(bytes, Optional.empty()).text();
    assertEquals("فتحت المكتبة العامة أبوابها صباح أمس بعد عامين من الترميم", text);
  }

  /** In letters that all of them have: IBM420 knows some only in the forms of its screens. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "UTF-8",
        "UTF-16",
        "UTF-16LE",
        "windows-1256",
        "ISO-8859-6",
        "x-MacArabic",
        "IBM420"
      })
  void aFileInEachCharsetIsAnArticleOfItsDay(String charset, @TempDir Path folder)
      throws IOException {
    String text =
        """
        عودة المكتبة العامة
        23 أكتوبر 2020

        فتحت المكتبة أبوابها صباح أمس بعد عامين من الترميم، وعاد إليها قراؤها من كل أحياء المدينة ومن القرى القريبة منها.

        وقال أمينها إن الكتب كلها بخير، وإن القاعة تتسع اليوم لعشرين طالبا يجلسون حول طاولات جديدة.
        """;
    Article article =
        Sources.article(folder, "library.txt", text.getBytes(Charset.forName(charset)));
    assertEquals("عودة المكتبة العامة", article.title().map(Attested::value).orElse(""));
    assertEquals("2020-10-23", article.date().map(ArticleDate::edtf).orElse(""));
    assertEquals(2, article.body().size());
    String first = article.body().getFirst().text();
    assertTrue(first.startsWith("فتحت المكتبة أبوابها"), first);
    assertTrue(article.body().getLast().text().endsWith("حول طاولات جديدة."));
  }
}
