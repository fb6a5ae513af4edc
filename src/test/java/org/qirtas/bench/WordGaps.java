package org.qirtas.bench;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.DrawObject;
import org.apache.pdfbox.contentstream.operator.state.Concatenate;
import org.apache.pdfbox.contentstream.operator.state.Restore;
import org.apache.pdfbox.contentstream.operator.state.Save;
import org.apache.pdfbox.contentstream.operator.state.SetMatrix;
import org.apache.pdfbox.contentstream.operator.text.BeginText;
import org.apache.pdfbox.contentstream.operator.text.EndText;
import org.apache.pdfbox.contentstream.operator.text.MoveText;
import org.apache.pdfbox.contentstream.operator.text.SetFontAndSize;
import org.apache.pdfbox.contentstream.operator.text.ShowText;
import org.apache.pdfbox.contentstream.operator.text.ShowTextAdjusted;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.qirtas.font.FontFile;
import org.qirtas.font.FontShelf;

/**
 * How even the colour of a page is: measures the gaps between words in a PDF, whichever program
 * made it, and holds them against the space of its font.
 *
 * <p>Counted are the lines of one size of type that reach from margin to margin, so that headings
 * and last lines, which nobody justifies, are left out.
 */
final class WordGaps extends PDFStreamEngine {
  /** What is narrower, as a part of the size, is no gap between words. */
  private static final double NARROWEST_GAP = 0.06;

  /** How far, in points, a line's edge may be from the margin. */
  private static final double AT_MARGIN = 0.7;

  /** What TeX calls 12 pt is 11.955 of PostScript's points. */
  private static final double SAME_SIZE = 0.06;

  private final double size;
  private final Map<Integer, List<Glyph>> glyphs = new TreeMap<>();
  private final List<Row> rows = new ArrayList<>();
  private int page;

  private WordGaps(double size) {
    this.size = size;
    addOperator(new BeginText(this));
    addOperator(new EndText(this));
    addOperator(new SetFontAndSize(this));
    addOperator(new SetMatrix(this));
    addOperator(new MoveText(this));
    addOperator(new ShowText(this));
    addOperator(new ShowTextAdjusted(this));
    addOperator(new Concatenate(this));
    addOperator(new Save(this));
    addOperator(new Restore(this));
    addOperator(new DrawObject(this));
  }

  /** Where a glyph begins and ends by its font's widths, in points. */
  private record Glyph(double left, double right) {}

  /**
   * A line as it was found.
   *
   * @param gaps the widths between its words, in points
   */
  private record Row(int page, double baseline, double left, double right, List<Double> gaps) {
    double gap() {
      return gaps.stream().mapToDouble(gap -> gap).average().orElse(0);
    }
  }

  /**
   * Prints the figures of each file.
   *
   * @param arguments the size of the type in points, its family, and the PDFs
   * @throws IOException where a file cannot be read
   */
  public static void main(String[] arguments) throws IOException {
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    double size = Double.parseDouble(arguments[0]);
    FontFile font = FontShelf.open(Path.of("fonts")).find(arguments[1], false, false).orElseThrow();
    double space = (double) font.advance(font.glyph(' ')) / font.unitsPerEm();
    out.println(
        "file, lines, overfull, one word, spaces: median |stretch| %, 95th, 99th, lines: 95th, "
            + "over 1.8 of natural %, unlike neighbours %");
    for (String name : List.of(arguments).subList(2, arguments.length)) {
      var gaps = new WordGaps(size);
      try (PDDocument pdf = Loader.loadPDF(new File(name))) {
        for (PDPage sheet : pdf.getPages()) {
          gaps.read(sheet);
        }
      }
      out.println(Path.of(name).getFileName() + ", " + gaps.figures(space * size));
    }
  }

  /** Glyphs and not characters are counted: some programs' PDFs do not say what they mean. */
  @Override
  protected void showGlyph(Matrix place, PDFont font, int code, Vector displacement)
      throws IOException {
    boolean counted = Math.abs(place.getScalingFactorY() - size) < SAME_SIZE;
    String meaning = font.toUnicode(code);
    boolean blank = meaning != null && meaning.isBlank();
    if (counted && !blank && displacement.getX() > 0) {
      double left = place.getTranslateX();
      glyphs
          .computeIfAbsent(Math.round(10 * place.getTranslateY()), y -> new ArrayList<>())
          .add(new Glyph(left, left + displacement.getX() * place.getScalingFactorX()));
    }
  }

  private void read(PDPage sheet) throws IOException {
    page++;
    processPage(sheet);
    // From the head of the page downwards.
    List<Integer> baselines = new ArrayList<>(glyphs.keySet());
    for (int baseline : baselines.reversed()) {
      rows.add(row(baseline / 10.0, glyphs.get(baseline)));
    }
    glyphs.clear();
  }

  private Row row(double baseline, List<Glyph> line) {
    line.sort(Comparator.comparingDouble(Glyph::left));
    var gaps = new ArrayList<Double>();
    double right = line.getFirst().left();
    for (Glyph glyph : line) {
      if (glyph.left() - right > NARROWEST_GAP * size) {
        gaps.add(glyph.left() - right);
      }
      right = Math.max(right, glyph.right());
    }
    return new Row(page, baseline, line.getFirst().left(), right, gaps);
  }

  private String figures(double space) {
    double left = most(rows.stream().map(Row::left).toList());
    double right = most(rows.stream().map(Row::right).toList());
    List<Row> lines =
        rows.stream()
            .filter(row -> row.left() < left + AT_MARGIN && row.right() > right - AT_MARGIN)
            .toList();
    long overfull =
        lines.stream()
            .filter(row -> row.left() < left - AT_MARGIN || row.right() > right + AT_MARGIN)
            .count();
    List<Row> spaced = lines.stream().filter(row -> !row.gaps().isEmpty()).toList();
    double[] spaces =
        spaced.stream()
            .flatMap(row -> row.gaps().stream())
            .mapToDouble(gap -> Math.abs(gap / space - 1))
            .sorted()
            .toArray();
    double[] means =
        spaced.stream().mapToDouble(row -> Math.abs(row.gap() / space - 1)).sorted().toArray();
    long wide = spaced.stream().filter(row -> row.gap() > 1.8 * space).count();
    return String.format(
        Locale.ROOT,
        "%d, %d, %d, %.1f, %.1f, %.1f, %.1f, %.2f, %.2f",
        lines.size(),
        overfull,
        lines.size() - spaced.size(),
        100 * at(spaces, 0.5),
        100 * at(spaces, 0.95),
        100 * at(spaces, 0.99),
        100 * at(means, 0.95),
        100.0 * wide / spaced.size(),
        unlike(spaced, space));
  }

  private static double at(double[] sorted, double share) {
    return sorted.length == 0 ? 0 : sorted[(int) (share * (sorted.length - 1))];
  }

  /** The value that most lines have, to half a point. */
  private static double most(List<Double> edges) {
    var counts = new HashMap<Long, Integer>();
    edges.forEach(edge -> counts.merge(Math.round(2 * edge), 1, Integer::sum));
    return counts.entrySet().stream()
            .max(Map.Entry.<Long, Integer>comparingByValue().thenComparing(Map.Entry::getKey))
            .map(Map.Entry::getKey)
            .orElse(0L)
        / 2.0;
  }

  /** Of a hundred pairs of neighbouring lines, how many are more than one class apart. */
  private double unlike(List<Row> lines, double space) {
    int pairs = 0;
    int unlike = 0;
    for (int i = 1; i < lines.size(); i++) {
      Row above = lines.get(i - 1);
      Row line = lines.get(i);
      if (above.page() == line.page() && above.baseline() - line.baseline() < 1.8 * size) {
        pairs++;
        unlike +=
            Math.abs(fitness(above.gap() / space - 1) - fitness(line.gap() / space - 1)) > 1
                ? 1
                : 0;
      }
    }
    return pairs == 0 ? 0 : 100.0 * unlike / pairs;
  }

  /** The four classes of Knuth and Plass, by how far a space is from its natural width. */
  private static int fitness(double stretch) {
    return stretch < -0.1 ? 0 : stretch <= 0.25 ? 1 : stretch <= 0.5 ? 2 : 3;
  }
}
