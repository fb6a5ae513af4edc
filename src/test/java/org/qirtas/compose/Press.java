package org.qirtas.compose;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.qirtas.article.Article;
import org.qirtas.article.Block;
import org.qirtas.article.Inline;
import org.qirtas.article.Language;
import org.qirtas.font.FontShelf;
import org.qirtas.measure.Length;
import org.qirtas.measure.Size;
import org.qirtas.profile.Margins;
import org.qirtas.profile.PageLayout;
import org.qirtas.profile.PrintProfile;

/** Sets articles of our own, and tells what came to stand where. */
final class Press {
  static final PrintProfile A4 = PrintProfile.articleA4();
  static final String SENTENCE =
      "وصل القطار إلى المحطة القديمة في المساء، ونزل منه المسافرون واحدا بعد الآخر، ثم غادرها. ";

  private static final FontShelf SHELF = FontShelf.open(Path.of("fonts"));

  private Press() {}

  /** A page of so many body lines, and so wide. */
  static PrintProfile small(int lines, double width) {
    return A4.on(
        new PageLayout(
            new Size(Length.points(width + 40), Length.points(20 * lines + 40)),
            Length.ZERO,
            A4.page().marks(),
            A4.page().binding(),
            Margins.all(Length.points(20)),
            A4.page().columns(),
            A4.page().grid()));
  }

  static List<Page> print(PrintProfile profile, Article article) {
    var pages = new ArrayList<Page>();
    try (var composer = new Composer(profile, SHELF, new FirstFit())) {
      composer.compose(article, Map.of(), pages::add);
    }
    return pages;
  }

  static Article article(Language language, Block... blocks) {
    Article.Draft draft = Article.draft(language);
    for (Block block : blocks) {
      draft.block(block);
    }
    return draft.finish();
  }

  static Article article(Block... blocks) {
    return article(Language.ARABIC, blocks);
  }

  static List<Inline> words(String text) {
    return List.of(new Inline.Text(text));
  }

  static List<PageItem.Line> lines(Page page) {
    return page.upright().stream()
        .filter(PageItem.Line.class::isInstance)
        .map(PageItem.Line.class::cast)
        .toList();
  }

  /** The lines that are not furniture, page after page. */
  static List<PageItem.Line> lines(List<Page> pages) {
    return pages.stream()
        .flatMap(page -> lines(page).stream())
        .filter(line -> !isFurniture(line))
        .toList();
  }

  static boolean isFurniture(PageItem.Line line) {
    return !line.runs().isEmpty()
        && line.runs().getFirst().owner().role() == Element.Role.FURNITURE;
  }

  static List<PageItem.Line> lines(List<Page> pages, Element.Role... roles) {
    return lines(pages).stream()
        .filter(line ->
            line.runs().stream().anyMatch(run -> Set.of(roles).contains(run.owner().role())))
        .toList();
  }

  /** A line's words in the order in which they were written. */
  static String text(PageItem.Line line) {
    return line.runs().stream()
        .sorted(java.util.Comparator.comparingInt(run -> run.run().start()))
        .map(run -> run.run().text())
        .collect(Collectors.joining());
  }

  static String text(List<PageItem.Line> lines) {
    return lines.stream().map(Press::text).collect(Collectors.joining());
  }

  static Length left(PageItem.Line line) {
    return line.runs().getFirst().x();
  }

  static Length right(PageItem.Line line) {
    PlacedRun last = line.runs().getLast();
    return last.x().plus(last.width());
  }

  static Length innerRight(PrintProfile profile) {
    return profile.trim().width().minus(profile.margins().right());
  }
}
