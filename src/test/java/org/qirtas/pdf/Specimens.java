package org.qirtas.pdf;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.qirtas.article.Article;
import org.qirtas.article.Block;
import org.qirtas.article.Direction;
import org.qirtas.article.Flow;
import org.qirtas.article.Inline;
import org.qirtas.article.Language;
import org.qirtas.compose.Picture;

/** Articles that hold, between them, all that an article can hold. */
final class Specimens {
  private Specimens() {}

  static Article plain(String text) {
    return Proof.arabic().block(Block.Paragraph.of(text)).finish();
  }

  static Article named(String name) {
    return Objects.requireNonNull(all().get(name), name);
  }

  static Map<String, Article> all() {
    var all = new TreeMap<String, Article>();
    all.put("blocks", blocks());
    all.put("inlines", inlines());
    all.put("verse", verse());
    all.put("tables", tables());
    all.put("turned table", wideTable(12));
    all.put("parted table", wideTable(30));
    all.put("figures", figures());
    all.put("scripts", scripts());
    all.put("hard characters", hardCharacters());
    all.put("many pages", manyPages());
    all.put("no title", plain("فقرة وحيدة بلا عنوان."));
    all.put("no body", Proof.arabic().title(Proof.said("عنوان بلا متن")).finish());
    all.put("English", english());
    all.put("markup in the title", titled("a < b & \"c\" > d ]]> «é»"));
    all.put("controls in the title", titled("قبل\u0001\u0000\uFFFF\uD800بعد"));
    return all;
  }

  private static Article titled(String title) {
    return Proof.arabic()
        .title(Proof.said(title))
        .author(Proof.said(title))
        .block(Block.Paragraph.of("نص."))
        .finish();
  }

  static Article blocks() {
    return Proof.arabic()
        .title(Proof.said("مِن دفاتر البحّار"))
        .subtitle("عنوان ثانٍ")
        .author(Proof.said("ليلى الراوي"))
        .author(Proof.said("سامي"))
        .place(Proof.said("ميناء النور"))
        .block(new Block.Heading(2, words("أولًا: البحر"), Flow.UNMARKED))
        .block(Block.Paragraph.of("خرج البحّارة (وكانوا سبعة) عند الفجر، وعادوا في ٢٣ أكتوبر."))
        .block(new Block.Heading(4, words("الريح"), Flow.UNMARKED))
        .block(
            new Block.Quotation(
                List.of(Block.Paragraph.of("لا تأمنِ البحر."), list(true, "أولى", "ثانية")),
                Flow.UNMARKED))
        .block(
            new Block.ItemList(
                false,
                List.of(
                    List.of(Block.Paragraph.of("حبال"), list(true, "غليظة", "رفيعة")),
                    List.of(Block.Paragraph.of("أشرعة")),
                    List.of()),
                Flow.UNMARKED))
        .block(new Block.Heading(3, words("النهاية"), Flow.UNMARKED))
        .block(
            new Block.Paragraph(
                List.of(
                    new Inline.Text("جملة لها حاشية"),
                    new Inline.NoteReference("n1"),
                    new Inline.Text(" ثم أخرى"),
                    new Inline.NoteReference("n2"),
                    new Inline.Text(".")),
                Flow.UNMARKED))
        .block(
            new Block.Footnote("n1", List.of(Block.Paragraph.of("الحاشية الأولى.")), Flow.UNMARKED))
        .block(
            new Block.Footnote(
                "n2", List.of(Block.Paragraph.of("والثانية (see p. 3).")), Flow.UNMARKED))
        .finish();
  }

  private static Block list(boolean ordered, String... items) {
    return new Block.ItemList(
        ordered,
        java.util.Arrays.stream(items)
            .map(item -> List.<Block>of(Block.Paragraph.of(item)))
            .toList(),
        Flow.UNMARKED);
  }

  private static List<Inline> words(String text) {
    return List.of(new Inline.Text(text));
  }

  private static Article inlines() {
    return Proof.arabic()
        .title(Proof.said("روابط ولغات"))
        .block(
            new Block.Paragraph(
                List.of(
                    new Inline.Text("انظر "),
                    new Inline.Link("https://example.org/a?b=c&d", words("الموقع الأول")),
                    new Inline.Text(" و"),
                    new Inline.Link("javascript:alert(1)", words("ما لا يُتبع")),
                    new Inline.Text(" و"),
                    new Inline.Link("mailto:a@example.org", words("a@example.org")),
                    new Inline.LineBreak(),
                    new Inline.Emphasis(Inline.Strength.STRONG, words("مهم")),
                    new Inline.Text(" ثم "),
                    new Inline.Emphasis(
                        Inline.Strength.STRESSED,
                        List.of(new Inline.Link("https://example.org", words("رابط مشدّد")))),
                    new Inline.Text(" ثم "),
                    span(Language.ENGLISH, Direction.LEFT_TO_RIGHT, "PDF (1.7) files"),
                    new Inline.Text(" و"),
                    span(new Language("he"), Direction.RIGHT_TO_LEFT, "ספר (א)"),
                    new Inline.Text(".")),
                Flow.UNMARKED))
        .block(new Block.Paragraph(words("این یک بند فارسی است."), Flow.in(new Language("fa"))))
        .block(new Block.Paragraph(words("123 (abc) אבג"), Flow.towards(Direction.LEFT_TO_RIGHT)))
        .finish();
  }

  private static Inline span(Language language, Direction direction, String text) {
    return new Inline.Span(new Flow(Optional.of(language), Optional.of(direction)), words(text));
  }

  private static Article verse() {
    return Proof.arabic()
        .title(Proof.said("بيتان"))
        .block(
            new Block.Verse(
                List.of(
                    List.of(words("يا دارُ ما فعلَتْ بكِ الأيّامُ"), words("ضامَتْكِ والأيّامُ")),
                    List.of(words("شطرٌ وحيدٌ")),
                    List.of(words("أوّلُ القولِ"), words("آخرُه"))),
                Flow.UNMARKED))
        .finish();
  }

  private static Article tables() {
    return Proof.arabic()
        .title(Proof.said("أسعار السوق"))
        .block(
            new Block.Table(
                words("جدول الأسعار"),
                List.of(
                    new Block.Row(List.of(cell(true, 1, 1, "الصنف"), cell(true, 2, 1, "السعر"))),
                    new Block.Row(
                        List.of(
                            cell(true, 1, 2, "تمر"),
                            cell(false, 1, 1, "١٢"),
                            cell(false, 1, 1, "13.5"))),
                    new Block.Row(List.of(cell(false, 1, 1, "١٤"), cell(false, 1, 1, ""))),
                    new Block.Row(
                        List.of(
                            cell(false, 1, 1, "زيت"),
                            cell(false, 1, 1, "٩"),
                            cell(false, 1, 1, "oil (EVO)")))),
                Flow.UNMARKED))
        .block(
            new Block.Table(
                List.of(),
                List.of(new Block.Row(List.of(cell(false, 1, 1, "خلية وحيدة")))),
                Flow.UNMARKED))
        .finish();
  }

  /** So many columns that the page is too narrow for them. */
  private static Article wideTable(int columns) {
    var rows = new ArrayList<Block.Row>();
    for (int row = 0; row < 4; row++) {
      var cells = new ArrayList<Block.Cell>();
      for (int column = 0; column < columns; column++) {
        cells.add(cell(row == 0 || column == 0, 1, 1, "القيمة" + row + column));
      }
      rows.add(new Block.Row(cells));
    }
    var linked = new ArrayList<>(rows.getLast().cells());
    linked.set(
        columns - 1,
        new Block.Cell(
            false,
            1,
            1,
            List.of(
                new Block.Paragraph(
                    List.of(new Inline.Link("https://example.org/a", words("رابط (link)"))),
                    Flow.UNMARKED))));
    rows.set(rows.size() - 1, new Block.Row(linked));
    return Proof.arabic()
        .title(Proof.said("جدول عريض"))
        .block(Block.Paragraph.of("قبل الجدول."))
        .block(new Block.Table(words("شرح الجدول"), rows, Flow.UNMARKED))
        .block(Block.Paragraph.of("بعد الجدول."))
        .finish();
  }

  private static Block.Cell cell(boolean header, int columns, int rows, String text) {
    return new Block.Cell(header, columns, rows, List.of(Block.Paragraph.of(text)));
  }

  static Article figures() {
    return Proof.arabic()
        .title(Proof.said("صور"))
        .block(new Block.Figure("dots.png", "نقاط ملونة", words("شكل ١: نقاط"), Flow.UNMARKED))
        .block(new Block.Figure("dots.png", "نقاط بلا تعليق", List.of(), Flow.UNMARKED))
        .block(new Block.Figure("dots.png", "", List.of(), Flow.UNMARKED))
        .block(
            new Block.Figure("lost.png", "صورة لم تُحفظ", words("تعليق بلا صورة"), Flow.UNMARKED))
        .finish();
  }

  static Article scripts() {
    return Proof.arabic()
        .title(Proof.said("خطوط: English, עברית"))
        .block(Block.Paragraph.of("نص عربي فيه Latin (mixed) text و 12.5% و ١٢٫٥٪ ثم [قوس]."))
        .block(Block.Paragraph.of("یہ اردو کا جملہ ہے، جس میں ٹ اور ڑ ہیں۔"))
        .block(Block.Paragraph.of("زمان گچ پژ‌ها می‌روند «نقل»."))
        .block(Block.Paragraph.of("שלום (עולם), 123 בדיקה."))
        .block(Block.Paragraph.of("Leading Latin, ثم عربي (قوس) and back."))
        .block(Block.Paragraph.of("لا إله لأن الآن الإيمان ﷺ ﴿الحمد لله﴾ كتـــاب"))
        .block(Block.Paragraph.of("بِسْمِ ٱللَّهِ ٱلرَّحْمَـٰنِ ٱلرَّحِيمِ"))
        .finish();
  }

  static Article hardCharacters() {
    return Proof.arabic()
        .title(Proof.said("محارف صعبة"))
        .block(Block.Paragraph.of("وجه \uD83D\uDE00 وعائلة \uD83D\uDC68\u200D\uD83D\uDC69 وعلم."))
        .block(Block.Paragraph.of("خاص \uE000\uDBC0\uDC00 ومحذوف \u0000 ونصف \uD800 ونصف \uDC00."))
        .block(Block.Paragraph.of("\u064B\u0651 علامات وحدها \u0301"))
        .block(Block.Paragraph.of("بلا صورة: 漢字 \u0378 \uFDD0 \uFEFF \u00AD \u200B \u200D"))
        .block(Block.Paragraph.of("\u202E\u202Bضوابط\u202C\u2067عزل\u2069\u200F\u061C"))
        .block(Block.Paragraph.of(""))
        .block(Block.Paragraph.of("\u200F"))
        .block(Block.Paragraph.of("م" + "\u064E".repeat(300)))
        .finish();
  }

  static Article manyPages() {
    var draft = Proof.arabic().title(Proof.said("مقال طويل"));
    for (int i = 1; i <= 60; i++) {
      draft.block(
          Block.Paragraph.of(
              "الفقرة رقم "
                  + i
                  + " تحكي عن قافلة عبرت الصحراء (في الشتاء) ومعها كتب كثيرة، "
                  + "وكان فيها مَن يكتب بالعربية ومن يكتب in Latin letters، ثم وصلت."));
    }
    return draft.finish();
  }

  private static Article english() {
    return Article.draft(Language.ENGLISH)
        .title(Proof.said("A title"))
        .block(Block.Paragraph.of("An English paragraph with العربية (inside) and numbers 1–2."))
        .block(new Block.Heading(3, words("Skipped level"), Flow.UNMARKED))
        .block(list(true, "one", "two"))
        .finish();
  }

  static Picture picture() {
    var image = new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(Color.ORANGE);
    pen.fillOval(5, 5, 30, 30);
    pen.dispose();
    var out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Picture.read("dots.png", out.toByteArray(), _ -> {}).orElseThrow();
  }
}
