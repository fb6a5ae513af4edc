package org.qirtas.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qirtas.article.Attested;
import org.qirtas.source.head.Names;

/** Who wrote a web page, by what stands in places that other pages do not have. */
class HtmlBylinesTest {
  private static final String RUNNING =
      "<p>بدأ صيادو المرفأ أمس موسم السردين بعد تأخر دام أسبوعين بسبب الرياح، وقال شيخهم إن الشباك عادت ممتلئة منذ الليلة الأولى.</p>";

  @TempDir private Path folder;

  private List<String> authors(String head, String body) throws IOException {
    String page =
        "<html lang=\"ar\"><head><title>موسم السردين يبدأ متأخرا</title>%s</head><body>%s</body></html>"
            .formatted(head, body);
    return Sources.article(folder, "page.html", page).authors().stream()
        .map(Attested::value)
        .toList();
  }

  @Test
  void theWriterThatAReadersCounterIsToldIsTheWriter() throws IOException {
    String heading = "<h1>موسم السردين يبدأ متأخرا</h1>" + RUNNING;
    for (String name : List.of("counts:author", "articleAuthor", "stats.author_name", "byline")) {
      assertEquals(
          List.of("سلمى العتيبي"),
          authors("<meta name=\"%s\" content=\"سلمى العتيبي\">".formatted(name), heading),
          name);
    }
    assertEquals(
        List.of(), authors("<meta name=\"author-page-count\" content=\"سلمى العتيبي\">", heading));
  }

  @Test
  void allWhomAPageNamesOneByOneSignItInTheirOrderAndOnce() throws IOException {
    String heading = "<h1>موسم السردين يبدأ متأخرا</h1>" + RUNNING;
    String four =
        "<meta name=\"author\" content=\"سلمى العتيبي\"><meta name=\"author\" content=\"نادر قاسم\">"
            + "<meta name=\"author\" content=\"سلمى العتيبي\"><meta name=\"author\" content=\"هدى شاهين\">";
    assertEquals(List.of("سلمى العتيبي", "نادر قاسم", "هدى شاهين"), authors(four, heading));
    var many = new StringBuilder();
    for (int i = 0; i < 400; i++) {
      many.append(
          "<meta name=\"citation_author\" content=\"نادر %s\">"
              .formatted((char) ('ا' + i / 26) + "" + (char) ('ا' + i % 26)));
    }
    assertEquals(400, authors(many.toString(), heading).size());
  }

  @Test
  void aNameThatAnIndexTurnsRoundIsOneName() throws IOException {
    String heading = "<h1>موسم السردين يبدأ متأخرا</h1>" + RUNNING;
    String two =
        "<meta name=\"citation_author\" content=\"العتيبي، سلمى\"><meta name=\"citation_author\" content=\"Kassem, Nader\">";
    assertEquals(List.of("سلمى العتيبي", "Nader Kassem"), authors(two, heading));
  }

  @Test
  void aNameThatPointsToItsWritersPageSignsThePage() throws IOException {
    assertEquals(
        List.of("سلمى العتيبي"),
        authors(
            "",
            "<h1>موسم السردين يبدأ متأخرا</h1><div>من <a href=\"/authors/17\">سلمى العتيبي</a></div>"
                + RUNNING));
  }

  @Test
  void whoWroteTheNeighboursOnAPageWroteNothingHere() throws IOException {
    String neighbour =
        "<div itemscope itemtype=\"https://schema.org/Article\"><a href=\"/2\">سوق السمك</a>"
            + " <span itemprop=\"author\">نادر قاسم</span></div>";
    assertEquals(
        List.of("سلمى العتيبي"),
        authors(
            "",
            "<div itemscope itemtype=\"https://schema.org/NewsArticle\"><h1 itemprop=\"headline\">موسم السردين يبدأ متأخرا</h1>"
                + "<p><span itemprop=\"author\" itemscope><b itemprop=\"name\">سلمى العتيبي</b></span></p>"
                + RUNNING
                + "</div>"
                + neighbour));
  }

  @Test
  void whatAWriterIsIsNotAnotherWriter() {
    assertEquals(
        List.of("سلمى العتيبي"),
        Names.split("سلمى العتيبي، أستاذة علوم البحار في كلية الزراعة بجامعة طنطا المصرية"));
    assertEquals(List.of("The Associated Press"), Names.split("The Associated Press"));
    assertEquals(List.of("سلمى العتيبي", "رويترز"), Names.split("سلمى العتيبي ورويترز"));
  }
}
