package org.qirtas.source.letters;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text as screens of old machines show it: each line from left to right, letters in the forms that
 * they take beside each other.
 */
final class ScreenOrder {
  private static final Pattern LINE = Pattern.compile("[^\r\n\u0085]+");
  private static final Map<Character, String> FORMS = new ConcurrentHashMap<>();
  private static final String OPENING = "([{<«";
  private static final String CLOSING = ")]}>»";

  /** Where letters with four forms stand in Unicode's block Arabic Presentation Forms-B. */
  private static final int[] FOURS = {
    0xFE89, 0xFE8C, 0xFE8F, 0xFE92, 0xFE95, 0xFEA8, 0xFEB1, 0xFEEC, 0xFEF1, 0xFEF4
  };

  private static final double MISPLACED = -4;

  private ScreenOrder() {}

  /** The text in the order in which it is read. */
  static String read(String text) {
    return LINE.matcher(text).replaceAll(line -> Matcher.quoteReplacement(line(line.group())));
  }

  private static String line(String line) {
    var pieces = VisualOrder.split(line);
    if (!VisualOrder.isRightToLeft(pieces)) {
      return VisualOrder.read(pieces, false);
    }
    // What opens on the screen's left closes what is read from the right.
    String read = VisualOrder.read(pieces, true);
    var mirrored = new StringBuilder(read.length());
    for (int i = 0; i < read.length(); i++) {
      int opening = OPENING.indexOf(read.charAt(i));
      int closing = CLOSING.indexOf(read.charAt(i));
      mirrored.append(
          opening >= 0
              ? CLOSING.charAt(opening)
              : closing >= 0 ? OPENING.charAt(closing) : read.charAt(i));
    }
    return mirrored.toString();
  }

  /**
   * What forms that do not fit their places take off the plausibility of a text, for each of its
   * letters: the form of a letter that goes on stands before another letter, and no other does.
   */
  static double joining(String text) {
    int letters = 0;
    int wrong = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isLetter(c)) {
        continue;
      }
      letters++;
      int start = joinsOnBothSides(c);
      if (start >= 0) {
        boolean goesOn = (c - start) % 4 >= 2;
        boolean followed = i + 1 < text.length() && Character.isLetter(text.charAt(i + 1));
        wrong += goesOn == followed ? 0 : 1;
      }
    }
    return wrong == 0 ? 0 : MISPLACED * wrong / letters;
  }

  /** Where the fours of isolated, final, initial and medial forms begin that a form is among. */
  private static int joinsOnBothSides(char form) {
    for (int i = 0; i < FOURS.length; i += 2) {
      if (form >= FOURS[i] && form <= FOURS[i + 1]) {
        return FOURS[i];
      }
    }
    return -1;
  }

  /** The letters that forms stand for. */
  static String unshaped(String text) {
    var letters = new StringBuilder(text.length() + text.length() / 8);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean form = (c >= 0xFB50 && c <= 0xFDCF) || (c >= 0xFE70 && c <= 0xFEFC);
      if (form) {
        letters.append(
            FORMS.computeIfAbsent(c, it -> PresentationForms.undone(String.valueOf(it))));
      } else {
        letters.append(c);
      }
    }
    return letters.toString();
  }
}
