package org.qirtas.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qirtas.article.Article;

/** Texts whose charset nobody names. */
class CharsetsTest {
  private static final String RUSSIAN =
      "Утром жители деревни впервые за двадцать лет перешли мост, который снесла река. Старики говорили, что камни взяли из тех же карьеров.";
  private static final String HEBREW =
      "בבוקר חצו תושבי הכפר את הגשר בפעם הראשונה מזה עשרים שנה, והזקנים אמרו שהאבנים נלקחו מאותן מחצבות.";
  private static final String ARABIC =
      "عبر أهل القرية صباح اليوم جسر الوادي للمرة الأولى منذ أن جرفته السيول قبل عشرين عاما، وقال شيوخهم أن الحجارة جمعت.";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "IBM866",
        "windows-1251",
        "KOI8-R",
        "ISO-8859-5",
        "x-MacCyrillic",
        "UTF-16LE",
        "UTF-16BE"
      })
  void russianIsTold(String charset) {
    assertEquals(RUSSIAN, decoded(RUSSIAN, charset));
  }

  @ParameterizedTest
  @ValueSource(strings = {"windows-1255", "IBM862", "UTF-16LE", "UTF-16BE"})
  void hebrewIsTold(String charset) {
    assertEquals(HEBREW, decoded(HEBREW, charset));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"windows-1256", "ISO-8859-6", "IBM420", "x-MacArabic", "UTF-16LE", "UTF-16BE"})
  void arabicIsTold(String charset) {
    assertEquals(ARABIC, decoded(ARABIC, charset));
  }

  @Test
  void theMacintoshsOwnBlankPartsWords() {
    byte[] bytes = ARABIC.getBytes(Charset.forName("x-MacArabic"));
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = bytes[i] == ' ' ? (byte) 0xA0 : bytes[i];
    }
    assertEquals(ARABIC, Decoder.decode(bytes, Optional.empty()).text());
  }

  @Test
  void rtfWhoseFontsSayWesternIsReadAsWhatItsWordsAre() throws IOException {
    Article article = Sources.article(folder, "old.rtf", rtf(ARABIC, "windows-1256", 1252));
    assertEquals(ARABIC, article.body().getLast().text());
  }

  @Test
  void rtfWithWesternWordsStaysWestern() throws IOException {
    String german =
        "Für die Bürger des Dorfes war die Brücke über die große Schlucht ein schönes Geschenk, ärgerlich nur die Gebühr.";
    Article article = Sources.article(folder, "german.rtf", rtf(german, "windows-1252", 1252));
    assertEquals(german, article.body().getLast().text());
  }

  private static String decoded(String text, String charset) {
    return Decoder.decode(text.getBytes(Charset.forName(charset)), Optional.empty()).text();
  }

  private static String rtf(String text, String charset, int page) {
    var rtf = new StringBuilder("{\\rtf1\\ansi\\ansicpg" + page + "\\deff0");
    rtf.append("{\\fonttbl{\\f0\\fswiss\\fcharset0 Arial;}}\n\\pard\\f0 ");
    for (byte b : text.getBytes(Charset.forName(charset))) {
      rtf.append(b < 0 ? "\\'" + HexFormat.of().toHexDigits(b) : String.valueOf((char) b));
    }
    return rtf.append("\\par}").toString();
  }
}
