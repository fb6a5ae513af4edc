package org.qirtas.source;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * Turns what a page names a caption into HTML's own {@code figure} and {@code figcaption}, so that
 * it stands below its picture and not among the paragraphs.
 */
final class HtmlCaptions {
  private static final Pattern NAME =
      Pattern.compile(
          "(?:^|[\\s_-])(?:captions?|caption-?text|legend|legende|bildunterschrift|bildtext|pie-?(?:de-?)?foto|cutline|imgcaption|imagecaption|photocaption|fig-?caption|image-?(?:description|text|info))(?:$|[\\s_-])",
          Pattern.CASE_INSENSITIVE);
  private static final int LONGEST = 900;
  private static final int HIGHEST = 4;

  private HtmlCaptions() {}

  static void mark(Element article, HtmlProse prose) {
    for (Element element : List.copyOf(article.select("[class]"))) {
      boolean caption =
          NAME.matcher(HtmlAround.marks(element)).find()
              && element.closest("figure, table, h1") == null
              && element.parent() != null
              && !element.equals(article)
              && prose.letters(element) < LONGEST
              && element.select("h1, h2").isEmpty();
      if (caption) {
        mark(element, article, prose);
      }
    }
  }

  private static void mark(Element named, Element article, HtmlProse prose) {
    if (named.selectFirst("img") != null) {
      // WordPress calls the whole box by the caption's name.
      named.tagName("figure");
      Element words = named.selectFirst("p, figcaption, span, div");
      if (words != null) {
        words.tagName("figcaption");
      }
      return;
    }
    Optional<Element> box = pictureBox(named, article, prose);
    if (box.isPresent()) {
      box.get().tagName("figure");
      named.tagName("figcaption");
    } else {
      named.wrap("<figure></figure>");
      named.tagName("figcaption");
    }
  }

  /** The box around a caption that holds one picture and little else. */
  private static Optional<Element> pictureBox(Element caption, Element article, HtmlProse prose) {
    Element up = caption.parent();
    for (int level = 0; up != null && !up.equals(article) && level < HIGHEST; level++) {
      int pictures = up.select("img").size();
      if (pictures > 0) {
        boolean only =
            pictures == 1
                && prose.letters(up) - prose.letters(caption) < 80
                && !up.normalName().equals("a");
        return only ? Optional.of(up) : Optional.empty();
      }
      up = up.parent();
    }
    return Optional.empty();
  }
}
