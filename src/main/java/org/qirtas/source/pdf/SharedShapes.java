package org.qirtas.source.pdf;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Letters that share their joined forms between languages. A font has one glyph for the first form
 * of heh, of two kinds of yeh and of kaf, and a PDF names it after whichever character came last:
 * which was meant the rest of the document tells.
 */
final class SharedShapes {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{Nd}\u200C]+");
  private static final Pattern FOREIGN = Pattern.compile("[پچژگٹڈڑںےۓێۆڕڵ]");
  private static final Pattern URDU = Pattern.compile("[ٹڈڑںے]");
  private static final Pattern OWN = Pattern.compile("(?:[وفبك]?ال|لل)\\p{L}{2,}|\\p{L}+[ةۃ]");
  private static final Pattern DOTTED_END = Pattern.compile("\\p{L}+ي");
  private static final Map<Character, Character> ARABIC =
      Map.of('ھ', 'ه', 'ہ', 'ه', 'ە', 'ه', 'ۃ', 'ة', 'ک', 'ك', 'ی', 'ي', 'ٺ', 'ت', 'ٻ', 'ي');
  private static final Map<Character, Character> PERSIAN = Map.of('ك', 'ک', 'ي', 'ی', 'ى', 'ی');

  private enum Kind {
    ARABIC,
    PERSIAN,
    URDU,
    AS_NAMED
  }

  private final Kind kind;

  /** Whether the yeh that ends a word has dots here, so that one without is an alef maksura. */
  private final boolean dotted;

  /**
   * Looks at a whole document.
   *
   * @param lines its text
   * @param told whether its letters are told by what they look like
   */
  SharedShapes(List<String> lines, boolean told) {
    int own = 0;
    int foreign = 0;
    int urdu = 0;
    boolean end = false;
    for (String line : lines) {
      Matcher words = WORD.matcher(line);
      while (words.find()) {
        own += OWN.matcher(words.group()).matches() ? 1 : 0;
        foreign += FOREIGN.matcher(words.group()).find() ? 1 : 0;
        urdu += URDU.matcher(words.group()).find() ? 1 : 0;
        end |= DOTTED_END.matcher(words.group()).matches();
      }
    }
    dotted = end;
    kind =
        own > 2 * foreign
            ? Kind.ARABIC
            : !told || foreign == 0 ? Kind.AS_NAMED : 2 * urdu > foreign ? Kind.URDU : Kind.PERSIAN;
  }

  /** A line of it with the letters of the language that it is in. */
  String letters(String line) {
    return kind == Kind.AS_NAMED
        ? line
        : WORD.matcher(line).replaceAll(word -> Matcher.quoteReplacement(word(word.group())));
  }

  private String word(String word) {
    boolean alone =
        word.codePoints().filter(c -> Character.isLetter(c) || Character.isDigit(c)).count() == 1;
    if (alone || (kind == Kind.ARABIC && FOREIGN.matcher(word).find())) {
      // A letter that stands by itself is one that is spoken of.
      return word;
    }
    var letters = new StringBuilder(word);
    for (int i = 0; i < letters.length(); i++) {
      char c = letters.charAt(i);
      letters.setCharAt(
          i,
          switch (kind) {
            case ARABIC -> c == 'ی' && dotted && ends(word, i) ? 'ى' : ARABIC.getOrDefault(c, c);
            case PERSIAN -> c == 'ھ' || c == 'ە' || c == 'ہ' ? 'ه' : persian(c);
            case URDU -> c == 'ه' ? 'ہ' : persian(c);
            case AS_NAMED -> c;
          });
    }
    return letters.toString();
  }

  private static char persian(char c) {
    return c >= '٠' && c <= '٩' ? (char) (c - '٠' + '۰') : PERSIAN.getOrDefault(c, c);
  }

  private static boolean ends(String word, int at) {
    return word.substring(at + 1).codePoints().noneMatch(Character::isLetter);
  }
}
