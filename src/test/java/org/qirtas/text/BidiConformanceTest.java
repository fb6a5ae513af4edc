package org.qirtas.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.util.VersionInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qirtas.article.Direction;

class BidiConformanceTest {
  private static Workshop shop;

  @BeforeAll
  static void open() {
    shop = new Workshop();
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  /**
   * Unicode's own cases; a copy has no tabs, so a case with one is another case here. A case with a
   * character whose properties changed after the cases were written proves nothing; there is none.
   */
  @Test
  void linesAreOrderedAsUnicodeSays() throws IOException {
    var failures = new ArrayList<String>();
    int cases = 0;
    for (String line :
        Files.readAllLines(Corpus.file("unicode/unicode-data/BidiCharacterTest.txt"))) {
      if (line.isEmpty() || line.startsWith("#") || line.contains("0009")) {
        continue;
      }
      cases++;
      String[] fields = line.split(";", -1);
      if (!order(fields).equals(expected(fields))) {
        failures.add(line + " gave " + order(fields));
      }
    }
    assertTrue(cases > 90_000, "cases: " + cases);
    assertEquals(List.of(), failures.subList(0, Math.min(20, failures.size())));
  }

  private static List<Integer> expected(String[] fields) {
    if (fields[4].isEmpty()) {
      return List.of();
    }
    return Arrays.stream(fields[4].split(" ", -1)).map(Integer::valueOf).toList();
  }

  private static List<Integer> order(String[] fields) {
    String text =
        Arrays.stream(fields[0].split(" ", -1))
            .map(hex -> Character.toString(Integer.parseInt(hex, 16)))
            .reduce("", String::concat);
    Direction base = fields[2].equals("1") ? Direction.RIGHT_TO_LEFT : Direction.LEFT_TO_RIGHT;
    String[] levels = fields[3].split(" ", -1);
    ShapedParagraph paragraph = shop.shape(Workshop.copy(text, Workshop.AMIRI), base);
    // All cases keep to the basic plane, so that units are characters.
    assertEquals(text.length(), levels.length);
    return Workshop.visualOrder(paragraph.line(0, text.length())).stream()
        .filter(at -> !levels[at].equals("x"))
        .toList();
  }

  @Test
  void levelsAreAsUnicodeSaysForEveryOrderOfClasses() throws IOException {
    int cases = 0;
    String[] levels = new String[0];
    for (String line : Files.readAllLines(Corpus.file("unicode/unicode-data/BidiTest.txt"))) {
      if (line.startsWith("@Levels:")) {
        levels = line.substring(8).strip().split("\\s+", -1);
      } else if (!line.isEmpty() && !line.startsWith("#") && !line.startsWith("@")) {
        String[] fields = line.split(";", -1);
        String text = ofClasses(fields[0].strip().split(" ", -1));
        int bases = Integer.parseInt(fields[1].strip(), 16);
        for (Direction base : Direction.values()) {
          if ((bases & (base == Direction.RIGHT_TO_LEFT ? 4 : 2)) != 0) {
            cases++;
            byte[] line1 = BidiLevels.of(text, base).line(0, text.length());
            for (int i = 0; i < levels.length; i++) {
              if (!levels[i].equals("x")) {
                assertEquals(Byte.parseByte(levels[i]), line1[i], line + " " + base);
              }
            }
          }
        }
      }
    }
    assertTrue(cases > 400_000, "cases: " + cases);
  }

  /** One character for each class of the cases. */
  private static String ofClasses(String[] classes) {
    var text = new StringBuilder();
    for (String name : classes) {
      text.append(
          switch (name) {
            case "L" -> 'a';
            case "R" -> '\u05D0';
            case "EN" -> '1';
            case "ES" -> '+';
            case "ET" -> '%';
            case "AN" -> '\u0661';
            case "CS" -> ',';
            case "B" -> '\u2029';
            case "S" -> '\t';
            case "WS" -> ' ';
            case "ON" -> '!';
            case "LRE" -> '\u202A';
            case "LRO" -> '\u202D';
            case "AL" -> '\u0627';
            case "RLE" -> '\u202B';
            case "RLO" -> '\u202E';
            case "PDF" -> '\u202C';
            case "NSM" -> '\u0300';
            case "BN" -> '\u00AD';
            case "FSI" -> '\u2068';
            case "LRI" -> '\u2066';
            case "RLI" -> '\u2067';
            case "PDI" -> '\u2069';
            default -> throw new IllegalArgumentException(name);
          });
    }
    return text.toString();
  }

  @Test
  void icuKnowsAtLeastTheUnicodeOfTheCases() {
    assertTrue(UCharacter.getUnicodeVersion().compareTo(VersionInfo.getInstance(15)) >= 0);
  }

  /** Marks of direction in their short names; what is expected is read from left to right. */
  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          R | سنة 2024               | 2024 ةنس
          R | من 10 إلى 20           | 20 ىلإ 10 نم
          R | قال Windows 11 أمس     | سمأ Windows 11 لاق
          R | (نص)                   | (صن)
          R | كتاب (book) جديد       | ديدج (book) باتك
          R | كتاب (كبير) book       | book (ريبك) باتك
          L | see (كتاب) now         | see (باتك) now
          L | a(ب)c                  | a(ب)c
          R | أ [LRI]b c[PDI] د      | د b c أ
          R | أ [RLI]b! ب[PDI] د     | د ب !b أ
          R | أ [FSI]b! c[PDI] د     | د b! c أ
          L | a [RLI]ب 1-2[PDI] z    | a 2-1 ب z
          R | 1[RLM]-2               | 2-1
          R | ١٢٫٥٪                  | ٪١٢٫٥
          R | a-ب-c                  | c-ب-a
          R | 3.5 kg و 2 kg          | kg 2 و kg 3.5
          R | אבג 12 abc             | abc 12 גבא
          L | [RLO]abc[PDF]d         | cbad
          """)
  void lineIsReadInThisOrder(String base, String text, String left) {
    String marked =
        text.replace("[LRI]", "\u2066")
            .replace("[RLI]", "\u2067")
            .replace("[FSI]", "\u2068")
            .replace("[PDI]", "\u2069")
            .replace("[RLM]", "\u200F")
            .replace("[RLO]", "\u202E")
            .replace("[PDF]", "\u202C");
    Direction direction = base.equals("R") ? Direction.RIGHT_TO_LEFT : Direction.LEFT_TO_RIGHT;
    ShapedParagraph paragraph = shop.shape(Workshop.copy(marked, Workshop.AMIRI), direction);
    assertEquals(
        left,
        Workshop.seen(paragraph.line(0, marked.length()))
            .replaceAll("[\u200F\u2066-\u2069\u202A-\u202E]", ""));
  }

  @Test
  void spacesAtALinesEndGoToTheEndOfTheLineWhateverStandsBefore() {
    String text = "قال abc   ";
    ShapedParagraph paragraph = shop.shape(text);
    assertEquals(
        List.of(9, 8, 7, 4, 5, 6, 3, 2, 1, 0),
        Workshop.visualOrder(paragraph.line(0, text.length())));
    assertEquals("   abc لاق", Workshop.seen(paragraph.line(0, text.length())));
  }

  @Test
  void spacesThatChangeTheirDirectionAtALinesEndStillStandForThemselves() {
    String text = "abc قال   def";
    ShapedParagraph paragraph =
        shop.shape(Workshop.copy(text, Workshop.AMIRI), Direction.LEFT_TO_RIGHT);
    for (GlyphRun run : paragraph.line(0, 10)) {
      for (int i = 0; i + 1 < run.count(); i++) {
        boolean rising = run.cluster(i) < run.cluster(i + 1);
        assertEquals(run.direction() == Direction.LEFT_TO_RIGHT, rising, run.text());
      }
    }
  }

  @Test
  void bracketsAreMirroredInTextFromTheRight() {
    GlyphRun run = shop.shape("(نص)").line(0, 4).getFirst();
    assertEquals(run.font().glyph('('), run.glyph(0));
    assertEquals(0x29, run.text().codePointAt(run.cluster(0)));
  }
}
