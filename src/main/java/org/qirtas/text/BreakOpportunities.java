package org.qirtas.text;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import org.qirtas.article.Language;

/**
 * Where a line may end, and what kind of place it is, in rising order.
 *
 * <p>The places are those of UAX #14 but for three things. Between words that are read as one, such
 * as a number and its unit, there is none, though never more than four words hang together. In web
 * and mail addresses the places are at the marks, as the Chicago Manual of Style has it. In words
 * written in Latin letters, where their language is known, there are more: a hyphen must be added.
 * All other letters, Arabic above all, are never hyphenated.
 */
public final class BreakOpportunities {
  private final int[] offsets;
  private final Kind[] kinds;

  /** What a place is at which a line may end. */
  public enum Kind {
    /** Between words: white space is before it. */
    SPACE,
    /** After a hyphen, a dash or a slash that stays, or between letters that need no space. */
    ORDINARY,
    /** Within a word written in Latin letters: a hyphen must be added, and is no text. */
    HYPHENATED,
    /** At a mark of a web or mail address; no hyphen, which would be read as part of it. */
    ADDRESS,
    /** After a line that the writer ended: the line must end there. */
    FORCED,
    /** The end of the text. */
    END
  }

  private BreakOpportunities(int[] offsets, Kind[] kinds) {
    this.offsets = offsets;
    this.kinds = kinds;
  }

  /**
   * {@return where the paragraph's lines may end; the last is its end, none where it is empty}
   *
   * @param copy the paragraph
   * @param language the paragraph's language
   */
  public static BreakOpportunities of(Copy copy, Language language) {
    // Where Unicode lets a line end (UAX #14), with kept spaces inside dates, names and amounts.
    Places places = Places.unicode(copy, language);
    KeepTogether.mark(copy, places, language);
    // Addresses have places of their own, and other words those where hyphens may be added.
    Addresses addresses = Addresses.mark(copy, places);
    LatinWords.mark(copy, places, addresses);
    int[] offsets = places.offsets();
    return new BreakOpportunities(
        offsets, Arrays.stream(offsets).mapToObj(places::kind).toArray(Kind[]::new));
  }

  /** {@return how many there are} */
  public int count() {
    return offsets.length;
  }

  /**
   * {@return the offset in the copy's text before which the next line begins}
   *
   * @param number which one, from 0
   */
  public int offset(int number) {
    return offsets[number];
  }

  /**
   * {@return what kind of place it is}
   *
   * @param number which one, from 0
   */
  public Kind kind(int number) {
    return kinds[number];
  }

  /** {@return the offsets at which a line may end without a hyphen being added} */
  public int[] withoutHyphens() {
    var plain = new int[offsets.length];
    int n = 0;
    for (int i = 0; i < offsets.length; i++) {
      if (kinds[i] != Kind.HYPHENATED) {
        plain[n++] = offsets[i];
      }
    }
    return Arrays.copyOf(plain, n);
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
