package org.qirtas.text;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.qirtas.article.Language;
import org.qirtas.text.BreakOpportunities.Kind;

/** Where a line may end, offset by offset, while that is being found out. */
final class Places {
  /** More languages than a document is written in; what a hostile one claims beyond is not kept. */
  private static final int MOST_ITERATORS = 64;

  /** By language: the library keeps one alone, and reads rules anew where languages alternate. */
  private static final Map<String, BreakIterator> ITERATORS = new ConcurrentHashMap<>();

  private final Copy copy;
  private final String text;
  private final @Nullable Kind[] kinds;

  private Places(Copy copy) {
    this.copy = copy;
    this.text = copy.text();
    this.kinds = new @Nullable Kind[text.length() + 1];
  }

  /** The places of UAX #14, as the language has them. */
  static Places unicode(Copy copy, Language language) {
    var places = new Places(copy);
    BreakIterator iterator = iterator(language);
    iterator.setText(copy.text());
    iterator.first();
    for (int at = iterator.next(); at != BreakIterator.DONE; at = iterator.next()) {
      places.put(at, places.kindOf(at));
    }
    return places;
  }

  /** One that is the caller's alone: of those that are kept, none is ever used. */
  private static BreakIterator iterator(Language language) {
    BreakIterator kept = ITERATORS.get(language.tag());
    if (kept == null) {
      kept = BreakIterator.getLineInstance(ULocale.forLanguageTag(language.tag()));
      if (ITERATORS.size() < MOST_ITERATORS) {
        ITERATORS.putIfAbsent(language.tag(), kept);
      }
    }
    return kept.clone();
  }

  private Kind kindOf(int at) {
    if (at == text.length()) {
      return Kind.END;
    }
    if (BreakOpportunities.isForced(copy, at)) {
      return Kind.FORCED;
    }
    int before = at - 1;
    while (before > 0 && isUnseen(before)) {
      before--;
    }
    return isSpace(text.charAt(before)) ? Kind.SPACE : Kind.ORDINARY;
  }

  /** Whether the unit is an isolate or another mark of direction. */
  boolean isUnseen(int at) {
    char c = text.charAt(at);
    return (copy.isAdded(at) && c != Copy.LINE_SEPARATOR)
        || c == '\u061C'
        || c == '\u200E'
        || c == '\u200F'
        || (c >= '\u202A' && c <= '\u202E')
        || (c >= '\u2066' && c <= '\u2069');
  }

  static boolean isSpace(char c) {
    return c == ' ' || Character.isSpaceChar(c);
  }

  void put(int at, Kind kind) {
    kinds[at] = kind;
  }

  void remove(int at) {
    kinds[at] = null;
  }

  boolean is(int at, Kind kind) {
    return kinds[at] == kind;
  }

  /** The kind of a place that there is. */
  Kind kind(int at) {
    return Objects.requireNonNull(kinds[at]);
  }

  /** The offsets of all places, in rising order. */
  int[] offsets() {
    var offsets = new int[kinds.length];
    int n = 0;
    for (int at = 0; at < kinds.length; at++) {
      if (kinds[at] != null) {
        offsets[n++] = at;
      }
    }
    return Arrays.copyOf(offsets, n);
  }
}
