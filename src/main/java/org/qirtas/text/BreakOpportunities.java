package org.qirtas.text;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import org.qirtas.article.Language;

/** Where a line may end (UAX #14), as offsets in a copy's text, in rising order. */
public final class BreakOpportunities {
  private BreakOpportunities() {}

  /**
   * {@return the offsets after which a line may end; the last is the text's end}
   *
   * @param copy the paragraph
   * @param language the paragraph's language
   */
  public static int[] lines(Copy copy, Language language) {
    return offsets(BreakIterator.getLineInstance(ULocale.forLanguageTag(language.tag())), copy);
  }

  /**
   * {@return the offsets between what a reader takes for letters (UAX #29), for the word that no
   * line can hold}
   *
   * @param copy the paragraph
   */
  public static int[] letters(Copy copy) {
    return offsets(BreakIterator.getCharacterInstance(ULocale.ROOT), copy);
  }

  /**
   * {@return whether the line must end before the offset, because the writer ended it}
   *
   * @param copy the paragraph
   * @param at an offset after the first
   */
  public static boolean isForced(Copy copy, int at) {
    return copy.text().charAt(at - 1) == Copy.LINE_SEPARATOR;
  }

  private static int[] offsets(BreakIterator iterator, Copy copy) {
    iterator.setText(copy.text());
    var offsets = new int[copy.text().length() + 1];
    int n = 0;
    iterator.first();
    for (int at = iterator.next(); at != BreakIterator.DONE; at = iterator.next()) {
      offsets[n++] = at;
    }
    return Arrays.copyOf(offsets, n);
  }
}
