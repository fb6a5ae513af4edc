package org.qirtas.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.qirtas.article.Block;
import org.qirtas.article.Inline;
import org.qirtas.article.Related;
import org.qirtas.source.letters.Blanks;

/**
 * Tells the paragraphs of an article from the pointers and calls that pages put between and behind
 * them without marking them: a paragraph that is one link, «sign up», «more stories» and what
 * follows.
 */
final class HtmlTail {
  private static final int LONGEST_POINTER = 220;
  private static final int LONGEST_CALL = 260;
  private static final int HEAD = 3;
  private static final int SHORTEST_PROSE = 100;
  private static final int RUN = 2;
  private static final String ENDS = ".!?…؟۔։。！？:\"'”“’»«)";

  private final ToldBody told;
  private final List<Related> related;
  private final List<String> furniture;

  HtmlTail(ToldBody told, List<Related> related, List<String> furniture) {
    this.told = told;
    this.related = related;
    this.furniture = furniture;
  }

  /** The article's own blocks; the others are kept as pointers or furniture. */
  List<Block> cut(List<Block> blocks) {
    var kept = new ArrayList<Block>();
    int end = end(blocks);
    blocks.subList(end, blocks.size()).forEach(this::away);
    boolean pointed = false;
    for (Block block : withinTold(blocks.subList(0, end))) {
      boolean later = kept.size() >= HEAD;
      boolean opens = later && opensPointers(block);
      pointed = opens || (pointed && title(block));
      boolean pointer = block instanceof Block.Paragraph paragraph && foreign(paragraph);
      if (pointed || (later && pointer)) {
        away(block);
      } else {
        kept.add(block);
      }
    }
    while (!kept.isEmpty() && kept.getLast() instanceof Block.Heading) {
      away(kept.removeLast());
    }
    return kept;
  }

  /** Where «more stories» begins, if more stands above it than below and no prose goes on. */
  private int end(List<Block> blocks) {
    int whole = blocks.stream().mapToInt(block -> block.text().length()).sum();
    int above = 0;
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      if (i >= HEAD && above * 2 > whole && opensPointers(block)) {
        boolean inside =
            !Signposts.opensComments(block.text()) && goesOn(blocks.subList(i + 1, blocks.size()));
        if (!inside) {
          return i;
        }
      }
      above += block.text().length();
    }
    return blocks.size();
  }

  private static boolean opensPointers(Block block) {
    boolean line = block instanceof Block.Heading || block instanceof Block.Paragraph;
    return line && (Signposts.opensPointers(block.text()) || Signposts.opensComments(block.text()));
  }

  /**
   * Whether the article goes on behind a box of pointers: teasers are a title or picture and a
   * sentence by turns, an article is one paragraph after the other.
   */
  private boolean goesOn(List<Block> blocks) {
    int run = 0;
    for (Block block : blocks) {
      boolean prose = block instanceof Block.Paragraph paragraph && prose(paragraph);
      run = prose ? run + 1 : 0;
      if (run == RUN || (prose && told.attests(block.text()))) {
        return true;
      }
    }
    return false;
  }

  /** A short line without an end, as the titles are that stand under «more stories». */
  private static boolean title(Block block) {
    String words = Blanks.trim(block.text());
    return block instanceof Block.Paragraph
        && words.length() <= LONGEST_POINTER
        && Wording.endless(words);
  }

  private static boolean prose(Block.Paragraph paragraph) {
    String words = Blanks.collapse(paragraph.text());
    return words.length() >= SHORTEST_PROSE
        && linked(paragraph.content()) * 3 < words.length()
        && ENDS.indexOf(words.charAt(words.length() - 1)) >= 0
        && !Signposts.calls(words);
  }

  /** Without what stands before the first and behind the last block that the record tells. */
  private List<Block> withinTold(List<Block> blocks) {
    if (told.length() == 0) {
      return blocks;
    }
    int first = -1;
    int last = -1;
    int attested = 0;
    int whole = 0;
    for (int i = 0; i < blocks.size(); i++) {
      int length = ToldBody.letters(blocks.get(i).text()).length();
      whole += length;
      if (told.attests(blocks.get(i).text())) {
        first = first < 0 ? i : first;
        last = i;
        attested += length;
      }
    }
    if (attested < whole * 0.6 || attested < told.length() * 0.6) {
      return blocks;
    }
    int end = last + 1;
    while (end < blocks.size() && blocks.get(end) instanceof Block.Figure) {
      end++;
    }
    blocks.subList(end, blocks.size()).forEach(this::away);
    return blocks.subList(0, end);
  }

  private boolean foreign(Block.Paragraph paragraph) {
    String line = Blanks.collapse(paragraph.text());
    if (told.attests(line)) {
      return false;
    }
    return (line.length() <= LONGEST_POINTER
            && linked(paragraph.content()) * 10 >= line.length() * 9)
        || (line.length() <= LONGEST_CALL && Signposts.calls(line));
  }

  private static int linked(List<Inline> content) {
    int letters = 0;
    for (Inline inline : content) {
      letters +=
          switch (inline) {
            case Inline.Link(_, List<Inline> words) ->
                Blanks.collapse(Inline.textOf(words)).length();
            case Inline.Emphasis(_, List<Inline> words) -> linked(words);
            case Inline.Span(_, List<Inline> words) -> linked(words);
            default -> 0;
          };
    }
    return letters;
  }

  private void away(Block block) {
    String words = Blanks.collapse(block.text());
    if (words.isEmpty()) {
      return;
    }
    Optional<String> target =
        block instanceof Block.Paragraph paragraph ? target(paragraph.content()) : Optional.empty();
    if (target.isPresent() && words.length() <= LONGEST_POINTER && !Signposts.calls(words)) {
      related.add(new Related(words, target, words));
    } else {
      furniture.add(words.length() > LONGEST_CALL ? words.substring(0, LONGEST_CALL) + "…" : words);
    }
  }

  private static Optional<String> target(List<Inline> content) {
    for (Inline inline : content) {
      Optional<String> found =
          switch (inline) {
            case Inline.Link(String target, _) -> Optional.of(target);
            case Inline.Emphasis(_, List<Inline> words) -> target(words);
            case Inline.Span(_, List<Inline> words) -> target(words);
            default -> Optional.empty();
          };
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }
}
