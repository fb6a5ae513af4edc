package org.qirtas.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.hsmf.MAPIMessage;
import org.apache.poi.hsmf.datatypes.AttachmentChunks;
import org.apache.poi.hsmf.exceptions.ChunkNotFoundException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.qirtas.article.Block;
import org.qirtas.article.Evidence.Origin;
import org.qirtas.source.letters.Blanks;

/**
 * Reads Outlook's own form of a mail (MS-OXMSG). POI is asked directly: through Tika the day that
 * the mail's head names comes out shifted to UTC.
 */
final class MsgReader {
  private static final Pattern DATE = Pattern.compile("(?im)^Date:\\s*(.+(?:\\R[ \\t].+)*)");

  private final MAPIMessage message;
  private final Claims claims = new Claims();
  private final PictureShelf shelf = new PictureShelf();
  private final TreeMap<String, String> pictures = new TreeMap<>();
  private final List<String> furniture = new ArrayList<>();
  private final Attachments attachments = new Attachments();

  private MsgReader(MAPIMessage message) {
    this.message = message;
    message.setReturnNullOnMissingChunk(true);
  }

  static Matter read(Source source) throws IOException {
    try (var message = new MAPIMessage(source.file().toFile())) {
      return new MsgReader(message).matter();
    } catch (ChunkNotFoundException e) {
      throw Refusal.CORRUPT.of(source.name(), e);
    }
  }

  private Matter matter() throws ChunkNotFoundException {
    if (message.has7BitEncodingStrings()) {
      message.guess7BitEncoding();
    }
    head();
    for (AttachmentChunks attachment : message.getAttachmentFiles()) {
      attach(attachment);
    }
    List<Block> blocks = blocks();
    return new Matter(blocks, claims, List.of(), furniture, shelf.pictures(), attachments.kept());
  }

  private void head() throws ChunkNotFoundException {
    claims.title(Origin.MAIL_HEADER, MailText.subject(or(message.getSubject())));
    claims.author(
        Origin.MAIL_HEADER, or(message.getDisplayFrom()).replaceFirst("\\s*<[^>]*>\\s*$", ""));
    String @Nullable [] headers = message.getHeaders();
    Matcher date = DATE.matcher(headers == null ? "" : String.join("\n", headers));
    if (date.find()) {
      claims.date(
          Origin.MAIL_HEADER,
          Blanks.collapse(date.group(1)).replaceFirst("\\s*\\([^)]*\\)\\s*$", ""));
    } else if (message.getMessageDate() != null) {
      // Without the head that it travelled with, the mail knows a moment and no place: the day is
      // UTC's, and says so.
      claims.date(Origin.MAIL_HEADER, message.getMessageDate().toInstant().toString());
    }
  }

  private void attach(AttachmentChunks attachment) {
    byte @Nullable [] content = attachment.getEmbeddedAttachmentObject();
    if (content == null) {
      return;
    }
    String id =
        attachment.getAttachContentId() == null ? "" : attachment.getAttachContentId().toString();
    Optional<String> picture = id.isEmpty() ? Optional.empty() : shelf.put(content);
    if (picture.isPresent()) {
      pictures.put(id.replaceAll("[<>]", ""), picture.get());
      return;
    }
    String name =
        attachment.getAttachLongFileName() != null
            ? attachment.getAttachLongFileName().toString()
            : attachment.getAttachFileName() == null
                ? ""
                : attachment.getAttachFileName().toString();
    attachments.put(name, "application/octet-stream", content);
  }

  private List<Block> blocks() throws ChunkNotFoundException {
    @Nullable String html = message.getHtmlBody();
    if (html != null && !Blanks.blank(Jsoup.parse(html).text())) {
      Document page = Jsoup.parse(html);
      return HtmlBlocks.of(
          page.body(),
          image ->
              image.attr("src").startsWith("cid:")
                  ? Optional.ofNullable(pictures.get(image.attr("src").substring(4)))
                  : HtmlBlocks.pictures(shelf).apply(image));
    }
    String text = or(message.getTextBody());
    furniture.addAll(MailText.signatures(text));
    return MailText.blocks(MailText.unsigned(text));
  }

  private static String or(@Nullable String words) {
    return words == null ? "" : words;
  }
}
