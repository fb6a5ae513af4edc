package org.qirtas.source;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.dom.field.ContentDispositionField;
import org.apache.james.mime4j.dom.field.ContentTypeField;
import org.apache.james.mime4j.dom.field.ParsedField;
import org.apache.james.mime4j.field.LenientFieldParser;
import org.apache.james.mime4j.stream.Field;
import org.qirtas.source.letters.Blanks;

/** The files that are attached to a mail, each under the name that it was sent with. */
final class Attachments {
  private static final int MOST = 500;
  private static final long MOST_BYTES = 256L << 20;

  private final SortedMap<String, byte[]> kept = new TreeMap<>();
  private long bytes;

  /** Keeps a file; its bytes stay in the mail as well, so what is too much is lost nowhere. */
  void put(String name, String mediaType, byte[] content) {
    bytes += content.length;
    if (content.length == 0 || bytes > MOST_BYTES || kept.size() >= MOST) {
      return;
    }
    String bare = Folders.last(name.isBlank() ? unnamed(mediaType) : name.replace('\\', '/'));
    String free = bare;
    for (int number = 2; kept.containsKey(free); number++) {
      int dot = bare.lastIndexOf('.');
      free =
          dot > 0
              ? bare.substring(0, dot) + "-" + number + bare.substring(dot)
              : bare + "-" + number;
    }
    kept.put(free, content);
  }

  private static String unnamed(String mediaType) {
    return "attachment." + mediaType.replaceFirst("^.*/", "").replaceAll("[^a-z0-9]", "");
  }

  SortedMap<String, byte[]> kept() {
    return kept;
  }

  /** The file name that a part's head gives (RFC 2183, RFC 2231). */
  static Optional<String> fileName(Field field) {
    try {
      ParsedField parsed = LenientFieldParser.parse(field.toString(), DecodeMonitor.SILENT);
      String name =
          switch (parsed) {
            case ContentDispositionField disposition -> disposition.getFilename();
            case ContentTypeField type -> type.getParameter("name");
            default -> null;
          };
      return name == null || name.isBlank()
          ? Optional.empty()
          : Optional.of(
              Blanks.collapse(DecoderUtil.decodeEncodedWords(name, DecodeMonitor.SILENT)));
    } catch (org.apache.james.mime4j.MimeException unparsable) {
      return Optional.empty();
    }
  }
}
