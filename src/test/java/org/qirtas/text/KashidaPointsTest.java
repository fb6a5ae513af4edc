package org.qirtas.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qirtas.article.Direction;
import org.qirtas.article.Language;

class KashidaPointsTest {
  private static final Setting PLAIN = Setting.of("Vazirmatn", Workshop.SIZE, Language.ARABIC);

  private Workshop workshop;

  @BeforeEach
  void open() {
    workshop = new Workshop();
  }

  @AfterEach
  void close() {
    workshop.close();
  }

  private String shown(String text, Map<String, List<Integer>> words) {
    // A font without joints of its own making, which would be points that are left out.
    ShapedParagraph paragraph = workshop.shape(Workshop.copy(text, PLAIN), Direction.RIGHT_TO_LEFT);
    var shown = new StringBuilder(text);
    List<KashidaPoint> points = KashidaPoints.of(paragraph, words);
    for (KashidaPoint point : points.reversed()) {
      shown.insert(point.next(), "_");
    }
    return shown.toString();
  }

  private KashidaPriority priority(String word) {
    return KashidaPoints.of(workshop.shape(word), Map.of()).getFirst().priority();
  }

  @ParameterizedTest
  @CsvSource({
    "مدرسة, مدرس_ة",
    "السياسي, السياس_ي",
    "حمار, حم_ار",
    "محمد, محم_د",
    "الملك, المل_ك",
    "تحرير, تح_رير",
    "مجمع, مجم_ع",
    "نجم, نج_م",
    "مشغول, مش_غول",
    "مُعَلِّمَة, مُعَلِّمَ_ة",
    "کمال, کم_ال",
    "شهرستان, شهرس_تان",
  })
  void theMostWelcomePlaceIsTaken(String word, String lengthened) {
    assertEquals(lengthened, shown(word, Map.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "الله",
        "والله",
        "لله",
        "اللهم",
        "دار",
        "و",
        "لا",
        "في",
        "می‌رود",
        "ٱلرَّحۡمَٰن",
        "الـ",
        "سـ"
      })
  void whatMustNotBeLengthenedIsNot(String word) {
    String shown = shown(word, Map.of());
    // The half after a non-joiner may be lengthened, never at the non-joiner.
    assertTrue(shown.equals(word) || !shown.matches(".*(\u200C_|_\u200C).*"), shown);
    if (!word.contains("\u200C")) {
      assertEquals(word, shown);
    }
  }

  @Test
  void aTatweelThatTheWriterTypedComesFirst() {
    assertEquals(KashidaPriority.TYPED, priority("كتـاب"));
    assertEquals("كتـ_اب", shown("كتـاب", Map.of()));
  }

  @Test
  void whatIsQuotedFromTheQuranIsLeftAlone() {
    assertEquals("ق_ال ﴿محمد رسول﴾ كت_ب", shown("قال ﴿محمد رسول﴾ كتب", Map.of()));
  }

  @Test
  void theEditorsWordListDecides() {
    assertEquals("محمد", shown("محمد", Map.of("محمد", List.of())));
    assertEquals("م_حمد", shown("محمد", Map.of("محمد", List.of(1))));
    assertEquals("مُ_حمد", shown("مُحمد", Map.of("محمد", List.of(1))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Noto Nastaliq Urdu", "Aref Ruqaa"})
  void styleThatForbidsItHasNone(String family) {
    var setting = Setting.of(family, Workshop.SIZE, new Language("ur"));
    ShapedParagraph paragraph =
        workshop.shape(Workshop.copy("محمد مدرسة کتاب", setting), Direction.RIGHT_TO_LEFT);
    boolean onShelf = paragraph.runs().stream().anyMatch(run -> run.font().family().equals(family));
    assertTrue(!onShelf || KashidaPoints.of(paragraph, Map.of()).isEmpty());
  }

  static Stream<String> texts() throws IOException {
    var texts = new ArrayList<String>();
    texts.addAll(Corpus.lines("news-ant11", 1_500));
    texts.addAll(Corpus.lines("vocalised", 400));
    texts.addAll(Corpus.lines("ud-pud", 1_500));
    return texts.stream();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Amiri", "Scheherazade New", "Noto Naskh Arabic", "Vazirmatn"})
  void everyPointOfRealTextIsLegalAndChangesNoOtherGlyph(String family) throws IOException {
    var setting = Setting.of(family, Workshop.SIZE, Language.ARABIC);
    int points = 0;
    for (String text : texts().toList()) {
      ShapedParagraph paragraph =
          workshop.shape(Workshop.copy(text, setting), Direction.RIGHT_TO_LEFT);
      List<KashidaPoint> found = KashidaPoints.of(paragraph, Map.of());
      points += found.size();
      for (KashidaPoint point : found) {
        assertLegal(text, point);
      }
      assertEquals(glyphs(paragraph), glyphs(stretched(text, found, setting)), text);
    }
    assertTrue(points > 10_000, "only " + points);
  }

  private ShapedParagraph stretched(String text, List<KashidaPoint> points, Setting setting) {
    var stretched = new StringBuilder(text);
    // A private mark tells our tatweels from the writer's: they stand right before the next letter.
    for (KashidaPoint point : points.reversed()) {
      stretched.insert(point.next(), "ـ");
    }
    return workshop.shape(Workshop.copy(stretched.toString(), setting), Direction.RIGHT_TO_LEFT);
  }

  /** The glyphs of all letters, run by run; of words with tatweels none are told from the other. */
  private static List<Integer> glyphs(ShapedParagraph paragraph) {
    var glyphs = new ArrayList<Integer>();
    for (GlyphRun run : paragraph.runs()) {
      for (int i = 0; i < run.count(); i++) {
        if (run.text().charAt(run.cluster(i)) != 'ـ') {
          glyphs.add(run.glyph(i));
        }
      }
    }
    return glyphs;
  }

  private static void assertLegal(String text, KashidaPoint point) {
    int before = text.codePointAt(point.letter());
    int after = text.codePointAt(point.next());
    int joining = UCharacter.getIntPropertyValue(before, UProperty.JOINING_TYPE);
    assertTrue(
        joining == UCharacter.JoiningType.DUAL_JOINING
            || joining == UCharacter.JoiningType.JOIN_CAUSING,
        text);
    int next = UCharacter.getIntPropertyValue(after, UProperty.JOINING_TYPE);
    assertTrue(
        next == UCharacter.JoiningType.DUAL_JOINING
            || next == UCharacter.JoiningType.RIGHT_JOINING
            || next == UCharacter.JoiningType.JOIN_CAUSING,
        text);
    assertTrue(!(before == 'ل' && "اأإآٱ".indexOf(after) >= 0), text);
    String between = text.substring(point.letter(), point.next());
    assertTrue(between.indexOf('\u200C') < 0 && between.indexOf(' ') < 0, text);
  }

  @Test
  void noWordOfRealTextHasTwo() throws IOException {
    for (String text : texts().limit(2_000).toList()) {
      var words = new HashSet<Integer>();
      for (KashidaPoint point : KashidaPoints.of(workshop.shape(text), Map.of())) {
        int start = point.letter();
        while (start > 0 && Character.isLetter(text.charAt(start - 1))) {
          start--;
        }
        assertTrue(words.add(start), text);
      }
    }
  }
}
