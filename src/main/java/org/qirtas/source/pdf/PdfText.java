package org.qirtas.source.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.qirtas.article.Block;
import org.qirtas.article.Flow;
import org.qirtas.source.letters.Folded;

/**
 * Rebuilds paragraphs from a PDF's lines: running heads and page numbers go, lines after which the
 * next one's first word would not have fitted go on in it, large type is a heading, presentation
 * forms become the letters that were written.
 */
public final class PdfText {
  private static final Pattern NUMBER =
      Pattern.compile("[\\s\\-–—|.()\\[\\]/]*[0-9٠-٩۰-۹]{1,4}[\\s\\-–—|.()\\[\\]/]*");
  private static final Pattern POINT =
      Pattern.compile("^\\s*(?:[-*•◦▪●]|[0-9٠-٩۰-۹]{1,3}\\s*[.)\\-])\\s.*", Pattern.DOTALL);
  private static final Pattern ENDS =
      Pattern.compile(".*[.؟?!:۔…»\"”)][\\s⁰¹²³⁴⁵⁶⁷⁸⁹\\x{F0000}-\\x{F0FFF}]*$", Pattern.DOTALL);
  private static final int OFTEN = 3;
  private static final int EDGE_LINES = 2;
  private static final double LARGE = 1.18;
  private static final double LARGER = 1.5;
  private static final double WIDE_GAP = 1.25;
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
  private final PdfNotes notes;
  private final int unnamed;

  /** Of lines whose letters are as the document says. */
  PdfText(List<List<Line>> drawn) {
    this(drawn, false, 0);
  }

  /**
   * Puts pages together.
   *
   * @param drawn the lines of each, in the order in which they are read
   * @param told whether letters are told by what they look like, not by what the document says
   * @param unnamed how many glyphs nothing has a name for
   */
  PdfText(List<List<Line>> drawn, boolean told, int unnamed) {
    this.unnamed = unnamed;
    List<List<Line>> pages = inOneLanguage(drawn, told);
    Set<String> running = running(pages);
    List<List<Line>> kept = new ArrayList<>();
    for (List<Line> page : pages) {
      List<Line> outer = outer(page);
      var lines = new ArrayList<Line>();
      for (Line line : page) {
        boolean edge = outer.contains(line);
        if (edge && (running.contains(key(line.text())) || numbers(line, pages.size()))) {
          aside(line.text());
        } else {
          lines.add(line);
        }
      }
      kept.add(lines);
    }
    if (kept.stream().allMatch(List::isEmpty)) {
      // What is the same on every page is all that there is to read.
      kept = pages;
      furniture.clear();
    }
    notes = new PdfNotes(kept, bodySize(kept.stream().flatMap(List::stream).toList()));
    paragraphs(Facing.righted(notes.lines()));
    blocks.addAll(notes.notes());
  }

  private static boolean numbers(Line line, int pages) {
    return pages > 1 && NUMBER.matcher(line.text()).matches();
  }

  /**
   * Reads what is drawn; once more where fonts that are known name glyphs that the file does not.
   *
   * @param document the file
   * @param known the fonts that glyphs without a name are compared with
   * @param counted is told after each page how many letters there were until then
   * @return the text
   * @throws IOException where the file breaks its format
   */
  public static PdfText of(PDDocument document, KnownFonts known, LongConsumer counted)
      throws IOException {
    var pages = new ArrayList<List<Line>>();
    PdfNaming naming = read(document, known, counted, pages);
    int unnamed = naming.unnamed();
    boolean told = unnamed > 0 && naming.complete(document, known);
    if (told) {
      pages.clear();
      unnamed = read(document, known, counted, pages).unnamed();
    }
    return new PdfText(pages, told, unnamed);
  }

  private static PdfNaming read(
      PDDocument document, KnownFonts known, LongConsumer counted, List<List<Line>> pages)
      throws IOException {
    long[] letters = {0};
    return PdfGlyphs.of(
        document,
        page -> {
          var lines = new ArrayList<Line>();
          for (List<PdfGlyph> turned : page) {
            letters[0] += turned.size();
            lines.addAll(PdfLines.of(turned, known.dotted()));
          }
          counted.accept(letters[0]);
          pages.add(lines);
        });
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

  /** {@return the paragraphs and headings, in reading order} */
  public List<Block> blocks() {
    return blocks;
  }

  /** {@return the running heads, each once} */
  public List<String> furniture() {
    return furniture;
  }

  /** {@return how many glyphs nothing has a name for} */
  public int unnamed() {
    return unnamed;
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

  /**
   * Which of those lines come again on other pages, their figures aside: on three, or in the same
   * place on each of two.
   */
  private static Set<String> running(List<List<Line>> pages) {
    var places = new TreeMap<String, List<Line>>();
    for (List<Line> page : pages) {
      var keys = new TreeSet<String>();
      outer(page).stream()
          .filter(line -> keys.add(key(line.text())))
          .forEach(
              line -> places.computeIfAbsent(key(line.text()), _ -> new ArrayList<>()).add(line));
    }
    places.values().removeIf(lines -> lines.size() < Math.min(OFTEN, pages.size()));
    places.values().removeIf(lines -> lines.size() < OFTEN && !inOnePlace(lines));
    return places.keySet();
  }

  private static boolean inOnePlace(List<Line> lines) {
    Place first = lines.getFirst().place();
    return lines.size() > 1
        && lines.stream()
            .map(Line::place)
            .allMatch(place ->
                Math.abs(place.y() - first.y()) < 1 && Math.abs(place.size() - first.size()) < 1);
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

  static void join(StringBuilder paragraph, String line) {
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
            ? new Block.Heading(size >= LARGER * body ? 2 : 3, notes.content(text), Flow.UNMARKED)
            : new Block.Paragraph(notes.content(text), Flow.UNMARKED));
    paragraph.setLength(0);
  }
}
