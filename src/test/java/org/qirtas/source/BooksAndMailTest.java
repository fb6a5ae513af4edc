package org.qirtas.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qirtas.article.Article;
import org.qirtas.article.Attested;
import org.qirtas.article.Block;
import org.qirtas.article.Evidence.Origin;
import org.qirtas.source.letters.PresentationForms;

class BooksAndMailTest {
  @TempDir private Path folder;

  @Test
  void aBookIsReadInTheOrderOfItsSpine() throws IOException {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put("mimetype", Sources.utf8("application/epub+zip"));
    parts.put(
        "META-INF/container.xml",
        Sources.utf8(
            "<container><rootfiles><rootfile full-path=\"OPS/book.opf\"/></rootfiles></container>"));
    parts.put(
        "OPS/book.opf",
        Sources.utf8(
            """
            <?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
            <dc:title>حكايات النهر</dc:title><dc:creator>سعاد مراد</dc:creator><dc:date>٢٠١٨-٠٤-٠٩</dc:date><dc:language>ar</dc:language>
            <dc:publisher>دار الضفة</dc:publisher></metadata><manifest><item id="b" href="b.xhtml"/><item id="a" href="text/a%20one.xhtml"/>
            <item id="n" href="nav.xhtml" properties="nav"/></manifest><spine><itemref idref="n"/><itemref idref="a"/><itemref idref="b"/></spine></package>\
            """));
    parts.put(
        "OPS/text/a one.xhtml",
        Sources.utf8(
            "<html dir=\"rtl\" xmlns:epub=\"e\"><body><h1>الفصل الأول</h1><p>كان النهر<a epub:type=\"noteref\" href=\"#n1\">١</a> هادئا.</p><aside epub:type=\"footnote\" id=\"n1\"><p>نهر صغير.</p></aside></body></html>"));
    parts.put(
        "OPS/b.xhtml",
        Sources.utf8("<html><body><h1>الفصل الثاني</h1><p>ثم فاض.</p></body></html>"));
    parts.put("OPS/nav.xhtml", Sources.utf8("<html><body><p>الفهرس</p></body></html>"));
    Article article = Sources.article(folder, "book.epub", Sources.zip(parts));
    assertEquals("حكايات النهر", article.title().orElseThrow().value());
    assertEquals("2018-04-09", article.date().orElseThrow().edtf());
    assertEquals(Origin.PACKAGE_RECORD, article.date().orElseThrow().evidence().origin());
    assertEquals("دار الضفة", article.publisher().orElseThrow());
    assertEquals(
        "الفصل الأول\n\nكان النهر هادئا.\n\nنهر صغير.\n\nالفصل الثاني\n\nثم فاض.", article.text());
    assertInstanceOf(Block.Footnote.class, article.body().get(2));
  }

  @Test
  void aMailKeepsItsLocalDayAndItsOwnCharset() throws IOException {
    String subject = encodedWord("افتتاح المكتبة العامة");
    String html = "<html><body><p>فتحت المكتبة أبوابها.</p></body></html>";
    byte[] body = Base64.getMimeEncoder().encode(html.getBytes(Charset.forName("windows-1256")));
    String mail =
        """
        From: %s <layla@example.org>
        To: desk@example.org
        Date: Mon, 3 May 2021 00:10:00 +0300 (AST)
        Subject: %s
        MIME-Version: 1.0
        Content-Type: multipart/alternative; boundary="b"

        --b
        Content-Type: text/plain; charset=utf-8

        plain
        --b
        Content-Type: text/html; charset=windows-1256
        Content-Transfer-Encoding: base64

        %s
        --b--
        """
            .formatted(
                encodedWord("ليلى حداد"), subject, new String(body, StandardCharsets.US_ASCII));
    Article article = Sources.article(folder, "mail.eml", mail.replace("\n", "\r\n"));
    assertEquals("افتتاح المكتبة العامة", article.title().orElseThrow().value());
    assertEquals(List.of("ليلى حداد"), article.authors().stream().map(Attested::value).toList());
    assertEquals("2021-05-03T00:10+03:00", article.date().orElseThrow().edtf());
    assertEquals("فتحت المكتبة أبوابها.", article.text());
  }

  private static String encodedWord(String words) {
    return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(Sources.utf8(words)) + "?=";
  }

  @Test
  void aPdfsLinesBecomeParagraphsAgain() throws IOException {
    var lines =
        List.of(
            "The library opens again",
            "The public library opened its doors on Monday morning, after two",
            "years of careful restoration. Its librarian said that every read-",
            "er may enter without paying.",
            "The hall holds ten thousand books, and the reading room holds",
            "four hundred chairs.");
    Article article = Sources.article(folder, "a.pdf", pdf(lines));
    assertEquals("The library opens again", article.title().orElseThrow().value());
    assertEquals(2, article.body().size());
    assertTrue(article.body().getFirst().text().endsWith("every reader may enter without paying."));
    assertTrue(article.date().isEmpty());
  }

  private static byte[] pdf(List<String> lines) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var document = new PDDocument()) {
      var page = new PDPage();
      document.addPage(page);
      try (var content = new PDPageContentStream(document, page)) {
        content.beginText();
        content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 11);
        content.setLeading(14);
        content.newLineAtOffset(60, 700);
        for (String line : lines) {
          content.showText(line);
          content.newLine();
        }
        content.endText();
      }
      document.save(bytes);
    }
    return bytes.toByteArray();
  }

  @ParameterizedTest
  @CsvSource({"ﺍﻟﻤﻜﺘﺒﺔ,المكتبة", "ﻻ,لا", "المـــكتبة,المكتبة", "١٤٤٢ هـ,١٤٤٢ هـ", "ﷺ,ﷺ", "ﬁn,fin"})
  void lettersOfAPdfAreThoseThatWereWritten(String drawn, String written) {
    assertEquals(written, PresentationForms.written(drawn));
  }
}
