package org.qirtas.proof;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qirtas.font.FontShelf;

class ComparisonTest {
  private static final float DOTS = 72;
  private static final List<String> THINGS =
      List.of("lamp", "river", "carpet", "mountain", "needle", "harbour");

  @TempDir Path temporary;

  private List<Change> changes(Path before, Path after) throws IOException {
    try (PageImages old = PageImages.open(before);
        PageImages fresh = PageImages.open(after)) {
      return new Comparison(old, fresh, DOTS).changes(() -> {});
    }
  }

  private Path leaflet(String name, List<String> things) throws IOException {
    return Leaflets.of(temporary.resolve(name + ".pdf"), things);
  }

  private static List<String> told(List<Change> changes) {
    return changes.stream()
        .map(change -> change.before() + ">" + change.after() + " " + change.kind())
        .toList();
  }

  @Test
  void sameDocumentHasNotChanged() throws IOException {
    Path file = leaflet("a", THINGS);
    assertTrue(changes(file, file).stream().allMatch(c -> c.kind() == Change.Kind.SAME));
  }

  @Test
  void insertedPageIsAddedAndMovesTheOthersOnlyInNumber() throws IOException {
    var more = new ArrayList<>(THINGS);
    more.add(2, "windowpane");
    assertEquals(
        List.of(
            "1>1 SAME",
            "2>2 SAME",
            "0>3 ADDED",
            "3>4 RENUMBERED",
            "4>5 RENUMBERED",
            "5>6 RENUMBERED",
            "6>7 RENUMBERED"),
        told(changes(leaflet("a", THINGS), leaflet("b", more))));
  }

  @Test
  void removedPageIsToldWhereItStood() throws IOException {
    var fewer = new ArrayList<>(THINGS);
    fewer.remove(4);
    List<Change> changes = changes(leaflet("a", THINGS), leaflet("b", fewer));
    assertEquals("5>0 REMOVED", told(changes).get(4));
    assertEquals(1, changes.stream().filter(Change::isSeen).count());
  }

  @Test
  void rewrittenPageTakesTheOthersPlace() throws IOException {
    var other = new ArrayList<>(THINGS);
    other.set(3, "windowpane");
    List<Change> changes = changes(leaflet("a", THINGS), leaflet("b", other));
    assertEquals("4>4 CHANGED", told(changes).get(3));
    assertEquals(1, changes.stream().filter(Change::isSeen).count());
  }

  @Test
  void changedRegionHoldsWhatChangedAndLittleElse() throws IOException {
    Path before = leaflet("a", THINGS);
    Path after = temporary.resolve("b.pdf");
    try (PDDocument document = org.apache.pdfbox.Loader.loadPDF(before.toFile())) {
      PDPage page = document.getPage(1);
      try (var content =
          new PDPageContentStream(
              document, page, PDPageContentStream.AppendMode.APPEND, true, true)) {
        content.addRect(200, 200, 40, 30);
        content.fill();
      }
      document.save(after.toFile());
    }
    Change change = changes(before, after).get(1);
    assertEquals(Change.Kind.CHANGED, change.kind());
    assertEquals(1, change.regions().size());
    Rectangle box = change.regions().getFirst();
    assertTrue(box.contains(new Rectangle(200, 420 - 230, 40, 30)), box.toString());
    assertTrue(box.width < 40 + 32 && box.height < 30 + 32, box.toString());
    assertTrue(change.share() < 0.05, () -> "" + change.share());
  }

  @Test
  void pictureIsTheSameEachTimeAndOlderPageStandsFirst() throws IOException {
    var other = new ArrayList<>(THINGS);
    other.set(0, "windowpane");
    Path before = leaflet("a", THINGS);
    Path after = leaflet("b", other);
    try (PageImages old = PageImages.open(before);
        PageImages fresh = PageImages.open(after);
        var lettering = new Lettering(FontShelf.open(Path.of("fonts")))) {
      Change change = new Comparison(old, fresh, DOTS).changes(() -> {}).getFirst();
      var pictures = new SideBySide(old, fresh, DOTS, lettering);
      BufferedImage one = pictures.picture(change, new SideBySide.Heads("قبل", "الآن"));
      BufferedImage two = pictures.picture(change, new SideBySide.Heads("قبل", "الآن"));
      assertArrayEquals(Fingerprint.pixels(one), Fingerprint.pixels(two));
      // No direction is named: from left to right. The older page's frames are orange.
      assertTrue(has(one.getSubimage(0, 0, one.getWidth() / 2, one.getHeight()), 0xD55E00));
      assertTrue(
          has(
              one.getSubimage(one.getWidth() / 2, 0, one.getWidth() / 2, one.getHeight()),
              0x0072B2));
    }
  }

  private static boolean has(BufferedImage image, int colour) {
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        if ((image.getRGB(x, y) & 0xFFFFFF) == colour) {
          return true;
        }
      }
    }
    return false;
  }
}
