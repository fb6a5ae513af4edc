package org.qirtas.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qirtas.article.Article;
import org.qirtas.article.Attested;
import org.qirtas.article.Block;
import org.qirtas.article.Direction;
import org.qirtas.article.Inline;

/**
 * One article of our own, {@code bridge.fodt}, as LibreOffice writes it in each form that archives
 * hold: {@code soffice --headless --convert-to doc bridge.fodt}.
 */
class WordProcessorsTest {
  private static final String BODY =
      """
      P افتُتح الجسر القديم[1] أمس أمام المشاة بعد ثلاث سنوات من الترميم، وعبره في ساعته الأولى *ألفان* من أهل المدينة.
      H2 كيف رُمّم
      P رُفعت الحجارة حجرًا حجرًا ثم أُعيدت إلى مواضعها، وهذه مراحل العمل:
      • رفع الحجارة وترقيمها
      •• بالأرقام العربية
      • تقوية الأساس
      # العبور مشيًا
      # ثم بالدراجة
      H3 الأرقام
      T السنة|العمال|الكلفة
      T 2018|٤٠|نصف مليون
      T 2019|لم تُنشر×2
      F picture-1.png
      P صورة: الجسر عند الغروب
      P وقال المهندس باسل الحداد لمجلة The River إن الجسر «سيبقى مئة عام أخرى»[2]، وإن <صفحة المشروع> تُحدّث كل شهر.
      N بُني الجسر أول مرة سنة ١٨٩٢.
      N حديث أُجري في موقع العمل.
      """;

  @TempDir private Path folder;

  static byte[] fixture(String name) throws IOException {
    try (InputStream in = WordProcessorsTest.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("no fixture " + name);
      }
      return in.readAllBytes();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"bridge.doc", "bridge.docx", "bridge.odt", "bridge.rtf"})
  void theSameArticleComesOutOfEveryForm(String name) throws IOException {
    Reading reading = Sources.reading(folder, name, fixture(name));
    Article article = reading.article();
    assertEquals("جسر العشّاق يعود إلى الضفتين", article.title().map(Attested::value).orElse(""));
    assertEquals(List.of("ليلى حداد"), article.authors().stream().map(Attested::value).toList());
    assertEquals(
        "2020-10-23", article.date().map(d -> d.from().toLocalDate().toString()).orElse(""));
    assertEquals(1, reading.pictures().size());
    assertEquals(BODY, new Proof().of(article.body()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bridge.doc", "bridge.docx", "bridge.rtf"})
  void paragraphsKeepTheirDirection(String name) throws IOException {
    Block first = Sources.article(folder, name, fixture(name)).body().getFirst();
    assertEquals(
        Direction.RIGHT_TO_LEFT,
        ((Block.Paragraph) first).flow().direction().orElse(Direction.LEFT_TO_RIGHT));
  }

  @Test
  void ofAnRtfThatEndsTooSoonWhatCameBeforeStays() throws IOException {
    byte[] whole = fixture("bridge.rtf");
    String cut = new String(whole, StandardCharsets.ISO_8859_1);
    cut = cut.substring(0, cut.indexOf("\\trowd"));
    Article article = Sources.article(folder, "cut.rtf", cut.getBytes(StandardCharsets.ISO_8859_1));
    assertEquals("جسر العشّاق يعود إلى الضفتين", article.title().map(Attested::value).orElse(""));
    assertEquals(
        BODY.lines().limit(8).toList(), new Proof().of(article.body()).lines().limit(8).toList());
  }

  @Test
  void whatRtfHidesFromItsReadersIsNotRead() throws IOException {
    String rtf =
        "{\\rtf1\\ansi{\\*\\nobody knows this}{\\header running head\\par}{\\v hidden}{\\deleted gone}"
            + "A title\\par {\\*\\bkmkstart mark}Words\\~and\\zwnj more{\\object{\\*\\objdata 0102}{\\result  shown}}.\\par"
            + "{\\shp{\\*\\shpinst{\\sp{\\sn name}{\\sv value}}{\\shptxt In a box.\\par}}{\\shprslt In a box again.}}}";
    Article article = Sources.article(folder, "a.rtf", rtf.getBytes(StandardCharsets.US_ASCII));
    assertEquals("A title", article.title().map(Attested::value).orElse(""));
    assertEquals("Words\u00A0and\u200Cmore shown.\n\nIn a box.", article.text());
  }

  @Test
  void rtfTablesKeepMergedCellsAndTablesInCells() throws IOException {
    String rtf =
        "{\\rtf1\\ansi A title\\par A first paragraph that is longer than a title.\\par"
            + "\\trowd\\trhdr\\clvmgf\\cellx1000\\cellx2000\\cellx3000\\pard\\intbl a\\cell b\\cell c\\cell\\row"
            + "\\trowd\\clvmrg\\cellx1000\\cellx3000\\pard\\intbl\\cell wide\\cell\\row\\pard The end.\\par}";
    Article article = Sources.article(folder, "a.rtf", rtf.getBytes(StandardCharsets.US_ASCII));
    Block.Table table = (Block.Table) article.body().get(1);
    assertEquals(2, table.rows().getFirst().cells().getFirst().rows());
    assertEquals(
        List.of("wide"),
        table.rows().get(1).cells().stream().map(cell -> Block.textOf(cell.blocks())).toList());
    assertEquals(2, table.rows().get(1).cells().getFirst().columns());
    assertEquals("The end.", article.body().getLast().text());
  }

  /** A body on one line a block, as a proof-reader would note it. */
  private static final class Proof {
    private final StringBuilder lines = new StringBuilder();
    private final List<String> notes = new ArrayList<>();

    String of(List<Block> blocks) {
      blocks.forEach(block -> line(block, ""));
      notes.forEach(note -> lines.append("N ").append(note).append('\n'));
      return lines.toString();
    }

    private void line(Block block, String points) {
      switch (block) {
        case Block.Heading heading -> add("H" + heading.level(), words(heading.content()));
        case Block.Paragraph paragraph ->
            add(points.isEmpty() ? "P" : points, words(paragraph.content()));
        case Block.ItemList list -> {
          String sign = points + (list.ordered() ? "#" : "•");
          list.items().forEach(item -> item.forEach(inner -> line(inner, sign)));
        }
        case Block.Table table ->
            table
                .rows()
                .forEach(row ->
                    add(
                        "T",
                        String.join(
                            "|",
                            row.cells().stream()
                                .map(cell ->
                                    Block.textOf(cell.blocks())
                                        + (cell.columns() > 1 ? "×" + cell.columns() : ""))
                                .toList())));
        case Block.Figure figure -> add("F", figure.picture());
        case Block.Footnote note -> notes.add(Block.textOf(note.blocks()));
        default -> add(block.getClass().getSimpleName(), block.text());
      }
    }

    private void add(String sign, String words) {
      // One program puts a blank before the sign of a note, another behind it.
      String tight = words.replace(" [", "[").replaceAll("(\\[\\d])(?=\\p{L})", "$1 ");
      lines.append(String.format(Locale.ROOT, "%s %s%n", sign, tight.strip()));
    }

    private int references;

    private String words(List<Inline> inlines) {
      var words = new StringBuilder();
      for (Inline inline : inlines) {
        words.append(
            switch (inline) {
              case Inline.Text(String text) -> text;
              case Inline.Emphasis(_, List<Inline> content) -> "*" + words(content) + "*";
              case Inline.Link(_, List<Inline> content) -> "<" + words(content) + ">";
              case Inline.Span(_, List<Inline> content) -> words(content);
              case Inline.LineBreak() -> "/";
              case Inline.NoteReference(_) -> "[" + ++references + "]";
            });
      }
      return words.toString();
    }
  }
}
