package org.qirtas.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qirtas.article.Article;
import org.qirtas.article.Block;

/** Mails as programs of all kinds wrote them. */
class MailTest {
  private static final Charset ARABIC = Charset.forName("windows-1256");
  private static final String BODY =
      "عبر أهل القرية صباح اليوم جسر الوادي للمرة الأولى منذ أن جرفته السيول قبل عشرين عاما.";
  private static final String DATE = "Date: Tue, 12 Mar 2019 23:30:00 +0200\r\n";

  @TempDir private Path folder;

  @Test
  void aHeadOfBareLettersIsReadInTheCharsetThatItIsWrittenIn() throws IOException {
    String mail =
        "From: ليلى حداد <l@example.org>\r\nSubject: جسر الوادي\r\n" + DATE + "\r\n" + BODY;
    for (Charset charset : List.of(ARABIC, StandardCharsets.UTF_8)) {
      Article article = Sources.article(folder, "bare.eml", mail.getBytes(charset));
      assertEquals("جسر الوادي", article.title().orElseThrow().value());
      assertEquals("ليلى حداد", article.authors().getFirst().value());
    }
  }

  @Test
  void aSignatureIsKeptAndIsNoText() throws IOException {
    Article article =
        read("Subject: x\r\n" + DATE, BODY + "\r\n\r\n-- \r\nليلى حداد\r\nصحيفة الوادي\r\n");
    assertEquals(List.of(BODY), texts(article.body()));
    assertEquals(List.of("ليلى حداد", "صحيفة الوادي"), article.furniture());
  }

  @Test
  void whatSaysWhoseWordsFollowBelongsToThem() throws IOException {
    Article article =
        read(
            "Subject: x\r\n" + DATE,
            BODY
                + "\r\n\r\nOn Mon, 11 Mar 2019 at 09:00, Omar <o@example.org> wrote:\r\n> متى؟\r\n");
    var quotation = assertInstanceOf(Block.Quotation.class, article.body().getLast());
    assertEquals(
        List.of("On Mon, 11 Mar 2019 at 09:00, Omar <o@example.org> wrote:", "متى؟"),
        texts(quotation.blocks()));
    assertEquals("2019-03-12T23:30+02:00", article.date().orElseThrow().edtf());
  }

  @Test
  void aMailWithinAMailIsQuotedBelowIts() throws IOException {
    String inner =
        """
        From: Omar <o@example.org>
        Subject: inner
        Date: Sun, 10 Mar 2019 08:00:00 +0200
        Content-Type: text/plain; charset=utf-8

        نص الرسالة الداخلية
        """;
    Article article =
        Sources.article(folder, "outer.eml", mixed(part("text/plain", BODY), mail(inner)));
    assertEquals(2, article.body().size());
    var quotation = assertInstanceOf(Block.Quotation.class, article.body().getLast());
    assertEquals(
        List.of("inner – Omar – Sun, 10 Mar 2019 08:00:00 +0200", "نص الرسالة الداخلية"),
        texts(quotation.blocks()));
    assertEquals("Layla", article.authors().getFirst().value());
  }

  @Test
  void aMailThatOnlyHandsAnotherOnIsThatOne() throws IOException {
    String inner = "Subject: inner\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + BODY;
    Article article = Sources.article(folder, "handed.eml", mixed(mail(inner)));
    assertEquals(List.of(BODY), texts(article.body()));
  }

  @Test
  void answersAreCalledByTheirSubjectInEveryLanguage() throws IOException {
    for (String prefix : List.of("Re: ", "رد: ", "AW: ", "FW: Re: ", "إعادة توجيه: ")) {
      Article article = read("Subject: " + prefix + "جسر الوادي\r\n" + DATE, BODY);
      assertEquals("جسر الوادي", article.title().orElseThrow().value());
    }
  }

  @Test
  void outlooksParcelIsUnpacked() throws IOException {
    String parcel = Base64.getMimeEncoder().encodeToString(parcel("note.txt", BODY));
    byte[] mail =
        mixed(
            part("text/plain", BODY),
            "Content-Type: application/ms-tnef; name=winmail.dat\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + parcel
                + "\r\n");
    Reading reading = Sources.reading(folder, "winmail.eml", mail);
    assertEquals(Set.of("note.txt"), reading.attachments().keySet());
    assertEquals(List.of(BODY), texts(reading.article().body()));
  }

  @Test
  void aDamagedParcelIsKeptAsItCame() throws IOException {
    byte[] mail =
        mixed(
            part("text/plain", BODY),
            "Content-Type: application/ms-tnef; name=winmail.dat\r\n\r\nnothing of the kind\r\n");
    assertTrue(
        Sources.reading(folder, "damaged.eml", mail).attachments().containsKey("winmail.dat"));
  }

  private Article read(String head, String body) throws IOException {
    return Sources.article(
        folder,
        "mail.eml",
        "From: l@example.org\r\n"
            + head
            + "Content-Type: text/plain; charset=utf-8\r\n\r\n"
            + body);
  }

  private static List<String> texts(List<Block> blocks) {
    return blocks.stream().map(Block::text).map(String::strip).toList();
  }

  private static String part(String type, String text) {
    return "Content-Type: " + type + "; charset=utf-8\r\n\r\n" + text + "\r\n";
  }

  private static String mail(String inner) {
    return "Content-Type: message/rfc822\r\n\r\n" + inner;
  }

  private static byte[] mixed(String... parts) {
    var mail = new StringBuilder("From: Layla <l@example.org>\r\nSubject: outer\r\n").append(DATE);
    mail.append("MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=M\r\n\r\n");
    for (String part : parts) {
      mail.append("--M\r\n").append(part);
    }
    return Sources.utf8(mail.append("\r\n--M--\r\n").toString());
  }

  /** A parcel with one file in it (MS-OXTNEF 2.1.3). */
  private static byte[] parcel(String name, String text) {
    var out = new ByteArrayOutputStream();
    out.writeBytes(little(6).putInt(0x223E9F78).putShort((short) 1).array());
    attribute(out, 2, 0x00069002, new byte[14]);
    attribute(out, 2, 0x00018010, (name + "\0").getBytes(StandardCharsets.US_ASCII));
    attribute(out, 2, 0x0006800F, text.getBytes(StandardCharsets.UTF_8));
    return out.toByteArray();
  }

  private static void attribute(ByteArrayOutputStream out, int level, int id, byte[] data) {
    int sum = 0;
    for (byte b : data) {
      sum += b & 0xFF;
    }
    out.writeBytes(little(9).put((byte) level).putInt(id).putInt(data.length).array());
    out.writeBytes(data);
    out.writeBytes(little(2).putShort((short) sum).array());
  }

  private static ByteBuffer little(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }
}
