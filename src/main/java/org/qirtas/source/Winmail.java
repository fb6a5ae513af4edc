package org.qirtas.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.poi.hmef.Attachment;
import org.apache.poi.hmef.HMEFMessage;
import org.jspecify.annotations.Nullable;
import org.qirtas.article.Block;

/**
 * The parcel that Outlook sends instead of parts, {@code winmail.dat} (MS-OXTNEF): the text as RTF
 * and the attachments.
 */
final class Winmail {
  private Winmail() {}

  /** Whether a part is one, by its type or its name. */
  static boolean is(String mediaType, String name) {
    return mediaType.endsWith("/ms-tnef")
        || mediaType.endsWith("/vnd.ms-tnef")
        || name.equalsIgnoreCase("winmail.dat");
  }

  /**
   * Unpacks it.
   *
   * @param attachments where its files go; the parcel itself where it cannot be opened
   * @return its text, which the mail may say as well
   */
  static List<Block> unpack(byte[] parcel, PictureShelf shelf, Attachments attachments) {
    try {
      var message = new HMEFMessage(new ByteArrayInputStream(parcel));
      for (Attachment attachment : message.getAttachments()) {
        put(attachment, attachments);
      }
      @Nullable String rtf = message.getBody();
      return rtf == null
          ? List.of()
          : RtfReader.blocks(
              new ByteArrayInputStream(rtf.getBytes(StandardCharsets.ISO_8859_1)),
              new Claims(),
              shelf);
    } catch (IOException | RuntimeException damaged) {
      attachments.put("winmail.dat", "application/ms-tnef", parcel);
      return List.of();
    }
  }

  private static void put(Attachment attachment, Attachments attachments) {
    @Nullable String longName = attachment.getLongFilename();
    @Nullable String name = longName == null ? attachment.getFilename() : longName;
    byte @Nullable [] content = attachment.getContents();
    if (content != null) {
      attachments.put(name == null ? "" : name, "application/octet-stream", content);
    }
  }
}
