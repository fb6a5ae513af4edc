package org.qirtas.source;

import java.util.regex.Pattern;

/**
 * Letters that share their joined forms between languages. A font has one glyph for the first form
 * of heh, of two kinds of yeh and of kaf, and a PDF names it after whichever character came last:
 * which was meant the rest of the document tells.
 */
final class SharedShapes {
  private static final Pattern NOT_ARABIC = Pattern.compile("[پچژگٹڈڑںےۓەۀێۆڕڵ]");
  private static final Pattern ARABIC = Pattern.compile("ة");

  private final boolean arabic;

  /** Looks at a whole document. */
  SharedShapes(Iterable<String> lines) {
    boolean own = false;
    boolean foreign = false;
    for (String line : lines) {
      own |= ARABIC.matcher(line).find();
      foreign |= NOT_ARABIC.matcher(line).find();
    }
    arabic = own && !foreign;
  }

  /** A line of it with the letters of the language that it is in. */
  String letters(String line) {
    return arabic ? line.replace('ھ', 'ه').replace('ی', 'ي').replace('ک', 'ك') : line;
  }
}
