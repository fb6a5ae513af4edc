package org.qirtas.source;

import java.io.IOException;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hpsf.SummaryInformation;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jspecify.annotations.Nullable;
import org.qirtas.article.Block;
import org.qirtas.article.Evidence.Origin;

/**
 * Reads Word's binary form (MS-DOC). POI is asked directly: through Tika running heads come first
 * as if they were the title, and notes lose the place that they belong to.
 */
final class DocReader {
  private DocReader() {}

  /**
   * Word's documents. Those before Word 97, those whose only words are in running heads and what
   * POI's model cannot follow are read as text alone, by Tika.
   */
  static Matter read(TikaDoor door, Source source) throws IOException {
    try (var files = new POIFSFileSystem(source.file().toFile(), true);
        var document = new HWPFDocument(files)) {
      var claims = new Claims();
      properties(document.getSummaryInformation(), claims);
      var shelf = new PictureShelf();
      var pictures = new DocPictures(document);
      List<Block> blocks =
          new DocText(document, pictures, claims)
              .text()
              .blocks(image -> pictures.named(image.attr("src")).flatMap(shelf::put));
      return blocks.isEmpty()
          ? TikaReader.office(door, source)
          : new Matter(blocks, claims, List.of(), List.of(), shelf.pictures());
    } catch (EncryptedDocumentException e) {
      throw Refusal.ENCRYPTED.of(source.name(), e);
    } catch (RuntimeException _) {
      return TikaReader.office(door, source);
    }
  }

  private static void properties(@Nullable SummaryInformation said, Claims claims) {
    if (said == null) {
      return;
    }
    TikaReader.title(claims, or(said.getTitle()));
    claims.author(Origin.DOCUMENT_PROPERTIES, or(said.getAuthor()));
    Optional.<Date>ofNullable(said.getCreateDateTime())
        .ifPresent(date -> TikaReader.created(claims, date.toInstant().toString()));
    List.of(or(said.getKeywords()).split("[,،;؛]", -1)).forEach(claims::tag);
  }

  private static String or(@Nullable String words) {
    return words == null ? "" : words;
  }
}
