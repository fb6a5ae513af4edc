package org.qirtas.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qirtas.article.Article;
import org.qirtas.article.Block;
import org.qirtas.article.Language;
import org.qirtas.font.FontShelf;
import org.qirtas.measure.Length;
import org.qirtas.profile.PrintProfile;
import org.qirtas.profile.Profiles;
import org.qirtas.text.Corpus;

/** What holds for every line that is set, whatever its words. */
class JustifiedLinesTest {
  private static final FontShelf SHELF = FontShelf.open(Path.of("fonts"));
  private static final List<String> OWN =
      List.of(
          Press.SENTENCE.repeat(12),
          "کتاب‌های کتابخانهٔ شهر را هر هفته می‌شمارند و آنچه گم شده است در دفتری می‌نویسند. "
              .repeat(8),
          "قَالَ المُعَلِّمُ لِتَلامِيذِهِ: مَنْ كَتَبَ كَلِمَةً جَمِيلَةً فَقَدْ زَرَعَ شَجَرَةً تُظِلُّ النّاسَ. "
              .repeat(8),
          "اشترت المكتبة 250 كتابا من Beirut وسجلتها في www.example.org/books في يومين فقط. "
              .repeat(8));

  @TempDir private Path folder;

  private PrintProfile profile(String yaml) throws IOException {
    Path file = folder.resolve("my.yaml");
    Files.writeString(file, yaml);
    return Profiles.read(file.toString(), List.of());
  }

  private static List<PageItem.Line> set(PrintProfile profile, Article article) {
    var pages = new ArrayList<Page>();
    try (var composer = new Composer(profile, SHELF, new OptimumFit(false))) {
      composer.compose(article, Map.of(), pages::add);
    }
    return Press.lines(pages);
  }

  private static String narrow(String family, int margin) {
    return """
    page: {margins: {inner: %d mm, outer: %d mm}}
    fonts: {text: {family: %s}}
    """
        .formatted(margin, margin, family);
  }

  /** A kashida where it came to stand on the page, and what it stands in. */
  private record Placed(double left, double right, PlacedRun in, Kashida kashida, int word) {}

  private static List<Placed> kashidas(PageItem.Line line) {
    String text = Press.text(line);
    int start = line.runs().stream().mapToInt(run -> run.run().start()).min().orElse(0);
    var placed = new ArrayList<Placed>();
    for (PlacedRun run : line.runs()) {
      double pen = run.x().inPoints();
      for (int i = 0; i < run.run().count(); i++) {
        for (Kashida kashida : firstOf(run, i)) {
          if (kashida.letter() == run.run().cluster(i)) {
            String before = text.substring(0, run.run().start() + kashida.letter() - start);
            int word = (int) before.chars().filter(c -> c == ' ').count();
            double right = pen + kashida.width().inPoints();
            placed.add(new Placed(pen, right, run, kashida, word));
            pen = right;
          }
        }
        pen +=
            Length.ofUnits(run.run().advance(i), run.run().font().unitsPerEm(), run.run().size())
                .inPoints();
        pen += run.run().isSpace(i) ? run.spaceStretch().inPoints() : 0;
      }
    }
    return placed;
  }

  /** A letter may be drawn with several glyphs; only the first from the left has the kashida. */
  private static List<Kashida> firstOf(PlacedRun run, int glyph) {
    for (int i = 0; i < glyph; i++) {
      if (run.run().cluster(i) == run.run().cluster(glyph)) {
        return List.of();
      }
    }
    return run.kashidas();
  }

  private static void assertSound(List<PageItem.Line> lines, double apart) {
    List<Placed> above = List.of();
    double baseline = Double.MAX_VALUE;
    for (PageItem.Line line : lines) {
      List<Placed> kashidas = kashidas(line);
      for (Placed one : kashidas) {
        assertLegal(one);
        for (Placed other : kashidas) {
          assertTrue(one.equals(other) || Math.abs(one.word - other.word) > 1, Press.text(line));
        }
        boolean beneath = line.baseline().inPoints() < baseline;
        for (Placed higher : beneath ? above : List.<Placed>of()) {
          assertTrue(
              higher.left - one.right > apart - 1e-3 || one.left - higher.right > apart - 1e-3,
              () -> "beneath one another: " + Press.text(line));
        }
      }
      above = kashidas;
      baseline = line.baseline().inPoints();
    }
  }

  private static void assertLegal(Placed placed) {
    String text = placed.in.run().text();
    int letter = placed.kashida.letter();
    int next = letter + 1;
    while (joining(text.charAt(next)) == UCharacter.JoiningType.TRANSPARENT) {
      next++;
    }
    int before = joining(text.charAt(letter));
    int after = joining(text.charAt(next));
    assertTrue(
        before == UCharacter.JoiningType.DUAL_JOINING
            || before == UCharacter.JoiningType.JOIN_CAUSING,
        text);
    assertTrue(
        after == UCharacter.JoiningType.DUAL_JOINING
            || after == UCharacter.JoiningType.RIGHT_JOINING
            || after == UCharacter.JoiningType.JOIN_CAUSING,
        text);
    assertFalse(text.charAt(letter) == 'ل' && "اأإآٱ".indexOf(text.charAt(next)) >= 0, text);
    assertTrue(placed.in.run().takesKashidaBeforeOffset(placed.in.run().start() + next), text);
  }

  private static int joining(int c) {
    return UCharacter.getIntPropertyValue(c, UProperty.JOINING_TYPE);
  }

  /** All but a paragraph's last line are as wide as the measure, to a hundredth of a point. */
  private static void assertFull(List<PageItem.Line> lines, double left, double right) {
    for (int i = 0; i + 1 < lines.size(); i++) {
      PageItem.Line line = lines.get(i);
      boolean last = !owner(line).equals(owner(lines.get(i + 1)));
      boolean spaces = Press.text(line).strip().contains(" ");
      if (last || !spaces || line.why() == null) {
        assertTrue(!last || kashidas(line).isEmpty(), Press.text(line));
        continue;
      }
      assertEquals(left, edge(line, false), 0.01, Press.text(line));
      assertEquals(right, edge(line, true), 0.01, Press.text(line));
    }
  }

  private static Element owner(PageItem.Line line) {
    return line.runs().getFirst().owner();
  }

  /** Where a line's leftmost or rightmost glyph that is no space ends. */
  private static double edge(PageItem.Line line, boolean rightmost) {
    double edge = rightmost ? 0 : 1e9;
    for (PlacedRun run : line.runs()) {
      double pen = run.x().inPoints();
      for (int i = 0; i < run.run().count(); i++) {
        double left = pen;
        pen +=
            Length.ofUnits(run.run().advance(i), run.run().font().unitsPerEm(), run.run().size())
                .inPoints();
        int cluster = run.run().cluster(i);
        for (Kashida kashida : firstOf(run, i)) {
          pen += kashida.letter() == cluster ? kashida.width().inPoints() : 0;
        }
        if (run.run().isSpace(i)) {
          pen += run.spaceStretch().inPoints();
        } else {
          edge = rightmost ? Math.max(edge, pen) : Math.min(edge, left);
        }
      }
    }
    return edge;
  }

  private void assertSet(String family, int margin, List<String> texts) throws IOException {
    PrintProfile profile = profile(narrow(family, margin));
    double left = profile.margins().left().inPoints();
    double right = Press.innerRight(profile).inPoints();
    int kashidas = 0;
    for (String text : texts) {
      List<PageItem.Line> lines = set(profile, Press.article(Block.Paragraph.of(text)));
      assertSound(lines, 12);
      assertFull(lines, left, right);
      kashidas += (int) lines.stream().flatMap(line -> kashidas(line).stream()).count();
    }
    assertTrue(kashidas > texts.size() / 4, "only " + kashidas);
  }

  @ParameterizedTest
  @CsvSource({
    "Amiri, 70",
    "Amiri, 25",
    "Scheherazade New, 70",
    "Noto Naskh Arabic, 75",
    "Vazirmatn, 70"
  })
  void linesAreFullAndKashidasLegalAndApart(String family, int margin) throws IOException {
    assertSet(family, margin, OWN);
  }

  @ParameterizedTest
  @CsvSource({
    "news-ant11, Amiri, 70",
    "news-ant11, Noto Naskh Arabic, 60",
    "vocalised, Amiri, 70",
    "ud-pud, Scheherazade New, 75",
    "shaping/harfbuzz/perf/texts, Vazirmatn, 70"
  })
  void soTheyAreInRealText(String texts, String family, int margin) throws IOException {
    List<String> lines =
        Corpus.lines(texts, 900).stream()
            .map(String::strip)
            .filter(line -> line.length() > 100)
            .toList();
    assertSet(family, margin, lines);
  }

  @Test
  void headingsHaveNoKashidaThoughTheyAreJustified() throws IOException {
    PrintProfile profile =
        profile(
            narrow("Amiri", 70)
                + "styles: {heading: {align: justified}, title: {align: justified}}");
    List<PageItem.Line> lines =
        set(
            profile,
            Press.article(
                new Block.Heading(
                    2, Press.words(Press.SENTENCE.repeat(6)), org.qirtas.article.Flow.UNMARKED)));
    assertTrue(lines.size() > 6);
    assertTrue(lines.stream().allMatch(line -> kashidas(line).isEmpty()));
  }

  @Test
  void wordsOfTheEditorsListAreLengthenedWhereHeSaysOrNotAtAll() throws IOException {
    String text = "المسافرون ".repeat(60);
    String list = "lines: {kashida: {words: [%s]}}";
    assertEquals(List.of(), kashidaPlaces(text, narrow("Amiri", 70) + list.formatted("المسافرون")));
    List<Integer> places =
        kashidaPlaces(text, narrow("Amiri", 70) + list.formatted("المسافرو" + "ن, المسافـرون"));
    assertTrue(!places.isEmpty() && places.stream().allMatch(place -> place == 6), "" + places);
  }

  /** The numbers of the letters that are lengthened, of words of nine letters and a space. */
  private List<Integer> kashidaPlaces(String text, String yaml) throws IOException {
    return set(profile(yaml), Press.article(Block.Paragraph.of(text))).stream()
        .flatMap(line -> kashidas(line).stream())
        .map(placed -> (placed.in.run().start() + placed.kashida.letter()) % 10 + 1)
        .toList();
  }

  @ParameterizedTest
  @CsvSource({"ar, '،', true", "ar, '.', true", "en, ',', true", "ar, ب, false"})
  void marksAtALinesEndHangInTheMarginWhereTheProfileSaysSo(
      String language, String end, boolean hangs) throws IOException {
    String word = language.equals("ar") ? "كتاب" : "booklet";
    String text = (word + end + " ").repeat(80);
    PrintProfile profile = profile(narrow("Amiri", 70) + "lines: {hang: 100 %}");
    List<PageItem.Line> lines =
        set(profile, Press.article(new Language(language), Block.Paragraph.of(text)));
    assertTrue(lines.size() > 5);
    double left = profile.margins().left().inPoints();
    double right = Press.innerRight(profile).inPoints();
    for (PageItem.Line line : lines.subList(0, lines.size() - 1)) {
      double out = language.equals("ar") ? left - edge(line, false) : edge(line, true) - right;
      assertEquals(hangs, out > 1.5, "" + out);
      assertEquals(hangs ? mark(line) : 0, out, 0.01);
    }
  }

  private static double mark(PageItem.Line line) {
    PlacedRun run = line.runs().getFirst();
    String text = run.run().text().stripTrailing();
    double width = 0;
    for (int i = 0; i < run.run().count(); i++) {
      if (run.run().cluster(i) == text.length() - 1) {
        width =
            Length.ofUnits(run.run().advance(i), run.run().font().unitsPerEm(), run.run().size())
                .inPoints();
      }
    }
    return width;
  }
}
