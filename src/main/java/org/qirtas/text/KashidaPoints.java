package org.qirtas.text;

import com.ibm.icu.lang.UScript;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.qirtas.font.FontFile;

/**
 * Where a paragraph's Arabic words take a kashida: in each the most welcome place, and of equals
 * the one nearest to the word's end; or all its places, for when that one is taken.
 */
public final class KashidaPoints {
  private static final int OPENING_OF_VERSE = 0xFD3F;
  private static final int CLOSING_OF_VERSE = 0xFD3E;
  private static final int TATWEEL = 0x640;
  private static final int FIRST_ARABIC = 0x600;
  private static final int END_OF_TABLE = 0x900;

  /** Of the blocks that nearly all Arabic is written with: asked for letter by letter. */
  private static final BitSet LETTERS =
      IntStream.range(FIRST_ARABIC, END_OF_TABLE)
          .filter(KashidaPoints::isFoundArabicLetter)
          .collect(BitSet::new, BitSet::set, BitSet::or);

  /**
   * Styles of writing whose joints slope, or that are too tight to be lengthened; and fonts for a
   * text that is not.
   */
  private static final List<String> UNSTRETCHED =
      List.of("nastaliq", "nastaleeq", "ruqaa", "diwani", "thuluth", "quran");

  private final ShapedParagraph paragraph;
  private final String text;
  private final Map<String, List<Integer>> words;
  private final boolean all;
  private final List<KashidaPoint> points = new ArrayList<>();
  private @Nullable FontFile asked;
  private boolean forbidden;

  private KashidaPoints(ShapedParagraph paragraph, Map<String, List<Integer>> words, boolean all) {
    this.paragraph = paragraph;
    this.text = paragraph.copy().text();
    this.words = words;
    this.all = all;
  }

  /**
   * {@return the best point of each word that has one, in reading order}
   *
   * @param paragraph a paragraph with its glyphs
   * @param words what the editor has said of single words: where each may be lengthened, as the
   *     numbers of letters, from 1; none where it may not be
   */
  public static List<KashidaPoint> of(ShapedParagraph paragraph, Map<String, List<Integer>> words) {
    return find(new KashidaPoints(paragraph, words, false));
  }

  /**
   * {@return all points of all words, in reading order}
   *
   * @param paragraph a paragraph with its glyphs
   * @param words what the editor has said of single words, as for the best points
   */
  public static List<KashidaPoint> all(
      ShapedParagraph paragraph, Map<String, List<Integer>> words) {
    return find(new KashidaPoints(paragraph, words, true));
  }

  /**
   * {@return where single words may be lengthened, as the points want to know it}
   *
   * @param written each word with a tatweel wherever it may be lengthened; marks do not count
   */
  public static Map<String, List<Integer>> words(List<String> written) {
    var words = new TreeMap<String, List<Integer>>();
    for (String word : written) {
      ArabicWord letters = ArabicWord.of(word, 0, word.length());
      var places = new ArrayList<Integer>();
      for (int i = 0; i < letters.count(); i++) {
        if (letters.isTatweel(i) && letters.number(i) > 0) {
          places.add(letters.number(i));
        }
      }
      words.put(letters.letters(), List.copyOf(places));
    }
    return words;
  }

  private static List<KashidaPoint> find(KashidaPoints places) {
    places.find();
    return List.copyOf(places.points);
  }

  private void find() {
    boolean scripture = false;
    int at = 0;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      if (c == OPENING_OF_VERSE) {
        scripture = true;
      } else if (c == CLOSING_OF_VERSE) {
        scripture = false;
      }
      if (!isArabicLetter(c)) {
        at += Character.charCount(c);
        continue;
      }
      int end = at;
      while (end < text.length() && belongsToWord(text.codePointAt(end))) {
        end += Character.charCount(text.codePointAt(end));
      }
      if (!scripture) {
        addWord(at, end);
      }
      at = end;
    }
  }

  private static boolean isArabicLetter(int c) {
    // All of it that is Arabic lies beyond; spaces and Latin letters are many.
    return c >= FIRST_ARABIC && (c < END_OF_TABLE ? LETTERS.get(c) : isFoundArabicLetter(c));
  }

  private static boolean isFoundArabicLetter(int c) {
    return (Character.isLetter(c) && UScript.getScript(c) == UScript.ARABIC) || c == TATWEEL;
  }

  private static boolean belongsToWord(int c) {
    return isArabicLetter(c) || ArabicWord.isTransparent(c) || ArabicWord.isJoiner(c);
  }

  private void addWord(int start, int end) {
    ArabicWord word = ArabicWord.of(text, start, end);
    if (word.isSacred()) {
      return;
    }
    List<Integer> allowed = words.isEmpty() ? null : words.get(word.letters());
    KashidaPoint best = null;
    int run = paragraph.runNumberAt(start);
    for (int i = 0; i + 1 < word.count(); i++) {
      if (allowed != null && !allowed.contains(word.number(i))) {
        continue;
      }
      KashidaPoint point = point(word, i, paragraph.runs().get(run));
      if (point != null && all) {
        points.add(point);
      }
      if (point != null && (best == null || point.priority().compareTo(best.priority()) <= 0)) {
        best = point;
      }
      while (run + 1 < paragraph.runs().size()
          && paragraph.runs().get(run).end() <= word.at(i + 1)) {
        run++;
      }
    }
    if (best != null && !all) {
      points.add(best);
    }
  }

  private @Nullable KashidaPoint point(ArabicWord word, int i, GlyphRun run) {
    int next = word.at(i + 1);
    if (!word.joins(i)
        || word.at(i) < run.start()
        || next >= run.end()
        || !run.takesKashidaBeforeOffset(next)) {
      return null;
    }
    if (isForbidden(run.font())) {
      return null;
    }
    KashidaPriority priority = word.priority(i);
    return priority == null ? null : new KashidaPoint(word.at(i), next, priority);
  }

  @SuppressWarnings("ReferenceEquality") // Letter after letter asks the same.
  private boolean isForbidden(FontFile font) {
    if (font != asked) {
      asked = font;
      forbidden = forbids(font);
    }
    return forbidden;
  }

  /** Whether a font's style has no kashida, or the font no tatweel to draw it with. */
  private static boolean forbids(FontFile font) {
    String family = font.family().toLowerCase(Locale.ROOT);
    return UNSTRETCHED.stream().anyMatch(family::contains) || font.glyph(TATWEEL) == 0;
  }
}
