package org.qirtas.text;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.qirtas.text.BreakOpportunities.Kind;

/**
 * Web and mail addresses in a text, and where a line may end within them.
 *
 * <p>As the Chicago Manual of Style has it (17th edition, 14.18): after the slashes, but otherwise
 * before a mark, so that no one takes it for the sentence's; before an ampersand and after an
 * equals sign; never with a hyphen. It departs from the manual in one thing: a single slash too
 * stays at the line's end, where it says that more is to come.
 */
final class Addresses {
  private static final String BREAKS_BEFORE = ".,-_~?#%&@;+";
  private static final String BREAKS_AFTER = "/=";
  private static final String CLOSING = ".,;:!?'\"]}»”’…";
  private static final String DELIMITERS = "<>\"«»“”،؛؟";

  /** What a line may hold at the least of an address's beginning and of its end. */
  private static final int LEAST_BEFORE = 4;

  private static final int LEAST_AFTER = 3;

  /** A name of a host with a path, or a DOI, without a scheme. */
  private static final Pattern BARE =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}_.@-])(?:doi:|(?:[A-Za-z0-9-]++\\.)++[A-Za-z]{2,24}+(?=/)|10\\.[0-9]{4,9}+(?=/))");

  /** What is longer has no host without a scheme in it, and would be looked through for long. */
  private static final int LONGEST_BARE = 2_000;

  private static final int LONGEST_SCHEME = 16;

  private final Places places;
  private final String text;
  private int[] regions = new int[8];
  private int count;

  private Addresses(String text, Places places) {
    this.text = text;
    this.places = places;
  }

  /** Puts the places in addresses where they belong. */
  static Addresses mark(Copy copy, Places places) {
    var addresses = new Addresses(copy.text(), places);
    String text = copy.text();
    int at = 0;
    while (at < text.length()) {
      int end = at;
      while (end < text.length() && !isDelimiter(text.charAt(end))) {
        end++;
      }
      addresses.scan(at, end);
      at = end + 1;
    }
    return addresses;
  }

  /** The end of the address that the offset is in; -1 where it is in none. */
  int endAround(int at) {
    int place = Arrays.binarySearch(regions, 0, count, at);
    if (place < 0) {
      place = -place - 2;
    }
    boolean inside = place >= 0 && (place & 1) == 0;
    return inside ? regions[place + 1] : -1;
  }

  private static boolean isDelimiter(char c) {
    return Places.isSpace(c) || DELIMITERS.indexOf(c) >= 0;
  }

  /** Looks through a stretch without blanks, once. */
  private void scan(int from, int to) {
    int known = from;
    boolean slash = false;
    for (int at = from; at < to; at++) {
      char c = text.charAt(at);
      int end = -1;
      if (c == ':' && text.startsWith("//", at + 1) && at + 3 < to) {
        int start = schemeStart(known, at);
        end = at - start >= 2 ? add(start, to) : -1;
      } else if (c == '@') {
        end = mail(known, at, to);
      } else if ((c == 'w' || c == 'W') && isWww(at, to)) {
        end = add(at, to);
      }
      slash |= c == '/';
      if (end > 0) {
        known = end;
        at = end - 1;
      }
    }
    if (known == from && slash && to - from <= LONGEST_BARE) {
      Matcher bare = BARE.matcher(text).region(from, to).useTransparentBounds(true);
      if (bare.find()) {
        add(bare.start(), to);
      }
    }
  }

  private int schemeStart(int from, int end) {
    int start = end;
    while (start > from && end - start < LONGEST_SCHEME && isSchemeLetter(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  private boolean isWww(int at, int to) {
    return at + 4 < to
        && text.regionMatches(true, at, "www.", 0, 4)
        && (at == 0 || !isLatinOrDigit(text.charAt(at - 1)));
  }

  private int mail(int from, int sign, int to) {
    int start = sign;
    while (start > from && isLocalPart(text.charAt(start - 1))) {
      start--;
    }
    int end = sign + 1;
    while (end < to && isHost(text.charAt(end))) {
      end++;
    }
    int dot = text.indexOf('.', sign, end);
    return start == sign || dot < 0 || dot == end - 1 ? -1 : add(start, end);
  }

  private static boolean isSchemeLetter(char c) {
    return isLatinOrDigit(c) || c == '+' || c == '-' || c == '.';
  }

  private static boolean isLocalPart(char c) {
    return isLatinOrDigit(c) || "._%+-".indexOf(c) >= 0;
  }

  private static boolean isHost(char c) {
    return isLatinOrDigit(c) || c == '.' || c == '-';
  }

  private static boolean isLatinOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  private int add(int start, int to) {
    int end = withoutClosing(start, to);
    if (count + 2 > regions.length) {
      regions = Arrays.copyOf(regions, 2 * regions.length);
    }
    regions[count++] = start;
    regions[count++] = end;
    for (int at = start + 1; at < end; at++) {
      if (isPlace(at) && at - start >= LEAST_BEFORE && end - at >= LEAST_AFTER) {
        places.put(at, Kind.ADDRESS);
      } else {
        places.remove(at);
      }
    }
    return to;
  }

  /** The sentence's own marks after the address are none of it. */
  private int withoutClosing(int start, int to) {
    int open = 0;
    for (int at = start; at < to; at++) {
      open += text.charAt(at) == '(' ? 1 : text.charAt(at) == ')' ? -1 : 0;
    }
    int end = to;
    while (end > start) {
      char last = text.charAt(end - 1);
      if (last == ')' && open < 0) {
        open++;
      } else if (CLOSING.indexOf(last) < 0) {
        break;
      }
      end--;
    }
    return end;
  }

  private boolean isPlace(int at) {
    char before = text.charAt(at - 1);
    char after = text.charAt(at);
    if (BREAKS_AFTER.indexOf(before) >= 0) {
      return BREAKS_AFTER.indexOf(after) < 0;
    }
    return BREAKS_BEFORE.indexOf(after) >= 0 && BREAKS_BEFORE.indexOf(before) < 0;
  }
}
