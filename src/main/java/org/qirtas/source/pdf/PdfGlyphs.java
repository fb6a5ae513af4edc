package org.qirtas.source.pdf;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.pdfbox.contentstream.operator.markedcontent.BeginMarkedContentSequence;
import org.apache.pdfbox.contentstream.operator.markedcontent.BeginMarkedContentSequenceWithProperties;
import org.apache.pdfbox.contentstream.operator.markedcontent.EndMarkedContentSequence;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.jspecify.annotations.Nullable;

/**
 * Collects the glyphs of a PDF's pages. PDFBox is asked for them directly: the text that it, and
 * Tika with it, would put together reads Arabic in the order in which the page was drawn, which is
 * any order at all.
 */
final class PdfGlyphs extends PDFTextStripper {
  private static final int MOST_ON_A_PAGE = 400_000;
  private static final double SHADOW = 0.05;

  /** By the direction that the page is read in: 0 upright, else degrees. */
  private final Map<Integer, List<PdfGlyph>> glyphs = new TreeMap<>();

  private final IdentityHashMap<PDFont, Map<Integer, Optional<PdfInk>>> inks =
      new IdentityHashMap<>();

  private final IdentityHashMap<PDFont, Map<Integer, Boolean>> kashidas = new IdentityHashMap<>();

  private final Page page;
  private final Set<Place> drawn = new HashSet<>();

  /** The indexes of glyphs that are drawn as a mirror shows them. */
  private final Set<Integer> mirrored = new HashSet<>();

  private int count;
  private @Nullable PdfSpan span;

  /** Where a glyph was drawn, in small steps: what comes there again is its shadow. */
  private record Place(String text, long x, long y) {}

  private final PdfNaming naming = new PdfNaming();

  private PdfGlyphs(Page page) throws IOException {
    this.page = page;
    addOperator(new BeginMarkedContentSequence(this));
    addOperator(new BeginMarkedContentSequenceWithProperties(this));
    addOperator(new EndMarkedContentSequence(this));
  }

  /** Is given a page's glyphs: those upright first, then what is turned. */
  interface Page {
    void of(List<List<PdfGlyph>> glyphs);
  }

  /**
   * Goes through a document, page by page.
   *
   * @return what was drawn without a name, for a second time
   */
  static PdfNaming of(PDDocument document, Page page) throws IOException {
    var glyphs = new PdfGlyphs(page);
    glyphs.writeText(document, Writer.nullWriter());
    return glyphs.naming;
  }

  @Override
  protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement)
      throws IOException {
    if (span == null) {
      naming.note(font, code);
    }
    super.showGlyph(matrix, font, code, displacement);
  }

  @Override
  protected void startPage(PDPage begun) {
    glyphs.clear();
    drawn.clear();
    mirrored.clear();
    count = 0;
    span = null;
  }

  @Override
  public void beginMarkedContentSequence(COSName tag, @Nullable COSDictionary properties) {
    super.beginMarkedContentSequence(tag, properties);
    if (span != null) {
      span.enter();
    } else if (properties != null) {
      @Nullable String text = properties.getString(COSName.ACTUAL_TEXT);
      span = text == null ? null : new PdfSpan(text);
    }
  }

  @Override
  public void endMarkedContentSequence() {
    super.endMarkedContentSequence();
    if (span != null && span.leave()) {
      endSpan();
    }
  }

  private void endSpan() {
    if (span != null) {
      int direction = span.direction();
      span.told().forEach(glyph -> keep(glyph, direction));
      span = null;
    }
  }

  @Override
  protected void endPage(PDPage ended) {
    endSpan();
    List<PdfGlyph> all =
        glyphs.values().stream()
            .flatMap(List::stream)
            .sorted(Comparator.comparingInt(PdfGlyph::index))
            .toList();
    Set<PdfGlyph> reflections = PdfReflections.of(all, mirrored);
    page.of(
        glyphs.values().stream()
            .map(turned -> turned.stream().filter(one -> !reflections.contains(one)).toList())
            .map(PdfSlope::levelled)
            .map(PdfBlanks::told)
            .toList());
  }

  @Override
  protected void processTextPosition(TextPosition position) {
    if (count >= MOST_ON_A_PAGE) {
      return;
    }
    String text = PdfGlyph.letters(drawn(position));
    if (span != null) {
      span.add(glyph(text, position), Math.round(position.getDir()));
    } else if (!text.isEmpty()) {
      PdfGlyph glyph = glyph(text, position);
      keep(glyph.isMark() ? inked(glyph, position) : glyph, Math.round(position.getDir()));
    }
  }

  private PdfGlyph glyph(String text, TextPosition position) {
    Matrix matrix = position.getTextMatrix();
    if (matrix.getScaleX() * matrix.getScaleY() < matrix.getShearX() * matrix.getShearY()) {
      mirrored.add(count);
    }
    double size = Math.abs(position.getFontSizeInPt());
    double height = position.getHeightDir();
    // Fonts drawn by procedures are of size 1, scaled by a matrix of their own.
    double seen = size < 2 || size > 20 * Math.max(1, height) ? Math.max(2, height * 1.3) : size;
    return new PdfGlyph(
        text,
        position.getXDirAdj(),
        position.getYDirAdj(),
        position.getWidthDirAdj(),
        seen,
        count++);
  }

  private void keep(PdfGlyph glyph, int direction) {
    if (!isShadow(glyph)) {
      glyphs.computeIfAbsent(direction, _ -> new ArrayList<>()).add(glyph);
    }
  }

  /** Outlined, shadowed and make-believe bold letters are drawn twice in nearly the same place. */
  private boolean isShadow(PdfGlyph glyph) {
    double step = SHADOW * glyph.size();
    long x = (long) Math.floor(glyph.x() / step);
    long y = (long) Math.floor(glyph.y() / step);
    boolean before = false;
    for (int i = -1; i <= 1; i++) {
      for (int j = -1; j <= 1; j++) {
        before |= drawn.contains(new Place(glyph.text(), x + i, y + j));
      }
    }
    drawn.add(new Place(glyph.text(), x, y));
    return before;
  }

  /** A mark where its ink is: it advances nothing, and its origin may lie on either side of it. */
  private PdfGlyph inked(PdfGlyph mark, TextPosition position) {
    int[] codes = position.getCharacterCodes();
    if (codes == null || codes.length != 1) {
      return mark;
    }
    return inks.computeIfAbsent(position.getFont(), _ -> new HashMap<>())
        .computeIfAbsent(codes[0], code -> PdfInk.of(position.getFont(), code))
        .map(ink -> mark.inked(ink, position.getXScale()))
        .orElse(mark);
  }

  private String drawn(TextPosition position) {
    int[] codes = position.getCharacterCodes();
    String unicode = position.getUnicode() == null ? "" : position.getUnicode();
    if (codes == null || codes.length != 1) {
      return unicode;
    }
    PDFont font = position.getFont();
    return PdfGlyphNames.letters(font, codes[0])
        .orElseGet(() -> isKashida(font, codes[0]) ? "\u0640" : unicode);
  }

  /** Lines are filled with kashidas that nobody wrote, and that no table names therefore. */
  private boolean isKashida(PDFont font, int code) {
    return kashidas
        .computeIfAbsent(font, _ -> new HashMap<>())
        .computeIfAbsent(
            code,
            one ->
                font.toUnicode(one) == null
                    && GlyphOutline.of(font, one).filter(GlyphOutline::isBar).isPresent());
  }

  @Override
  protected void writePage() {
    // The glyphs are all that is wanted.
  }
}
