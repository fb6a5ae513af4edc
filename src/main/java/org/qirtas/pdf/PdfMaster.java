package org.qirtas.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.qirtas.article.Direction;
import org.qirtas.compose.Page;

/**
 * A PDF in the making: pages are added in order, and each is written when it is added; what speaks
 * of all of them comes last.
 *
 * <p>One thread's. The same pages and the same colophon give the same bytes.
 */
public final class PdfMaster implements AutoCloseable {
  private final PdfFile file;
  private final Colophon colophon;
  private final Edition edition;
  private final PressRun press;
  private final TypeCases cases;
  private final StructureTree structure;
  private final Outlines outlines;
  private final Destinations destinations = new Destinations();
  private final PageTree tree;
  private final PageWriter pages;
  private final NumberTree labels;
  private final TreeMap<String, Reference> attachments = new TreeMap<>();

  /**
   * A PDF without pages.
   *
   * @param colophon what it says of itself
   * @param edition what it is for
   * @param out where it is written to, page by page; not closed. Until it is finished, what is
   *     there is no PDF
   * @throws IOException where it cannot be written
   */
  public PdfMaster(Colophon colophon, Edition edition, OutputStream out) throws IOException {
    this(colophon, edition, PressRun.usual(), out);
  }

  /**
   * A PDF without pages.
   *
   * @param colophon what it says of itself
   * @param edition what it is for
   * @param press what an edition for print is printed with
   * @param out where it is written to, page by page; not closed. Until it is finished, what is
   *     there is no PDF
   * @throws IOException where it cannot be written
   */
  public PdfMaster(Colophon colophon, Edition edition, PressRun press, OutputStream out)
      throws IOException {
    this.colophon = colophon;
    this.edition = edition;
    this.press = press;
    this.file = new PdfFile(out, version());
    this.cases = new TypeCases(file);
    this.structure = new StructureTree(file, colophon.direction(), edition);
    this.outlines = new Outlines(file);
    this.tree = new PageTree(file);
    this.labels = new NumberTree(file);
    this.pages =
        new PageWriter(file, tree, cases, structure, outlines, destinations, edition, press);
  }

  private String version() {
    return edition == Edition.PRINT ? "1.6" : "1.7";
  }

  /**
   * Adds a page after those already there.
   *
   * @param page the page
   * @throws IOException where a picture on it cannot be read, or the page cannot be written
   */
  public void add(Page page) throws IOException {
    pages.write(page);
    var label = new COSDictionary();
    label.setString(COSName.P, page.label());
    labels.add(label);
  }

  /**
   * Puts a file inside: only an edition for the screen carries one.
   *
   * @param attached the file
   * @throws IOException where it cannot be read
   */
  public void attach(Attachment attached) throws IOException {
    if (edition == Edition.PRINT) {
      return;
    }
    var embedded = new COSDictionary();
    embedded.setItem(COSName.TYPE, COSName.getPDFName("EmbeddedFile"));
    embedded.setName(COSName.SUBTYPE, attached.mediaType());
    var parameters = new COSDictionary();
    parameters.setLong(COSName.SIZE, Files.size(attached.file()));
    parameters.setItem(
        COSName.getPDFName("ModDate"),
        Information.of(colophon, edition).getCOSObject().getItem(COSName.CREATION_DATE));
    embedded.setItem(COSName.PARAMS, parameters);
    Reference stream;
    try (InputStream in = Files.newInputStream(attached.file())) {
      stream = file.writeStream(embedded, in);
    }
    var files = new COSDictionary();
    files.setItem(COSName.F, stream);
    files.setItem(COSName.UF, stream);
    var specification = new COSDictionary();
    specification.setItem(COSName.TYPE, COSName.FILESPEC);
    String name = free(attached.name());
    specification.setString(COSName.F, name);
    specification.setString(COSName.UF, name);
    specification.setString(COSName.DESC, name);
    specification.setItem(COSName.EF, files);
    specification.setName(COSName.getPDFName("AFRelationship"), "Source");
    attachments.put(name, file.write(specification));
  }

  /** Several articles may each have come as a file of that name. */
  private String free(String name) {
    String free = name;
    for (int n = 2; attachments.containsKey(free); n++) {
      free = n + " - " + name;
    }
    return free;
  }

  /**
   * Writes what speaks of all pages, and the end; nothing can be added afterwards.
   *
   * @throws IOException where it cannot be written
   */
  public void finish() throws IOException {
    cases.embed();
    Reference root = file.write(catalog());
    Reference information = file.write(Information.of(colophon, edition).getCOSObject());
    file.finish(root, information);
  }

  private COSDictionary catalog() throws IOException {
    var root = new COSDictionary();
    root.setItem(COSName.TYPE, COSName.CATALOG);
    root.setName(COSName.VERSION, version());
    root.setItem(COSName.PAGES, tree.finish());
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
    root.setItem(COSName.getPDFName("PageLabels"), file.write(labels.finish()));
    outlines.finish().ifPresent(outline -> root.setItem(COSName.OUTLINES, outline));
    root.setItem(COSName.METADATA, metadata());
    root.setItem(COSName.OUTPUT_INTENTS, OutputIntents.of(file, edition, press.intent()));
    var names = new COSDictionary();
    if (!attachments.isEmpty()) {
      names.setItem(COSName.EMBEDDED_FILES, associate(root));
    }
    if (edition == Edition.SCREEN) {
      destinations.finish().ifPresent(tree -> names.setItem(COSName.DESTS, tree));
    }
    if (names.size() > 0) {
      root.setItem(COSName.NAMES, names);
    }
    return root;
  }

  /** The attached files, by name, which also belong to the document as a whole. */
  private COSDictionary associate(COSDictionary root) {
    var associated = new COSArray();
    var names = new COSArray();
    attachments.forEach((name, specification) -> {
      associated.add(specification);
      names.add(EmbeddedFont.text(name));
      names.add(specification);
    });
    root.setItem(COSName.getPDFName("AF"), associated);
    var byName = new COSDictionary();
    byName.setItem(COSName.NAMES, names);
    return byName;
  }

  /** Not compressed, so that those who do not read PDF can still find it. */
  private Reference metadata() throws IOException {
    var description = new COSDictionary();
    description.setItem(COSName.TYPE, COSName.METADATA);
    description.setItem(COSName.SUBTYPE, COSName.getPDFName("XML"));
    return file.writeCoded(description, Metadata.packet(colophon, edition));
  }

  @Override
  public void close() {
    file.close();
  }
}
