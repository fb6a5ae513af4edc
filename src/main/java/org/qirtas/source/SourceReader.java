package org.qirtas.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import org.qirtas.Fault;
import org.qirtas.QirtasException;
import org.qirtas.article.Article;
import org.qirtas.article.Attested;
import org.qirtas.article.Block;
import org.qirtas.article.Evidence;
import org.qirtas.article.Language;

/** Stands in for the reader until it is there: plain text only. */
public final class SourceReader implements AutoCloseable {
  /** A reader. */
  public SourceReader() {}

  /**
   * {@return the file's identity}
   *
   * @param file the file
   */
  public Source identify(Path file) {
    try {
      if (!Files.exists(file)) {
        throw new QirtasException(Fault.INPUT, "source.missing", file);
      }
      if (Files.size(file) == 0) {
        throw new QirtasException(Fault.INPUT, "source.empty", file);
      }
      return new Source(
          String.valueOf(file.getFileName()),
          file,
          Digest.of(file),
          Files.size(file),
          "text/plain");
    } catch (IOException e) {
      throw new QirtasException(e, Fault.INPUT, "source.unreadable", file);
    }
  }

  /**
   * {@return what the source says}
   *
   * @param source the source
   */
  public Reading read(Source source) {
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(Files.readAllBytes(source.file())))
              .toString();
      String[] paragraphs = text.strip().split("\\n\\s*\\n", -1);
      var draft =
          Article.draft(Language.ARABIC)
              .title(Attested.asWritten(paragraphs[0], Evidence.Origin.HEADING));
      for (int i = 1; i < paragraphs.length; i++) {
        draft.block(Block.Paragraph.of(paragraphs[i]));
      }
      return new Reading(source, draft.finish(), new TreeMap<>());
    } catch (CharacterCodingException e) {
      throw new QirtasException(e, Fault.INPUT, "source.unreadable", source.file());
    } catch (IOException e) {
      throw new QirtasException(e, Fault.INPUT, "source.unreadable", source.file());
    }
  }

  @Override
  public void close() {}
}
