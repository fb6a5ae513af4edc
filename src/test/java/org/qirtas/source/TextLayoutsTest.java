package org.qirtas.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.qirtas.article.Article;
import org.qirtas.article.Attested;
import org.qirtas.article.Block;
import org.qirtas.article.Related;

/** Plain texts laid out as people type them and copy them out of pages. */
class TextLayoutsTest {
  private static final String PARAGRAPHS =
      """
      قالت البلدية إن العمل في الجسر القديم سيبدأ مطلع الشهر المقبل، بعد أن أنهت اللجنة الفنية دراسة أحوال الدعامات الأربع، وإن المرور سيحول إلى الطريق الشمالي طوال فترة الإصلاح.

      وأضافت في بيان أن المقاول ملزم بالعمل ليلا حتى لا تتعطل حركة السوق، وأن التكلفة تدفعها الوزارة على دفعتين.

      ويعود بناء الجسر إلى مطلع القرن الماضي، وكان قد رمم مرتين من قبل.\
      """;

  @TempDir private Path folder;

  record Layout(List<String> wanted, String text) {
    @Override
    public String toString() {
      return String.join(" | ", wanted);
    }
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void whoWhereWhenAndWhatIsToldWhereverItStands(Layout layout) throws IOException {
    Article article = Sources.article(folder, "layout.txt", layout.text().replace("%", PARAGRAPHS));
    assertEquals(
        layout.toString(),
        String.join(
            " | ",
            article.authors().stream().map(Attested::value).collect(Collectors.joining("; ")),
            article.place().map(Attested::value).orElse(""),
            article.date().map(date -> date.edtf()).orElse(""),
            article.title().orElseThrow().value()));
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void noParagraphIsLost(Layout layout) throws IOException {
    String text = layout.text().replace("%", PARAGRAPHS);
    String body = Block.textOf(Sources.article(folder, "layout.txt", text).body());
    for (String paragraph : text.split("\n", -1)) {
      if (paragraph.length() >= 60 && paragraph.endsWith(".")) {
        assertTrue(body.contains(paragraph), paragraph);
      }
    }
  }

  @Test
  void shortLinesBehindReadAlsoArePointersOnlyToTheEndOfTheText() throws IOException {
    Article to =
        Sources.article(
            folder,
            "a.txt",
            "عنوان المقال\n\n"
                + PARAGRAPHS
                + "\n\nاقرأ أيضا\nالسوق القديم\nالطريق الشمالي: أخيرا\n");
    assertEquals(
        List.of("السوق القديم", "الطريق الشمالي: أخيرا"),
        to.related().stream().map(Related::title).toList());
    Article on =
        Sources.article(
            folder,
            "b.txt",
            "عنوان المقال\n\n" + PARAGRAPHS + "\n\nاقرأ أيضا\nالسوق القديم\n\n" + PARAGRAPHS);
    assertTrue(on.related().isEmpty());
    assertTrue(Block.textOf(on.body()).contains("السوق القديم"));
  }

  @Test
  void aBroadcastsCreditIsNoByline() throws IOException {
    Article article =
        Sources.article(
            folder,
            "c.txt",
            "عنوان المقال\n\n" + PARAGRAPHS + "\n\nإذاعة الساحل، 24.04.2024، 06:10\n");
    assertTrue(article.authors().isEmpty());
    assertFalse(article.date().isPresent());
  }

  static Stream<Layout> layouts() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(TextLayoutsTest.class.getResourceAsStream("text-layouts.txt"))) {
      String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(all.split("(?m)^=== ", -1))
          .skip(1)
          .map(layout -> layout.split("\n", 2))
          .map(parts -> new Layout(List.of(parts[0].split(" \\| ", -1)), parts[1].strip()))
          .toList()
          .stream();
    }
  }
}
