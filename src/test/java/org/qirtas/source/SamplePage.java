package org.qirtas.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.qirtas.article.Article;
import org.qirtas.article.Block;

/** One article, for pages that set it in many ways. */
final class SamplePage {
  static final String TITLE = "توسعة الرصيف الشرقي تنتهي قبل موعدها";
  static final List<String> TEXT =
      List.of(
          "أعلنت هيئة الموانئ في مدينة الساحل صباح اليوم انتهاء أعمال توسعة الرصيف الشرقي بعد ثلاث سنوات من العمل، وقالت إن السفن الكبيرة ستدخل الميناء مطلع الشهر المقبل.",
          "وقال مدير الهيئة سالم الغامدي في مؤتمر صحفي إن الرصيف الجديد يستوعب أربع سفن في وقت واحد، وإن كلفة المشروع بلغت أقل مما كان مقدرا له في البداية.",
          "وأضاف أن الصيادين الصغار سيحتفظون بمرساهم القديم، وأن لجنة من أهل الحي ستشرف على تنظيم الدخول والخروج في موسم الصيد القادم.",
          "ويرى خبراء في النقل البحري أن المشروع سيخفف الازدحام عن الموانئ المجاورة، غير أنهم يحذرون من أن الطرق البرية المؤدية إليه ما زالت ضيقة.");
  static final String PROSE = "<p>" + String.join("</p><p>", TEXT) + "</p>";
  static final String HEADING = "<h1>" + TITLE + "</h1>";

  private SamplePage() {}

  /** The article of a page with these things in its head and body. */
  static Article read(Path folder, String head, String body) throws IOException {
    return Sources.article(
        folder,
        "page.html",
        "<!DOCTYPE html><html lang=\"ar\" dir=\"rtl\"><head><title>%s</title>%s</head><body>%s</body></html>"
            .formatted(TITLE, head, body));
  }

  /** The four paragraphs, and nothing else but pictures. */
  static void isTheText(Article article) {
    assertEquals(
        TEXT,
        article.body().stream()
            .filter(block -> !(block instanceof Block.Figure))
            .map(Block::text)
            .toList());
  }
}
