package org.qirtas.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qirtas.compose.Page;
import org.qirtas.compose.PageItem;
import org.qirtas.profile.PrintProfile;

/** Marks of direction keep a line's characters in their order, and stand nowhere else. */
class DirectionalMarksTest {
  private static final String MARKS = "[\u061C\u200E\u200F]";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "قال (نعم) ثم مضى",
        "هذا «مهم» [راجع المرجع] جدا",
        "قال «نعم».",
        "(بين قوسين)",
        "«أول» «ثان» (ثالث)",
        "مساء، ٢٣ أكتوبر ٢٠٢٠، ثم",
        "في 2024-05-12 (الطبعة 3)",
        "السعر ٧٫٥٠ والعدد 25 من مجلة ACM Computing في",
        "كتابٌ جديدٌ، هنا وقولٌ",
        "ثم ثلاث نقاط... وبعد: نعم!",
        "می‌خواهم «کتاب‌ها» را بخوانم؛ خوب!",
        "שלום (עולם) 12, כן",
      })
  void pdfBoxReadsALineAsItWasWritten(String line) throws IOException {
    Path pdf = Proof.of(line, Edition.SCREEN, folder).pdf();
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      String read = PageReader.read(document).read().getFirst();
      assertEquals(line, read.replaceAll(MARKS, "").replaceAll("\\s+", " ").strip());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"السلام عليكم ورحمة الله وبركاته", "سلام بر همه", "Latin (with) 12, 13"})
  void wordsAloneNeedNone(String line) {
    for (PageItem.Line set : lines(line)) {
      assertEquals(DirectionalMarks.NONE.before(0), DirectionalMarks.of(set).before(0));
      PrintedText painted = PrintedText.of(page(line));
      assertFalse(text(painted).matches(".*" + MARKS + ".*"), text(painted));
    }
  }

  @Test
  void numberIsNotPartedInside() {
    String painted = text(PrintedText.of(page("العدد 12,345.67 في ١٢٣٬٤٥٦٫٧٨ ثم")));
    assertTrue(painted.contains("12,345.67"), painted);
    assertTrue(painted.contains("١٢٣٬٤٥٦٫٧٨"), painted);
  }

  @Test
  void equalNeighboursAreLeftTogether() {
    assertTrue(text(PrintedText.of(page("ثم سكت... وبعد"))).contains("..."));
  }

  private static String text(PrintedText painted) {
    int[] characters = painted.characters();
    return new String(characters, 0, characters.length);
  }

  private static Page page(String line) {
    return Proof.pages(Specimens.plain(line), PrintProfile.articleA4()).getFirst();
  }

  private static List<PageItem.Line> lines(String line) {
    return page(line).items().stream()
        .filter(PageItem.Line.class::isInstance)
        .map(PageItem.Line.class::cast)
        .toList();
  }
}
