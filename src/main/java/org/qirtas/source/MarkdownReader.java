package org.qirtas.source;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.qirtas.source.letters.Blanks;

/**
 * Reads Markdown (CommonMark with tables and footnotes) and the front matter above it. Two things
 * are Arabic editions' own: a poem's hemistichs stand side by side, parted by three blanks or more;
 * and table rows leave out cells at their end.
 */
final class MarkdownReader {
  private static final List<Extension> EXTENSIONS =
      List.of(TablesExtension.create(), FootnotesExtension.create());
  private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder().extensions(EXTENSIONS).build();
  private static final Pattern CUT =
      Pattern.compile("\\s+\\[(?:\\.\\.\\.|…)\\]\\s+|(?<=\\S)[ \\u00A0]{3,}(?=\\S)");
  private static final Pattern RULE =
      Pattern.compile("^\\s*\\|?\\s*:?-+:?\\s*(?:\\|\\s*:?-+:?\\s*)+\\|?\\s*$");
  private static final int LONGEST_HALF = 90;

  private MarkdownReader() {}

  static Matter read(String text) {
    var claims = new Claims();
    FrontMatter matter = FrontMatter.of(text);
    matter.claim(claims);
    var verses = new VerseMarks();
    Document page = Jsoup.parseBodyFragment(html(prepared(matter.rest(), verses)));
    notes(page);
    var shelf = new PictureShelf();
    return new Matter(
        verses.restored(HtmlBlocks.of(page.body(), HtmlBlocks.pictures(shelf))),
        claims,
        List.of(),
        List.of(),
        new TreeMap<>(shelf.pictures()));
  }

  private static String html(String markdown) {
    return RENDERER.render(PARSER.parse(markdown));
  }

  /** A line of Markdown without its marks. */
  static String plain(String words) {
    return Blanks.collapse(
        Jsoup.parseBodyFragment(html(words.replaceAll("\\[\\^[^\\]]*\\]", ""))).text());
  }

  /** Notes as HtmlBlocks knows them. */
  private static void notes(Document page) {
    for (Element reference : page.select("a[data-footnote-ref]")) {
      reference.attr("role", "doc-noteref");
    }
    for (Element back : page.select("a[data-footnote-backref]")) {
      back.remove();
    }
    for (Element list : page.select("section[data-footnotes]")) {
      for (Element note : list.select("li[id]")) {
        note.tagName("aside").attr("role", "doc-footnote");
        list.before(note);
      }
      list.remove();
    }
  }

  /** The text with a mark for each poem, and with tables' rows as GFM wants them. */
  private static String prepared(String text, VerseMarks verses) {
    var prepared = new ArrayList<String>();
    List<String> lines = Blanks.lines(text);
    boolean fenced = false;
    int i = 0;
    while (i < lines.size()) {
      String line = lines.get(i);
      fenced ^= line.startsWith("```") || line.startsWith("~~~");
      List<List<String>> poem = fenced ? List.of() : poem(lines, i);
      if (!poem.isEmpty()) {
        int end = end(lines, i);
        prepared.addAll(List.of("", verses.mark(poem), ""));
        i = end;
      } else if (!fenced && i + 1 < lines.size() && RULE.matcher(lines.get(i + 1)).matches()) {
        i = table(lines, i, prepared);
      } else {
        prepared.add(line);
        i++;
      }
    }
    return String.join("\n", prepared);
  }

  /** The lines of a poem that begins here and goes on to the next line that is none. */
  private static List<List<String>> poem(List<String> lines, int at) {
    var poem = new ArrayList<List<String>>();
    for (String line : lines.subList(at, end(lines, at))) {
      poem.addAll(verses(line));
    }
    return poem;
  }

  private static int end(List<String> lines, int at) {
    int end = at;
    int next = at;
    while (next < lines.size()
        && (Blanks.blank(lines.get(next)) || !verses(lines.get(next)).isEmpty())) {
      if (!Blanks.blank(lines.get(next))) {
        end = next + 1;
      } else if (next == at) {
        return at;
      }
      next++;
    }
    return end;
  }

  /** A line's verses of two hemistichs, where it is made of nothing else. */
  private static List<List<String>> verses(String line) {
    String trimmed = Blanks.trim(line);
    if (trimmed.isEmpty() || "#>|-*`".indexOf(trimmed.charAt(0)) >= 0 || trimmed.contains("|")) {
      return List.of();
    }
    List<String> parts = List.of(CUT.split(trimmed, -1));
    boolean even = parts.size() >= 2 && parts.size() % 2 == 0;
    boolean short_ =
        parts.stream()
            .allMatch(
                part -> part.length() <= LONGEST_HALF && part.contains(" ") && letters(part) >= 6);
    if (!even || !short_) {
      return List.of();
    }
    var verses = new ArrayList<List<String>>();
    for (int i = 0; i < parts.size(); i += 2) {
      String one = Blanks.collapse(parts.get(i));
      String two = Blanks.collapse(parts.get(i + 1));
      int longer = Math.max(one.length(), two.length());
      if (longer > 2.2 * Math.min(one.length(), two.length())) {
        return List.of();
      }
      verses.add(List.of(one, two));
    }
    return verses;
  }

  private static long letters(String part) {
    return part.codePoints().filter(Character::isLetter).count();
  }

  private static int table(List<String> lines, int at, List<String> prepared) {
    boolean outer = lines.get(at + 1).strip().startsWith("|");
    int columns = cells(lines.get(at + 1), outer).size();
    if (cells(lines.get(at), outer).size() > columns) {
      prepared.add(lines.get(at));
      return at + 1;
    }
    prepared.add("");
    int i = at;
    while (i < lines.size() && !Blanks.blank(lines.get(i)) && lines.get(i).contains("|")) {
      List<String> cells = new ArrayList<>(cells(lines.get(i), outer));
      while (cells.size() < columns) {
        cells.add("");
      }
      prepared.add("| " + String.join(" | ", cells) + " |");
      i++;
    }
    return i;
  }

  private static List<String> cells(String line, boolean outer) {
    String inner = outer ? line.strip().replaceAll("^\\||(?<!\\\\)\\|$", "") : line.strip();
    return List.of(inner.split("(?<!\\\\)\\|", -1)).stream().map(String::strip).toList();
  }
}
