package org.qirtas.source;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** The pages of a source that shows a text and does not say it. Not for use by several threads. */
sealed interface Scan extends AutoCloseable {
  /** What a page is called in the folder that it is put into. */
  String PAGE = "page";

  /** {@return how many pages there are} */
  int pages();

  /**
   * Puts a page where another program can look at it.
   *
   * @param number from 0
   * @param folder where to put it
   * @return the picture; empty where it is too large, or so small that no letter can be on it
   */
  Optional<Path> page(int number, Path folder) throws IOException;

  @Override
  void close() throws IOException;

  /** {@return the pages of a source that is a picture or a PDF} */
  static Scan open(Source source) throws IOException {
    if (Format.of(source.mediaType()) == Format.PDF) {
      return Drawn.open(source);
    }
    if (source.mediaType().equals("image/tiff")) {
      return Several.open(source);
    }
    return new One(source.file());
  }

  /** {@return whether a PDF has anything on its pages} */
  static boolean shows(Source pdf) throws IOException {
    try (Drawn drawn = Drawn.open(pdf)) {
      for (PDPage page : drawn.document.getPages()) {
        if (page.hasContents()) {
          return true;
        }
      }
      return false;
    }
  }

  /**
   * Looks at a picture's head.
   *
   * @throws IOException where it is no picture
   */
  static void check(Source picture) throws IOException {
    // Java has no reader for this one.
    if (!picture.mediaType().equals("image/webp")) {
      One.size(picture.file());
    }
  }

  /** A picture. */
  record One(Path file) implements Scan {
    private static final long MOST_PIXELS = 100_000_000;
    private static final int LEAST_SIDE = 64;

    @Override
    public int pages() {
      return 1;
    }

    @Override
    public Optional<Path> page(int number, Path folder) throws IOException {
      // A name may be one that no program can be told.
      return mayHoldLetters(file)
          ? Optional.of(Files.copy(file, folder.resolve(PAGE), StandardCopyOption.REPLACE_EXISTING))
          : Optional.empty();
    }

    private static boolean mayHoldLetters(Path file) {
      try {
        long[] size = size(file);
        return Math.min(size[0], size[1]) >= LEAST_SIDE && size[0] * size[1] <= MOST_PIXELS;
      } catch (IOException unknown) {
        return true;
      }
    }

    /** Width and height in pixels. */
    static long[] size(Path file) throws IOException {
      try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
        Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
        if (!readers.hasNext()) {
          throw new IOException("no picture");
        }
        ImageReader reader = readers.next();
        try {
          reader.setInput(in, true, true);
          return new long[] {reader.getWidth(0), reader.getHeight(0)};
        } catch (RuntimeException e) {
          throw new IOException(e);
        } finally {
          reader.dispose();
        }
      }
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }

  /** A TIFF, which may hold many pictures. */
  record Several(Path file, int pages) implements Scan {
    private static final int MOST_PAGES = 5000;

    static Scan open(Source source) throws IOException {
      try (ImageInputStream in = ImageIO.createImageInputStream(source.file().toFile())) {
        ImageReader reader = reader(in);
        try {
          int pages = reader.getNumImages(true);
          if (pages > MOST_PAGES) {
            throw Refusal.TOOLARGE.of(source.name(), pages + " pages");
          }
          return pages == 1 ? new One(source.file()) : new Several(source.file(), pages);
        } finally {
          reader.dispose();
        }
      }
    }

    private static ImageReader reader(ImageInputStream in) throws IOException {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw new IOException("no picture");
      }
      ImageReader reader = readers.next();
      reader.setInput(in);
      return reader;
    }

    @Override
    public Optional<Path> page(int number, Path folder) throws IOException {
      try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
        ImageReader reader = reader(in);
        try {
          long pixels = (long) reader.getWidth(number) * reader.getHeight(number);
          return pixels > One.MOST_PIXELS / 2
              ? Optional.empty()
              : Optional.of(write(reader.read(number), folder));
        } finally {
          reader.dispose();
        }
      }
    }

    static Path write(BufferedImage image, Path folder) throws IOException {
      Path page = folder.resolve(PAGE);
      try (var out = Files.newOutputStream(page)) {
        // The least that both sides understand, and quicker than packing.
        if (!ImageIO.write(image, "bmp", out) && !ImageIO.write(image, "png", out)) {
          throw new IOException("no picture can be made of a page");
        }
      }
      return page;
    }

    @Override
    public void close() {
      // Opened for each page.
    }
  }

  /** A PDF, whose pages are drawn. */
  final class Drawn implements Scan {
    private static final long MEMORY = 64L << 20;
    private static final float SHARP = 300;
    private static final float POINTS = 72;
    private static final float MOST_PIXELS = 40_000_000;

    private final PDDocument document;
    private final PDFRenderer renderer;

    private Drawn(PDDocument document) {
      this.document = document;
      this.renderer = new PDFRenderer(document);
      // A scan may have been made far sharper than it need be read.
      renderer.setSubsamplingAllowed(true);
    }

    static Drawn open(Source source) throws IOException {
      return new Drawn(
          Loader.loadPDF(
              source.file().toFile(), MemoryUsageSetting.setupMixed(MEMORY).streamCache));
    }

    @Override
    public int pages() {
      return document.getNumberOfPages();
    }

    @Override
    public Optional<Path> page(int number, Path folder) throws IOException {
      PDRectangle box = document.getPage(number).getCropBox();
      float area = box.getWidth() * box.getHeight() / (POINTS * POINTS);
      float sharpness = Math.min(SHARP, (float) Math.sqrt(MOST_PIXELS / Math.max(area, 0.01f)));
      BufferedImage image = renderer.renderImageWithDPI(number, sharpness, ImageType.GRAY);
      return Optional.of(Several.write(image, folder));
    }

    @Override
    public void close() throws IOException {
      document.close();
    }
  }
}
