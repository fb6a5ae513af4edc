package org.qirtas.source;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.qirtas.source.letters.Blanks;

/**
 * An article's text as a page's own record tells it, without its form: it attests which of the
 * page's paragraphs are the article's.
 */
final class ToldBody {
  private static final int SHORTEST = 200;
  private static final int SHORTEST_PARAGRAPH = 25;
  private static final double MOST_OF_IT = 0.9;

  private final String words;
  private final String letters;

  private ToldBody(String words) {
    this.words = words;
    this.letters = letters(words);
  }

  /** Told in these words; too few of them attest nothing. */
  static ToldBody of(Optional<String> words) {
    String told = words.map(ToldBody::plain).orElse("");
    return new ToldBody(told.length() < SHORTEST ? "" : told);
  }

  private static String plain(String words) {
    if (!words.contains("<") && !words.contains("&")) {
      return words;
    }
    Element body = Jsoup.parse(words.replace("\n", "<br>")).body();
    body.select("br, p, div, li, h2, h3, h4").before("\n");
    return body.wholeText();
  }

  /** Letters and digits alone, so that neither spacing nor quotation marks matter. */
  static String letters(String text) {
    var kept = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); ) {
      int letter = text.codePointAt(i);
      if (Character.isLetterOrDigit(letter)) {
        kept.appendCodePoint(Character.toLowerCase(letter));
      }
      i += Character.charCount(letter);
    }
    return kept.toString();
  }

  /** The paragraphs of a page that the record attests. */
  List<Element> paragraphsIn(Element body) {
    var paragraphs = new ArrayList<Element>();
    if (letters.isEmpty()) {
      return paragraphs;
    }
    for (Element element : body.getAllElements()) {
      boolean piece =
          element.normalName().matches("p|li|blockquote|h[2-4]|div|td|span|section")
              && element.ownText().length() >= SHORTEST_PARAGRAPH;
      if (piece && attests(element.text())) {
        paragraphs.add(element);
      }
    }
    return paragraphs;
  }

  /** Whether the record holds these words. */
  boolean attests(String text) {
    String found = letters(text);
    return found.length() >= SHORTEST_PARAGRAPH && letters.contains(found);
  }

  /** The smallest element that holds nearly all that the record attests on the page. */
  Optional<Element> regionIn(Element body) {
    List<Element> paragraphs = paragraphsIn(body);
    int whole = paragraphs.stream().mapToInt(p -> letters(p.text()).length()).sum();
    if (letters.isEmpty() || whole < letters.length() * 0.5) {
      return Optional.empty();
    }
    IdentityHashMap<Element, Integer> held = new IdentityHashMap<>();
    for (Element paragraph : paragraphs) {
      int length = letters(paragraph.text()).length();
      for (Element up = paragraph; up != null; up = up.parent()) {
        held.merge(up, length, Integer::sum);
      }
    }
    Element region = body;
    for (boolean deeper = true; deeper; ) {
      deeper = false;
      for (Element child : region.children()) {
        if (held.getOrDefault(child, 0) >= whole * MOST_OF_IT && !HtmlBlocks.isText(child)) {
          region = child;
          deeper = true;
          break;
        }
      }
    }
    return Optional.of(region);
  }

  /** How many letters the record tells. */
  int length() {
    return letters.length();
  }

  /** The record's own paragraphs, for a page that shows none of them without its scripts. */
  List<String> paragraphs() {
    return words.lines().map(Blanks::collapse).filter(line -> !line.isEmpty()).toList();
  }
}
