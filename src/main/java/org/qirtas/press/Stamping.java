package org.qirtas.press;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.TimeZone;
import org.openpdf.text.DocumentException;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfDate;
import org.openpdf.text.pdf.PdfGState;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.PdfStamper;
import org.qirtas.QirtasException;

/**
 * Puts an outline upon each page of a PDF, which else stays as it is: its pages' text, links, tags
 * and attachments.
 *
 * <p>The outline is an artifact (ISO 32000-1, 14.8.2.2): nobody has it read out or copied. The same
 * PDF and the same outline give the same bytes.
 */
public final class Stamping {
  private static final float OPACITY = 0.3f;
  private static final float GREY = 0.4f;

  private Stamping() {}

  /** What is put upon a page. */
  public interface Mark {
    /**
     * {@return the outline, which is filled}
     *
     * @param width of the page as it is seen, in units of 1/72 inch
     * @param height of it; the outline is upwards positive, from the page's lower left corner
     */
    Path2D across(double width, double height);
  }

  /**
   * Stamps a PDF.
   *
   * @param pdf where it lies
   * @param mark what each page is stamped with
   * @param out where the stamped PDF goes to; not closed
   * @throws QirtasException {@code INPUT} where it cannot be read or may not be changed
   * @throws IOException where it cannot be written
   */
  public static void stamp(Path pdf, Mark mark, OutputStream out) throws IOException {
    try (PdfReader reader = Master.open(pdf)) {
      var stamper = new PdfStamper(reader, new Unclosed(out));
      // Nothing comes from the clock.
      stamper.setEnforcedModificationDate(date(reader));
      stamper.setUpdateMetadata(false);
      stamper.setOverrideFileId(SheetIdentity.ids(reader, "stamp"));
      stamper.setRotateContents(false);
      for (int number = 1; number <= reader.getNumberOfPages(); number++) {
        draw(stamper.getOverContent(number), reader, number, mark);
      }
      stamper.close();
    } catch (DocumentException e) {
      throw new IOException(e);
    } catch (QirtasException known) {
      throw known;
    } catch (RuntimeException e) {
      throw new QirtasException(e, org.qirtas.Fault.INPUT, "impose.broken", pdf);
    }
  }

  private static Calendar date(PdfReader reader) {
    Calendar made = PdfDate.decode(reader.getInfo().getOrDefault("ModDate", ""));
    if (made != null) {
      return made;
    }
    var none = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
    none.setTimeInMillis(0);
    return none;
  }

  private static void draw(PdfContentByte content, PdfReader reader, int number, Mark mark) {
    Rectangle box = reader.getCropBox(number);
    int turned = Math.floorMod(reader.getPageRotation(number), 360);
    boolean onItsSide = turned % 180 != 0;
    double width = onItsSide ? box.getHeight() : box.getWidth();
    double height = onItsSide ? box.getWidth() : box.getHeight();
    var place =
        AffineTransform.getTranslateInstance(
            (box.getLeft() + box.getRight()) / 2, (box.getBottom() + box.getTop()) / 2);
    // The page is turned clockwise to be seen.
    place.rotate(Math.toRadians(turned));
    place.translate(-width / 2, -height / 2);
    content.beginMarkedContentSequence(new PdfName("Artifact"));
    content.saveState();
    var state = new PdfGState();
    state.setFillOpacity(OPACITY);
    content.setGState(state);
    content.setGrayFill(GREY);
    trace(mark.across(width, height).getPathIterator(place), content);
    content.fill();
    content.restoreState();
    content.endMarkedContentSequence();
  }

  private static void trace(PathIterator path, PdfContentByte content) {
    var at = new float[6];
    float x = 0;
    float y = 0;
    for (; !path.isDone(); path.next()) {
      switch (path.currentSegment(at)) {
        case PathIterator.SEG_MOVETO -> content.moveTo(at[0], at[1]);
        case PathIterator.SEG_LINETO -> content.lineTo(at[0], at[1]);
        case PathIterator.SEG_QUADTO ->
            // PDF has cubic curves only: the same curve, raised by a degree.
            content.curveTo(
                x + 2 * (at[0] - x) / 3,
                y + 2 * (at[1] - y) / 3,
                at[2] + 2 * (at[0] - at[2]) / 3,
                at[3] + 2 * (at[1] - at[3]) / 3,
                at[2],
                at[3]);
        case PathIterator.SEG_CUBICTO -> content.curveTo(at[0], at[1], at[2], at[3], at[4], at[5]);
        default -> content.closePath();
      }
      int last =
          switch (path.currentSegment(at)) {
            case PathIterator.SEG_QUADTO -> 2;
            case PathIterator.SEG_CUBICTO -> 4;
            default -> 0;
          };
      x = at[last];
      y = at[last + 1];
    }
  }

  /** The stamper closes what it writes to; whoever gave it has not done with it. */
  private static final class Unclosed extends java.io.FilterOutputStream {
    Unclosed(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
