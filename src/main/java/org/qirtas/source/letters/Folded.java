package org.qirtas.source.letters;

import java.text.Normalizer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A line with its spelling variants folded away, for recognising and never for keeping: digits of
 * all three sets become ASCII, hamza seats, yehs, kafs and hehs become one letter each, marks,
 * tatweels, joiners and bidi controls vanish, dashes and blanks become one kind each, Latin becomes
 * lower case.
 *
 * <p>It remembers where each letter came from, so that what is recognised can be quoted unchanged.
 */
public final class Folded {
  private final String original;
  private final String text;
  private final int[] origins;

  private Folded(String original, String text, int[] origins) {
    this.original = original;
    this.text = text;
    this.origins = origins;
  }

  /**
   * {@return a line, folded}
   *
   * @param original the line as it is written
   */
  public static Folded of(String original) {
    var text = new StringBuilder(original.length());
    int[] origins = new int[original.length() + 8];
    for (int i = 0; i < original.length(); i++) {
      String plain = plain(original.charAt(i));
      if (text.length() + plain.length() >= origins.length) {
        origins = Arrays.copyOf(origins, origins.length * 2);
      }
      for (int k = 0; k < plain.length(); k++) {
        origins[text.length()] = i;
        text.append(plain.charAt(k));
      }
    }
    return new Folded(original, text.toString(), origins);
  }

  /**
   * {@return a line's folded words alone}
   *
   * @param original the line as it is written
   */
  public static String fold(String original) {
    var text = new StringBuilder(original.length());
    for (int i = 0; i < original.length(); i++) {
      text.append(plain(original.charAt(i)));
    }
    return text.toString();
  }

  /** {@return the folded letters} */
  public String text() {
    return text;
  }

  /**
   * {@return the same with other letters in place of a stretch, which still tell where that stood}
   *
   * @param start where the stretch begins, in the folded letters
   * @param end where it ends; greater than {@code start}
   * @param letters at least one
   */
  public Folded with(int start, int end, String letters) {
    String changed = text.substring(0, start) + letters + text.substring(end);
    int[] moved = new int[changed.length() + 1];
    System.arraycopy(origins, 0, moved, 0, start);
    Arrays.fill(moved, start, start + letters.length(), origins[start]);
    moved[start + letters.length() - 1] = origins[end - 1];
    System.arraycopy(origins, end, moved, start + letters.length(), text.length() - end);
    return new Folded(original, changed, moved);
  }

  /**
   * {@return what stood in the original where a stretch of the folded text is}
   *
   * @param start where it begins, in the folded letters
   * @param end where it ends
   */
  public String raw(int start, int end) {
    return start >= end ? "" : original.substring(origins[start], originalEnd(end));
  }

  /**
   * {@return the original's offset of a folded letter}
   *
   * @param start the folded offset
   */
  public int originalStart(int start) {
    return start >= text.length() ? original.length() : origins[start];
  }

  /**
   * {@return the original's offset just behind the folded letter before an offset}
   *
   * @param end the folded offset
   */
  public int originalEnd(int end) {
    if (end == 0) {
      return 0;
    }
    int last = origins[end - 1] + 1;
    int limit = end < text.length() ? origins[end] : original.length();
    // Marks and tatweels behind a letter belong to it: «هـ» is quoted whole.
    while (last < limit && plain(original.charAt(last)).isEmpty()) {
      last++;
    }
    return last;
  }

  /** What each character is folded to, worked out once: threads that meet here find the same. */
  private static final @Nullable String[] PLAIN = new @Nullable String[Character.MAX_VALUE + 1];

  private static String plain(char c) {
    @Nullable String known = PLAIN[c];
    if (known == null) {
      known = folded(c);
      PLAIN[c] = known;
    }
    return known;
  }

  private static String folded(char c) {
    if (c < 0x80) {
      return String.valueOf(Character.toLowerCase(c));
    }
    if (Character.isSurrogate(c)) {
      return String.valueOf(c);
    }
    String parts = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKD);
    var kept = new StringBuilder(parts.length());
    for (int i = 0; i < parts.length(); i++) {
      append(kept, parts.charAt(i));
    }
    return kept.toString();
  }

  private static void append(StringBuilder kept, char c) {
    int type = Character.getType(c);
    int digit = Character.digit(c, 10);
    if (type == Character.NON_SPACING_MARK || type == Character.FORMAT || c == 'ـ') {
      return;
    }
    if (digit >= 0) {
      kept.append((char) ('0' + digit));
    } else if (Character.isSpaceChar(c) || Character.isWhitespace(c)) {
      kept.append(' ');
    } else if (type == Character.DASH_PUNCTUATION || c == '−') {
      kept.append('-');
    } else {
      kept.append(letter(Character.toLowerCase(c)));
    }
  }

  private static char letter(char c) {
    return switch (c) {
      case 'ٱ' -> 'ا';
      case 'ى', 'ی', 'ې', 'ے' -> 'ي';
      case 'ک', 'ڪ' -> 'ك';
      case 'ة', 'ہ', 'ھ', 'ە', 'ۀ', 'ۃ' -> 'ه';
      case 'ı' -> 'i';
      case '،' -> ',';
      case '؛' -> ';';
      case '٫' -> '.';
      case '∶', '：' -> ':';
      default -> c;
    };
  }
}
