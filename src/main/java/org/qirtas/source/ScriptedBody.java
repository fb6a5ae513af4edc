package org.qirtas.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The article of a page that holds its text in a script's data and builds it from there ({@code
 * __NEXT_DATA__}, React's flight data, Nuxt): of all texts in quotation marks the one that is
 * markup with most running text.
 */
final class ScriptedBody {
  private static final Pattern PARAGRAPH = Pattern.compile("(?i)<(?:p|br|div)\\b");

  /** What a page's makers leave in a text for advertisements: {@code $$ARTICLEAD$$}. */
  private static final Pattern HOLE =
      Pattern.compile("\\$\\$[A-Z_]{2,30}\\$\\$|\\[\\[[A-Z_]{2,30}\\]\\]");

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
    scripts.forEach(script -> found.gather(script, 0));
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

  /** Goes through the texts in quotation marks; data within data is quoted twice. */
  private void gather(String script, int depth) {
    int at = script.indexOf('"');
    while (at >= 0 && read < MOST_LETTERS) {
      int end = end(script, at + 1);
      read += end - at;
      if (end - at > SHORTEST) {
        String text = unescaped(script.substring(at + 1, end));
        boolean data = text.indexOf('"') >= 0 && depth < DEEPEST;
        if (PARAGRAPH.matcher(text).find() && !quotesMarkup(text)) {
          texts.add(text);
        } else if (data) {
          gather(text, depth + 1);
        }
      }
      at = script.indexOf('"', Math.min(script.length(), end + 1));
    }
  }

  /** Whether the markup stands within a text of its own: then it is data around markup. */
  private static boolean quotesMarkup(String text) {
    String start = text.stripLeading();
    boolean data = start.matches("(?s)[\\[{\\w].{0,40}[\\[{].*") && text.contains("\\\"");
    return data || start.matches("(?s)[\\da-f]{1,4}:.*");
  }

  private static int end(String script, int from) {
    int at = from;
    while (at < script.length() && script.charAt(at) != '"') {
      at += script.charAt(at) == '\\' ? 2 : 1;
    }
    return Math.min(at, script.length());
  }

  /** As JSON writes texts (RFC 8259, 7). */
  private static String unescaped(String quoted) {
    var text = new StringBuilder(quoted.length());
    int i = 0;
    while (i < quoted.length()) {
      char c = quoted.charAt(i);
      boolean escaped = c == '\\' && i + 1 < quoted.length();
      if (!escaped) {
        text.append(c);
        i++;
        continue;
      }
      char kind = quoted.charAt(i + 1);
      switch (kind) {
        case 'n', 'r', 't', 'f', 'b' -> text.append('\n');
        case 'u' -> text.append(unit(quoted, i + 2));
        default -> text.append(kind);
      }
      i += kind == 'u' ? 2 + UNIT : 2;
    }
    return text.toString();
  }

  private static final int UNIT = 4;
  private static final int HEXADECIMAL = 16;

  private static String unit(String quoted, int at) {
    try {
      return Character.toString(
          (char) Integer.parseInt(quoted, at, Math.min(quoted.length(), at + UNIT), HEXADECIMAL));
    } catch (NumberFormatException _) {
      return "";
    }
  }
}
