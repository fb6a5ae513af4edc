package org.qirtas.source.letters;

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
import org.qirtas.source.Sources;

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

  @Test
  void eachFontOfAnRtfFileIsReadForItself() throws IOException {
    String french = "Les élèves ont été reçus au théâtre à côté de la bibliothèque";
    String body =
        "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\froman\\fcharset0 Times;}{\\f1\\fnil Traditional Arabic;}}\n"
            + "\\pard\\f0 "
            + hex(french, "windows-1252")
            + "\\par\\pard\\f1 "
            + hex(ARABIC, "windows-1256")
            + "\\par}";
    Article article = Sources.article(folder, "both.rtf", body);
    assertEquals(french + "\n" + ARABIC, words(article));
  }

  @Test
  void anArticleAboutFontsKeepsItsWords() throws IOException {
    String about = "\\\\fcharset0 is what old programs wrote";
    String body =
        "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fcharset0 Arial;}}\n\\pard\\f0 "
            + hex(ARABIC, "windows-1256")
            + "\\par "
            + about
            + "\\par}";
    Article article = Sources.article(folder, "about.rtf", body);
    assertEquals(ARABIC + "\n" + about.substring(1), words(article));
  }

  @Test
  void whatStandsForAnUnknownLetterInRtfTellsNoCharset() throws IOException {
    String body =
        "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fcharset0 Arial;}}\n\\pard\\f0 "
            + hex(
                "Für die Bürger des Dorfes war die Brücke über die Schlucht schön.", "windows-1252")
            + " \\u1575\\'c7\\u1604\\'e1\\u1602\\'de\\u1585\\'d1\\u1610\\'ed\\u1577\\'c9"
            + "\\par}";
    Article article = Sources.article(folder, "fallback.rtf", body);
    assertEquals(
        "Für die Bürger des Dorfes war die Brücke über die Schlucht schön. القرية", words(article));
  }

  /** The words, without a title that was made from the first of them. */
  private static String words(Article article) {
    String body = org.qirtas.article.Block.textOf(article.body());
    String title = article.title().map(org.qirtas.article.Attested::value).orElse("");
    return body.startsWith(title) ? body : title + "\n" + body;
  }

  private static String hex(String text, String charset) {
    var rtf = new StringBuilder();
    for (byte b : text.getBytes(Charset.forName(charset))) {
      rtf.append(b < 0 ? "\\'" + HexFormat.of().toHexDigits(b) : String.valueOf((char) b));
    }
    return rtf.toString();
  }

  private static String decoded(String text, String charset) {
    return Decoder.decode(text.getBytes(Charset.forName(charset)), Optional.empty()).text();
  }

  private static String rtf(String text, String charset, int page) {
    var rtf = new StringBuilder("{\\rtf1\\ansi\\ansicpg" + page + "\\deff0");
    rtf.append("{\\fonttbl{\\f0\\fswiss\\fcharset0 Arial;}}\n\\pard\\f0 ");
    rtf.append(hex(text, charset));
    return rtf.append("\\par}").toString();
  }
}
