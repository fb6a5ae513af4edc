package org.qirtas.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipException;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.qirtas.article.Block;
import org.qirtas.article.Evidence.Origin;

/**
 * Reads WordprocessingML (ECMA-376 part 1) from its parts themselves. Tika's XHTML of it, and POI's
 * own text, lose what Arabic needs: the marks of direction and language (17.3.1.6, 17.3.2.20,
 * 17.3.2.30), which points are one list, and where a note belongs.
 */
final class WordReader {
  private WordReader() {}

  static Matter read(Source source) throws IOException {
    var claims = new Claims();
    var shelf = new PictureShelf();
    List<Block> all = blocks(source.file(), source.name(), claims, shelf, 0);
    return new Matter(
        Outline.raised(all, claims), claims, List.of(), List.of(), new TreeMap<>(shelf.pictures()));
  }

  /**
   * The text of a document.
   *
   * @param depth in how many other documents it lies
   */
  static List<Block> blocks(Path file, String name, Claims claims, PictureShelf shelf, int depth)
      throws IOException {
    try (var zip = new ZipPackage(file, name)) {
      String main = mainPart(zip);
      Document document = zip.xml(main).orElseThrow(() -> new ZipException("no part " + main));
      var parts = new WordParts(zip, main, shelf);
      properties(zip, claims);
      Element body = document.selectFirst("w|body");
      if (body == null) {
        throw new ZipException("no body in " + main);
      }
      return new WordBlocks(parts, new WordChunks(parts, shelf, depth), claims).of(body);
    }
  }

  private static String mainPart(ZipPackage zip) throws IOException {
    Optional<Document> relations = zip.xml("_rels/.rels");
    Optional<Element> main =
        relations.map(document -> document.selectFirst("Relationship[Type$=/officeDocument]"));
    return main.map(element -> ZipPackage.resolve("x", element.attr("Target")))
        .orElse("word/document.xml");
  }

  private static void properties(ZipPackage zip, Claims claims) throws IOException {
    Optional<Document> core = zip.xml("docProps/core.xml");
    if (core.isPresent()) {
      text(core.get(), "dc|title")
          .ifPresent(words -> claims.title(Origin.DOCUMENT_PROPERTIES, words));
      text(core.get(), "dc|creator")
          .ifPresent(words -> claims.author(Origin.DOCUMENT_PROPERTIES, words));
      // The creation time is UTC and so no local day; its day alone is worth keeping.
      text(core.get(), "dcterms|created").ifPresent(words -> TikaReader.created(claims, words));
      text(core.get(), "cp|keywords")
          .ifPresent(words -> List.of(words.split("[,،;؛]", -1)).forEach(claims::tag));
    }
  }

  private static Optional<String> text(Document document, String name) {
    Element element = document.selectFirst(name);
    return element == null || element.text().isBlank()
        ? Optional.empty()
        : Optional.of(element.text());
  }
}
