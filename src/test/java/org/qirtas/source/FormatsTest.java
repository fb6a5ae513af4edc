package org.qirtas.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qirtas.article.Article;
import org.qirtas.article.Attested;
import org.qirtas.article.Block;
import org.qirtas.article.Evidence.Origin;

/** Formats that are a text with a record, each in a small file of our own. */
class FormatsTest {
  private static final byte[] DOT =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

  @TempDir private Path folder;

  private static List<String> authors(Article article) {
    return article.authors().stream().map(Attested::value).toList();
  }

  @Test
  void frontMatterSaysWhatMarkdownIsAbout() throws IOException {
    String text =
        """
        ---
        title: "*مطبوعات : تاريخ النهر*. مجلة الضفة 1(7)"
        author: [سعاد مراد, باسل الحداد]
        date: 1906-08-21
        tags: [نقد, كتب]
        bibliography: x.bib
        ---

        # تاريخ النهر

        قال **المؤلف** في [مقدمته](https://example.org/a): كان النهر هادئا[^1] زمنا.

        يطعم الشهد في الجفان ويسقي   لبن البخت في قصاع الخلنج

        | غرام | سنتيم
        -|-|-
        خبز | ٥٢٠ | ١٨
        قهوة | ٨

        - أول
        - ثان

        [^1]: نهر صغير.
        """;
    Article article = Sources.article(folder, "a.md", text);
    assertEquals("مطبوعات : تاريخ النهر. مجلة الضفة 1(7)", article.title().orElseThrow().value());
    assertEquals(Origin.TEXT_RECORD, article.title().orElseThrow().evidence().origin());
    assertEquals(List.of("سعاد مراد", "باسل الحداد"), authors(article));
    assertEquals("1906-08-21", article.date().orElseThrow().edtf());
    assertEquals(List.of("نقد", "كتب"), article.tags());
    Block.Verse verse =
        article.body().stream()
            .filter(Block.Verse.class::isInstance)
            .map(Block.Verse.class::cast)
            .findFirst()
            .orElseThrow();
    assertEquals("يطعم الشهد في الجفان ويسقي\tلبن البخت في قصاع الخلنج", verse.text());
    Block.Table table =
        article.body().stream()
            .filter(Block.Table.class::isInstance)
            .map(Block.Table.class::cast)
            .findFirst()
            .orElseThrow();
    assertEquals("\tغرام\tسنتيم\nخبز\t٥٢٠\t١٨\nقهوة\t٨\t", table.text());
    assertInstanceOf(Block.Footnote.class, article.body().getLast());
    assertEquals("نهر صغير.", article.body().getLast().text());
    assertTrue(article.text().contains("قال المؤلف في مقدمته: كان النهر هادئا زمنا."));
  }

  @Test
  void frontMatterThatIsNotGoodYamlIsReadByItsLines() throws IOException {
    String text = "---\ntitle: نهر: سيرة\nauthor: ليلى حداد\ndate: ٢٠١٩-٠٣-٠٤\n---\n\nنص قصير.\n";
    Article article = Sources.article(folder, "a.md", text);
    assertEquals("نهر: سيرة", article.title().orElseThrow().value());
    assertEquals("2019-03-04", article.date().orElseThrow().edtf());
    assertEquals("نص قصير.", article.text());
  }

  private static final String RSS =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel><title>صحيفة الضفة</title><link>https://example.org/</link><language>ar</language><lastBuildDate>%s</lastBuildDate>
      <item><title>عودة المكتبة</title><link>https://example.org/1</link><dc:creator>ليلى حداد</dc:creator>
      <pubDate>Mon, 03 May 2021 00:10:00 +0300</pubDate><category>ثقافة</category><description>مختصر.</description>
      <content:encoded><![CDATA[<p>فتحت المكتبة <b>أبوابها</b>. <item> ليس عنصرا.</p>]]></content:encoded></item>
      <item><title>جسر &amp; نهر</title><link>https://example.org/2</link><pubDate>Tue, 04 May 2021 10:00:00 +0300</pubDate>
      <description>&lt;p&gt;افتتح الجسر.&lt;/p&gt;</description></item>
      </channel></rss>
      """;

  @Test
  void everyEntryOfAFeedIsAnArticle() throws IOException {
    List<Seen> parts = Seen.all(folder, "feed.xml", Sources.utf8(RSS.formatted("x")));
    assertEquals(List.of("entry 1", "entry 2"), parts.stream().map(Seen::place).toList());
    Article first = parts.getFirst().article().orElseThrow();
    assertEquals("عودة المكتبة", first.title().orElseThrow().value());
    assertEquals(List.of("ليلى حداد"), authors(first));
    assertEquals("2021-05-03T00:10+03:00", first.date().orElseThrow().edtf());
    assertEquals("صحيفة الضفة", first.publisher().orElseThrow());
    assertEquals("https://example.org/1", first.address().orElseThrow());
    assertEquals(List.of("ثقافة"), first.tags());
    assertTrue(first.text().startsWith("فتحت المكتبة أبوابها."), first.text());
    Article second = parts.get(1).article().orElseThrow();
    assertEquals("جسر & نهر", second.title().orElseThrow().value());
    assertEquals("افتتح الجسر.", second.text());
  }

  @Test
  void anEntryThatComesAgainIsTheSameBytesAgain() throws IOException {
    List<Seen> one = Seen.all(folder, "feed.xml", Sources.utf8(RSS.formatted("x")));
    List<Seen> two = Seen.all(folder, "feed.xml", Sources.utf8(RSS.formatted("a day later")));
    assertEquals(one.get(1).bytes(), two.get(1).bytes());
  }

  @Test
  void anAtomEntryIsReadInWhateverFormItsTextIs() throws IOException {
    String atom =
        """
        <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ar"><title>الضفة</title>
        <entry><title type="html">&lt;b&gt;خبر&lt;/b&gt; أول</title><link rel="alternate" href="https://example.org/1"/><author><name>سعاد</name></author>
        <published>2020-03-04T23:30:00+03:00</published><updated>2022-01-01T00:00:00Z</updated>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>نص أول.</p></div></content></entry>
        <entry><title>خبر ثان</title><updated>2020-03-05T10:00:00Z</updated><content type="text">سطر.
        سطر آخر.</content></entry></feed>
        """;
    List<Seen> parts = Seen.all(folder, "atom.xml", Sources.utf8(atom));
    Article first = parts.getFirst().article().orElseThrow();
    assertEquals("خبر أول", first.title().orElseThrow().value());
    assertEquals("2020-03-04T23:30+03:00", first.date().orElseThrow().edtf());
    assertEquals("نص أول.", first.text());
    assertEquals("سطر.\n\nسطر آخر.", parts.get(1).article().orElseThrow().text());
  }

  @Test
  void aFeedInAnOldCharsetIsCutWhereItsElementsAre() throws IOException {
    String rss = RSS.formatted("x").replace("UTF-8", "windows-1256");
    List<Seen> parts = Seen.all(folder, "feed.xml", rss.getBytes(Charset.forName("windows-1256")));
    assertEquals("عودة المكتبة", parts.getFirst().title());
  }

  private static final String TREC =
      "<DOC>\n<DOCNO>ZZ-1-20170126</DOCNO>\n<URL>https://example.org/?a=1&b=2</URL>\n<SRC>إذاعة الضفة</SRC>\n<CAT>ثقافة</CAT>\n<TITLE>أخبار & <صور></TITLE>\n<TIME>2017-01-26T08:31:00+01:00</TIME>\n<AUTHOR></AUTHOR>\n<ABSTRACT>\nفتحت المكتبة.\n</ABSTRACT>\n<TEXT>\nفتحت المكتبة. ثم أغلقت < مساء.\nفقرة ثانية &amp; أخيرة.\n</TEXT>\n</DOC>\n";

  @Test
  void illFormedTrecIsReadFieldByField() throws IOException {
    Article article = Sources.article(folder, "a.txt", TREC);
    assertEquals("أخبار & <صور>", article.title().orElseThrow().value());
    assertEquals("2017-01-26T08:31+01:00", article.date().orElseThrow().edtf());
    assertEquals("إذاعة الضفة", article.publisher().orElseThrow());
    assertEquals("https://example.org/?a=1&b=2", article.address().orElseThrow());
    assertEquals("فتحت المكتبة. ثم أغلقت < مساء.\n\nفقرة ثانية & أخيرة.", article.text());
  }

  @Test
  void aNumberThatHoldsTheDayTellsAnAmbiguousTimeApart() throws IOException {
    String text =
        TREC.replace("2017-01-26T08:31:00+01:00", "04/03/2017").replace("20170126", "20170304");
    assertEquals("2017-03-04", Sources.article(folder, "a.txt", text).date().orElseThrow().edtf());
  }

  @Test
  void severalTrecDocumentsInOneFileArePartsOfIt() throws IOException {
    List<Seen> parts =
        Seen.all(folder, "many.txt", Sources.utf8(TREC + TREC.replace("ZZ-1", "ZZ-2")));
    assertEquals(
        List.of("ZZ-1-20170126", "ZZ-2-20170126"), parts.stream().map(Seen::place).toList());
    assertEquals(Seen.bytes(Sources.utf8(TREC.strip())), parts.getFirst().bytes());
  }

  @Test
  void aTeiIssueGivesItsArticlesWithWhatItsHeaderSays() throws IOException {
    String tei =
        """
        <?xml version="1.0" encoding="UTF-8"?><TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Edition</title></titleStmt>
        <sourceDesc><biblStruct><monogr><title level="j" xml:lang="ar">الضفة</title><imprint><date calendar="#cal_gregorian" when="1911-06-28"/>
        <date calendar="#cal_islamic" when="1911-06-28" when-custom="1329-07-01"/></imprint></monogr></biblStruct></sourceDesc></fileDesc></teiHeader>
        <text><front><div type="masthead">في غرة رجب ١٣٢٩</div></front><body>
        <div type="item" subtype="article" xml:lang="ar" xml:id="d1"><head>النهر</head><byline><persName>سعاد مراد</persName></byline><p>كان النهر<note>صغيرا.</note> هادئا <pb n="2"/>زمنا.</p>
        <lg><l><seg>يطعم الشهد في الجفان</seg><seg>لبن البخت في قصاع</seg></l></lg></div>
        <div type="section"><head>أخبار</head><div type="item" subtype="article" xml:id="d2"><head>الجسر</head><p>افتتح الجسر.</p></div></div>
        </body></text></TEI>
        """;
    List<Seen> parts = Seen.all(folder, "issue.xml", Sources.utf8(tei));
    assertEquals(List.of("d1", "d2"), parts.stream().map(Seen::place).toList());
    Article first = parts.getFirst().article().orElseThrow();
    assertEquals("النهر", first.title().orElseThrow().value());
    assertEquals(List.of("سعاد مراد"), authors(first));
    assertEquals("1911-06-28", first.date().orElseThrow().edtf());
    assertEquals("الضفة", first.publisher().orElseThrow());
    assertTrue(first.text().contains("كان النهر هادئا زمنا."), first.text());
    assertTrue(first.body().stream().anyMatch(Block.Verse.class::isInstance));
    assertTrue(first.body().stream().anyMatch(Block.Footnote.class::isInstance));
    Article second = parts.get(1).article().orElseThrow();
    assertEquals("الجسر", second.title().orElseThrow().value());
    assertEquals(List.of("أخبار"), second.tags());
  }

  @Test
  void aNoteOfParagraphsBetweenTwoBlocksIsANote() throws IOException {
    String tei =
        "<TEI><teiHeader/><text><body><head>النهر</head><p>كان هادئا<note>أ</note>.</p><note><p>واحد<note>ب</note></p><p>اثنان</p></note><p>ثم فاض.</p></body></text></TEI>";
    Article article = Sources.article(folder, "a.xml", tei);
    assertEquals(
        "واحد\nب\nاثنان",
        article.body().stream()
            .filter(Block.Footnote.class::isInstance)
            .map(Block::text)
            .filter(text -> text.length() > 2)
            .findFirst()
            .orElseThrow());
    assertTrue(article.text().contains("ثم فاض."));
  }

  @Test
  void aListOfJsonRecordsIsSoManyArticles() throws IOException {
    String record =
        "{\"@context\":\"https://schema.org\",\"@type\":\"NewsArticle\",\"headline\":\"خبر %s\",\"author\":{\"name\":\"ليلى حداد\"},\"datePublished\":\"2020-03-04T10:00:00+03:00\",\"articleBody\":\"فقرة أولى.\\nفقرة ثانية.\"}";
    Article one = Sources.article(folder, "one.jsonld", record.formatted("أول"));
    assertEquals("خبر أول", one.title().orElseThrow().value());
    assertEquals("فقرة أولى.\n\nفقرة ثانية.", one.text());
    assertEquals("2020-03-04T10:00+03:00", one.date().orElseThrow().edtf());
    String list = "[ " + record.formatted("أول") + ",\n" + record.formatted("ثان") + "]";
    List<Seen> parts = Seen.all(folder, "list.json", Sources.utf8(list));
    assertEquals(List.of("خبر أول", "خبر ثان"), parts.stream().map(Seen::title).toList());
    assertEquals(Seen.bytes(Sources.utf8(record.formatted("ثان"))), parts.get(1).bytes());
  }

  @Test
  void aSavedPageIsAPageWithItsPictures() throws IOException {
    String html =
        "<html lang=ar><head><title>عودة المكتبة</title></head><body><article><h1>عودة المكتبة</h1><p>فتحت المكتبة أبوابها صباح أمس بعد عامين من الترميم.</p><figure><img src=\"https://example.org/p.png\"><figcaption>المكتبة</figcaption></figure></article></body></html>";
    String page =
        """
        From: <Saved by Blink>
        Snapshot-Content-Location: https://example.org/a
        Subject: x
        MIME-Version: 1.0
        Content-Type: multipart/related; type="text/html"; boundary="b"

        --b
        Content-Type: text/html; charset=utf-8
        Content-Transfer-Encoding: base64
        Content-Location: https://example.org/a

        %s
        --b
        Content-Type: image/png
        Content-Transfer-Encoding: base64
        Content-Location: https://example.org/p.png

        %s
        --b--
        """
            .formatted(
                Base64.getMimeEncoder().encodeToString(Sources.utf8(html)),
                Base64.getMimeEncoder().encodeToString(DOT));
    Reading reading = Sources.reading(folder, "a.mht", Sources.utf8(page.replace("\n", "\r\n")));
    assertEquals("عودة المكتبة", reading.article().title().orElseThrow().value());
    assertEquals("https://example.org/a", reading.article().address().orElseThrow());
    assertEquals(1, reading.pictures().size());
    assertTrue(reading.article().body().stream().anyMatch(Block.Figure.class::isInstance));
    assertEquals("multipart/related", reading.source().mediaType());
  }

  @Test
  void filesAttachedToAMailAreKeptUnderTheirNames() throws IOException {
    String mail =
        """
        From: Layla <layla@example.org>
        To: desk@example.org
        Date: Mon, 3 May 2021 00:10:00 +0300
        Subject: Two files
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary="b"

        --b
        Content-Type: text/plain; charset=utf-8

        See the files.
        --b
        Content-Type: text/plain; charset=utf-8
        Content-Disposition: attachment; filename*=UTF-8''%D8%AE%D8%A8%D8%B1.txt

        attached
        --b
        Content-Type: application/pdf; name="../a.pdf"
        Content-Transfer-Encoding: base64

        JVBERg==
        --b--
        """;
    Reading reading = Sources.reading(folder, "m.eml", Sources.utf8(mail.replace("\n", "\r\n")));
    assertEquals("See the files.", reading.article().text());
    assertEquals(List.of("a.pdf", "خبر.txt"), List.copyOf(reading.attachments().keySet()));
    assertEquals("%PDF", new String(reading.attachments().get("a.pdf"), StandardCharsets.US_ASCII));
  }
}
