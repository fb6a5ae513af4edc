package org.qirtas.proof;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDPageLabels;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.qirtas.Fault;
import org.qirtas.QirtasException;
import org.qirtas.pdf.Patience;
import org.qirtas.pdf.Substitutes;

/**
 * The pages of a PDF as pictures. To be closed; one thread's.
 *
 * <p>Pages are counted from 1. Where a page takes too long to draw, the document is of no more use:
 * see {@link Patience.Exceeded}.
 */
public final class PageImages implements AutoCloseable {
  /** A sheet of A4 at 600 dots an inch, or one of A0 at 150. */
  static final long MOST_PIXELS = 36_000_000;

  /** Of PDF's units there are 72 to the inch (ISO 32000-1, 8.3.2.3). */
  public static final int UNITS = 72;

  private static final int LONGEST_LABEL = 24;
  private static final Set<String> FROM_THE_RIGHT =
      Set.of("ar", "fa", "ur", "he", "ckb", "ps", "sd", "ug", "yi", "syr");

  private final Path file;
  private final PDDocument document;
  private final PDFRenderer renderer;
  private final Patience patience;
  private final List<String> labels;

  private PageImages(Path file, PDDocument document, Patience patience) {
    this.file = file;
    this.document = document;
    this.patience = patience;
    this.renderer = new PDFRenderer(document);
    this.labels = labels(document, patience);
    renderer.setSubsamplingAllowed(true);
    var hints =
        new RenderingHints(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    hints.put(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
    hints.put(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    renderer.setRenderingHints(hints);
  }

  /**
   * Opens a PDF.
   *
   * @param pdf where it lies
   * @return its pages
   * @throws QirtasException {@code INPUT} where it is no PDF, is locked, or has no page
   */
  public static PageImages open(Path pdf) {
    return open(pdf, Patience.OF_A_PAGE);
  }

  static PageImages open(Path pdf, Patience patience) {
    // Nothing here needs a screen.
    System.setProperty("java.awt.headless", "true");
    Substitutes.settle();
    if (!Files.isRegularFile(pdf)) {
      throw new QirtasException(Fault.INPUT, "proof.absent", pdf);
    }
    try {
      PDDocument document =
          patience.await(
              () -> Loader.loadPDF(pdf.toFile(), IOUtils.createTempFileOnlyStreamCache()));
      try {
        if (patience.await(document::getNumberOfPages) > 0) {
          return new PageImages(pdf, document, patience);
        }
      } catch (IOException | RuntimeException broken) {
        document.close();
        throw broken;
      }
      document.close();
      throw new QirtasException(Fault.INPUT, "proof.empty", pdf);
    } catch (InvalidPasswordException e) {
      throw new QirtasException(e, Fault.INPUT, "proof.locked", pdf);
    } catch (IOException e) {
      throw new QirtasException(
          e, Fault.INPUT, "proof.broken", pdf, String.valueOf(e.getMessage()));
    }
  }

  private static List<String> labels(PDDocument document, Patience patience) {
    try {
      return patience.await(() -> {
        PDPageLabels labels = document.getDocumentCatalog().getPageLabels();
        return labels == null ? List.of() : List.of(labels.getLabelsByPageIndices());
      });
    } catch (IOException broken) {
      // Pages are counted, then.
      return List.of();
    }
  }

  /** {@return the file} */
  public Path file() {
    return file;
  }

  /** {@return how many pages there are} */
  public int count() {
    return document.getNumberOfPages();
  }

  /**
   * {@return what a reader calls the page (ISO 32000-1, 12.4.2): its number where nothing else is
   * said}
   *
   * @param page its number
   */
  public String label(int page) {
    String label = page <= labels.size() ? labels.get(page - 1).strip() : "";
    if (label.isEmpty()) {
      return Integer.toString(page);
    }
    return label.length() <= LONGEST_LABEL ? label : label.substring(0, LONGEST_LABEL) + "…";
  }

  /**
   * {@return whether its pages follow each other from right to left: it says so, or it is in a
   * language that is written so}
   */
  public boolean runsFromTheRight() {
    COSDictionary root = document.getDocumentCatalog().getCOSObject();
    COSDictionary preferences = root.getCOSDictionary(COSName.getPDFName("ViewerPreferences"));
    if (preferences != null && preferences.containsKey(COSName.getPDFName("Direction"))) {
      return "R2L".equals(preferences.getNameAsString(COSName.getPDFName("Direction")));
    }
    return FROM_THE_RIGHT.contains(language());
  }

  /**
   * {@return the primary subtag of the language that it says it is in; empty where it says none}
   */
  public String language() {
    String language = document.getDocumentCatalog().getCOSObject().getString(COSName.LANG);
    return language == null ? "" : language.split("-", 2)[0].toLowerCase(java.util.Locale.ROOT);
  }

  /** A page's size as it is seen, in units of 1/72 inch. */
  record Extent(float width, float height) {
    /** How many dots an inch it can have at most. */
    float dots(float wanted) {
      double pixels = (double) width * height * wanted * wanted / UNITS / UNITS;
      double fine = pixels <= MOST_PIXELS ? wanted : wanted * Math.sqrt(MOST_PIXELS / pixels);
      // A page a mile long and a hair wide.
      double longest = Math.max(width, height);
      return (float) Math.min(fine, 60_000.0 * UNITS / longest);
    }
  }

  Extent extent(int page) throws IOException {
    return patience.await(() -> {
      PDPage seen = document.getPage(page - 1);
      PDRectangle box = seen.getCropBox();
      boolean turned = Math.floorMod(seen.getRotation(), 180) != 0;
      float width = Math.max(1, turned ? box.getHeight() : box.getWidth());
      float height = Math.max(1, turned ? box.getWidth() : box.getHeight());
      return new Extent(width, height);
    });
  }

  /**
   * {@return how fine a page can be drawn: as wanted, less where that were too many pixels}
   *
   * @param page its number
   * @param dots how many dots an inch are wanted
   * @throws IOException where the page cannot be read
   */
  public float finest(int page, float dots) throws IOException {
    return extent(page).dots(dots);
  }

  /**
   * {@return a page as a picture, on white}
   *
   * @param page its number
   * @param dots how many dots an inch; no more than {@link #finest}
   * @throws IOException where it cannot be drawn
   */
  public BufferedImage image(int page, float dots) throws IOException {
    float fine = finest(page, dots);
    return patience.await(() -> renderer.renderImageWithDPI(page - 1, fine, ImageType.RGB));
  }

  /** The text of a page; what cannot be read is no text. */
  String text(int page) throws Patience.Exceeded {
    try {
      return patience.await(() -> {
        var stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(document);
      });
    } catch (Patience.Exceeded e) {
      throw e;
    } catch (IOException noText) {
      return "";
    }
  }

  @Override
  public void close() {
    IOUtils.closeQuietly(document);
  }
}
