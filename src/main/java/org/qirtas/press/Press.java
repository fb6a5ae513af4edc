package org.qirtas.press;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.openpdf.text.Document;
import org.openpdf.text.DocumentException;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfImportedPage;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.PdfWriter;
import org.qirtas.QirtasException;

/**
 * Puts the pages of a PDF on sheets: they are taken over as they are, in vectors and with their
 * fonts.
 *
 * <p>The same PDF and the same job give the same bytes.
 */
public final class Press {
  /**
   * What came of it.
   *
   * @param pages how many pages there were
   * @param sheets how many sheets came of them
   * @param notices what a person should look at
   */
  public record Result(int pages, int sheets, List<Notice> notices) {
    /** Takes a copy of the notices. */
    public Result {
      notices = List.copyOf(notices);
    }
  }

  /**
   * Something that was not as a press would wish.
   *
   * @param code what: {@code sizes}; {@code links}, {@code fields} and {@code notes}, which are not
   *     taken over
   * @param values what its wording needs to know
   */
  public record Notice(String code, List<String> values) {
    /** Takes a copy of the values. */
    public Notice {
      values = List.copyOf(values);
    }
  }

  private Press() {}

  /**
   * Whether a document is to be bound at the right: it says that it runs from right to left.
   *
   * @param pdf where it lies
   * @param password the password that it is locked with, if it is
   * @return where it is bound
   * @throws QirtasException {@code INPUT} where it cannot be read or may not be
   */
  public static Binding binding(Path pdf, Optional<String> password) {
    try (PdfReader reader = Master.open(pdf, password)) {
      return Master.runsFromTheRight(reader) ? Binding.RIGHT : Binding.LEFT;
    }
  }

  /**
   * Imposes a PDF.
   *
   * @param pdf where it lies
   * @param password the password that it is locked with, if it is
   * @param job how
   * @param out where the sheets go to; not closed
   * @return what came of it
   * @throws QirtasException {@code INPUT} where it cannot be read or may not be, {@code USAGE}
   *     where its pages do not fit the sheet
   * @throws IOException where the sheets cannot be written
   */
  public static Result impose(Path pdf, Optional<String> password, Job job, OutputStream out)
      throws IOException {
    try (PdfReader reader = Master.open(pdf, password)) {
      Master seen = Master.of(reader);
      Master master = job.imposition() instanceof Imposition.NUp ? seen : seen.lying();
      SheetLayout layout = SheetLayout.of(job, master);
      List<Imposition.Side> sides = job.imposition().sides(master.count(), job.binding());
      write(reader, master, layout, job, sides, out);
      int sheets = sides.isEmpty() ? 0 : sides.getLast().sheet();
      return new Result(master.count(), sheets, notices(master));
    } catch (DocumentException e) {
      throw new IOException(e);
    }
  }

  private static List<Notice> notices(Master master) {
    var notices = new ArrayList<Notice>();
    if (master.sizesDiffer()) {
      notices.add(new Notice("sizes", List.of()));
    }
    for (Master.Annotation kind : Master.Annotation.values()) {
      int count = master.count(kind);
      if (count > 0) {
        String code = kind.name().toLowerCase(Locale.ROOT) + "s";
        notices.add(new Notice(code, List.of(String.valueOf(count))));
      }
    }
    return notices;
  }

  private static void write(
      PdfReader reader,
      Master master,
      SheetLayout layout,
      Job job,
      List<Imposition.Side> sides,
      OutputStream out)
      throws IOException {
    var document = new Document(new Rectangle(layout.width(), layout.height()), 0, 0, 0, 0);
    PdfWriter writer = PdfWriter.getInstance(document, out);
    writer.setCloseStream(false);
    writer.setPdfVersion(PdfWriter.VERSION_1_6);
    writer.setBoxSize("trim", layout.trim());
    writer.setBoxSize("bleed", layout.bleed());
    document.open();
    var identity = new SheetIdentity(reader, job);
    identity.describe(writer);
    int total = sides.isEmpty() ? 0 : sides.getLast().sheet();
    for (Imposition.Side side : sides) {
      document.newPage();
      writer.setPageEmpty(false);
      PdfContentByte content = writer.getDirectContent();
      for (int at = 0; at < side.places().size(); at++) {
        int page = side.places().get(at);
        if (page > 0) {
          PdfImportedPage taken = writer.getImportedPage(reader, page);
          layout.place(content, taken, master.page(page), at, side);
        }
      }
      if (job.marks()) {
        new Marks(layout, job, content).draw(side, total);
      }
    }
    document.close();
  }
}
