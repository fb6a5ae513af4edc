package org.qirtas.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qirtas.article.Direction;
import org.qirtas.article.Language;
import org.qirtas.text.BreakOpportunities.Kind;

/**
 * Where lines may end. In the tables {@code |} is a place between words, {@code ^} an ordinary one
 * within a word, {@code ~} one where a hyphen is added, {@code ·} one in an address, {@code ¶} an
 * end that the writer wanted.
 */
class BreakOpportunitiesTest {
  private static final Duration SAFETY_NET = Duration.ofSeconds(60);

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          ar ; تبعد |٥ كم |عنا
          ar ; مساحتها |٢٫٥ مليون |فدان
          ar ; ربح |(٢٠ ٪)، |ثم |خسر
          ar ; بلغت |الحرارة |٣٥ درجة |مئوية
          ar ; دفع |100 دولار |وعاد
          fa ; حدود |۱۲ کیلومتر |راه
          fa ; بیش |از |۲۰ درصد |آنها
          en ; set |in |12 pt |type
          en ; it |costs |$ 5 |today
          en ; some |20 % |of |them
          fr ; près |de |10 000 km |parcourus
          de ; etwa |3,5 Mio. |Euro
          en ; call |+20 100 123 4567 |today
          """)
  void numberStaysWithItsUnit(String language, String marked) {
    assertPlaces(marked, language);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          ar ; وُلد |في |12 مايو 2024 |بالمدينة
          ar ; يوم |٦ ربيع الأول ١٤٤٢ |هـ، |ثم
          ar ; عام ١٤٤٢ هـ |كان |ذلك
          ar ; في |تشرين الأول ٢٠٢٠، |قال
          ar ; في |٣ كانون الثاني ٢٠١٩ |قال
          ar ; في |2024-05-12 |قال
          ar ; بين |٢٠١٤/٢٠١٥ |و٢٠١٦
          fa ; روز |۲۲ بهمن ۱۳۵۷ |بود
          en ; on |12 May 2024 |they
          en ; on |May 12, |2024, |they
          de ; am |3. Oktober 1990 |wurde
          fr ; le |1er août 1914 |au |soir
          en ; from |1914–1918 |to
          """)
  void partsOfADateStayTogether(String language, String marked) {
    assertPlaces(marked, language);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          ar ; قال |د. محمد |أمس
          ar ; حضر |أ.د. سالم |و م. علي |معا
          ar ; ذهب |علي |و محمد |معا
          ar ; قال |«و محمد» |ثم |سكت
          ar ; قال |وَ محمد
          ar ; الأسباب: |١. قلة |المال |٢. كثرة |الناس
          ar ; (أ) الأول |(ب) الثاني
          ar ; قال |النبي ﷺ |لأصحابه
          ar ; سار |٥ م |وعاد
          en ; by |J. R. R. Tolkien |too
          en ; and |Mr. Brown |saw |a house |I know
          en ; the |plan |B |was |good
          fr ; il |y a là |à boire
          pl ; był |w domu |i z nim
          """)
  void loneLetterDoesNotEndALine(String language, String marked) {
    assertPlaces(marked, language);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          ar ; قال: |«نعم، |(ثم) |مضى»، |وعاد؛ |أليس |كذلك؟ |بلى!
          ar ; قال : |« نعم ، |ثم » |مضى ؟
          ar ; قرأ |( كتابا ) |جديدا
          fr ; il |dit : |« oui » ; |bon !
          de ; er |sagte |„ja“ |und |»nein«.
          """)
  void punctuationStaysWithItsWord(String language, String marked) {
    assertPlaces(marked, language);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          ar ; على |https://·example·.org/·news/·2020·?id=·5·&lang=ar، |ثم
          ar ; (www.example·.org) |هنا
          ar ; إلى |redaktion·@example·.org. |شكرا
          ar ; في |example·.org/·ar/·page·-one·_two·#top |هنا
          en ; see |doi:10·.1234/·abcd·.efgh. |Then
          en ; and/^or |km/h |e-mail |well-^known |input/^output
          ar ; و/أو |علي
          """)
  void addressesBreakAtTheirMarksOnly(String language, String marked) {
    assertPlaces(marked, language);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          en    ; the |ty~pog~ra~phy |of |UNESCO |McDonald |well-^known |data2base |hy~phen~ation.
          en-GB ; rep~res~ent~a~tion
          de    ; die |Do~nau~dampf~schiff~fahrt |und |Zu~cker
          fr    ; le |dé~ve~lop~pe~ment |de |l’éta~blis~se~ment
          es    ; el |desa~rro~llo
          it    ; la |ti~po~gra~fia
          tr    ; an~la~tı~la~ma~ya~cak
          ar    ; كلمة |typography |هنا
          und   ; the |typography
          fa    ; نوشتاری |زیبا
          """)
  void onlyLatinWordsOfAKnownLanguageAreHyphenated(String language, String marked) {
    assertEquals(marked, marked(plain(marked), language, true));
  }

  @Test
  void softHyphenIsAPlaceInLatinAndNoneInArabic() {
    assertEquals("Wach\u00AD~stube", marked("Wach\u00ADstube", "ar", true));
    assertEquals("typo\u00AD~graphy", marked("typo\u00ADgraphy", "en", true));
    assertEquals("كتا\u00ADب |جديد", marked("كتا\u00ADب جديد", "ar", true));
    assertEquals("word\u00AD |two", marked("word\u00AD two", "en", true));
  }

  @Test
  void eachStretchIsHyphenatedInItsOwnLanguage() {
    Copy.Draft draft = Copy.draft();
    draft.add("قال representation ثم ", Workshop.AMIRI);
    draft.isolate(Direction.LEFT_TO_RIGHT, Workshop.AMIRI);
    draft.add("representation", Workshop.AMIRI.in(Language.ENGLISH));
    draft.rejoin(Workshop.AMIRI);
    draft.add(" ", Workshop.AMIRI);
    draft.add("representation", Workshop.AMIRI.in(new Language("fr")));
    Copy copy = draft.finish();
    assertEquals(
        "قال |representation |ثم |\u2066rep~re~sen~ta~tion\u2069 |re~pre~sen~ta~tion",
        marked(copy, BreakOpportunities.of(copy, Language.ARABIC), true));
  }

  @Test
  void writersLineEndIsForced() {
    Copy.Draft draft = Copy.draft();
    draft.add("بيت", Workshop.AMIRI);
    draft.breakLine(Workshop.AMIRI);
    draft.add("بيت ثان", Workshop.AMIRI);
    Copy copy = draft.finish();
    var places = BreakOpportunities.of(copy, Language.ARABIC);
    assertEquals("بيت\u2028¶بيت |ثان", marked(copy, places, true));
    assertEquals(Kind.END, places.kind(places.count() - 1));
  }

  @Test
  void neverMoreThanFourWordsHangTogether() {
    String text = "و ".repeat(500) + "5 km ".repeat(500) + "J. ".repeat(500);
    int start = 0;
    for (int at : places(text, "ar").withoutHyphens()) {
      assertTrue(
          text.substring(start, at).strip().split(" ").length <= KeepTogether.MOST_WORDS,
          text.substring(start, at));
      assertTrue(text.substring(start, at).strip().length() <= KeepTogether.MOST_UNITS);
      start = at;
    }
  }

  /** Words and marks that rules look for, thrown together. */
  private static final List<String> SCRAPS =
      List.of(
          "و",
          "محمد",
          "5",
          "٢٠٢٤",
          "كم",
          "مايو",
          "د.",
          "J.",
          "a",
          "$",
          "%",
          "https://a.org/b-c",
          "x@y.org",
          "representation",
          "well-known",
          "«",
          "»",
          "(نص)",
          "،",
          " ",
          " ",
          " ",
          " ",
          "\u00AD",
          "\u200C",
          "\u2028",
          "/",
          "-",
          "؟",
          "ثم",
          "😀",
          "مُدَرِّسَةٌ",
          ".",
          "1.",
          "–");

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void everyPlaceIsUnicodesOrAHyphensOrAnAddresss(int seed) {
    var random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      var text = new StringBuilder();
      for (int i = random.nextInt(1, 30); i > 0; i--) {
        text.append(SCRAPS.get(random.nextInt(SCRAPS.size())));
      }
      String language = random.nextBoolean() ? "en" : "ar";
      assertSound(Workshop.copy(text.toString(), setting(language)), new Language(language));
    }
  }

  @Test
  void newsHasOnlySoundPlaces() throws IOException {
    for (String line : Corpus.lines("news-ant11/ant11/culture", 300)) {
      assertSound(Workshop.copy(line, Workshop.AMIRI), Language.ARABIC);
    }
  }

  private static void assertSound(Copy copy, Language language) {
    var places = BreakOpportunities.of(copy, language);
    var unicode = new HashSet<Integer>();
    var iterator = BreakIterator.getLineInstance(ULocale.forLanguageTag(language.tag()));
    iterator.setText(copy.text());
    for (int at = iterator.next(); at != BreakIterator.DONE; at = iterator.next()) {
      unicode.add(at);
    }
    int last = 0;
    for (int i = 0; i < places.count(); i++) {
      int at = places.offset(i);
      assertTrue(at > last, "rising");
      last = at;
      switch (places.kind(i)) {
        case SPACE, ORDINARY, FORCED, END -> assertTrue(unicode.contains(at), copy.text());
        case HYPHENATED -> assertTrue(isLatin(copy, at) && isLatin(copy, at - 1), copy.text());
        case ADDRESS -> assertFalse(copy.text().substring(at - 1, at + 1).isBlank());
      }
    }
    assertEquals(copy.text().length(), last);
  }

  private static boolean isLatin(Copy copy, int at) {
    char c = copy.text().charAt(at);
    return c == '\u00AD' || Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN;
  }

  @Test
  void hugeParagraphsAreReadInBoundedTime() {
    assertTimeoutPreemptively(
        SAFETY_NET,
        () -> {
          for (String unit :
              List.of("ا", "a", "@", "://", "w.", "a.", "/", "(", "و ", "1 ", "\u00AD")) {
            String text = unit.repeat(2_000_000 / unit.length());
            assertTrue(places(text, "en").count() > 0, unit);
          }
        });
  }

  @Test
  void emptyTextHasNoPlaces() {
    assertArrayEquals(new int[0], places("", "ar").withoutHyphens());
  }

  private static Setting setting(String language) {
    return Workshop.AMIRI.in(new Language(language));
  }

  private static BreakOpportunities places(String text, String language) {
    return BreakOpportunities.of(Workshop.copy(text, setting(language)), new Language(language));
  }

  private static void assertPlaces(String marked, String language) {
    assertEquals(marked, marked(plain(marked), language, false));
  }

  private static String plain(String marked) {
    return marked.replaceAll("[|^~·¶]", "");
  }

  private static String marked(String text, String language, boolean hyphens) {
    Copy copy = Workshop.copy(text, setting(language));
    return marked(copy, BreakOpportunities.of(copy, new Language(language)), hyphens);
  }

  private static String marked(Copy copy, BreakOpportunities places, boolean hyphens) {
    var marked = new StringBuilder();
    int from = 0;
    for (int i = 0; i < places.count(); i++) {
      marked.append(copy.text(), from, places.offset(i));
      from = places.offset(i);
      marked.append(
          switch (places.kind(i)) {
            case SPACE -> "|";
            case ORDINARY -> "^";
            case HYPHENATED -> hyphens ? "~" : "";
            case ADDRESS -> "·";
            case FORCED -> "¶";
            case END -> "";
          });
    }
    return marked.toString();
  }
}
