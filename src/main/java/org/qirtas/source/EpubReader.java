package org.qirtas.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.zip.ZipException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.qirtas.article.Block;
import org.qirtas.article.Direction;
import org.qirtas.article.Evidence.Origin;
import org.qirtas.article.Flow;
import org.qirtas.source.letters.Decoder;

/** Reads an EPUB: its package record (EPUB 3.3, 5.5), then its chapters in the spine's order. */
final class EpubReader {
  private final ZipPackage zip;
  private final String record;
  private final Document opf;
  private final PictureShelf shelf = new PictureShelf();
  private final Claims claims = new Claims();

  private EpubReader(ZipPackage zip, String record, Document opf) {
    this.zip = zip;
    this.record = record;
    this.opf = opf;
  }

  static Matter read(Source source) throws IOException {
    try (var zip = new ZipPackage(source.file(), source.name())) {
      Document container =
          zip.xml("META-INF/container.xml").orElseThrow(() -> new ZipException("no container.xml"));
      Element root = container.selectFirst("rootfile[full-path]");
      String record = root == null ? "" : root.attr("full-path");
      Document opf = zip.xml(record).orElseThrow(() -> new ZipException("no package record"));
      if (zip.bytes("META-INF/encryption.xml").filter(EpubReader::locked).isPresent()) {
        throw Refusal.ENCRYPTED.of(source.name(), "META-INF/encryption.xml");
      }
      return new EpubReader(zip, record, opf).matter();
    }
  }

  /** Obfuscated fonts are in the list of encrypted parts too, and lock nothing (EPUB 3.3, 4.4). */
  private static boolean locked(byte[] encryption) {
    Document list =
        Jsoup.parse(
            Decoder.decode(encryption, Optional.empty()).text(),
            "",
            org.jsoup.parser.Parser.xmlParser());
    return list.select("*|CipherReference").stream()
        .anyMatch(part -> part.attr("URI").matches(".*\\.x?html?$"));
  }

  private Matter matter() throws IOException {
    claims();
    Map<String, Element> manifest = new TreeMap<>();
    for (Element item : opf.select("*|manifest > *|item")) {
      manifest.put(item.attr("id"), item);
    }
    var blocks = new ArrayList<Block>();
    for (Element reference : opf.select("*|spine > *|itemref")) {
      Element item = manifest.get(reference.attr("idref"));
      // What is not linear is shown on demand only.
      if (item != null && !navigates(item) && !reference.attr("linear").equals("no")) {
        chapter(ZipPackage.resolve(record, item.attr("href")), blocks);
      }
    }
    return new Matter(blocks, claims, List.of(), List.of(), shelf.pictures());
  }

  /** A navigation document is a table of contents, which readers show by themselves. */
  private static boolean navigates(Element item) {
    return List.of(item.attr("properties").split(" ", -1)).contains("nav");
  }

  private void claims() {
    first("dc|title").ifPresent(words -> claims.title(Origin.PACKAGE_RECORD, words));
    for (Element creator : opf.select("dc|creator")) {
      claims.author(Origin.PACKAGE_RECORD, creator.text());
    }
    // A modification date is the file's; dc:date is the publication's.
    for (Element date : opf.select("dc|date")) {
      if (!date.attr("opf:event").matches("modification|conversion|creation")) {
        claims.date(Origin.PACKAGE_RECORD, date.text());
      }
    }
    first("dc|publisher").ifPresent(claims::publisher);
    first("dc|language").ifPresent(claims::language);
    first("dc|source").filter(words -> words.startsWith("http")).ifPresent(claims::address);
    opf.select("dc|subject").forEach(subject -> claims.tag(subject.text()));
  }

  private Optional<String> first(String query) {
    Element element = opf.selectFirst(query);
    return element == null || element.text().isBlank()
        ? Optional.empty()
        : Optional.of(element.text());
  }

  private void chapter(String path, List<Block> blocks) throws IOException {
    Optional<byte[]> bytes = zip.bytes(path);
    if (bytes.isEmpty()) {
      return;
    }
    Document page = Jsoup.parse(Decoder.decode(bytes.get(), HtmlReader.label(bytes.get())).text());
    Element root = page.selectFirst("html");
    Flow flow = root == null ? Flow.UNMARKED : HtmlInlines.flow(root);
    claims.language(flow.language().map(language -> language.tag()).orElse(""));
    Optional<Direction> direction =
        HtmlInlines.direction(page.body().attr("dir")).or(flow::direction);
    direction.ifPresent(
        given -> page.body().attr("dir", given == Direction.RIGHT_TO_LEFT ? "rtl" : "ltr"));
    unique(page, path);
    blocks.addAll(HtmlBlocks.of(page.body(), picture(path)));
  }

  /** Notes are called by their ids, which are unique in their own chapter only. */
  private static void unique(Document page, String path) {
    String prefix = path.replaceAll("[^\\p{L}\\d]+", "-") + "-";
    for (Element note : page.select("[role^=doc-][id], [epub:type][id]")) {
      note.attr("id", prefix + note.id());
    }
    for (Element reference : page.select("a[role=doc-noteref][href], a[epub:type][href]")) {
      String target = reference.attr("href");
      String file = target.startsWith("#") ? path : ZipPackage.resolve(path, target);
      String there = file.replaceAll("[^\\p{L}\\d]+", "-") + "-";
      reference.attr("href", "#" + there + target.substring(target.indexOf('#') + 1));
    }
  }

  private Function<Element, Optional<String>> picture(String chapter) {
    return image -> {
      try {
        String src = image.attr("src");
        return src.isBlank() || src.contains("://") || src.startsWith("data:")
            ? HtmlBlocks.pictures(shelf).apply(image)
            : zip.bytes(ZipPackage.resolve(chapter, src)).flatMap(shelf::put);
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    };
  }
}
