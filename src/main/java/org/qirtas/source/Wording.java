package org.qirtas.source;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.qirtas.article.Attested;
import org.qirtas.article.Block;
import org.qirtas.article.Evidence.Origin;
import org.qirtas.source.letters.Blanks;
import org.qirtas.source.letters.Folded;

/** What the words of a line tell, wherever it stands. */
final class Wording {
  private static final int FIRST_WORDS = 10;
  private static final int LONGEST_FIRST = 180;
  private static final int SHORTEST_RULE = 5;
  private static final int LONGEST_TITLE = 180;
  private static final int FEWEST_LETTERS = 3;

  private Wording() {}

  /** Ornaments that a title typed by hand stands between. */
  private static final Pattern FRAMED =
      Pattern.compile(
          "[*=~#_•●■◆★☆❖-]+\\s*(?<words>\\p{L}.*\\p{L}.*?)\\s*[*=~#_•●■◆★☆❖-]+|\\[(?<inner>[^\\[\\]]+)\\]");

  /** «*** عنوان ***» without its stars. */
  static String unframed(String title) {
    Matcher matcher = FRAMED.matcher(title);
    return !matcher.matches()
        ? title
        : matcher.group("words") != null ? matcher.group("words") : matcher.group("inner");
  }

  /** Whether a line is a rule drawn with signs. */
  static boolean ruled(String line) {
    return line.length() >= SHORTEST_RULE
        && line.codePoints().noneMatch(Character::isLetterOrDigit)
        && line.codePoints().distinct().count() <= 2;
  }

  /** Whether a line does not end as sentences do. */
  static boolean endless(String line) {
    return ".:،؛؟!?…".indexOf(line.charAt(line.length() - 1)) < 0;
  }

  /** Whether a line could be a title: short, with letters, and no sentence nor half of one. */
  static boolean titles(String line) {
    return line.length() <= LONGEST_TITLE
        && line.codePoints().filter(Character::isLetter).count() >= FEWEST_LETTERS
        && ".:،".indexOf(line.charAt(line.length() - 1)) < 0;
  }

  /** «X X»: a caption that a page printed twice, once as the picture's alternate text. */
  static Optional<String> doubled(String line) {
    List<String> words = Blanks.words(line);
    int half = words.size() / 2;
    if (words.size() < 4 || words.size() % 2 != 0 || line.length() > 400) {
      return Optional.empty();
    }
    String first = String.join(" ", words.subList(0, half));
    String second = String.join(" ", words.subList(half, words.size()));
    return first.equals(second) && first.length() >= 8 ? Optional.of(first) : Optional.empty();
  }

  /** Whether two lines have the same letters and figures. */
  static boolean same(String one, String other) {
    return Folded.fold(one)
        .replaceAll("[^\\p{L}\\d]", "")
        .equals(Folded.fold(other).replaceAll("[^\\p{L}\\d]", ""));
  }

  /** The first words of a body, for a text that has no title. */
  static Optional<Attested<String>> first(List<Block> body) {
    return body.stream()
        .map(block -> Blanks.collapse(block.text()))
        .filter(text -> !text.isEmpty())
        .findFirst()
        .map(text -> {
          List<String> words = Blanks.words(text);
          String first = String.join(" ", words.subList(0, Math.min(FIRST_WORDS, words.size())));
          String cut = first.length() > LONGEST_FIRST ? first.substring(0, LONGEST_FIRST) : first;
          return Attested.asWritten(cut, Origin.FIRST_WORDS);
        });
  }
}
