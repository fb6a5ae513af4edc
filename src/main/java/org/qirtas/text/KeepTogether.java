package org.qirtas.text;

import java.util.Set;
import java.util.regex.Pattern;
import org.qirtas.article.Language;
import org.qirtas.text.BreakOpportunities.Kind;

/**
 * Takes away the places between words that are read as one: a number and its unit, the parts of a
 * date, initials and their name, a word of one letter and the next.
 *
 * <p>Never more than {@link #MOST_WORDS} words or {@link #MOST_UNITS} units in one piece: a list of
 * initials or of numbers must still find its lines.
 */
final class KeepTogether {
  static final int MOST_WORDS = 4;
  static final int MOST_UNITS = 40;

  /** A longer word is none of those that are kept. */
  private static final int LONGEST = 24;

  private static final String OPENING = "([{«“‘\"'‹„¿¡";
  private static final String CLOSING = ")]}»”’\"'›“،؛؟,;:!?….";
  private static final Pattern DAY =
      Pattern.compile("[0-9]{1,2}(?:\\.|st|nd|rd|th|er|º|ª)?(?:[-–][0-9]{1,2}\\.?)?");
  private static final Pattern YEAR = Pattern.compile("[0-9]{1,4}(?:[-–/][0-9]{1,4})?");
  private static final Pattern NUMBER =
      Pattern.compile("[-+−±~≈$€£¥]?[0-9]+(?:[.,٫٬/:×x–-][0-9]+)*+");
  private static final Pattern GROUPED = Pattern.compile("\\+?[0-9]{1,4}");
  private static final Pattern GROUP = Pattern.compile("[0-9]{3}");
  private static final Pattern ENUMERATOR =
      Pattern.compile("\\(?[0-9]{1,2}(?:[.)]|\\.?-)|\\(?\\p{L}\\)");
  private static final Pattern INITIALS = Pattern.compile("\\p{L}\\.(?:-?\\p{L}\\.)*+");
  private static final Set<String> HONOURS = Set.of("ﷺ", "ﷻ");

  private final Copy copy;
  private final String text;
  private final Places places;
  private final String loneLetters;
  private int lastStart;
  private int lastEnd;
  private String lastWord = "";
  private String lastJudged = "";
  private boolean lastPlain;

  /** Why two words are kept together. */
  private enum Bond {
    NONE,
    AMOUNT,
    DATE,
    DIGITS,
    OTHER
  }

  private KeepTogether(Copy copy, Places places, Language language) {
    this.copy = copy;
    this.text = copy.text();
    this.places = places;
    this.loneLetters = loneLetters(language);
  }

  static void mark(Copy copy, Places places, Language language) {
    new KeepTogether(copy, places, language).mark();
  }

  private void mark() {
    int pieceStart = 0;
    int words = 1;
    Bond last = Bond.NONE;
    for (int at = 1; at < text.length(); at++) {
      if (places.is(at, Kind.FORCED)) {
        last = Bond.NONE;
        words = 1;
        pieceStart = at;
      } else if (places.is(at, Kind.SPACE)) {
        String left = wordBefore(at);
        String right = wordAfter(at);
        Bond bond = bond(left, right, last);
        if (bond != Bond.NONE
            && words < MOST_WORDS
            && wordEnd(at, pieceStart + MOST_UNITS) - pieceStart <= MOST_UNITS) {
          places.remove(at);
          words++;
        } else {
          words = 1;
          pieceStart = at;
        }
        last = bond;
      } else if (places.is(at, Kind.ORDINARY)) {
        if (partsRange(at) || leavesLoneLetter(at)) {
          places.remove(at);
        }
      }
    }
  }

  private int wordEnd(int at, int limit) {
    int end = at;
    while (end < text.length() && end <= limit && !Places.isSpace(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** The word before a place, folded; empty where it is too long to be one that is kept. */
  private String wordBefore(int at) {
    int end = at;
    while (end > 0 && (places.isUnseen(end - 1) || Places.isSpace(text.charAt(end - 1)))) {
      end--;
    }
    int start = end;
    while (start > 0 && end - start <= LONGEST && !Places.isSpace(text.charAt(start - 1))) {
      start--;
    }
    return end - start > LONGEST ? "" : word(start, end);
  }

  private String wordAfter(int at) {
    int end = wordEnd(at, at + LONGEST);
    return end - at > LONGEST ? "" : word(at, end);
  }

  private String word(int start, int end) {
    // The word after one place is the word before the next.
    if (start == lastStart && end == lastEnd) {
      return lastWord;
    }
    var seen = new StringBuilder(end - start);
    for (int at = start; at < end; at++) {
      if (!copy.isAdded(at)) {
        seen.append(text.charAt(at));
      }
    }
    lastStart = start;
    lastEnd = end;
    lastWord = KeptWords.folded(seen.toString());
    return lastWord;
  }

  private Bond bond(String left, String right, Bond last) {
    String opened = withoutOpening(left);
    if (opened.isEmpty() || right.isEmpty()) {
      return Bond.NONE;
    }
    if (isPlainAgain(opened) && isPlainAgain(right)) {
      return Bond.NONE;
    }
    boolean announced = KeptWords.BEFORE_NUMBERS.contains(opened) && isNumber(right);
    if (announced || isAmount(opened, right)) {
      return Bond.AMOUNT;
    }
    if (isDate(opened, right, last)) {
      return Bond.DATE;
    }
    if (isGrouped(opened, right, last)) {
      return Bond.DIGITS;
    }
    boolean other =
        isName(opened, right)
            || isLoneLetter(opened, last)
            || ENUMERATOR.matcher(left).matches()
            || HONOURS.contains(withoutClosing(right));
    return other ? Bond.OTHER : Bond.NONE;
  }

  /** The word after one place is the word before the next. */
  private boolean isPlainAgain(String word) {
    if (!word.equals(lastJudged)) {
      lastJudged = word;
      lastPlain = isPlain(word);
    }
    return lastPlain;
  }

  /**
   * Whether it is a word of letters that no rule knows. Nearly all are, and of two of them none can
   * hold for the other.
   */
  private static boolean isPlain(String word) {
    if (word.length() < 2) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (!Character.isLetter(word.charAt(i))) {
        return false;
      }
    }
    return !KeptWords.isKnown(word);
  }

  private static boolean isAmount(String left, String right) {
    return NUMBER.matcher(left).matches()
        && (KeptWords.UNITS.contains(right) || KeptWords.UNITS.contains(withoutClosing(right)));
  }

  private static boolean isNumber(String word) {
    return NUMBER.matcher(withoutClosing(withoutOpening(word))).matches();
  }

  private static boolean isDate(String left, String right, Bond last) {
    String bare = withoutClosing(right);
    if (KeptWords.MONTHS.contains(left)) {
      return KeptWords.SECOND_OF_MONTH.contains(bare) || YEAR.matcher(bare).matches();
    }
    if (last == Bond.DATE && KeptWords.SECOND_OF_MONTH.contains(left)) {
      return YEAR.matcher(bare).matches();
    }
    return DAY.matcher(left).matches()
        && (KeptWords.MONTHS.contains(right) || KeptWords.MONTHS.contains(bare));
  }

  private static boolean isName(String left, String right) {
    boolean letter = Character.isLetter(withoutOpening(right + " ").codePointAt(0));
    return letter && (INITIALS.matcher(left).matches() || KeptWords.TITLES.contains(left));
  }

  /** A letter after a number is its unit or its era, and may end a line. */
  private boolean isLoneLetter(String word, Bond last) {
    boolean lone = word.codePointCount(0, word.length()) == 1;
    if (!lone || last == Bond.AMOUNT || HONOURS.contains(word)) {
      return false;
    }
    int c = word.codePointAt(0);
    return Character.isLetter(c)
        && (Character.getDirectionality(c) != Character.DIRECTIONALITY_LEFT_TO_RIGHT
            || loneLetters.indexOf(c) >= 0);
  }

  /** The words of one letter; that in «plan B» may well end a line. */
  private static String loneLetters(Language language) {
    return switch (language.primary()) {
      case "fr" -> "aAàÀyYôÔ";
      case "es" -> "aAeEoOuUyY";
      case "it", "pt", "gl", "ca" -> "aAàÀeEèÈéÉiIoO";
      case "pl", "cs", "sk", "hr", "sl" -> "aAiIkKoOsSuUvVwWzZ";
      default -> "aAIO";
    };
  }

  /** Thousands, or what follows the country's code in a number to dial. */
  private static boolean isGrouped(String left, String right, Bond last) {
    if (!GROUPED.matcher(left).matches()) {
      return false;
    }
    boolean dialled = left.startsWith("+") || last == Bond.DIGITS;
    return (dialled ? YEAR : GROUP).matcher(withoutClosing(right)).matches();
  }

  private static String withoutOpening(String word) {
    int start = 0;
    while (start < word.length() && OPENING.indexOf(word.charAt(start)) >= 0) {
      start++;
    }
    return word.substring(start);
  }

  private static String withoutClosing(String word) {
    int end = word.length();
    while (end > 0 && CLOSING.indexOf(word.charAt(end - 1)) >= 0) {
      end--;
    }
    return word.substring(0, end);
  }

  /** Whether the dash before a place stands between two numbers. */
  private boolean partsRange(int at) {
    return at > 1
        && (text.charAt(at - 1) == '–' || text.charAt(at - 1) == '/')
        && Character.isDigit(text.charAt(at - 2))
        && Character.isDigit(text.charAt(at));
  }

  /** Whether a word parted after its hyphen or slash would leave a single letter on either line. */
  private boolean leavesLoneLetter(int at) {
    return switch (text.charAt(at - 1)) {
      case '-', '\u2010', '/' -> isAlone(at - 2, -1) || isAlone(at, 1);
      default -> false;
    };
  }

  private boolean isAlone(int at, int step) {
    return isWordly(at) && !isWordly(at + step);
  }

  private boolean isWordly(int at) {
    return at >= 0
        && at < text.length()
        && (Character.isLetterOrDigit(text.charAt(at)) || Character.isSurrogate(text.charAt(at)));
  }
}
