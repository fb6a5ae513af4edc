package org.qirtas.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The article of a page that holds its text in a script's data and builds it from there ({@code
 * __NEXT_DATA__}, React's flight data, Nuxt, {@code Fusion.globalContent}): of all texts that are
 * markup, and all lists of blocks, the one with most running text.
 */
final class ScriptedBody {
  private static final Pattern PARAGRAPH = Pattern.compile("(?i)<(?:p|br|div)\\b");

  /** What a page's makers leave in a text for advertisements: {@code $$ARTICLEAD$$}. */
  private static final Pattern HOLE =
      Pattern.compile("\\$\\$[A-Z_]{2,30}\\$\\$|\\[\\[[A-Z_]{2,30}\\]\\]");

  /** How a text opens among React's flight data: {@code 1b:T8f2,}. */
  private static final Pattern ROW = Pattern.compile("^[\\da-f]{1,4}:T[\\da-f]{1,6},");

  private static final int SHORTEST = 200;
  private static final int MOST_LETTERS = 16 << 20;
  private static final int DEEPEST = 3;

  private final List<String> texts = new ArrayList<>();
  private int read;

  private ScriptedBody() {}

  /** The data of a page's scripts, which the search for its article takes out. */
  static List<String> scripts(Document page) {
    return page.select("script:not([src]):not([type*=ld+json])").stream()
        .map(Element::data)
        .filter(data -> data.length() >= SHORTEST)
        .toList();
  }

  /** The body that these scripts hold; empty where no text in them is one. */
  static Optional<Element> in(List<String> scripts) {
    var found = new ScriptedBody();
    scripts.forEach(script -> found.script(script, 0));
    Optional<Element> best = Optional.empty();
    int most = SHORTEST;
    for (String text : found.texts) {
      if (text.length() > most) {
        Element body = Jsoup.parse(HOLE.matcher(text).replaceAll("")).body();
        int prose = HtmlProse.of(body).in(body);
        if (prose > most) {
          best = Optional.of(body);
          most = prose;
        }
      }
    }
    return best;
  }

  private void script(String script, int depth) {
    read += script.length();
    if (read <= MOST_LETTERS) {
      ScriptedJson.in(script).forEach(value -> gather(value, depth));
    }
  }

  private void gather(JsonNode value, int depth) {
    if (value.isTextual()) {
      text(value.textValue(), depth);
      return;
    }
    String blocks = value.isArray() ? ScriptedBlocks.markup(value) : "";
    if (blocks.length() > SHORTEST) {
      texts.add(blocks);
    } else {
      value.forEach(inner -> gather(inner, depth));
    }
  }

  /** A text is markup, or data that was written as a text once more. */
  private void text(String text, int depth) {
    if (text.length() <= SHORTEST) {
      return;
    }
    String bare = ROW.matcher(text).replaceFirst("");
    if (PARAGRAPH.matcher(bare).find() && !quotesMarkup(bare)) {
      texts.add(bare);
    } else if (text.indexOf('"') >= 0 && depth < DEEPEST) {
      script(text, depth + 1);
    }
  }

  /** Whether the markup stands within a text of its own: then it is data around markup. */
  private static boolean quotesMarkup(String text) {
    String start = text.stripLeading();
    boolean data = start.matches("(?s)[\\[{\\w].{0,40}[\\[{].*") && text.contains("\\\"");
    return data || start.matches("(?s)[\\da-f]{1,4}:.*");
  }
}
