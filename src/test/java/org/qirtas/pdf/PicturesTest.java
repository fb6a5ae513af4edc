package org.qirtas.pdf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qirtas.article.Block;
import org.qirtas.article.Direction;
import org.qirtas.article.Flow;
import org.qirtas.article.Inline;
import org.qirtas.article.Language;
import org.qirtas.compose.Element;
import org.qirtas.compose.Notice;
import org.qirtas.compose.Page;
import org.qirtas.compose.PageItem;
import org.qirtas.compose.Picture;
import org.qirtas.measure.Length;
import org.qirtas.measure.Size;

class PicturesTest {
  @TempDir private Path folder;

  private static Picture read(String name, byte[] bytes) {
    return Picture.read(
            name,
            bytes,
            notice -> {
              throw new AssertionError(notice.toString());
            })
        .orElseThrow();
  }

  private static List<String> refusal(byte[] bytes) {
    var notices = new ArrayList<Notice>();
    boolean printed = Picture.read("p", bytes, notices::add).isPresent();
    var said = new ArrayList<>(notices.stream().map(Notice::code).toList());
    said.addFirst(printed ? "printed" : "not printed");
    return said;
  }

  /** One picture on a page of its own size, which is the size of the quarters in points. */
  private Path print(Picture picture, Edition edition) throws IOException {
    Element figure =
        Element.document(Language.ENGLISH)
            .child(Element.Role.FIGURE, Element.Marks.showing("a picture"));
    var extent = new Size(Length.points(Photographs.WIDTH), Length.points(Photographs.HEIGHT));
    var item = new PageItem.Picture(Length.ZERO, Length.ZERO, extent, picture, figure);
    Path pdf = folder.resolve(picture.name().replaceAll("\\W", "-") + edition + ".pdf");
    var colophon =
        new Colophon(
            "A picture",
            List.of(),
            List.of(),
            Language.ENGLISH,
            Direction.LEFT_TO_RIGHT,
            Instant.EPOCH);
    try (OutputStream out = Files.newOutputStream(pdf);
        var master = new PdfMaster(colophon, edition, out)) {
      master.add(new Page(1, "1", extent, Length.ZERO, List.of(item)));
      master.finish();
    }
    return pdf;
  }

  private static PDImageXObject only(PDDocument document) throws IOException {
    var resources = document.getPage(0).getResources();
    return (PDImageXObject) resources.getXObject(resources.getXObjectNames().iterator().next());
  }

  private static Color[] corners(Path pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      BufferedImage page = new PDFRenderer(document).renderImage(0);
      int right = page.getWidth() - 9;
      int foot = page.getHeight() - 9;
      return new Color[] {
        new Color(page.getRGB(8, 8)),
        new Color(page.getRGB(right, 8)),
        new Color(page.getRGB(8, foot)),
        new Color(page.getRGB(right, foot))
      };
    }
  }

  private static void assertNear(Color[] wanted, Color[] found) {
    for (int i = 0; i < wanted.length; i++) {
      int off =
          Math.abs(wanted[i].getRed() - found[i].getRed())
              + Math.abs(wanted[i].getGreen() - found[i].getGreen())
              + Math.abs(wanted[i].getBlue() - found[i].getBlue());
      assertTrue(off < 60, i + ": " + Arrays.toString(found));
    }
  }

  private static final Color[] QUARTERS = {Color.RED, Color.GREEN, Color.BLUE, Color.WHITE};

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void pictureIsSeenAsTheCameraWasHeld(int value) throws IOException {
    Picture picture = read("held" + value + ".jpg", Photographs.held(value));
    assertEquals(Photographs.WIDTH, picture.columns());
    assertEquals(Photographs.HEIGHT, picture.rows());
    assertNear(QUARTERS, corners(print(picture, Edition.SCREEN)));
    // What is sampled down is turned in the same way.
    Picture small =
        picture.sampled(
            new Size(Length.points(Photographs.WIDTH), Length.points(Photographs.HEIGHT)), 36);
    assertEquals(2, small.sampling());
    assertNear(QUARTERS, corners(print(small, Edition.SCREEN)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rgb.jpg", "gray.jpg", "cmyk.jpg", "adobe-cmyk.jpg", "held-sideways.jpg"})
  void bytesOfAJpegStayAsTheyCame(String name) throws IOException {
    byte[] bytes = Photographs.named(name);
    boolean inks = name.endsWith("cmyk.jpg");
    for (Edition edition : inks ? Edition.values() : new Edition[] {Edition.SCREEN}) {
      try (PDDocument document = Loader.loadPDF(print(read(name, bytes), edition).toFile())) {
        PDImageXObject image = only(document);
        assertEquals(COSName.DCT_DECODE, image.getCOSObject().getItem(COSName.FILTER));
        assertArrayEquals(bytes, image.getCOSObject().createRawInputStream().readAllBytes());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void inksAreNamedAsTheEditionNeeds(Edition edition) throws IOException {
    byte[] bytes = Photographs.named("cmyk.jpg");
    Path pdf = print(read("cmyk.jpg", bytes), edition);
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      assertEquals(
          edition == Edition.PRINT ? "DeviceCMYK" : "ICCBased",
          only(document).getColorSpace().getName());
    }
  }

  @Test
  void inksOfAdobesProgramsAreStoredInverted() throws IOException {
    Color[] plain = corners(print(read("c.jpg", Photographs.named("cmyk.jpg")), Edition.PRINT));
    Color[] inverted =
        corners(print(read("a.jpg", Photographs.named("adobe-cmyk.jpg")), Edition.PRINT));
    assertTrue(plain[1].getRed() + plain[1].getGreen() + plain[1].getBlue() < 150, "black");
    assertTrue(plain[0].getBlue() > plain[0].getRed() + 80, "cyan");
    // The same numbers are the opposite inks: no cyan but magenta and yellow, no black.
    assertTrue(inverted[0].getRed() < 80 && inverted[0].getBlue() < 80, "all inks but cyan");
    assertTrue(inverted[1].getRed() < 80, "cyan, magenta and yellow");
  }

  @ParameterizedTest
  @ValueSource(strings = {"adobe-cmyk.jpg", "ycck.jpg"})
  void inksThatAreCodedAnewAreTheSame(String name) throws IOException {
    Picture picture = read(name, Photographs.named(name));
    var smaller = picture.sampled(new Size(Length.points(72), Length.points(72)), 40);
    assertNear(corners(print(picture, Edition.PRINT)), corners(print(smaller, Edition.PRINT)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rgb.jpg", "profile.jpg", "wrong-profile.jpg", "rgb.png", "plain.bmp"})
  void coloursOfAPrintEditionAreInInksAndLookAlike(String name) throws IOException {
    Path pdf = print(read(name, Photographs.named(name)), Edition.PRINT);
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      assertEquals("DeviceCMYK", only(document).getColorSpace().getName());
    }
    Color[] seen = corners(pdf);
    assertTrue(seen[0].getRed() > 150 && seen[0].getBlue() < 110, "red " + seen[0]);
    assertTrue(seen[1].getGreen() > 110 && seen[1].getRed() < 130, "green " + seen[1]);
    assertTrue(seen[2].getBlue() > 90 && seen[2].getGreen() < 120, "blue " + seen[2]);
    assertEquals(Color.WHITE, seen[3]);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gray.jpg", "gray.png", "deep.png", "bits.png"})
  void greysOfAPrintEditionAreInBlackAlone(String name) throws IOException {
    Path pdf = print(read(name, Photographs.named(name)), Edition.PRINT);
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      assertEquals("DeviceGray", only(document).getColorSpace().getName());
    }
    assertEquals(Color.WHITE, corners(pdf)[3]);
  }

  @Test
  void greysThatAreStoredAsColoursAreInBlackAlone() throws IOException {
    var grey = new BufferedImage(80, 48, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < 80; x++) {
      for (int y = 0; y < 48; y++) {
        grey.setRGB(x, y, x * 3 * 0x010101);
      }
    }
    for (byte[] bytes : List.of(Photographs.jpeg(grey), Photographs.png(grey))) {
      try (PDDocument document =
          Loader.loadPDF(print(read("grey", bytes), Edition.PRINT).toFile())) {
        assertEquals("DeviceGray", only(document).getColorSpace().getName());
      }
    }
  }

  @Test
  void profileOfAPictureIsKeptWhereItFits() throws IOException {
    byte[] own = Photographs.named("profile.jpg");
    byte[] wrong = Photographs.named("wrong-profile.jpg");
    for (byte[] bytes : List.of(own, wrong)) {
      Path pdf = print(read("p.jpg", bytes), Edition.SCREEN);
      try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
        var space =
            (org.apache.pdfbox.pdmodel.graphics.color.PDICCBased) only(document).getColorSpace();
        assertEquals(3, space.getNumberOfComponents());
      }
    }
  }

  @Test
  void transparencyOfAPngIsItsSoftMask() throws IOException {
    Path pdf = print(read("alpha.png", Photographs.named("alpha.png")), Edition.PRINT);
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      COSDictionary mask = only(document).getCOSObject().getCOSDictionary(COSName.SMASK);
      assertEquals(Photographs.WIDTH, mask.getInt(COSName.WIDTH));
    }
    Color[] corners = corners(pdf);
    assertTrue(corners[0].getGreen() > 200, "nearly white at the left");
    assertTrue(corners[1].getGreen() < 90, "red at the right");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rgb.jpg", "gray.jpg", "cmyk.jpg", "rgb.png", "alpha.png", "bits.png"})
  void onlyWhatTheProfileWantsIsSampledDown(String name) throws IOException {
    Picture picture = read(name, Photographs.named(name));
    var inch = new Size(Length.points(72), Length.points(72));
    assertEquals(1, picture.sampled(inch, 0).sampling(), "no wish");
    assertEquals(1, picture.sampled(inch, 300).sampling(), "not finer");
    assertEquals(1, picture.sampled(inch, 78).sampling(), "hardly finer");
    Path pdf = print(picture.sampled(inch, 20), Edition.SCREEN);
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      assertEquals(20, only(document).getWidth());
      assertEquals(12, only(document).getHeight());
    }
  }

  @Test
  void brokenPictureIsToldAndCostsNoPage() {
    byte[] jpeg = Photographs.jpeg(Photographs.quarters());
    byte[] png = Photographs.png(Photographs.quarters());
    assertEquals(
        List.of("printed", "compose.picture-cut"), refusal(Arrays.copyOf(jpeg, jpeg.length - 40)));
    assertEquals(
        List.of("not printed", "compose.picture-broken"), refusal(Arrays.copyOf(jpeg, 30)));
    assertEquals(
        List.of("not printed", "compose.picture-broken"),
        refusal(Arrays.copyOf(png, png.length / 2)));
    assertEquals(List.of("not printed", "compose.picture-unknown"), refusal(new byte[] {1, 2, 3}));
    assertEquals(
        List.of("not printed", "compose.picture-unknown"),
        refusal(
            "<svg xmlns='http://www.w3.org/2000/svg'/>"
                .getBytes(java.nio.charset.StandardCharsets.UTF_8)));
  }

  @Test
  void pictureThatClaimsABillionDotsIsNotDecoded() {
    byte[] png = Photographs.png(Photographs.quarters());
    java.nio.ByteBuffer.wrap(png).putInt(16, 1 << 20).putInt(20, 1 << 20);
    var sum = new java.util.zip.CRC32();
    sum.update(png, 12, 17);
    java.nio.ByteBuffer.wrap(png).putInt(29, (int) sum.getValue());
    assertEquals(List.of("not printed", "compose.picture-too-large"), refusal(png));
  }

  @ParameterizedTest
  @EnumSource
  void everyKindOfPictureIsArchivalAndAccessible(Edition edition) throws Exception {
    var draft = Proof.arabic().title(Proof.said("صور من كل نوع"));
    Map<String, Picture> pictures = new TreeMap<>();
    Photographs.all()
        .forEach((name, bytes) -> {
          pictures.put(name, read(name, bytes));
          List<Inline> caption = List.of(new Inline.Text("صورة " + name));
          draft.block(new Block.Figure(name, "ما تظهره الصورة", caption, Flow.UNMARKED));
        });
    List<Page> pages = Proof.pages(draft.finish(), pictures);
    long printed =
        pages.stream()
            .flatMap(page -> page.items().stream())
            .filter(PageItem.Picture.class::isInstance)
            .count();
    assertEquals(pictures.size(), printed);
    Proof proof = Proof.write(draft.finish(), pages, edition, folder, List.of());
    StandardsTest.assertStandard(proof.pdf());
    assertEquals(
        List.of(),
        Preflight.of(proof.pdf(), edition).stream().filter(PreflightFinding::isError).toList());
    assertEquals(List.of(), proof.readBack().stream().filter(ReadBackFinding::isError).toList());
  }
}
