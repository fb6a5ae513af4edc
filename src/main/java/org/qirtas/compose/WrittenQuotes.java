package org.qirtas.compose;

import java.util.ArrayDeque;
import java.util.BitSet;
import org.qirtas.article.Language;
import org.qirtas.article.QuotationMarks;

/**
 * The double quotation marks in a text, of whatever kind. Which of them open and which close is
 * told by what stands around them, since straight ones are the same and languages use the others
 * both ways. Where they do not pair, all stay as they are.
 */
final class WrittenQuotes {
  private static final String MARKS = "\"«»“”„‟";

  private final StringBuilder text;
  private final BitSet written;
  private final Language[] languages;

  /**
   * A text's quotation marks.
   *
   * @param text is changed
   * @param written the units that are the writer's
   * @param languages each unit's
   */
  WrittenQuotes(StringBuilder text, BitSet written, Language[] languages) {
    this.text = text;
    this.written = written;
    this.languages = languages;
  }

  void print() {
    var changed = new StringBuilder(text);
    var open = new ArrayDeque<QuotationMarks>();
    for (int at = 0; at < text.length(); at++) {
      if (!written.get(at) || MARKS.indexOf(text.charAt(at)) < 0) {
        continue;
      }
      if (opens(at, open.isEmpty())) {
        QuotationMarks marks = QuotationMarks.of(languages[at]);
        changed.setCharAt(at, open.size() % 2 == 0 ? marks.opening() : marks.innerOpening());
        open.push(marks);
      } else if (open.isEmpty()) {
        return;
      } else {
        QuotationMarks marks = open.pop();
        changed.setCharAt(at, open.size() % 2 == 0 ? marks.closing() : marks.innerClosing());
      }
    }
    if (open.isEmpty()) {
      text.setLength(0);
      text.append(changed);
    }
  }

  /**
   * One that touches the word after it, and no word before it, opens. One between two letters comes
   * after a word that is written with the next, such as و and ال, or before a suffix.
   */
  private boolean opens(int at, boolean noneIsOpen) {
    boolean apart = isApart(at - 1, "([{–—-/");
    return !isApart(at + 1, ".,;:!?،؛؟…)]}–—-/") && (apart || noneIsOpen);
  }

  private boolean isApart(int at, String marks) {
    if (at < 0 || at >= text.length()) {
      return true;
    }
    char c = text.charAt(at);
    // Two marks side by side: the outer one sees through the inner.
    if (MARKS.indexOf(c) >= 0) {
      return isApart(at + (marks.startsWith("(") ? -1 : 1), marks);
    }
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.getType(c) == Character.FORMAT
        || marks.indexOf(c) >= 0;
  }
}
