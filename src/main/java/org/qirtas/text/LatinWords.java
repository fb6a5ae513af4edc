package org.qirtas.text;

import com.ibm.icu.lang.UScript;
import java.util.Optional;
import org.qirtas.text.BreakOpportunities.Kind;

/**
 * Puts the places where a hyphen may be added: in words written in Latin letters only, by the rules
 * of the language that they are said to be in, or where the writer put soft hyphens.
 *
 * <p>A word in a stretch of which no language is known, or one that is not written in Latin
 * letters, is not divided: it is most often a name, and a wrong division misleads more than a loose
 * line. Nor are abbreviations in capitals, words beside a hyphen, a digit or a mark of a program's
 * names.
 */
final class LatinWords {
  private static final char SOFT_HYPHEN = '\u00AD';
  private static final int SHORTEST = Hyphenation.LEAST_BEFORE + Hyphenation.LEAST_AFTER;

  /** What is longer is no word, or one that its writer should have divided. */
  private static final int LONGEST = 80;

  private final Copy copy;
  private final String text;
  private final Places places;

  private LatinWords(Copy copy, Places places) {
    this.copy = copy;
    this.text = copy.text();
    this.places = places;
  }

  static void mark(Copy copy, Places places, Addresses addresses) {
    new LatinWords(copy, places).mark(addresses);
  }

  private void mark(Addresses addresses) {
    for (Copy.Span span : copy.spans()) {
      Optional<Hyphenation> rules = Hyphenation.of(span.setting().language());
      int at = span.start();
      while (at < span.end()) {
        int address = addresses.endAround(at);
        if (address > at) {
          at = address;
        } else if (isLatin(at)) {
          int end = wordEnd(at, span.end());
          word(at, end, rules);
          at = end;
        } else {
          removeSoftHyphen(at++);
        }
      }
    }
  }

  /** What is no part of a Latin word does not part it either: Arabic is never hyphenated. */
  private void removeSoftHyphen(int at) {
    if (text.charAt(at) == SOFT_HYPHEN && places.is(at + 1, Kind.ORDINARY)) {
      places.remove(at + 1);
    }
  }

  private int wordEnd(int start, int limit) {
    int end = start + 1;
    while (end < limit && (isLatin(end) || isSoftHyphen(end))) {
      end++;
    }
    return end;
  }

  private boolean isSoftHyphen(int at) {
    return text.charAt(at) == SOFT_HYPHEN;
  }

  private boolean isLatin(int at) {
    char c = text.charAt(at);
    if (c < 0x80) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
    return Character.isLetter(c) && UScript.getScript(c) == UScript.LATIN;
  }

  private void word(int start, int end, Optional<Hyphenation> rules) {
    if (text.indexOf(SOFT_HYPHEN, start, end) >= 0) {
      softHyphens(start, end);
    } else if (rules.isPresent()
        && end - start >= SHORTEST
        && end - start <= LONGEST
        && isFree(start - 1, -1)
        && isFree(end, 1)
        && !isShouted(start, end)) {
      for (int point : rules.get().points(text.substring(start, end))) {
        places.put(start + point, Kind.HYPHENATED);
      }
    }
  }

  private void softHyphens(int start, int end) {
    for (int at = start; at < end; at++) {
      if (isSoftHyphen(at)) {
        if (at + 1 < end && !isSoftHyphen(at + 1)) {
          places.put(at + 1, Kind.HYPHENATED);
        } else {
          removeSoftHyphen(at);
        }
      }
    }
  }

  /** Whether a word's neighbour leaves it a word, and no part of a compound or of a name. */
  private boolean isFree(int at, int step) {
    if (at < 0 || at >= text.length()) {
      return true;
    }
    char c = text.charAt(at);
    return switch (c) {
      case '-', '\u2010', '\u2011', '_', '@', '\\', '#', '&', '=' -> false;
      case '.', ':' -> !isLetterOrDigit(at + step);
      case '\u200C', '\u200D', '\u2060' -> false;
      default -> {
        int type = Character.getType(c);
        yield !Character.isLetterOrDigit(c)
            && type != Character.NON_SPACING_MARK
            && type != Character.SURROGATE;
      }
    };
  }

  private boolean isLetterOrDigit(int at) {
    return at >= 0 && at < text.length() && Character.isLetterOrDigit(text.charAt(at));
  }

  /** Whether there are capitals after the first letter. */
  private boolean isShouted(int start, int end) {
    for (int at = start + 1; at < end; at++) {
      if (Character.isUpperCase(text.charAt(at))) {
        return true;
      }
    }
    return false;
  }
}
