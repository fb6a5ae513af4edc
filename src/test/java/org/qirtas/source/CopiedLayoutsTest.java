package org.qirtas.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.qirtas.article.Article;
import org.qirtas.article.Attested;
import org.qirtas.article.Block;

/** Plain texts in Arabic, Persian and Urdu whose heads were typed over by hand. */
class CopiedLayoutsTest {
  private static final String ARABIC =
      """
      قالت البلدية إن العمل في الجسر القديم سيبدأ مطلع الشهر المقبل، بعد أن أنهت اللجنة الفنية دراسة أحوال الدعامات الأربع، وإن المرور سيحول إلى الطريق الشمالي طوال فترة الإصلاح.

      ويعود بناء الجسر إلى مطلع القرن الماضي، وكان قد رمم مرتين من قبل.\
      """;
  private static final String PERSIAN =
      """
      شهرداری اعلام کرد که کار روی پل قدیمی از اول ماه آینده آغاز می‌شود و کمیته فنی بررسی وضعیت چهار پایه را به پایان رسانده است و رفت و آمد در این مدت از جاده شمالی انجام خواهد شد.

      این پل در آغاز سده گذشته ساخته شده و پیش از این دو بار تعمیر شده است.\
      """;
  private static final String URDU =
      """
      بلدیہ نے کہا ہے کہ پرانے پل پر کام اگلے مہینے کے آغاز میں شروع ہوگا، تکنیکی کمیٹی نے چاروں ستونوں کا جائزہ مکمل کر لیا ہے اور مرمت کے دوران آمدورفت شمالی سڑک سے ہوگی۔

      یہ پل پچھلی صدی کے آغاز میں بنا تھا اور اس سے پہلے دو بار اس کی مرمت ہو چکی ہے۔\
      """;

  @TempDir private Path folder;

  record Layout(String wanted, String text) {
    @Override
    public String toString() {
      return wanted;
    }
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void theHeadIsToldFromItsOrnaments(Layout layout) throws IOException {
    Article article = Sources.article(folder, "layout.txt", layout.text());
    assertEquals(
        layout.wanted(),
        String.join(
            " | ",
            article.authors().stream().map(Attested::value).collect(Collectors.joining("; ")),
            article.place().map(Attested::value).orElse(""),
            article.date().map(date -> date.edtf()).orElse(""),
            article.title().orElseThrow().value()));
    String body = Block.textOf(article.body());
    Stream.of(ARABIC, PERSIAN, URDU)
        .filter(layout.text()::contains)
        .flatMap(String::lines)
        .forEach(paragraph -> assertTrue(body.contains(paragraph), paragraph));
  }

  @Test
  void theHouseBesideAWriterIsThePublisher() throws IOException {
    String text = "الجسر القديم يغلق للإصلاح\n%s\n30/10/2012\n\n" + ARABIC;
    for (String line : new String[] {"النهار - ياسر الحلو - طرابلس", "النهار - ياسر الحلو"}) {
      Article article = Sources.article(folder, "house.txt", text.formatted(line));
      assertEquals(Optional.of("النهار"), article.publisher(), line);
      assertEquals("ياسر الحلو", article.authors().getFirst().value(), line);
    }
  }

  @Test
  void signsWithinATitleStay() throws IOException {
    for (String title : new String[] {"[1] الجسر القديم", "سعر الدولار * الذهب", "الجسر #القديم"}) {
      Article article = Sources.article(folder, "signs.txt", title + "\n12 آذار 2019\n\n" + ARABIC);
      assertEquals(title, article.title().orElseThrow().value());
    }
  }

  static Stream<Layout> layouts() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(CopiedLayoutsTest.class.getResourceAsStream("copied-layouts.txt"))) {
      String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(all.split("(?m)^=== ", -1))
          .skip(1)
          .map(layout -> layout.split("\n", 2))
          .map(parts -> new Layout(parts[0], filled(parts[1].strip())));
    }
  }

  private static String filled(String text) {
    return text.replace("%", ARABIC).replace("@", PERSIAN).replace("\n#", "\n" + URDU);
  }
}
