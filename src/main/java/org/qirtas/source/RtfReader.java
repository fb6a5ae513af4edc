package org.qirtas.source;

import com.rtfparserkit.parser.RtfStreamSource;
import com.rtfparserkit.parser.standard.StandardRtfParser;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import org.qirtas.article.Block;

/**
 * Reads RTF. Tika's XHTML of it has neither headings nor tables nor notes nor pictures, and its
 * running heads stand before the title; a parser that knows the grammar leaves these to the reader.
 */
final class RtfReader {
  private RtfReader() {}

  static Matter read(TikaDoor door, Source source) throws IOException {
    var claims = new Claims();
    var shelf = new PictureShelf();
    try (InputStream in = new BufferedInputStream(Files.newInputStream(source.file()))) {
      List<Block> blocks = blocks(in, claims, shelf);
      return blocks.isEmpty()
          ? TikaReader.office(door, source)
          : new Matter(blocks, claims, List.of(), List.of(), shelf.pictures());
    }
  }

  static List<Block> blocks(InputStream in, Claims claims, PictureShelf shelf) throws IOException {
    var text = new RtfText(claims);
    try {
      new StandardRtfParser().parse(new RtfStreamSource(RtfCharset.named(in)), text);
    } catch (RuntimeException _) {
      // Of a file that ends too soon, or closes more than it opens, what came before is good.
      text.processDocumentEnd();
    }
    return text.text().blocks(image -> text.picture(image.attr("src")).flatMap(shelf::put));
  }
}
