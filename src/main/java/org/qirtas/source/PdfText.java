package org.qirtas.source;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.qirtas.article.Block;
import org.qirtas.article.Flow;
import org.qirtas.article.Inline;

/**
 * Rebuilds paragraphs from a PDF's lines: running heads and page numbers go, lines after which the
 * next one's first word would not have fitted go on in it, large type is a heading, presentation
 * forms become the letters that were written.
 */
final class PdfText {
  private static final Pattern NUMBER =
      Pattern.compile("[\\s\\-–—|.()\\[\\]/]*[0-9٠-٩۰-۹]{1,4}[\\s\\-–—|.()\\[\\]/]*");
  private static final Pattern POINT =
      Pattern.compile("^\\s*(?:[-*•◦▪●]|[0-9٠-٩۰-۹]{1,3}\\s*[.)\\-])\\s.*", Pattern.DOTALL);
  private static final Pattern ENDS = Pattern.compile(".*[.؟?!:۔…»\"”)]\\s*$", Pattern.DOTALL);
  private static final int OFTEN = 3;
  private static final int EDGE_LINES = 2;
  private static final double LARGE = 1.18;
  private static final double LARGER = 1.5;
  private static final double WIDE_GAP = 1.35;
  private static final double INDENT = 0.8;
  private static final int LONGEST_HEADING = 160;

  /**
   * A line of a page.
   *
   * @param text its letters
   * @param opens whether a column begins with it
   * @param place where it stands
   */
  record Line(String text, boolean opens, Place place) {}

  /**
   * Where a line stands, in points from the page's upper left.
   *
   * @param left its left edge
   * @param right its right edge
   * @param y its baseline
   * @param size of its type
   * @param columnLeft its column's left edge
   * @param columnRight its column's right edge
   * @param rightToLeft whether it reads from the right
   */
  record Place(
      double left,
      double right,
      double y,
      double size,
      double columnLeft,
      double columnRight,
      boolean rightToLeft) {
    /** How far it begins from the column's edge. */
    double indent() {
      return rightToLeft ? columnRight - right : left - columnLeft;
    }

    /** How much room there is left at its end. */
    double room() {
      return rightToLeft ? left - columnLeft : columnRight - right;
    }
  }

  private final List<String> furniture = new ArrayList<>();
  private final List<Block> blocks = new ArrayList<>();

  PdfText(List<List<Line>> drawn) {
    this(drawn, false);
  }

  /**
   * Puts pages together.
   *
   * @param drawn the lines of each, in the order in which they are read
   * @param told whether letters are told by what they look like, not by what the document says
   */
  PdfText(List<List<Line>> drawn, boolean told) {
    List<List<Line>> pages = inOneLanguage(drawn, told);
    Map<String, Integer> edges = edges(pages);
    var all = new ArrayList<Line>();
    for (List<Line> page : pages) {
      List<Line> outer = outer(page);
      for (Line line : page) {
        boolean edge = outer.contains(line);
        boolean running =
            edge && pages.size() >= OFTEN && edges.getOrDefault(key(line.text()), 0) >= OFTEN;
        if (running || (edge && pages.size() > 1 && NUMBER.matcher(line.text()).matches())) {
          aside(line.text());
        } else {
          all.add(line);
        }
      }
    }
    if (all.isEmpty()) {
      // What is the same on every page is all that there is to read.
      pages.forEach(all::addAll);
      furniture.clear();
    }
    paragraphs(Facing.righted(all));
  }

  private static List<List<Line>> inOneLanguage(List<List<Line>> pages, boolean told) {
    var shapes =
        new SharedShapes(pages.stream().flatMap(List::stream).map(Line::text).toList(), told);
    return pages.stream()
        .map(page ->
            page.stream()
                .map(line -> new Line(shapes.letters(line.text()), line.opens(), line.place()))
                .toList())
        .toList();
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

  /** The lines at a page's head and foot, where running heads and page numbers stand. */
  private static List<Line> outer(List<Line> page) {
    List<Line> down = new ArrayList<>(page);
    down.sort(Comparator.comparingDouble(line -> line.place().y()));
    var outer = new ArrayList<Line>();
    for (int i = 0; i < down.size(); i++) {
      if (i < EDGE_LINES || i >= down.size() - EDGE_LINES) {
        outer.add(down.get(i));
      }
    }
    return outer;
  }

  /** How often each of those lines comes again on other pages, its figures aside. */
  private static Map<String, Integer> edges(List<List<Line>> pages) {
    var edges = new TreeMap<String, Integer>();
    for (List<Line> page : pages) {
      outer(page).stream()
          .map(line -> key(line.text()))
          .distinct()
          .forEach(key -> edges.merge(key, 1, Integer::sum));
    }
    return edges;
  }

  private static String key(String line) {
    return Folded.fold(line).replaceAll("\\d+", "#");
  }

  private void paragraphs(List<Line> lines) {
    double body = bodySize(lines);
    double leading = leading(lines);
    var paragraph = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      if (i > 0 && begins(lines.get(i - 1), line, leading)) {
        end(paragraph, lines.get(i - 1), body);
      }
      join(paragraph, line.text());
    }
    if (!lines.isEmpty()) {
      end(paragraph, lines.getLast(), body);
    }
  }

  private static boolean begins(Line last, Line line, double leading) {
    if (hyphenated(last.text(), line.text())) {
      return false;
    }
    Place before = last.place();
    Place here = line.place();
    boolean otherType = Math.abs(before.size() - here.size()) > 0.12 * before.size();
    if (otherType || POINT.matcher(line.text()).matches() || fits(line, before)) {
      return true;
    }
    if (line.opens() || here.y() <= before.y()) {
      return ENDS.matcher(last.text()).matches();
    }
    boolean apart = (here.y() - before.y()) / here.size() > WIDE_GAP * leading;
    boolean indented =
        here.indent() > before.indent() + INDENT * here.size()
            && here.room() < here.indent() + 3 * here.size();
    return apart || indented;
  }

  /** Whether the line's first word would have fitted at the end of the line before. */
  private static boolean fits(Line line, Place before) {
    String first = line.text().split(" ", 2)[0];
    double width = line.place().right() - line.place().left();
    double word = width * first.length() / Math.max(1, line.text().length());
    return before.room() > word + 0.6 * before.size();
  }

  /** The size of type that most letters are set in. */
  private static double bodySize(List<Line> lines) {
    var letters = new TreeMap<Double, Integer>();
    for (Line line : lines) {
      letters.merge(Math.round(line.place().size() * 2) / 2.0, line.text().length(), Integer::sum);
    }
    return letters.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(1.0);
  }

  /** From baseline to baseline, in sizes of the type: what is usual in this document. */
  private static double leading(List<Line> lines) {
    var steps = new ArrayList<Double>();
    for (int i = 1; i < lines.size(); i++) {
      double step = lines.get(i).place().y() - lines.get(i - 1).place().y();
      if (step > 0 && !lines.get(i).opens()) {
        steps.add(step / lines.get(i).place().size());
      }
    }
    double[] sorted = steps.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return sorted.length == 0 ? Double.MAX_VALUE : sorted[sorted.length / 2];
  }

  /** Whether a word was cut at the end of a line. */
  private static boolean hyphenated(CharSequence before, String line) {
    int end = before.length() - 1;
    return end > 0
        && (before.charAt(end) == '-' || before.charAt(end) == '\u00AD')
        && Character.isLowerCase(before.charAt(end - 1))
        && Character.isLowerCase(line.charAt(0));
  }

  private static void join(StringBuilder paragraph, String line) {
    if (hyphenated(paragraph, line)) {
      paragraph.setLength(paragraph.length() - 1);
    } else if (!paragraph.isEmpty()) {
      paragraph.append(' ');
    }
    paragraph.append(line);
  }

  private void end(StringBuilder paragraph, Line last, double body) {
    if (paragraph.isEmpty()) {
      return;
    }
    String text = paragraph.toString();
    double size = last.place().size();
    boolean heading =
        size >= LARGE * body
            && text.length() <= LONGEST_HEADING
            && text.codePoints().anyMatch(Character::isLetter);
    blocks.add(
        heading
            ? new Block.Heading(
                size >= LARGER * body ? 2 : 3, List.of(new Inline.Text(text)), Flow.UNMARKED)
            : Block.Paragraph.of(text));
    paragraph.setLength(0);
  }

  /** Letters as they were written: no presentation forms, no kashidas inside words. */
  static String letters(String line) {
    String letters = Normalizer.normalize(unshaped(line), Normalizer.Form.NFC);
    // Some fonts' ligature for God's name has its alef, some programs draw one before either kind.
    return KASHIDA.matcher(letters).replaceAll("").replace("االله", "الله");
  }

  /** The letters that forms stand for; nothing else that Unicode calls compatible is touched. */
  static String unshaped(String line) {
    var letters = new StringBuilder(line.length());
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (isPresentationForm(c)) {
        letters.append(Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC).strip());
      } else if (isKept(line, i)) {
        letters.append(c);
      }
    }
    return letters.toString();
  }

  // Fonts put it between marks to keep their order; in text it keeps them from being put in order.
  private static final char GRAPHEME_JOINER = '\u034F';

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
    return c == '\t' || (c >= ' ' && c != '\uFFFD' && c != GRAPHEME_JOINER);
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
