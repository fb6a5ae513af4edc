package org.qirtas.source;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.qirtas.source.WebArchive.joined;
import static org.qirtas.source.WebArchive.packed;
import static org.qirtas.source.WebArchive.page;
import static org.qirtas.source.WebArchive.record;
import static org.qirtas.source.WebArchive.response;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qirtas.article.Article;
import org.qirtas.article.Gap;

/** Pages as crawlers and browsers archive them: WARC, ARC and WACZ. */
class WebArchivesTest {
  private static final String NEWS = "https://sahel.example/news/";

  @TempDir private Path folder;

  private static List<String> titles(List<Seen> parts) {
    return parts.stream().filter(part -> part.reading().isPresent()).map(Seen::title).toList();
  }

  private List<Seen> seen(String name, byte[]... records) throws IOException {
    return Seen.all(folder, name, joined(records));
  }

  @Test
  void everyPageOfAWebArchiveIsAnArticleAndItsRecordIsKept() throws IOException {
    byte[] one = record("https://example.org/news/a.html", "text/html", page("خبر أول"));
    byte[] picture = record("https://example.org/p.png", "image/png", "x");
    byte[] two =
        record("https://example.org/news/b.html", "text/html; charset=utf-8", page("خبر ثان"));
    List<Seen> plain = Seen.all(folder, "a.warc", joined(one, picture, two));
    assertEquals(List.of("خبر أول", "خبر ثان"), plain.stream().map(Seen::title).toList());
    assertEquals(Seen.bytes(two), plain.get(1).bytes());
    Article first = plain.getFirst().article().orElseThrow();
    assertEquals("https://example.org/news/a.html", first.address().orElseThrow());
    byte[] members = joined(packed(one), packed(picture), packed(two));
    List<Seen> packed = Seen.all(folder, "a.warc.gz", members);
    assertEquals(List.of("خبر أول", "خبر ثان"), packed.stream().map(Seen::title).toList());
    assertEquals(Seen.bytes(packed(one)), packed.getFirst().bytes());
    List<Seen> whole = Seen.all(folder, "b.warc.gz", packed(joined(one, picture, two)));
    assertEquals(List.of("خبر أول", "خبر ثان"), whole.stream().map(Seen::title).toList());
  }

  @Test
  void ofAWebArchiveThatEndsTooSoonTheGoodPagesStay() throws IOException {
    byte[] one = record("https://example.org/a", "text/html", page("خبر أول"));
    byte[] two = record("https://example.org/b", "text/html", page("خبر ثان"));
    List<Seen> parts = Seen.all(folder, "cut.warc", joined(one, java.util.Arrays.copyOf(two, 120)));
    assertEquals("خبر أول", parts.getFirst().title());
    assertEquals("source.corrupt", parts.getLast().cause());
    assertEquals("", parts.getLast().place());
  }

  @Test
  void aCollectionsListSaysWhatIsAPage() throws IOException {
    byte[] one = record("https://example.org/a", "text/html", page("خبر أول"));
    byte[] frame = record("https://example.org/frame", "text/html", page("إطار"));
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("archive/data.warc.gz", joined(packed(one), packed(frame)));
    files.put(
        "pages/pages.jsonl",
        Sources.utf8(
            """
            {"format":"json-pages-1.0"}
            {"url":"https://example.org/a","title":"x"}
            """));
    files.put("datapackage.json", Sources.utf8("{}"));
    List<Seen> parts = Seen.all(folder, "a.wacz", Sources.zip(files));
    assertEquals(List.of("خبر أول"), parts.stream().map(Seen::title).toList());
  }

  @Test
  void pagesAreFreedFromWhatTheyWereSentIn() throws IOException {
    byte[] gzip = packed(Sources.utf8(page("خبر أول")));
    byte[] chunks =
        joined(
            Sources.utf8("%x\r\n".formatted(100)),
            Arrays.copyOf(gzip, 100),
            Sources.utf8("\r\n%x\r\n".formatted(gzip.length - 100)),
            Arrays.copyOfRange(gzip, 100, gzip.length),
            Sources.utf8("\r\n0\r\n\r\n"));
    byte[] brotli =
        Base64.getDecoder()
            .decode(
                "G/oAIJwHdixnQrIwsHyosbNBeFq7erzftIPk80MjhTbdXXv5ggZXMT5PDzgrMGwrsEqgJdAiarvRhW9yvaHLcWpLcSwl9BKNtoXg/myDLnj9Jd8KQef2Jz1+UByoPzdCWJioCJEPhnMD8DykNTW4M5gzhqFcWCgME5P6HcpKDJ3piWFE8jRbEd9niMt2KAE=");
    List<Seen> parts =
        seen(
            "sent.warc",
            response(
                NEWS + "a",
                "200 OK",
                chunks,
                "Transfer-Encoding: chunked",
                "Content-Encoding: gzip"),
            response(NEWS + "b", "200 OK", brotli, "Content-Encoding: br"));
    assertEquals(List.of("خبر أول", "خبر مضغوط"), titles(parts));
    assertTrue(parts.get(1).article().orElseThrow().text().contains("قراؤها"));
  }

  @Test
  void whatAServerSaysOfItsCharsetGoesBeforeThePage() throws IOException {
    byte[] arabic =
        page("خبر أول")
            .replace("<head>", "<head><meta charset=\"iso-8859-1\">")
            .getBytes(Charset.forName("windows-1256"));
    List<Seen> parts =
        seen(
            "charset.warc",
            response(
                NEWS + "a", "200 OK", arabic, "Content-Type: text/html; charset=windows-1256"));
    assertEquals(List.of("خبر أول"), titles(parts));
  }

  @Test
  void aPageThatBreaksOffIsReadAsFarAsItGoes() throws IOException {
    String prose =
        "<p>" + "قرأ الناس أخبار الميناء في المقهى القديم على البحر. ".repeat(40) + "</p>";
    String html = page("خبر أول").replace("</article>", prose.repeat(20) + "</article>");
    byte[] sent = packed(Sources.utf8(html));
    byte[] half = Arrays.copyOf(sent, sent.length - 60);
    Article article =
        seen("cut.warc", response(NEWS + "a", "200 OK", half, "Content-Encoding: gzip"))
            .getFirst()
            .article()
            .orElseThrow();
    assertEquals("خبر أول", article.title().orElseThrow().value());
    assertTrue(article.text().contains("المقهى القديم"));
    assertEquals(List.of(new Gap(Gap.Kind.CUT_OFF, 1)), article.gaps());
  }

  @Test
  void whatMovedFailedOrStayedTheSameIsToldAndNoArticle() throws IOException {
    byte[] moved =
        response(NEWS + "old", "301 Moved Permanently", new byte[0], "Location: /news/a");
    byte[] lost = response(NEWS + "lost", "404 Not Found", Sources.utf8(page("لا صفحة")));
    byte[] again =
        Sources.utf8(
            new String(record(NEWS + "a", "text/html", ""), StandardCharsets.UTF_8)
                .replace("WARC-Type: response", "WARC-Type: revisit"));
    Path file = folder.resolve("all.warc");
    java.nio.file.Files.write(
        file, joined(moved, record(NEWS + "a", "text/html", page("خبر أول")), lost, again));
    assertEquals(List.of("خبر أول"), titles(Seen.all(file)));
    assertEquals(
        List.of(
            new PassedOver(PassedOver.Kind.NOT_FETCHED, 2),
            new PassedOver(PassedOver.Kind.REVISITED, 1)),
        WebArchive.passedOver(file));
  }

  @Test
  void aPageThatOnlyListsOthersIsPassedOverAndTold() throws IOException {
    var front =
        new StringBuilder(
            "<html><head><title>أخبار الساحل</title></head><body><h1>أخبار الساحل</h1><ul>");
    for (int i = 0; i < 30; i++) {
      front.append(
          "<li><h3><a href=\"/news/%d\">الميناء يستقبل سفينة جديدة رقم %d قبل موعدها</a></h3><p>قال مدير الميناء إن السفينة وصلت.</p></li>"
              .formatted(i, i));
    }
    String list = front + "</ul></body></html>";
    String menu = list.replaceFirst("(?s).*?<ul>", "<ul>").replaceFirst("(?s)</ul>.*", "</ul>");
    String story =
        page("خبر أول").replace("<article>", menu + "<article>").replace("<p>", "<p>قال. </p><p>");
    String running =
        "<p>فتحت المكتبة أبوابها صباح أمس بعد عامين من الترميم، وعاد إليها قراؤها.</p>".repeat(3);
    Path file = folder.resolve("front.warc");
    java.nio.file.Files.write(
        file,
        joined(
            record("https://sahel.example/", "text/html", list),
            record("https://sahel.example/sport", "text/html", list),
            record("https://sahel.example/tag/port/page/2", "text/html", list),
            record("https://sahel.example/2023/05/04/port.html", "text/html", story),
            record(
                "https://sahel.example/about",
                "text/html",
                list.replace("</ul>", "</ul>" + running)),
            record(
                "https://sahel.example/live",
                "text/html",
                list.replace(
                    "</head>", "<meta property=\"og:type\" content=\"article\"></head>"))));
    assertEquals(3, Seen.all(file).size());
    assertEquals(List.of(new PassedOver(PassedOver.Kind.INDEX, 3)), WebArchive.passedOver(file));
  }

  @Test
  void blanksInTheAddressesOfAnOldArchiveAreWrittenAsLinksWriteThem() throws IOException {
    String first = WebArchive.http(page("خبر أول"));
    String second = WebArchive.http(page("خبر ثان"));
    String arc =
        "filedesc://old.arc 0.0.0.0 20140216050221 text/plain 6\nabcde\n\n"
            + "https://sahel.example/a b.htm?t=الميناء |1 93.184.216.119 20140216050221 text/html %d\n%s\n"
                .formatted(Sources.utf8(first).length, first)
            + "https://sahel.example/c 93.184.216.119 20140216050221 text/html %d\n%s\n"
                .formatted(Sources.utf8(second).length, second);
    List<Seen> parts = Seen.all(folder, "old.arc", Sources.utf8(arc));
    assertEquals(List.of("خبر أول", "خبر ثان"), titles(parts));
    assertAll(
        () -> assertTrue(parts.getFirst().place().contains("https://sahel.example/a%20b.htm?t=")),
        () -> assertTrue(parts.getFirst().place().endsWith("%20%7C1")),
        () ->
            assertTrue(
                parts.getFirst().bytes().startsWith("https://sahel.example/a b.htm"),
                "the record is kept as it was"));
  }

  @Test
  void whatAListedPageMovedToIsListed() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(
        "datapackage.json",
        Sources.utf8("{\"profile\":\"data-package\",\"wacz_version\":\"1.1.1\"}"));
    files.put(
        "archive/data.warc.gz",
        joined(
            packed(response(NEWS + "old", "302 Found", new byte[0], "Location: /news/الميناء")),
            packed(record(NEWS + "الميناء", "text/html", page("خبر أول"))),
            packed(record(NEWS + "b", "text/html", page("خبر ثان"))),
            packed(record(NEWS + "frame", "text/html", page("إطار")))));
    files.put("indexes/index.cdx", Sources.utf8("x"));
    files.put(
        "pages/pages.jsonl",
        Sources.utf8(
            """
            {"format":"json-pages-1.0","id":"pages","title":"All Pages"}
            {"id":"1","url":"https://sahel.example/news/old","ts":"2023-05-06T10:15:00Z","title":"خبر"}
            {"id":"2","url":"https://sahel.example/news/b#top","ts":"2023-05-06T10:15:00Z"}
            """));
    List<Seen> parts = Seen.all(folder, "moved.wacz", Sources.zip(files));
    assertEquals(List.of("خبر أول", "خبر ثان"), titles(parts));
    assertFalse(parts.stream().anyMatch(part -> part.title().equals("إطار")));
  }

  @Test
  void theSamePageFetchedTwiceComesOutTwice() throws IOException {
    byte[] one = record(NEWS + "a", "text/html", page("خبر أول"));
    byte[] two = record(NEWS + "a", "text/html", page("خبر أول (محدّث)"));
    assertEquals(List.of("خبر أول", "خبر أول (محدّث)"), titles(seen("twice.warc", one, two)));
  }
}
