package org.qirtas.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qirtas.article.Block;
import org.qirtas.font.FontShelf;
import org.qirtas.measure.Length;
import org.qirtas.profile.PrintProfile;
import org.qirtas.profile.Profiles;

/**
 * A font's own longer forms. No font of the shelf has any, so the tests take one whose final heh
 * has a wider variant, and call that its form for justification.
 */
class ElongationTest {
  private static final Path FONT = Path.of("fonts/scheherazade-new/ScheherazadeNew-Regular.ttf");
  private static final String TEXT =
      "قالت له إن به ما به، وكتبت إليه ما نبه عليه، ثم مشت به إلى بيته وقد نسيت كتابه عنده. "
          .repeat(10);

  @TempDir private Path folder;
  private PrintProfile profile = PrintProfile.articleA4();

  @BeforeEach
  void narrowPage() throws IOException {
    Path file = folder.resolve("my.yaml");
    Files.writeString(
        file,
        """
        page: {margins: {inner: 70 mm, outer: 70 mm}}
        fonts: {text: {family: Scheherazade New}}
        """);
    profile = Profiles.read(file.toString(), List.of());
  }

  /** The font as it is, or with the tag of its wide heh changed. */
  private FontShelf shelf(boolean longer) throws IOException {
    byte[] font = Files.readAllBytes(FONT);
    String bytes = new String(font, StandardCharsets.ISO_8859_1);
    int tables = bytes.indexOf("cv48");
    for (int at = tables; longer && at >= 0; at = bytes.indexOf("cv48", at + 1)) {
      System.arraycopy("jalt".getBytes(StandardCharsets.ISO_8859_1), 0, font, at, 4);
    }
    Path fonts = Files.createDirectories(folder.resolve(longer ? "longer" : "usual"));
    Files.write(fonts.resolve("font.ttf"), font);
    return FontShelf.open(fonts);
  }

  private List<PageItem.Line> set(boolean longer) throws IOException {
    var pages = new ArrayList<Page>();
    try (var composer = new Composer(profile, shelf(longer), new OptimumFit(false))) {
      composer.compose(Press.article(Block.Paragraph.of(TEXT)), Map.of(), pages::add);
    }
    return Press.lines(pages, Element.Role.PARAGRAPH);
  }

  private static double worst(List<PageItem.Line> lines) {
    return lines.stream().mapToDouble(line -> fit(line).badness()).sum();
  }

  private static Fit fit(PageItem.Line line) {
    return line.why() == null ? Fit.NATURAL : line.why().fit();
  }

  private static boolean isLonger(PageItem.Line line) {
    return fit(line).elongation().isPresent();
  }

  @Test
  void longerFormsStandWhereTheyMakeLinesBetter() throws IOException {
    List<PageItem.Line> lines = set(true);
    List<PageItem.Line> usual = set(false);
    assertTrue(lines.stream().anyMatch(ElongationTest::isLonger));
    assertTrue(usual.stream().noneMatch(ElongationTest::isLonger));
    assertTrue(worst(lines) < worst(usual), worst(lines) + " " + worst(usual));
    assertEquals(Press.text(usual), Press.text(lines));
  }

  @Test
  void lineWithALongerFormIsAsWideAsTheMeasure() throws IOException {
    int longer = 0;
    List<PageItem.Line> lines = set(true);
    for (PageItem.Line line : lines.subList(0, lines.size() - 1)) {
      longer += isLonger(line) ? 1 : 0;
      int trailing = Press.text(line).length() - Press.text(line).stripTrailing().length();
      PlacedRun leftmost = line.runs().getFirst();
      Length hung =
          Length.ofUnits(
                  leftmost.run().advance(0),
                  leftmost.run().font().unitsPerEm(),
                  leftmost.run().size())
              .plus(leftmost.spaceStretch());
      Length left = Press.left(line).plus(trailing == 0 ? Length.ZERO : hung);
      Length width = Press.right(line).minus(left);
      assertEquals(line.measure().inPoints(), width.inPoints(), 0.01, Press.text(line));
    }
    assertTrue(longer > 0);
  }

  @Test
  void wordInALongerFormHasNoKashida() throws IOException {
    for (PageItem.Line line : set(true)) {
      fit(line)
          .elongation()
          .ifPresent(word -> {
            for (PlacedRun run : line.runs()) {
              for (Kashida kashida : run.kashidas()) {
                int at = run.run().start() + kashida.letter();
                assertTrue(at < word.start() || at >= word.end());
              }
            }
          });
    }
  }
}
