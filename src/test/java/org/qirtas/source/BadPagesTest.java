package org.qirtas.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qirtas.Fault;
import org.qirtas.QirtasException;
import org.qirtas.article.Article;
import org.qirtas.article.Evidence.Origin;
import org.qirtas.article.OtherDate;
import org.qirtas.article.OtherDate.Reason;

/** Web pages that say what is not so, say it twice, or are larger and deeper than any page. */
class BadPagesTest {
  private static final Charset WINDOWS = Charset.forName("windows-1256");
  private static final String TITLE = "حديقة النخيل";
  private static final String RUNNING =
      "زرع أهل الحي في حديقة النخيل مئة فسيلة جديدة، وتقاسموا سقيها طوال الصيف، وقال أكبرهم سنا إنه لا يذكر أن الحديقة كانت يوما بهذه الخضرة.";
  private static final int SAVED_PICTURE = 40_000_000;

  @TempDir private Path folder;

  private static String page(String charset, String head, String body) {
    return "<!DOCTYPE html><html lang=\"ar\"><head><meta charset=\"%s\">%s</head><body><article>%s</article></body></html>"
        .formatted(charset, head, body);
  }

  private static String titled(String charset, String head) {
    return page(
        charset,
        "<title>" + TITLE + "</title>" + head,
        "<h1>" + TITLE + "</h1><p>" + RUNNING + "</p><p>" + RUNNING + "</p>");
  }

  @ParameterizedTest
  @CsvSource({
    "utf-8, windows-1256",
    "windows-1252, windows-1256",
    "windows-1256, utf-8",
    "iso-8859-1, utf-8",
    "no-such-charset, utf-8",
    "utf-16, utf-8",
    "iso-8859-6, windows-1256"
  })
  void aLabelThatNamesAnotherCharsetIsSeenThrough(String label, String charset) throws IOException {
    Article article =
        Sources.article(folder, "page.html", titled(label, "").getBytes(Charset.forName(charset)));
    assertEquals(TITLE, article.title().orElseThrow().value());
    assertEquals(RUNNING + "\n\n" + RUNNING, article.text());
  }

  @Test
  void twoCharsetsOnOneLineAreReadEachInItsOwn() throws IOException {
    String old = "وهذا تعليق كتبه قارئ قديم بترميز آخر، ويقول فيه إن النخيل لا يحب الظل.";
    String[] parts =
        page(
                "utf-8",
                "<title>" + TITLE + "</title>",
                "<h1>" + TITLE + "</h1><p>" + RUNNING + "</p><p>@</p>")
            .split("@", -1);
    byte[] mixed = concat(Sources.utf8(parts[0]), old.getBytes(WINDOWS), Sources.utf8(parts[1]));
    assertEquals(RUNNING + "\n\n" + old, Sources.article(folder, "mixed.html", mixed).text());
  }

  private static byte[] concat(byte[]... parts) {
    var all = new java.io.ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  @ParameterizedTest
  @CsvSource({
    "2091-03-07, FUTURE",
    "2019-02-30, NO_SUCH_DAY",
    "14420-03-07, NO_SUCH_DAY",
    "30 شباط 2019, NO_SUCH_DAY",
    "0000-00-00, NO_SUCH_DAY"
  })
  void aDayThatCannotBeLeavesThePageUndatedAndIsKeptWithTheReason(String day, Reason reason)
      throws IOException {
    Article article =
        Sources.article(
            folder,
            "page.html",
            titled(
                "utf-8",
                "<meta property=\"article:published_time\" content=\"%s\">".formatted(day)));
    assertTrue(article.date().isEmpty());
    assertEquals(
        List.of(reason),
        article.otherDates().stream()
            .filter(other -> other.evidence().raw().equals(day))
            .map(OtherDate::reason)
            .toList());
  }

  @Test
  void ofTwoTitlesTheFirstIsTheTitleAndNoneIsLost() throws IOException {
    String body = "<h1>حديقة النخيل</h1><h1>سوق الزهور</h1><p>" + RUNNING + "</p>";
    Article article =
        Sources.article(
            folder,
            "two.html",
            page("utf-8", "<title>حديقة النخيل</title><title>سوق الزهور</title>", body));
    assertEquals(TITLE, article.title().orElseThrow().value());
    assertTrue(article.text().contains("سوق الزهور"));
    Article text =
        Sources.article(folder, "two.txt", "# حديقة النخيل\n\n# سوق الزهور\n\n" + RUNNING);
    assertEquals(TITLE, text.title().orElseThrow().value());
    assertTrue(text.text().contains("سوق الزهور"));
  }

  @Test
  void aPageWithoutTitleGoesByItsFirstWordsAndSaysSo() throws IOException {
    Article article =
        Sources.article(folder, "none.html", page("utf-8", "", "<p>" + RUNNING + "</p>"));
    assertEquals(Origin.FIRST_WORDS, article.title().orElseThrow().evidence().origin());
    assertTrue(RUNNING.startsWith(article.title().orElseThrow().value()));
    assertEquals(RUNNING, article.text());
  }

  @Test
  void aNulIsPassedOver() throws IOException {
    Article article =
        Sources.article(folder, "nul.html", titled("utf-8", "").replace("حديقة", "حد\0يقة"));
    assertEquals(TITLE, article.title().orElseThrow().value());
    assertEquals(RUNNING + "\n\n" + RUNNING, article.text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"div", "b", "ul><li", "blockquote", "table><tr><td", "span", "section"})
  void markupTenThousandDeepEndsInAnArticleOrARefusalThatSaysSo(String tags) throws IOException {
    String body = ("<" + tags + ">").repeat(10_000) + RUNNING;
    Path file = Files.writeString(folder.resolve("deep.html"), page("utf-8", "", body));
    try (var reader = new SourceReader()) {
      assertEquals(RUNNING, reader.read(reader.identify(file)).article().text().strip());
    } catch (QirtasException e) {
      assertEquals(Fault.INPUT, e.fault());
      assertEquals("source.deep", e.key());
    }
  }

  /** As pages are that a browser saved with their pictures in them. */
  @Test
  void aPageOfFortyMillionBytesIsReadAsAnyOther() throws IOException {
    Path file = folder.resolve("saved.html");
    String[] parts = titled("utf-8", "").split("</h1>", 2);
    byte[] picture = new byte[SAVED_PICTURE];
    java.util.Arrays.fill(picture, (byte) 'A');
    try (var out = Files.newOutputStream(file)) {
      out.write(parts[0].getBytes(StandardCharsets.UTF_8));
      out.write(Sources.utf8("</h1><img src=\"data:image/png;base64,"));
      out.write(picture);
      out.write(Sources.utf8("\">" + parts[1]));
    }
    try (var reader = new SourceReader()) {
      Article article = reader.read(reader.identify(file)).article();
      assertEquals(TITLE, article.title().orElseThrow().value());
      assertTrue(article.text().endsWith(RUNNING + "\n\n" + RUNNING));
    }
  }
}
