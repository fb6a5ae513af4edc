package org.qirtas.source.pdf;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts letters together of which the body and the dots are glyphs of their own. Some fonts draw beh
 * as a toothed line and a dot below it (a multiple substitution, OpenType 1.9, GSUB lookup 2). The
 * dots have no character; between reading a page's glyphs and putting its words together they go by
 * one for private use.
 */
final class DottedLetters {
  private static final int FIRST = 0x10F000;
  private static final int LAST = 0x10FFFD;
  private static final int FIRST_SYMBOL = 0xFBB2;
  private static final int LAST_SYMBOL = 0xFBC2;

  private final Map<String, String> letters = new HashMap<>();
  private final Map<String, String> bodies = new HashMap<>();
  private int next = FIRST;

  /** Whether a character stands for dots that are a glyph of their own. */
  static boolean isDots(int c) {
    return (c >= FIRST && c <= LAST) || (c >= FIRST_SYMBOL && c <= LAST_SYMBOL);
  }

  /** Whether a character stands above or below the letter before it. */
  static boolean isMark(int c) {
    return Character.getType(c) == Character.NON_SPACING_MARK || isDots(c);
  }

  /** A character for dots that have none; nothing once there are no more. */
  Optional<String> name() {
    return next > LAST ? Optional.empty() : Optional.of(Character.toString(next++));
  }

  /**
   * Learns how a letter is put together; what was learnt before counts.
   *
   * @param body the letter that its body is by itself
   * @param parts what stands above or below, in any order
   * @param letter the whole
   */
  void learn(String body, List<String> parts, String letter) {
    if (letters.putIfAbsent(key(body, parts), letter) == null) {
      bodies.putIfAbsent(letter, body);
    }
  }

  /** The letter that a body and what stands above or below it make. */
  Optional<String> letter(String body, List<String> parts) {
    return Optional.ofNullable(letters.get(key(body, parts)));
  }

  /**
   * Puts a stretch of text together.
   *
   * @param drawn letters in logical order, each followed by what stands above or below it
   * @return the same without dots of their own
   */
  String together(String drawn) {
    if (letters.isEmpty() || drawn.codePoints().noneMatch(DottedLetters::isMark)) {
      return drawn;
    }
    var whole = new StringBuilder();
    int[] all = drawn.codePoints().toArray();
    for (int at = 0; at < all.length; ) {
      int end = at + 1;
      while (end < all.length && isMark(all[end])) {
        end++;
      }
      var marks = new ArrayList<String>();
      for (int i = at + 1; i < end; i++) {
        marks.add(Character.toString(all[i]));
      }
      whole.append(together(Character.toString(all[at]), marks));
      at = end;
    }
    return whole.toString();
  }

  private String together(String body, List<String> marks) {
    if (isDots(body.codePointAt(0))) {
      return "";
    }
    List<String> dots = marks.stream().filter(mark -> isDots(mark.codePointAt(0))).toList();
    List<String> vowels = marks.stream().filter(mark -> !dots.contains(mark)).toList();
    for (String vowel : vowels) {
      var with = new ArrayList<>(dots);
      with.add(vowel);
      Optional<String> letter = whole(body, with);
      if (letter.isPresent()) {
        var rest = new ArrayList<>(vowels);
        rest.remove(vowel);
        return letter.get() + String.join("", rest);
      }
    }
    return dotted(body, dots) + String.join("", vowels);
  }

  /** Dots that make no letter together do one by one, or are another letter's. */
  private String dotted(String body, List<String> dots) {
    if (dots.isEmpty()) {
      return body;
    }
    return whole(body, dots)
        .or(() -> dots.stream().flatMap(one -> whole(body, List.of(one)).stream()).findFirst())
        .orElse(body);
  }

  /** A body may be named after one of its letters already; dots tell which it is, marks do not. */
  private Optional<String> whole(String body, List<String> parts) {
    boolean tells = parts.stream().anyMatch(part -> isDots(part.codePointAt(0)));
    return letter(body, parts)
        .or(() ->
            Optional.ofNullable(tells ? bodies.get(body) : null)
                .flatMap(plain -> letter(plain, parts)));
  }

  private static String key(String body, List<String> parts) {
    return Normalizer.normalize(body, Normalizer.Form.NFC)
        + String.join("", parts.stream().sorted().toList());
  }
}
