package org.qirtas.source;

import java.util.List;
import java.util.Optional;
import org.qirtas.article.Article;
import org.qirtas.article.Block;
import org.qirtas.article.Inline;
import org.qirtas.article.Related;
import org.qirtas.source.letters.Blanks;

/** The other articles that a text points to, gathered into the draft while its body grows. */
final class Pointers {
  private static final int LONGEST_TITLE = 180;
  private static final int LONGEST_LINE = 120;
  private static final int MOST_LINES = 12;

  private final Article.Draft draft;
  private final List<Block> body;

  /** Whether what comes next may be one more of a list that a line has opened. */
  private boolean open;

  private int openedAt = Integer.MAX_VALUE;

  /**
   * For an article.
   *
   * @param draft where the pointers go
   * @param body the blocks that are kept so far, in order; lines that turn out to point elsewhere
   *     are taken out of it
   */
  Pointers(Article.Draft draft, List<Block> body) {
    this.draft = draft;
    this.body = body;
  }

  /** Takes a line that points elsewhere, or opens a list of such. */
  void take(Related pointer) {
    open = pointer.title().isEmpty();
    if (open) {
      openedAt = body.size();
      draft.furniture(pointer.raw());
    } else {
      draft.related(pointer);
    }
  }

  /** Takes a list, where one has been opened and its points are titles. */
  boolean take(Block.ItemList list) {
    open &= list.items().stream().allMatch(item -> Block.textOf(item).length() < LONGEST_TITLE);
    for (List<Block> item : open ? list.items() : List.<List<Block>>of()) {
      String words = Blanks.collapse(Block.textOf(item));
      Optional<String> target =
          item.stream()
              .filter(Block.Paragraph.class::isInstance)
              .map(Block.Paragraph.class::cast)
              .flatMap(paragraph -> target(paragraph.content()).stream())
              .findFirst();
      draft.related(new Related(words, target, words));
    }
    return open;
  }

  /** Takes a paragraph that is a link and nothing else, where a list has been opened. */
  boolean take(Block.Paragraph paragraph, String line) {
    open &= linksAway(paragraph);
    if (open) {
      draft.related(new Related(line, target(paragraph.content()), line));
    }
    return open;
  }

  /** Something else has come. */
  void close() {
    open = false;
  }

  /** Short lines without an end, from «اقرأ أيضا» to the end of the text, are other articles. */
  void finish() {
    List<Block> last = body.subList(Math.min(openedAt, body.size()), body.size());
    boolean titles =
        last.stream()
            .allMatch(block ->
                block instanceof Block.Paragraph
                    && block.text().length() <= LONGEST_LINE
                    && Wording.endless(Blanks.trim(block.text())));
    if (titles && last.size() <= MOST_LINES) {
      for (Block block : last) {
        String line = Blanks.trim(block.text());
        draft.related(new Related(line, target(((Block.Paragraph) block).content()), line));
      }
      last.clear();
    }
  }

  private static boolean linksAway(Block.Paragraph paragraph) {
    String all = Blanks.collapse(paragraph.text());
    return all.length() < LONGEST_TITLE
        && paragraph.content().stream()
            .anyMatch(inline ->
                inline instanceof Inline.Link(_, List<Inline> content)
                    && Blanks.collapse(Inline.textOf(content)).length() * 10 >= all.length() * 8);
  }

  private static Optional<String> target(List<Inline> content) {
    return content.stream()
        .filter(Inline.Link.class::isInstance)
        .map(inline -> ((Inline.Link) inline).target())
        .findFirst();
  }
}
