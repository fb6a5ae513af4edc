package org.qirtas.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.qirtas.article.Article;
import org.qirtas.article.Attested;
import org.qirtas.article.Block;

/**
 * A page as one kind of site sets it, and what a reader sees in it.
 *
 * @param name what kind of site
 * @param html the whole page
 * @param title its title
 * @param day its day, as EDTF
 * @param authors who wrote it
 * @param text the paragraphs of its body, pictures aside
 */
record Layout(
    String name, String html, String title, String day, List<String> authors, List<String> text) {

  /** What is read otherwise than a reader would; empty where all is right. */
  List<String> misses(Path folder) throws IOException {
    var misses = new ArrayList<String>();
    Article article = Sources.article(folder, "page.html", html);
    compare(misses, "title", title, article.title().map(Attested::value).orElse(""));
    compare(misses, "day", day, article.date().map(date -> date.edtf()).orElse("undated"));
    compare(misses, "authors", authors, article.authors().stream().map(Attested::value).toList());
    compare(
        misses,
        "text",
        text,
        article.body().stream()
            .filter(block -> !(block instanceof Block.Figure))
            .map(Block::text)
            .toList());
    return misses;
  }

  private void compare(List<String> misses, String what, Object truth, Object read) {
    if (!truth.equals(read)) {
      misses.add("%s, %s:%n  %s%n  %s".formatted(name, what, truth, read));
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
