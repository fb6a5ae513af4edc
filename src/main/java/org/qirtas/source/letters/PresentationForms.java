package org.qirtas.source.letters;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * The shapes that letters take on a page or a screen, for which Unicode has codes of their own, and
 * the letters that were written.
 */
public final class PresentationForms {
  // «هـ» is an abbreviation: its tatweel ends the word and stays.
  private static final Pattern KASHIDA =
      Pattern.compile("(?<=[\\p{IsArabic}&&[\\p{L}\\p{M}]])ـ+(?=[\\p{IsArabic}&&[\\p{L}\\p{M}]])");

  // Fonts put it between marks to keep their order; in text it keeps them from being put in order.
  private static final char GRAPHEME_JOINER = '\u034F';

  private PresentationForms() {}

  /**
   * {@return letters as they were written: no presentation forms, no kashidas inside words}
   *
   * @param line the letters, in logical order
   */
  public static String written(String line) {
    String letters = Normalizer.normalize(undone(line), Normalizer.Form.NFC);
    // Some fonts' ligature for God's name has its alef, some programs draw one before either kind.
    return KASHIDA.matcher(letters).replaceAll("").replace("االله", "الله");
  }

  /**
   * {@return the letters that forms stand for; nothing else that Unicode calls compatible is
   * touched}
   *
   * @param line the letters, in any order
   */
  public static String undone(String line) {
    var letters = new StringBuilder(line.length());
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (isForm(c)) {
        letters.append(Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC).strip());
      } else if (isKept(line, i)) {
        letters.append(c);
      }
    }
    return letters.toString();
  }

  /** Neither a control, nor what stands for letters that a font does not name, nor half a pair. */
  private static boolean isKept(String line, int i) {
    char c = line.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 < line.length() && Character.isLowSurrogate(line.charAt(i + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return i > 0 && Character.isHighSurrogate(line.charAt(i - 1));
    }
    return c == '\t' || (c >= ' ' && c != '\uFFFD' && c != GRAPHEME_JOINER);
  }

  /** The compatibility forms of letters, but not ﷺ and its like, which are signs of their own. */
  private static boolean isForm(char c) {
    boolean latin = c >= '\uFB00' && c <= '\uFB06';
    boolean hebrew = c >= '\uFB1D' && c <= '\uFB4F';
    boolean arabic = (c >= '\uFB50' && c <= '\uFDF9') || (c >= '\uFE70' && c <= '\uFEFC');
    boolean parenthesis = c == '\uFD3E' || c == '\uFD3F';
    return (latin || hebrew || arabic) && !parenthesis;
  }
}
