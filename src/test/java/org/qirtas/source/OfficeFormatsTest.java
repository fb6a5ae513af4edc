package org.qirtas.source;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Rectangle;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qirtas.article.Article;
import org.qirtas.article.ArticleDate;
import org.qirtas.article.Attested;
import org.qirtas.article.Block;

/** Documents of office programs, each written by the test itself. */
class OfficeFormatsTest {
  private static final String FIRST = "فتحت المكتبة أبوابها صباح أمس، وعاد إليها قراؤها.";
  private static final String SECOND = "وقال أمينها إن الكتب كلها بخير.";

  @TempDir Path folder;

  private static String title(Article article) {
    return article.title().map(Attested::value).orElse("");
  }

  private static List<String> authors(Article article) {
    return article.authors().stream().map(Attested::value).toList();
  }

  /** A stream of a message's property, as MS-OXMSG 2.1 names it: 001F is text in UTF-16. */
  private static void property(DirectoryEntry at, String tag, byte[] value) throws IOException {
    at.createDocument("__substg1.0_" + tag, new ByteArrayInputStream(value));
  }

  private static void text(DirectoryEntry at, String tag, String value) throws IOException {
    property(at, tag + "001F", value.getBytes(StandardCharsets.UTF_16LE));
  }

  @Test
  void anOutlookMessageKeepsItsLocalDayAndItsAttachment() throws IOException {
    byte[] list = "قائمة".getBytes(StandardCharsets.UTF_8);
    var bytes = new ByteArrayOutputStream();
    try (var file = new POIFSFileSystem()) {
      DirectoryEntry root = file.getRoot();
      root.createDocument("__properties_version1.0", new ByteArrayInputStream(new byte[32]));
      text(root, "001A", "IPM.Note");
      text(root, "0037", "Re: المكتبة تعود");
      text(root, "0C1A", "ليلى حداد");
      text(root, "007D", "From: layla@example.org\r\nDate: Fri, 23 Oct 2020 00:44:00 +0300\r\n");
      text(root, "1000", FIRST + "\r\n\r\n" + SECOND);
      DirectoryEntry attached = root.createDirectory("__attach_version1.0_#00000000");
      attached.createDocument("__properties_version1.0", new ByteArrayInputStream(new byte[8]));
      text(attached, "3707", "قائمة الكتب.txt");
      property(attached, "37010102", list);
      file.writeFilesystem(bytes);
    }
    Reading reading = Sources.reading(folder, "message.msg", bytes.toByteArray());
    Article article = reading.article();
    assertEquals("المكتبة تعود", title(article));
    assertEquals(List.of("ليلى حداد"), authors(article));
    assertEquals("2020-10-23T00:44+03:00", article.date().map(ArticleDate::edtf).orElse(""));
    assertEquals(FIRST + "\n" + SECOND, Block.textOf(article.body()).replaceAll("\n+", "\n"));
    assertArrayEquals(list, reading.attachments().values().iterator().next());
  }

  @Test
  void slidesComeInTheirOrderWithTheirTables() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var show = new XMLSlideShow()) {
      var first = show.createSlide().createTextBox();
      first.setAnchor(new Rectangle(50, 50, 400, 100));
      first.setText(FIRST);
      var second = show.createSlide();
      var table = second.createTable(2, 2);
      table.setAnchor(new Rectangle(50, 200, 400, 100));
      String[] cells = {"السنة", "الكتب", "2020", "٣٠٠"};
      for (int i = 0; i < cells.length; i++) {
        table.getCell(i / 2, i % 2).setText(cells[i]);
      }
      show.getProperties().getCoreProperties().setTitle("تقرير المكتبة");
      show.getProperties().getCoreProperties().setCreator("ليلى حداد");
      show.write(bytes);
    }
    Article article = Sources.article(folder, "slides.pptx", bytes.toByteArray());
    assertEquals("تقرير المكتبة", title(article));
    assertEquals(List.of("ليلى حداد"), authors(article));
    String text = Block.textOf(article.body());
    assertTrue(text.contains(FIRST), text);
    assertTrue(text.indexOf(FIRST) < text.indexOf("السنة"), text);
    assertTrue(article.body().stream().anyMatch(block -> block instanceof Block.Table), text);
  }

  @Test
  void slidesOfTheOldFormAreReadToo() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var show = new HSLFSlideShow()) {
      for (String words : List.of(FIRST, SECOND)) {
        var box = show.createSlide().createTextBox();
        box.setAnchor(new Rectangle(50, 50, 400, 100));
        box.setText(words);
      }
      show.write(bytes);
    }
    String text = Sources.article(folder, "slides.ppt", bytes.toByteArray()).text();
    assertTrue(text.contains(FIRST), text);
    assertTrue(text.indexOf(FIRST) < text.indexOf(SECOND), text);
  }

  @Test
  void rtfIsReadByItsCodePagesAndItsEscapes() throws IOException {
    var escaped = new StringBuilder();
    SECOND.chars().forEach(c -> escaped.append("\\u").append(c).append('?'));
    String rtf =
        "{\\rtf1\\ansi\\ansicpg1256\\deff0{\\fonttbl{\\f0\\fcharset178 Arial;}}"
            + "{\\info{\\title Bulletin}{\\author Layla Haddad}{\\creatim\\yr2020\\mo10\\dy23\\hr9\\min5}}"
            + "\\f0\\rtlpar "
            + hex(FIRST)
            + "\\par "
            + escaped
            + "\\par}";
    Article article =
        Sources.article(folder, "bulletin.rtf", rtf.getBytes(StandardCharsets.US_ASCII));
    assertEquals("Bulletin", title(article));
    assertEquals(List.of("Layla Haddad"), authors(article));
    assertEquals(
        "2020-10-23", article.date().map(d -> d.from().toLocalDate().toString()).orElse(""));
    assertEquals(FIRST + "\n" + SECOND, Block.textOf(article.body()).replaceAll("\n+", "\n"));
  }

  private static String hex(String words) {
    var hex = new StringBuilder();
    for (byte b : words.getBytes(Charset.forName("windows-1256"))) {
      hex.append("\\'%02x".formatted(b & 0xFF));
    }
    return hex.toString();
  }

  @Test
  void anOpenDocumentKeepsEveryWordInOrder() throws IOException {
    String content =
        """
        <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
            xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
            xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" office:version="1.3">
          <office:body><office:text>
            <text:h text:outline-level="1">المكتبة تعود</text:h>
            <text:p>فتحت المكتبة<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>في حي الميناء.</text:p></text:note-body></text:note> أبوابها <text:span>صباح</text:span><text:s/>أمس.</text:p>
            <text:list><text:list-item><text:p>كتب</text:p><text:list><text:list-item><text:p>قديمة</text:p></text:list-item></text:list></text:list-item><text:list-item><text:p>صحف</text:p></text:list-item></text:list>
            <table:table><table:table-row><table:table-cell><text:p>السنة</text:p></table:table-cell><table:table-cell><text:p>العدد</text:p></table:table-cell></table:table-row>
            <table:table-row><table:table-cell><text:p>2020</text:p></table:table-cell><table:table-cell><text:p>٣٠٠</text:p></table:table-cell></table:table-row></table:table>
            <text:p>والختام.</text:p>
          </office:text></office:body></office:document-content>
        """;
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put("mimetype", Sources.utf8("application/vnd.oasis.opendocument.text"));
    parts.put("content.xml", Sources.utf8(content));
    parts.put(
        "meta.xml",
        Sources.utf8(
            """
            <office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
                xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/">
              <office:meta><dc:title>المكتبة تعود</dc:title><meta:initial-creator>ليلى حداد</meta:initial-creator>
              <meta:creation-date>2020-10-23T09:05:00</meta:creation-date></office:meta></office:document-meta>
            """));
    Article article = Sources.article(folder, "bulletin.odt", Sources.zip(parts));
    assertEquals("المكتبة تعود", title(article));
    assertEquals(List.of("ليلى حداد"), authors(article));
    assertEquals("2020-10-23T09:05", article.date().map(ArticleDate::edtf).orElse(""));
    String words = Block.textOf(article.body()).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    assertTrue(words.contains("فتحت المكتبة أبوابها صباح أمس"), words);
    assertTrue(words.contains("كتب قديمة صحف السنة العدد 2020 ٣٠٠ والختام"), words);
    assertTrue(
        article.body().stream()
            .anyMatch(block ->
                block instanceof Block.Footnote note
                    && Block.textOf(note.blocks()).equals("في حي الميناء.")),
        words);
  }
}
