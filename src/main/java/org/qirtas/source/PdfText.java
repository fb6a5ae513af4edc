package org.qirtas.source;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.qirtas.article.Block;

/**
 * Rebuilds paragraphs from a PDF's lines: running heads and page numbers go, lines that fill the
 * measure go on in the next one, presentation forms become the letters that were written.
 */
final class PdfText {
  private static final Pattern NUMBER =
      Pattern.compile("[\\s\\-–—|.()\\[\\]/]*[0-9٠-٩۰-۹]{1,4}[\\s\\-–—|.()\\[\\]/]*");
  private static final Pattern POINT =
      Pattern.compile("^\\s*(?:[-*•◦▪●]|[0-9٠-٩۰-۹]{1,3}\\s*[.)\\-])\\s.*", Pattern.DOTALL);
  private static final Pattern ENDS = Pattern.compile(".*[.؟?!:۔…»\"”)]\\s*$", Pattern.DOTALL);
  private static final double FULL = 0.75;
  private static final int OFTEN = 3;

  /**
   * A line of a page.
   *
   * @param text its letters
   * @param opens whether the extractor began a paragraph with it
   */
  record Line(String text, boolean opens) {}

  private final List<String> furniture = new ArrayList<>();
  private final List<Block> blocks = new ArrayList<>();

  PdfText(Document xhtml) {
    var pages = new ArrayList<List<Line>>();
    for (Element page : xhtml.select("div.page")) {
      pages.add(lines(page));
    }
    Map<String, Integer> edges = edges(pages);
    var all = new ArrayList<Line>();
    for (List<Line> page : pages) {
      for (int i = 0; i < page.size(); i++) {
        Line line = page.get(i);
        boolean edge = i == 0 || i >= page.size() - 1;
        boolean running =
            edge && pages.size() >= OFTEN && edges.getOrDefault(key(line.text()), 0) >= OFTEN;
        if (running || (edge && pages.size() > 1 && NUMBER.matcher(line.text()).matches())) {
          aside(line.text());
        } else {
          all.add(line);
        }
      }
    }
    paragraphs(Facing.righted(all));
  }

  List<Block> blocks() {
    return blocks;
  }

  List<String> furniture() {
    return furniture;
  }

  private void aside(String line) {
    if (!NUMBER.matcher(line).matches() && !furniture.contains(line)) {
      furniture.add(line);
    }
  }

  private static List<Line> lines(Element page) {
    var lines = new ArrayList<Line>();
    for (Element paragraph : page.select("p")) {
      boolean opens = true;
      for (String line : TextReader.lines(paragraph.wholeText())) {
        String text = Blanks.collapse(letters(line));
        if (!text.isEmpty()) {
          lines.add(new Line(text, opens));
          opens = false;
        }
      }
    }
    return lines;
  }

  /** How often each first and last line comes again on other pages, its figures aside. */
  private static Map<String, Integer> edges(List<List<Line>> pages) {
    var edges = new TreeMap<String, Integer>();
    for (List<Line> page : pages) {
      if (!page.isEmpty()) {
        edges.merge(key(page.getFirst().text()), 1, Integer::sum);
        edges.merge(key(page.getLast().text()), 1, Integer::sum);
      }
    }
    return edges;
  }

  private static String key(String line) {
    return Folded.fold(line).replaceAll("\\d+", "#");
  }

  private void paragraphs(List<Line> lines) {
    double measure = measure(lines);
    var paragraph = new StringBuilder();
    String last = "";
    for (Line line : lines) {
      boolean full = last.length() >= measure * FULL;
      boolean begins =
          last.isEmpty()
              || !full
              || POINT.matcher(line.text()).matches()
              || (line.opens() && ENDS.matcher(last).matches());
      if (begins) {
        end(paragraph);
      }
      join(paragraph, line.text());
      last = line.text();
    }
    end(paragraph);
  }

  /** The length of a line that fills the measure: only one in ten is longer. */
  private static double measure(List<Line> lines) {
    int[] lengths = lines.stream().mapToInt(line -> line.text().length()).sorted().toArray();
    return lengths.length == 0 ? 0 : lengths[(int) ((lengths.length - 1) * 0.9)];
  }

  private static void join(StringBuilder paragraph, String line) {
    int end = paragraph.length() - 1;
    boolean hyphen =
        end > 0
            && (paragraph.charAt(end) == '-' || paragraph.charAt(end) == '\u00AD')
            && Character.isLowerCase(paragraph.charAt(end - 1))
            && Character.isLowerCase(line.charAt(0));
    if (hyphen) {
      paragraph.setLength(end);
    } else if (!paragraph.isEmpty()) {
      paragraph.append(' ');
    }
    paragraph.append(line);
  }

  private void end(StringBuilder paragraph) {
    if (!paragraph.isEmpty()) {
      blocks.add(Block.Paragraph.of(paragraph.toString()));
      paragraph.setLength(0);
    }
  }

  /** Letters as they were written: no presentation forms, no kashidas inside words. */
  static String letters(String line) {
    var letters = new StringBuilder(line.length());
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (isPresentationForm(c)) {
        letters.append(Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC).strip());
      } else if (isKept(line, i)) {
        letters.append(c);
      }
    }
    return KASHIDA.matcher(Normalizer.normalize(letters, Normalizer.Form.NFC)).replaceAll("");
  }

  // «هـ» is an abbreviation: its tatweel ends the word and stays.
  private static final Pattern KASHIDA =
      Pattern.compile("(?<=[\\p{IsArabic}&&[\\p{L}\\p{M}]])ـ+(?=[\\p{IsArabic}&&[\\p{L}\\p{M}]])");

  /** Neither a control, nor what stands for letters that a font does not name, nor half a pair. */
  private static boolean isKept(String line, int i) {
    char c = line.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 < line.length() && Character.isLowSurrogate(line.charAt(i + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return i > 0 && Character.isHighSurrogate(line.charAt(i - 1));
    }
    return c == '\t' || (c >= ' ' && c != '\uFFFD');
  }

  /** The compatibility forms of letters, but not ﷺ and its like, which are signs of their own. */
  private static boolean isPresentationForm(char c) {
    boolean latin = c >= '\uFB00' && c <= '\uFB06';
    boolean hebrew = c >= '\uFB1D' && c <= '\uFB4F';
    boolean arabic = (c >= '\uFB50' && c <= '\uFDF9') || (c >= '\uFE70' && c <= '\uFEFC');
    boolean parenthesis = c == '\uFD3E' || c == '\uFD3F';
    return (latin || hebrew || arabic) && !parenthesis;
  }
}
