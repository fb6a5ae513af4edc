package org.qirtas.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipException;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.qirtas.article.Block;
import org.qirtas.article.Evidence.Origin;

/**
 * Reads an OpenDocument text (ISO 26300) from its parts themselves. Tika's XHTML of it loses what
 * styles say: directions, languages, which list is counted; and puts notes into the middle of
 * sentences.
 */
final class OdtReader {
  private OdtReader() {}

  static Matter read(Source source) throws IOException {
    try (var zip = new ZipPackage(source.file(), source.name())) {
      Optional<Document> manifest = zip.xml("META-INF/manifest.xml");
      if (manifest
          .filter(parts -> !parts.select("manifest|encryption-data").isEmpty())
          .isPresent()) {
        throw Refusal.ENCRYPTED.of(source.name(), "META-INF/manifest.xml");
      }
      Document content =
          zip.xml("content.xml").orElseThrow(() -> new ZipException("no content.xml"));
      Element text = content.selectFirst("office|body > office|text");
      if (text == null) {
        throw new ZipException("no text in content.xml");
      }
      var styles = new OdtStyles(content, zip.xml("styles.xml"));
      var claims = new Claims();
      zip.xml("meta.xml").ifPresent(meta -> properties(meta, claims));
      var shelf = new PictureShelf();
      Element body = new OdtText(styles, claims).of(text);
      List<Block> blocks =
          Outline.raised(HtmlBlocks.of(body, image -> picture(zip, image, shelf)), claims);
      return new Matter(blocks, claims, List.of(), List.of(), new TreeMap<>(shelf.pictures()));
    }
  }

  private static Optional<String> picture(ZipPackage zip, Element image, PictureShelf shelf) {
    try {
      return zip.bytes(image.attr("src").replaceFirst("^\\./", "")).flatMap(shelf::put);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void properties(Document meta, Claims claims) {
    claims.title(Origin.DOCUMENT_PROPERTIES, Xml.words(meta, "dc|title"));
    String first = Xml.words(meta, "meta|initial-creator");
    claims.author(
        Origin.DOCUMENT_PROPERTIES, first.isEmpty() ? Xml.words(meta, "dc|creator") : first);
    claims.date(Origin.DOCUMENT_PROPERTIES, Xml.words(meta, "meta|creation-date"));
    meta.select("meta|keyword, dc|subject").forEach(word -> claims.tag(word.text()));
  }
}
