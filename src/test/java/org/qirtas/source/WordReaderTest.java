package org.qirtas.source;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qirtas.article.Article;
import org.qirtas.article.Block;
import org.qirtas.article.Direction;
import org.qirtas.article.Inline;
import org.qirtas.article.Language;

class WordReaderTest {
  static final String TYPES =
      """
      <?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
      <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
      <Default Extension="xml" ContentType="application/xml"/>
      <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>\
      """;
  static final String RELATIONS =
      """
      <?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
      <Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>\
      """;
  private static final String STYLES =
      """
      <w:styles xmlns:w="w"><w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>
      <w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 2"/><w:pPr><w:bidi/></w:pPr></w:style>
      <w:style w:type="paragraph" w:styleId="HB"><w:name w:val="House"/><w:basedOn w:val="H"/></w:style></w:styles>\
      """;
  private static final String NUMBERING =
      """
      <w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl>
      <w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num></w:numbering>\
      """;
  private static final String FOOTNOTES =
      """
      <w:footnotes xmlns:w="w"><w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>
      <w:footnote w:id="1"><w:p><w:r><w:t>حاشية أولى</w:t></w:r></w:p></w:footnote></w:footnotes>\
      """;
  private static final String LINKS =
      """
      <Relationships><Relationship Id="p1" Type="image" Target="media/one.png"/>
      <Relationship Id="l1" Type="hyperlink" Target="https://example.org/" TargetMode="External"/></Relationships>\
      """;
  private static final byte[] PICTURE = {(byte) 0x89, 'P', 'N', 'G', 1, 2, 3};

  @TempDir private Path folder;

  static byte[] document(String body) throws IOException {
    return document(body, "");
  }

  private static byte[] document(String body, String created) throws IOException {
    Map<String, byte[]> parts = new HashMap<>();
    parts.put("[Content_Types].xml", Sources.utf8(TYPES));
    parts.put("_rels/.rels", Sources.utf8(RELATIONS));
    parts.put("word/_rels/document.xml.rels", Sources.utf8(LINKS));
    parts.put("word/styles.xml", Sources.utf8(STYLES));
    parts.put("word/numbering.xml", Sources.utf8(NUMBERING));
    parts.put("word/footnotes.xml", Sources.utf8(FOOTNOTES));
    parts.put("word/media/one.png", PICTURE);
    if (!created.isEmpty()) {
      parts.put(
          "docProps/core.xml",
          Sources.utf8(
              "<cp:coreProperties xmlns:cp=\"c\" xmlns:dcterms=\"d\"><dcterms:created>"
                  + created
                  + "</dcterms:created></cp:coreProperties>"));
    }
    String document =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"w\" xmlns:r=\"r\" xmlns:a=\"a\"><w:body>"
            + body
            + "</w:body></w:document>";
    parts.put("word/document.xml", Sources.utf8(document));
    return Sources.zip(parts);
  }

  @Test
  void aDocumentIsOfTheDayThatItNamesElseOfTheDayThatItWasMade() throws IOException {
    String text = "<w:p><w:r><w:t>%s</w:t></w:r></w:p>";
    String words = text.formatted("فتحت المكتبة أبوابها صباح أمس بعد عامين من الترميم.");
    String head = text.formatted("عودة المكتبة") + text.formatted("23 أكتوبر 2020");
    String made = "2021-02-03T08:00:00Z";
    assertEquals("2020-10-23", day("named.docx", document(head + words, made)));
    assertEquals("2021-02-03T08:00Z", day("made.docx", document(words, made)));
    assertEquals("", day("built.docx", document(words, "1970-01-01T00:00:00Z")));
  }

  private String day(String name, byte[] file) throws IOException {
    return Sources.article(folder, name, file)
        .date()
        .map(org.qirtas.article.ArticleDate::edtf)
        .orElse("");
  }

  @Test
  void stylesGiveTitleAndHeadingsAlsoThroughTheirBase() throws IOException {
    Article article = read(styled("T", "عنوان المقال") + styled("HB", "باب") + text("نص الباب."));
    assertEquals("عنوان المقال", article.title().orElseThrow().value());
    var heading = assertInstanceOf(Block.Heading.class, article.body().getFirst());
    assertEquals("باب", heading.text());
    assertEquals(Optional.of(Direction.RIGHT_TO_LEFT), heading.flow().direction());
  }

  @Test
  void pointsBecomeOneListWithAnotherInsideIt() throws IOException {
    Article article =
        read(styled("T", "عنوان") + point(0, "أول") + point(1, "داخل") + point(0, "ثان"));
    var list = assertInstanceOf(Block.ItemList.class, article.body().getFirst());
    assertTrue(list.ordered());
    assertEquals(2, list.items().size());
    assertEquals(
        false, assertInstanceOf(Block.ItemList.class, list.items().getFirst().getLast()).ordered());
  }

  @Test
  void notesStandAtTheirPlaceAndAtTheEnd() throws IOException {
    Article article =
        read(
            styled("T", "عنوان")
                + "<w:p><w:r><w:t>نص</w:t></w:r><w:r><w:footnoteReference w:id=\"1\"/></w:r><w:r><w:t xml:space=\"preserve\"> وبقية.</w:t></w:r></w:p>");
    var paragraph = assertInstanceOf(Block.Paragraph.class, article.body().getFirst());
    assertEquals(
        List.of(
            new Inline.Text("نص"),
            new Inline.NoteReference("footnote-1"),
            new Inline.Text(" وبقية.")),
        paragraph.content());
    var note = assertInstanceOf(Block.Footnote.class, article.body().getLast());
    assertEquals("footnote-1", note.name());
    assertEquals("حاشية أولى", note.text());
  }

  @Test
  void languageDirectionLinksAndWeightAreKept() throws IOException {
    Article article =
        read(
            styled("T", "عنوان")
                + "<w:p><w:pPr><w:bidi/></w:pPr><w:r><w:t>قال </w:t></w:r><w:r><w:rPr><w:rtl/><w:lang w:val=\"en-US\" w:bidi=\"fa-IR\"/></w:rPr><w:t>سلام</w:t></w:r>"
                + "<w:hyperlink r:id=\"l1\"><w:r><w:rPr><w:b/></w:rPr><w:t>Example</w:t></w:r></w:hyperlink></w:p>");
    var paragraph = assertInstanceOf(Block.Paragraph.class, article.body().getFirst());
    assertEquals(Optional.of(Direction.RIGHT_TO_LEFT), paragraph.flow().direction());
    var span = assertInstanceOf(Inline.Span.class, paragraph.content().get(1));
    assertEquals(Optional.of(new Language("fa-IR")), span.flow().language());
    var link = assertInstanceOf(Inline.Link.class, paragraph.content().get(2));
    assertEquals("https://example.org/", link.target());
    assertInstanceOf(Inline.Emphasis.class, link.content().getFirst());
  }

  @Test
  void tablesKeepTheirSpansAndDirection() throws IOException {
    String cell = "<w:tc><w:tcPr>%s</w:tcPr>%s</w:tc>";
    Article article =
        read(
            styled("T", "عنوان")
                + "<w:tbl><w:tblPr><w:bidiVisual/></w:tblPr><w:tr><w:trPr><w:tblHeader/></w:trPr>"
                + cell.formatted("<w:vMerge w:val=\"restart\"/>", text("السنة"))
                + cell.formatted("<w:gridSpan w:val=\"2\"/>", text("العدد"))
                + "</w:tr><w:tr>"
                + cell.formatted("<w:vMerge/>", text(""))
                + cell.formatted("", text("١"))
                + cell.formatted("", text("٢"))
                + "</w:tr></w:tbl>");
    var table = assertInstanceOf(Block.Table.class, article.body().getFirst());
    assertEquals(Optional.of(Direction.RIGHT_TO_LEFT), table.flow().direction());
    Block.Cell year = table.rows().getFirst().cells().getFirst();
    assertTrue(year.header());
    assertEquals(2, year.rows());
    assertEquals(2, table.rows().getFirst().cells().getLast().columns());
    assertEquals(2, table.rows().getLast().cells().size());
  }

  @Test
  void picturesComeAlongUnderSafeNames() throws IOException {
    byte[] document =
        document(
            styled("T", "عنوان")
                + "<w:p><w:r><w:drawing><a:blip r:embed=\"p1\"/></w:drawing></w:r></w:p>"
                + text("نص."));
    Reading reading = Sources.reading(folder, "picture.docx", document);
    assertEquals(
        "picture-1.png",
        assertInstanceOf(Block.Figure.class, reading.article().body().getFirst()).picture());
    assertArrayEquals(PICTURE, reading.pictures().get("picture-1.png"));
  }

  @Test
  void cellsInAFormsFieldAndBoxesOfOlderWordsAreText() throws IOException {
    Article article =
        read(
            styled("T", "عنوان")
                + "<w:tbl><w:tr><w:tc>"
                + text("أول")
                + "</w:tc><w:sdt><w:sdtContent><w:tc>"
                + text("ثان")
                + "</w:tc></w:sdtContent></w:sdt></w:tr></w:tbl>"
                + "<w:p><w:r><w:t>قبل.</w:t></w:r><w:r><w:pict><v:textbox><w:txbxContent>"
                + text("في الصندوق.")
                + "</w:txbxContent></v:textbox></w:pict></w:r></w:p>"
                + "<w:p><w:r><w:ruby><w:rt><w:r><w:t>كيف</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>كلمة</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>");
    assertEquals("أول\tثان\n\nقبل.\n\nفي الصندوق.\n\nكلمة", article.text());
  }

  @Test
  void boxesThatAreWrittenTwiceForOlderProgramsAreReadOnce() throws IOException {
    String box = "<w:txbxContent>" + text("في الصندوق.") + "</w:txbxContent>";
    Article article =
        read(
            styled("T", "عنوان")
                + "<w:p><w:r><mc:AlternateContent xmlns:mc=\"mc\"><mc:Choice><w:drawing>"
                + box
                + "</w:drawing></mc:Choice><mc:Fallback><w:pict>"
                + box
                + "</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>");
    assertEquals("في الصندوق.", article.text());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a.html | <html><body><p>نص <b>الجزء</b>.</p></body></html>
          a.mht  | MIME-Version: 1.0%nContent-Type: text/html; charset=utf-8%n%n<p>نص الجزء.</p>
          a.txt  | نص الجزء.
          a.rtf  | {\\rtf1\\ansi \\u1606?\\u1589? \\u1575?\\u1604?\\u1580?\\u1586?\\u1569?.\\par}
          """)
  void aDocumentThatLiesInAnotherIsReadAtItsPlace(String name, String chunk) throws IOException {
    Map<String, byte[]> parts = new HashMap<>();
    parts.put("[Content_Types].xml", Sources.utf8(TYPES));
    parts.put("_rels/.rels", Sources.utf8(RELATIONS));
    parts.put(
        "word/_rels/document.xml.rels",
        Sources.utf8(
            "<Relationships><Relationship Id=\"c\" Type=\"aFChunk\" Target=\"/word/"
                + name
                + "\"/></Relationships>"));
    parts.put("word/" + name, Sources.utf8(chunk.replace("%n", "\r\n")));
    parts.put(
        "word/document.xml",
        Sources.utf8(
            "<w:document xmlns:w=\"w\" xmlns:r=\"r\"><w:body>"
                + text("قبله كلام طويل ينتهي بنقطة.")
                + "<w:altChunk r:id=\"c\"/>"
                + text("وبعده.")
                + "</w:body></w:document>"));
    Article article = Sources.article(folder, "a.docx", Sources.zip(parts));
    assertEquals("قبله كلام طويل ينتهي بنقطة.\n\nنص الجزء.\n\nوبعده.", article.text());
  }

  private Article read(String body) throws IOException {
    return Sources.article(folder, "a.docx", document(body));
  }

  private static String styled(String style, String words) {
    return "<w:p><w:pPr><w:pStyle w:val=\"%s\"/></w:pPr><w:r><w:t>%s</w:t></w:r></w:p>"
        .formatted(style, words);
  }

  private static String point(int level, String words) {
    return "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"%d\"/><w:numId w:val=\"5\"/></w:numPr></w:pPr><w:r><w:t>%s</w:t></w:r></w:p>"
        .formatted(level, words);
  }

  private static String text(String words) {
    return "<w:p><w:r><w:t>%s</w:t></w:r></w:p>".formatted(words);
  }
}
