package org.qirtas.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qirtas.article.Block;
import org.qirtas.article.Flow;
import org.qirtas.article.Inline;
import org.qirtas.article.Language;
import org.qirtas.measure.Length;
import org.qirtas.profile.PrintProfile;
import org.qirtas.profile.Profiles;
import org.qirtas.text.Setting;

class RenditionTest {
  @TempDir private Path folder;

  private PrintProfile profile(String line) {
    try {
      Path file = folder.resolve("own.yaml");
      Files.writeString(file, line + "\n");
      return Profiles.read(file.toString(), List.of());
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String printed(PrintProfile profile, String language, List<Inline> words) {
    Setting setting = Setting.of("Amiri", Length.points(12), new Language(language));
    return new MarkUp(Map.of(), Rendition.of(profile))
        .add(words, setting, Element.FURNITURE)
        .finish()
        .copy()
        .text();
  }

  private static String printed(PrintProfile profile, String language, String words) {
    return printed(profile, language, Press.words(words));
  }

  @ParameterizedTest(name = "{0}, {1}: {2} → {3}")
  @CsvSource(
      delimiter = '|',
      value = {
        "as-written  | ar | سنة 2020 و١٩٩٠ و۱۳۹۹         | سنة 2020 و١٩٩٠ و۱۳۹۹",
        "arab        | ar | سنة 2020 و١٩٩٠ و۱۳۹۹         | سنة ٢٠٢٠ و١٩٩٠ و١٣٩٩",
        "arabext     | fa | سال 2020 و ١٩٩٠              | سال ۲۰۲۰ و ۱۹۹۰",
        "latn        | ar | سنة ٢٠٢٠ (٤٠٪)               | سنة 2020 (40٪)",
        "by-language | ur | سنہ 2020                     | سنہ ۲۰۲۰",
        "by-language | en | in the year ٢٠٢٠             | in the year 2020",
        "arab        | en | in the year 2020             | in the year 2020",
        "arab        | he | בשנת 2020                    | בשנת 2020",
        "arab        | ar | أصيب 12 بمرض COVID-19 في 2020 | أصيب ١٢ بمرض COVID-19 في ٢٠٢٠",
        "arab        | ar | موقع example.org/2020 منذ 3   | موقع example.org/2020 منذ ٣",
        "arab        | ar | برنامج QGIS 3.34 منذ 5 سنوات  | برنامج QGIS 3.34 منذ ٥ سنوات",
        "arab        | ar | من 9:30 إلى 17/5              | من ٩:٣٠ إلى ١٧/٥"
      })
  void digitsAreThoseOfTheProfileBesideWordsOfTheText(
      String digits, String language, String written, String printed) {
    assertEquals(printed, printed(profile("digits: {text: " + digits + "}"), language, written));
  }

  @Test
  void wordInAnotherLanguageHasItsOwnDigits() {
    var words =
        List.<Inline>of(
            new Inline.Text("في 12 "),
            new Inline.Span(Flow.in(new Language("fa")), List.of(new Inline.Text("روز 34"))));
    assertEquals("في ١٢ روز ۳۴", printed(profile("digits: {text: by-language}"), "ar", words));
  }

  @Test
  void markOfANoteIsNoNumberOfTheText() {
    var words = List.<Inline>of(new Inline.Text("سنة 20"), new Inline.NoteReference("٣"));
    assertEquals("سنة 20(٣)", printed(profile("digits: {text: latn}"), "ar", words));
  }

  @ParameterizedTest(name = "{0}: {1} → {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "ar | قال: \"نعم\"، ثم سكت.      | قال: «نعم»، ثم سكت.",
        "ar | قال: “نعم” ومضى.           | قال: «نعم» ومضى.",
        "ar | \"قال لي \"تعال\" ومضى\"   | «قال لي ‹تعال› ومضى»",
        "ar | (\"أولا\") و\"ثانيا\"      | («أولا») و«ثانيا»",
        "ar | \"أولا\" ثم \" ثانيا      | \"أولا\" ثم \" ثانيا",
        "ur | اس نے کہا: \"ٹھیک ہے۔\"    | اس نے کہا: ”ٹھیک ہے۔”",
        "he | הוא אמר: \"כן\".           | הוא אמר: ”כן”.",
        "en | He said \"yes\".           | He said “yes”.",
        "de | Er sagte \"ja\".           | Er sagte „ja“.",
        "en | A 5\" pipe.                | A 5\" pipe."
      })
  void quotationMarksAreTheLanguagesWhereTheyPair(String language, String written, String printed) {
    assertEquals(printed, printed(profile("quotation-marks: by-language"), language, written));
    assertEquals(written, printed(PrintProfile.articleA4(), language, written));
  }

  @Test
  void listAndNotesFollowTheDigitsOfWhatIsGenerated() {
    var list =
        new Block.ItemList(true, List.of(List.of(Block.Paragraph.of("بند 5"))), Flow.UNMARKED);
    String text =
        Press.text(
            Press.lines(Press.print(profile("digits: {generated: latn}"), Press.article(list))));
    assertEquals("1. بند 5", text.strip());
  }
}
