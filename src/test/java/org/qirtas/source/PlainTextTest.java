package org.qirtas.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qirtas.article.Article;
import org.qirtas.article.ArticleDate.Precision;
import org.qirtas.article.Attested;
import org.qirtas.article.Block;
import org.qirtas.article.Evidence.Origin;
import org.qirtas.article.Related;
import org.qirtas.article.Tongue;

class PlainTextTest {
  private static final String SENTENCE =
      "قال أمين المكتبة إن القاعة الكبرى ستفتح أبوابها للقراء كل يوم من التاسعة صباحا حتى الثامنة مساء، وإن المخطوطات النادرة ستعرض في خزائن جديدة صنعت لها خصيصا في ورش المدينة.";

  private static final String ARTICLE =
      """
      المكتبة العامة تُعيد فتح أبوابها بعد ترميمٍ دام عامين

      مشاركة
      أمين المكتبة ورئيس البلدية أمين المكتبة ورئيس البلدية
      عمّان – ليلى حداد 09:05 م، 7 آذار 2019

      %1$s

      اقرأ ايضا: معرض الكتاب يستقبل زواره غدا

      %1$s

      اقرأ أيضاً: قصر قديم: حكاية بيت لم يهدم

      %1$s\
      """
          .formatted(SENTENCE);

  @TempDir private Path folder;

  @Test
  void anArticleIsToldFromWhatStoodAroundIt() throws IOException {
    Article article = Sources.article(folder, "article.txt", ARTICLE);
    assertEquals(
        "المكتبة العامة تُعيد فتح أبوابها بعد ترميمٍ دام عامين",
        article.title().orElseThrow().value());
    assertEquals(List.of("ليلى حداد"), values(article));
    assertEquals("عمّان", article.place().orElseThrow().value());
    var date = article.date().orElseThrow();
    assertEquals("2019-03-07T21:05", date.edtf());
    assertEquals(Precision.MINUTE, date.precision());
    assertTrue(date.offset().isEmpty());
    assertEquals("09:05 م، 7 آذار 2019", date.evidence().raw());
    assertEquals(
        List.of("معرض الكتاب يستقبل زواره غدا", "قصر قديم: حكاية بيت لم يهدم"),
        article.related().stream().map(Related::title).toList());
    assertEquals(List.of("مشاركة"), article.furniture());
    var caption = assertInstanceOf(Block.Figure.class, article.body().getFirst());
    assertEquals("أمين المكتبة ورئيس البلدية", caption.text());
    assertEquals(3, article.body().stream().filter(Block.Paragraph.class::isInstance).count());
    assertEquals(4, article.body().size());
    assertEquals("ar", article.language().tag());
  }

  @Test
  void theSameHoldsInAnOldCharsetAndWithWindowsLineEnds() throws IOException {
    byte[] old =
        ARTICLE
            .replace("\n", "\r\n")
            .replace("–", "-")
            .getBytes(java.nio.charset.Charset.forName("windows-1256"));
    Article article = Sources.article(folder, "old.txt", old);
    assertEquals("عمّان", article.place().orElseThrow().value());
    assertEquals("2019-03-07T21:05", article.date().orElseThrow().edtf());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          كتب: سامر الخطيب                         | سامر الخطيب          |         |
          بقلم/ هدى منصور                          | هدى منصور            |         |
          إعداد: هدى منصور وسامر الخطيب            | هدى منصور;سامر الخطيب |        |
          حوار: وائل نجم                           | وائل نجم             |         |
          By Jane Fox                              | Jane Fox             |         |
          بيروت - سامر الخطيب                      | سامر الخطيب          | بيروت   |
          سامر الخطيب - بيروت - 5 حزيران 2020      | سامر الخطيب          | بيروت   | 2020-06-05
          نشر في: الجمعة 5 يونيو 2020 - 10:20 ص    |                      |         | 2020-06-05T10:20
          تهران، ۲ آبان ۱۳۹۹                       |                      | تهران   | 2020-10-23
          كتبت: د. سعاد الصباح                      | د. سعاد الصباح        |         |
          حوار أجراه: سامر الخطيب                   | سامر الخطيب          |         |
          إعداد وتقرير: منى صالح                    | منى صالح             |         |
          تقرير: خالد عمر، تصوير: أحمد سعد          | خالد عمر             |         |
          مراسلنا في دمشق: سامي يوسف                | سامي يوسف            | دمشق    |
          أ.د. سامي العريان                         | أ.د. سامي العريان    |         |
          القاهرة (رويترز)                         | رويترز               | القاهرة |
          القاهرة (د ب أ) -                        | د ب أ                | القاهرة |
          الرياض - «الحياة»                        | الحياة               | الرياض  |
          الخرطوم: سونا                            | سونا                 | الخرطوم |
          باريس - ميشال أبونجم ووكالات             | ميشال أبونجم;وكالات  | باريس   |
          محمد العلي-الدوحة                        | محمد العلي           | الدوحة  |
          By Jane Fox and John Smith, Reuters      | Jane Fox;John Smith;Reuters |  |
          BEIRUT (Reuters) -                       | Reuters              | BEIRUT  |
          گزارش: مریم احمدی                        | مریم احمدی           |         |
          کراچی: اسٹاف رپورٹر                      | اسٹاف رپورٹر         | کراچی   |
          وكالات - 5 حزيران 2020                   | وكالات               |         | 2020-06-05
          """)
  void headLinesSayWhoWhereAndWhen(String line, String who, String where, String when)
      throws IOException {
    Article article =
        Sources.article(folder, "head.txt", "عنوان المقال\n" + line + "\n\n" + SENTENCE);
    assertEquals(who == null ? "" : who, String.join(";", values(article)));
    assertEquals(where, article.place().map(Attested::value).orElse(null));
    assertEquals(when, article.date().map(date -> date.edtf()).orElse(null));
    assertEquals(1, article.body().size());
  }

  @ParameterizedTest
  @CsvSource({
    "كتب جديدة في معرض المدينة هذا العام",
    "كتب محمد رسالة إلى أخيه",
    "للمزيد من الدقة نعيد الحساب.",
    "تقرير جديد يكشف الفساد",
    "القاهرة: انطلاق المؤتمر",
    "الرئيس اللبناني يستقبل الوفد",
    "زار الوفد القاهرة في 5 يونيو 2020 ثم عاد منها."
  })
  void sentencesAreNotTakenForHeadLinesOrPointers(String line) throws IOException {
    Article article =
        Sources.article(folder, "body.txt", "عنوان المقال\n\n" + line + "\n\n" + SENTENCE);
    assertEquals(2, article.body().size());
    assertTrue(
        article.authors().isEmpty() && article.date().isEmpty() && article.related().isEmpty());
  }

  @Test
  void ofTwoTitlesAboveADateLineTheSecondIsASubtitle() throws IOException {
    Article article =
        Sources.article(
            folder,
            "two.txt",
            "المكتبة تفتح أبوابها\nقاعات جديدة ومخطوطات تعرض أول مرة\nعمّان – ليلى حداد 7 آذار 2019\n\n"
                + SENTENCE);
    assertEquals("المكتبة تفتح أبوابها", article.title().orElseThrow().value());
    assertEquals("قاعات جديدة ومخطوطات تعرض أول مرة", article.subtitle().orElseThrow());
    assertEquals(1, article.body().size());
  }

  @Test
  void anUnknownPlaceIsOneRightAboveADateLine() throws IOException {
    String head = "عنوان المقال\nعين الزيتون – باسل الحداد\nالاثنين، ٨ أيار ٢٠٢٣\n\n";
    Article article = Sources.article(folder, "a.txt", head + SENTENCE);
    assertEquals("عين الزيتون", article.place().orElseThrow().value());
    assertEquals(List.of("باسل الحداد"), values(article));
    assertEquals(1, article.body().size());
  }

  @Test
  void aTitleIsFoundByItsMarkItsLabelOrItsFirstWords() throws IOException {
    Article marked =
        Sources.article(folder, "a.txt", "# الأول\n" + SENTENCE + "\n# الثاني\n" + SENTENCE);
    assertEquals("الأول", marked.title().orElseThrow().value());
    assertEquals(
        List.of(2),
        marked.body().stream()
            .filter(Block.Heading.class::isInstance)
            .map(block -> ((Block.Heading) block).level())
            .toList());
    assertEquals(
        "الأول",
        Sources.article(folder, "b.txt", "العنوان: الأول\n" + SENTENCE)
            .title()
            .orElseThrow()
            .value());
    Article untitled = Sources.article(folder, "c.txt", SENTENCE + "\n" + SENTENCE);
    assertEquals(Origin.FIRST_WORDS, untitled.title().orElseThrow().evidence().origin());
    assertEquals(2, untitled.body().size());
  }

  @Test
  void aTextOfOneLineKeepsItsLine() throws IOException {
    Article article = Sources.article(folder, "line.txt", "لا تأجيل");
    assertEquals("لا تأجيل", article.text());
    assertEquals(Origin.FIRST_WORDS, article.title().orElseThrow().evidence().origin());
  }

  @Test
  void poemsListsAndTablesKeepTheirForm() throws IOException {
    Article article =
        Sources.article(
            folder,
            "forms.txt",
            """
            # ديوان صغير
            يا نخلة الدار في الصحراء واقفة *** تعلم الريح معنى الصبر والأمل
            تمر بي سنوات العمر مسرعة *** وأنت باقية في ظلك الأول

            - الماء
            - الخبز

            ١. أولا
            ٢. ثانيا

            | السنة | العدد |
            |---|---|
            | ٢٠١٩ | ٥ |
            """);
    var verse = assertInstanceOf(Block.Verse.class, article.body().get(0));
    assertEquals(List.of(2, 2), verse.lines().stream().map(List::size).toList());
    assertEquals(false, assertInstanceOf(Block.ItemList.class, article.body().get(1)).ordered());
    assertEquals(
        "أولا\nثانيا", assertInstanceOf(Block.ItemList.class, article.body().get(2)).text());
    var table = assertInstanceOf(Block.Table.class, article.body().get(3));
    assertEquals("السنة\tالعدد\n٢٠١٩\t٥", table.text());
    assertTrue(table.rows().getFirst().cells().getFirst().header());
  }

  @Test
  void aManuscriptKeepsEveryLine() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("manuscript.txt"), "# كتاب\nمشاركة\n- الماء\n# باب\nاقرأ أيضا: شيء");
    try (var reader = new SourceReader()) {
      Article article = reader.manuscript(reader.identify(file)).article();
      assertEquals("كتاب", article.title().orElseThrow().value());
      assertEquals("مشاركة\n\n- الماء\n\nباب\n\nاقرأ أيضا: شيء", article.text());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ar  | ذهب الولد إلى المدرسة في الصباح وعاد منها
          fa  | این کتاب را در کتابخانه‌ی شهر برای شما گذاشته‌اند
          ur  | یہ کتاب لائبریری میں آپ کے لیے رکھی گئی ہے
          ckb | ئەم کتێبە لە کتێبخانەی شار بۆ ئێوە دانراوە
          he  | הספר הזה מונח בספרייה
          en  | This book has been left in the library for you
          fr  | Ce livre est dans la bibliothèque pour vous et les autres
          """)
  void theLanguageIsCountedOutOfTheLetters(String tag, String text) {
    assertEquals(tag, Tongue.of(text).tag());
  }

  private static List<String> values(Article article) {
    return article.authors().stream().map(Attested::value).toList();
  }
}
