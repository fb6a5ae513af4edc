package org.qirtas.compose;

import java.util.BitSet;
import org.qirtas.article.Language;
import org.qirtas.profile.Digits;
import org.qirtas.profile.PrintProfile;
import org.qirtas.profile.Quotes;
import org.qirtas.text.Copy;

/**
 * The writer's own characters as a profile wants them printed: in other digits, with other
 * quotation marks. Each character becomes one character, so that offsets stay what they are.
 */
final class Rendition {
  /** All as it was written. */
  static final Rendition AS_WRITTEN = new Rendition(Digits.AS_WRITTEN, Quotes.AS_WRITTEN);

  private final Digits digits;
  private final Quotes quotes;

  private Rendition(Digits digits, Quotes quotes) {
    this.digits = digits;
    this.quotes = quotes;
  }

  static Rendition of(PrintProfile profile) {
    return profile.isAsWritten()
        ? AS_WRITTEN
        : new Rendition(profile.numbering().text(), profile.quotes());
  }

  /**
   * The copy as it is printed.
   *
   * @param written the spans, by number, that are the writer's words and not labels
   */
  Copy of(Copy copy, BitSet written) {
    if (this == AS_WRITTEN) {
      return copy;
    }
    var text = new StringBuilder(copy.text());
    var units = new BitSet();
    var languages = new Language[text.length()];
    for (int number = 0; number < copy.spans().size(); number++) {
      Copy.Span span = copy.spans().get(number);
      units.set(span.start(), span.end(), written.get(number));
      java.util.Arrays.fill(languages, span.start(), span.end(), span.setting().language());
    }
    if (digits != Digits.AS_WRITTEN) {
      new WrittenNumbers(text, units, languages).print(digits);
    }
    if (quotes != Quotes.AS_WRITTEN) {
      new WrittenQuotes(text, units, languages).print();
    }
    return copy.with(text.toString());
  }
}
