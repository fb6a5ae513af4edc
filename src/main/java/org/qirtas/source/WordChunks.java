package org.qirtas.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.qirtas.QirtasException;
import org.qirtas.TemporaryFolder;
import org.qirtas.article.Block;
import org.qirtas.source.letters.Decoder;

/**
 * Other documents that lie whole in a Word document, to be put in where they are named (ECMA-376
 * part 1, 17.17.2.1): programs that write Word from HTML leave all of their text there.
 */
final class WordChunks {
  private static final int DEEPEST = 3;

  private final WordParts parts;
  private final PictureShelf shelf;
  private final int depth;

  WordChunks(WordParts parts, PictureShelf shelf, int depth) {
    this.parts = parts;
    this.shelf = shelf;
    this.depth = depth;
  }

  /** What the chunk says that a relation leads to; nothing where it cannot be read. */
  List<Block> of(String relation) {
    try {
      Optional<byte[]> chunk = parts.bytes(relation);
      return chunk.isEmpty() ? List.of() : blocks(chunk.get());
    } catch (QirtasException _) {
      // The document around it is good.
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Block> blocks(byte[] chunk) throws IOException {
    String start = new String(chunk, 0, Math.min(2000, chunk.length), StandardCharsets.ISO_8859_1);
    if (start.startsWith("PK")) {
      return document(chunk);
    }
    if (start.startsWith("{\\rtf")) {
      return RtfReader.blocks(new ByteArrayInputStream(chunk), new Claims(), shelf);
    }
    String text = Decoder.decode(chunk, HtmlReader.label(chunk)).text();
    if (start.matches(
        "(?is)^(?:\\s*[\\w\\-]+:[^\\n]*\\n(?:[ \\t][^\\n]*\\n)*)*?\\s*Content-Type:.*")) {
      return MailReader.inside(chunk, shelf);
    }
    return text.stripLeading().startsWith("<") || text.startsWith("\uFEFF<")
        ? HtmlBlocks.of(Jsoup.parse(text).body(), HtmlBlocks.pictures(shelf))
        : TextReader.read(text).blocks();
  }

  private List<Block> document(byte[] chunk) throws IOException {
    if (depth >= DEEPEST) {
      return List.of();
    }
    Path folder = TemporaryFolder.make("chunk");
    try {
      Path file = Files.write(folder.resolve("chunk.docx"), chunk);
      return WordReader.blocks(file, file.getFileName().toString(), new Claims(), shelf, depth + 1);
    } finally {
      TemporaryFolder.delete(folder);
    }
  }
}
