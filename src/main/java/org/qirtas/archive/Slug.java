package org.qirtas.archive;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The name of an item's folder: the title's words, in the title's own script, joined by hyphens.
 *
 * <p>It must be good on every file system and easy to type: NFC, lower case, letters, digits and
 * their marks only, so without spaces, controls and what any shell or system reserves. Arabic vowel
 * signs, tatweel and Hebrew points are left out, since who looks for an article does not type them.
 */
final class Slug {
  static final int LETTERS = 80;
  static final int BYTES = 200;

  // So many items of one title and day get a number; after that a part of the id tells them apart,
  // since a thousand equal titles must not mean a million looks at the disk.
  private static final int NUMBERED = 9;

  private static final Set<String> RESERVED_BY_WINDOWS = Set.of("con", "prn", "aux", "nul");
  private static final String UNTITLED = "untitled";

  private Slug() {}

  /**
   * {@return the slug that an item gets}
   *
   * @param free tells whether nobody has a slug yet
   * @param id the item
   * @param texts the title, then whatever may stand in for it
   */
  static String free(Predicate<String> free, ItemId id, String... texts) {
    String slug = of("", texts);
    for (int number = 2; !free.test(slug) && number <= NUMBERED; number++) {
      slug = of("-" + number, texts);
    }
    return free.test(slug) ? slug : of("-" + id.toString().substring(24), texts);
  }

  /**
   * {@return the slug of the first of some texts that has a letter or a digit}
   *
   * @param suffix what tells it from others of the same title; may be empty
   * @param texts the title, then whatever may stand in for it
   */
  static String of(String suffix, String... texts) {
    int letters = LETTERS - suffix.length();
    int bytes = BYTES - suffix.length();
    for (String text : texts) {
      String slug = cut(words(text), letters, bytes);
      if (!slug.isEmpty()) {
        return (isReserved(slug) && suffix.isEmpty() ? slug + "-item" : slug) + suffix;
      }
    }
    return UNTITLED + suffix;
  }

  private static String words(String text) {
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    var slug = new StringBuilder();
    boolean pending = false;
    for (int letter : composed.codePoints().toArray()) {
      if (isLeftOut(letter)) {
        continue;
      }
      boolean stays =
          Character.isLetterOrDigit(letter) || (isMark(letter) && !slug.isEmpty() && !pending);
      if (stays) {
        if (pending && !slug.isEmpty()) {
          slug.append('-');
        }
        slug.appendCodePoint(letter);
      }
      pending = !stays;
    }
    // Lower case and what was left out can both bring letters together that compose.
    return Normalizer.normalize(slug, Normalizer.Form.NFC);
  }

  private static boolean isMark(int letter) {
    return switch (Character.getType(letter)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> true;
      default -> false;
    };
  }

  /** What joins or adorns letters without being one; a non-joiner parts them, visibly. */
  private static boolean isLeftOut(int letter) {
    boolean mark = isMark(letter);
    return letter == 0x0640
        || (mark && (isArabicVowelSign(letter) || isIn(letter, 0x0591, 0x05C7)))
        || (Character.getType(letter) == Character.FORMAT && letter != 0x200C);
  }

  private static boolean isArabicVowelSign(int letter) {
    return isIn(letter, 0x064B, 0x0652)
        || isIn(letter, 0x0656, 0x065F)
        || letter == 0x0670
        || isIn(letter, 0x06D6, 0x06ED);
  }

  private static boolean isIn(int letter, int first, int last) {
    return letter >= first && letter <= last;
  }

  private static String cut(String words, int letters, int bytes) {
    int end = 0;
    int size = 0;
    int count = 0;
    while (end < words.length()) {
      int letter = words.codePointAt(end);
      size += Character.toString(letter).getBytes(StandardCharsets.UTF_8).length;
      if (++count > letters || size > bytes) {
        break;
      }
      end += Character.charCount(letter);
    }
    if (end < words.length()) {
      end = wordEnd(words, end);
    }
    return words.substring(0, end).replaceAll("-+$", "");
  }

  /** Steps back to the end of a word where one is near, else off the marks of a letter cut off. */
  private static int wordEnd(String words, int end) {
    int hyphen = words.lastIndexOf('-', end);
    if (hyphen > end / 2) {
      return hyphen;
    }
    int at = end;
    while (at > 0 && isMark(words.codePointAt(at))) {
      at = words.offsetByCodePoints(at, -1);
    }
    return at;
  }

  /** Two digits are the folder of a month or a day. */
  private static boolean isReserved(String slug) {
    return slug.matches("[0-9]{2}|(com|lpt)[0-9]") || RESERVED_BY_WINDOWS.contains(slug);
  }
}
