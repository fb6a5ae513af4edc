package org.qirtas.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.qirtas.article.Direction;
import org.qirtas.compose.Page;

/**
 * A PDF in the making: pages are added in order, and it is written when all are there.
 *
 * <p>One thread's. The same pages and the same colophon give the same bytes.
 */
public final class PdfMaster implements AutoCloseable {
  /** Address space alone: memory is taken as far as it is used. */
  private static final long STACK = 512L << 20;

  private final PDDocument document = new PDDocument();
  private final Colophon colophon;
  private final Edition edition;
  private final TypeCases cases = new TypeCases();
  private final StructureTree structure;
  private final Outlines outlines = new Outlines();
  private final Destinations destinations = new Destinations();
  private final PageWriter pages;
  private final COSArray labels = new COSArray();

  /**
   * A PDF without pages.
   *
   * @param colophon what it says of itself
   * @param edition what it is for
   */
  public PdfMaster(Colophon colophon, Edition edition) {
    this.colophon = colophon;
    this.edition = edition;
    this.structure = new StructureTree(colophon.direction(), edition);
    this.pages = new PageWriter(document, cases, structure, outlines, destinations, edition);
  }

  /**
   * Adds a page after those already there.
   *
   * @param page the page
   * @throws IOException where a picture on it cannot be read
   */
  public void add(Page page) throws IOException {
    pages.write(page);
    var label = new COSDictionary();
    label.setString(COSName.P, page.label());
    labels.add(COSInteger.get(document.getNumberOfPages() - 1));
    labels.add(label);
  }

  /**
   * Puts a file inside: only an edition for the screen carries one.
   *
   * @param attachment the file
   * @throws IOException where it cannot be read
   */
  public void attach(Attachment attachment) throws IOException {
    if (edition == Edition.PRINT) {
      return;
    }
    COSStream embedded = document.getDocument().createCOSStream();
    embedded.setItem(COSName.TYPE, COSName.getPDFName("EmbeddedFile"));
    embedded.setName(COSName.SUBTYPE, attachment.mediaType());
    var parameters = new COSDictionary();
    parameters.setLong(COSName.SIZE, Files.size(attachment.file()));
    parameters.setItem(
        COSName.getPDFName("ModDate"),
        Information.of(colophon, edition).getCOSObject().getItem(COSName.CREATION_DATE));
    embedded.setItem(COSName.PARAMS, parameters);
    try (OutputStream out = embedded.createOutputStream(COSName.FLATE_DECODE);
        InputStream in = Files.newInputStream(attachment.file())) {
      in.transferTo(out);
    }
    var files = new COSDictionary();
    files.setItem(COSName.F, embedded);
    files.setItem(COSName.UF, embedded);
    var specification = new COSDictionary();
    specification.setItem(COSName.TYPE, COSName.FILESPEC);
    specification.setString(COSName.F, attachment.name());
    specification.setString(COSName.UF, attachment.name());
    specification.setString(COSName.DESC, attachment.name());
    specification.setItem(COSName.EF, files);
    specification.setName(COSName.getPDFName("AFRelationship"), "Source");
    COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
    var associated = new COSArray();
    associated.add(specification);
    catalog.setItem(COSName.getPDFName("AF"), associated);
    var names = new COSArray();
    names.add(EmbeddedFont.text(attachment.name()));
    names.add(specification);
    var tree = new COSDictionary();
    tree.setItem(COSName.NAMES, names);
    names(catalog).setItem(COSName.EMBEDDED_FILES, tree);
  }

  private static COSDictionary names(COSDictionary catalog) {
    COSDictionary names = catalog.getCOSDictionary(COSName.NAMES);
    if (names == null) {
      names = new COSDictionary();
      catalog.setItem(COSName.NAMES, names);
    }
    return names;
  }

  /**
   * Writes the PDF; nothing can be added afterwards.
   *
   * @param out where to; not closed
   * @throws IOException where it cannot be written
   */
  public void write(OutputStream out) throws IOException {
    cases.embed();
    describe(document.getDocumentCatalog());
    document.setDocumentInformation(Information.of(colophon, edition));
    // Identifiers come from this and the information dictionary, not from the clock.
    document.setDocumentId(Information.identity(colophon).getMostSignificantBits());
    document.getDocument().setVersion(edition == Edition.PRINT ? 1.6f : 1.7f);
    save(out);
  }

  /**
   * PDFBox follows an object's references by recursion, and an outline's entries are a chain: a
   * book with some thousands of headings needs more stack than a thread usually has.
   */
  private void save(OutputStream out) throws IOException {
    var failure = new AtomicReference<Throwable>();
    var thread =
        new Thread(
            null,
            () -> {
              try {
                document.save(out, CompressParameters.DEFAULT_COMPRESSION);
              } catch (IOException | RuntimeException | Error e) {
                failure.set(e);
              }
            },
            "save",
            STACK);
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while it was written", e);
    }
    switch (failure.get()) {
      case null -> {}
      case IOException e -> throw e;
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      case Throwable e -> throw new IOException(e);
    }
  }

  private void describe(PDDocumentCatalog catalog) throws IOException {
    COSDictionary root = catalog.getCOSObject();
    root.setName(COSName.VERSION, edition == Edition.PRINT ? "1.6" : "1.7");
    root.setString(COSName.LANG, colophon.language().tag());
    root.setItem(COSName.STRUCT_TREE_ROOT, structure.finish());
    var marks = new COSDictionary();
    marks.setBoolean(COSName.getPDFName("Marked"), true);
    root.setItem(COSName.MARK_INFO, marks);
    var preferences = new COSDictionary();
    preferences.setBoolean(COSName.getPDFName("DisplayDocTitle"), true);
    preferences.setName(
        COSName.getPDFName("Direction"),
        colophon.direction() == Direction.RIGHT_TO_LEFT ? "R2L" : "L2R");
    root.setItem(COSName.getPDFName("ViewerPreferences"), preferences);
    var pageLabels = new COSDictionary();
    pageLabels.setItem(COSName.NUMS, labels);
    root.setItem(COSName.getPDFName("PageLabels"), pageLabels);
    outlines.finish().ifPresent(catalog::setDocumentOutline);
    if (edition == Edition.SCREEN) {
      destinations.finish().ifPresent(tree -> names(root).setItem(COSName.DESTS, tree));
    }
    var metadata = new PDMetadata(document);
    // Not compressed, so that those who do not read PDF can still find it.
    try (OutputStream out = metadata.getCOSObject().createOutputStream()) {
      out.write(Metadata.packet(colophon, edition));
    }
    catalog.setMetadata(metadata);
    root.setItem(COSName.OUTPUT_INTENTS, OutputIntents.of(document, edition));
  }

  @Override
  public void close() throws IOException {
    document.close();
  }
}
