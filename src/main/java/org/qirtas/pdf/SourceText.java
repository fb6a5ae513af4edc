package org.qirtas.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.qirtas.article.Article;
import org.qirtas.article.Attested;
import org.qirtas.article.Block;
import org.qirtas.article.Inline;

/** The paragraphs of an article that must be found on its pages, each as one string. */
final class SourceText {
  private SourceText() {}

  static List<String> of(Article article) {
    var paragraphs = new ArrayList<String>();
    article.title().map(Attested::value).ifPresent(paragraphs::add);
    article.subtitle().ifPresent(paragraphs::add);
    article.place().map(Attested::value).ifPresent(paragraphs::add);
    article.authors().stream().map(Attested::value).forEach(paragraphs::add);
    of(article.body()).forEach(paragraphs::add);
    return paragraphs;
  }

  private static Stream<String> of(List<Block> blocks) {
    return blocks.stream().flatMap(SourceText::of);
  }

  private static Stream<String> of(Block block) {
    return switch (block) {
      case Block.Heading heading -> Stream.of(heading.text());
      case Block.Paragraph paragraph -> Stream.of(paragraph.text());
      case Block.Quotation quotation -> of(quotation.blocks());
      case Block.ItemList list -> list.items().stream().flatMap(SourceText::of);
      case Block.Table table ->
          Stream.concat(
              Stream.of(Inline.textOf(table.caption())),
              table.rows().stream()
                  .flatMap(row -> row.cells().stream())
                  .flatMap(cell -> of(cell.blocks())));
      case Block.Figure figure -> Stream.of(figure.text());
      case Block.Verse verse -> verse.lines().stream().flatMap(List::stream).map(Inline::textOf);
      case Block.Footnote note -> of(note.blocks());
    };
  }

  /** What no page can lose or gain unseen: all but spaces and marks of direction. */
  static String bare(String text) {
    var bare = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean alone =
          Character.isSurrogate(c)
              && !(Character.isHighSurrogate(c)
                  && i + 1 < text.length()
                  && Character.isLowSurrogate(text.charAt(i + 1)))
              && !(Character.isLowSurrogate(c)
                  && i > 0
                  && Character.isHighSurrogate(text.charAt(i - 1)));
      if (alone || c == 0) {
        // Neither can be printed; the composer puts this in its place.
        bare.append('\uFFFD');
      } else if (!isSpace(c) && !isDirection(c)) {
        bare.append(c);
      }
    }
    return bare.toString();
  }

  /** With one kind of digit and of quotation mark: which of them are printed is the profile's. */
  static String folded(String text) {
    var folded = new StringBuilder(text);
    for (int i = 0; i < text.length(); i++) {
      int value = Character.digit(text.charAt(i), 10);
      if (value >= 0) {
        folded.setCharAt(i, (char) ('0' + value));
      } else if ("«»“”„‟‹›‘’‚".indexOf(text.charAt(i)) >= 0) {
        folded.setCharAt(i, '"');
      }
    }
    return folded.toString();
  }

  static boolean isSpace(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85;
  }

  static boolean isDirection(int c) {
    return c == 0x61C
        || c == 0x200E
        || c == 0x200F
        || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069);
  }
}
