package org.qirtas.pdf;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.jspecify.annotations.Nullable;
import org.qirtas.compose.JpegHead;
import org.qirtas.compose.Picture;

/**
 * The pictures of a document: each embedded once.
 *
 * <p>For the screen a JPEG's bytes stay as they came, in any colours; others are kept without loss,
 * with their transparency. Only what a profile samples down is coded anew. For print, all are
 * separated into the inks of the press; those that are in its inks already stay as they came.
 */
final class Pictures {
  /** How well what is sampled down is kept: no eye tells it from the original in print. */
  private static final float QUALITY = 0.92f;

  private final PdfFile file;
  private final ColourSpaces spaces;
  private final Edition edition;
  private final PrintIntent press;
  private @Nullable Separation separation;
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, Reference> embedded = new HashMap<>();

  Pictures(PdfFile file, Edition edition, PrintIntent press) {
    this.file = file;
    this.edition = edition;
    this.press = press;
    this.spaces = new ColourSpaces(file, edition, press);
  }

  /** Puts a picture among a page's resources, and says what it is called there. */
  String place(Picture picture, COSDictionary xObjects) throws IOException {
    // By content: two articles may each have a picture of that name.
    String key = ColourSpaces.digest(picture.bytes()) + " " + picture.sampling();
    String name = names.get(key);
    if (name == null) {
      name = "P" + (names.size() + 1);
      names.put(key, name);
      embedded.put(name, embed(picture));
    }
    xObjects.setItem(COSName.getPDFName(name), embedded.get(name));
    return name;
  }

  private Reference embed(Picture picture) throws IOException {
    return switch (edition) {
      case SCREEN -> asItCame(picture);
      case PRINT -> separated(picture);
    };
  }

  private Reference separated(Picture picture) throws IOException {
    Optional<JpegHead> inks = picture.jpeg().filter(head -> head.components() == 4);
    boolean meant = inks.isPresent() && spaces.isOfThePress(inks.get().profile());
    if (meant) {
      return picture.isPassedThrough()
          ? jpeg(picture.bytes(), inks.get().with(Optional.empty()))
          : coded(DecodedPicture.inks(picture, inks.get()));
    }
    if (separation == null) {
      separation = Separation.of(press);
    }
    var printed = PressPicture.of(picture, separation);
    if (picture.jpeg().isPresent() && printed.opacity().isEmpty()) {
      return coded(printed.dots());
    }
    var stream = new COSDictionary();
    if (printed.opacity().isPresent()) {
      var mask = new COSDictionary();
      stream.setItem(COSName.SMASK, plain(mask, printed.opacity().get()));
    }
    return plain(stream, printed.dots());
  }

  /** A JPEG of dots in the press's inks. */
  private Reference coded(Raster dots) throws IOException {
    byte[] bytes = coded(new IIOImage(dots, null, null));
    return jpeg(bytes, JpegHead.read(bytes).orElseThrow().with(Optional.empty()));
  }

  /** Dots without loss. Each row is written as what it differs by from the one above (PNG's Up). */
  private Reference plain(COSDictionary stream, Raster dots) throws IOException {
    int components = dots.getNumBands();
    describe(
        stream,
        dots.getWidth(),
        dots.getHeight(),
        components == 1 ? COSName.DEVICEGRAY : COSName.DEVICECMYK);
    var parameters = new COSDictionary();
    parameters.setInt(COSName.PREDICTOR, 15);
    parameters.setInt(COSName.COLORS, components);
    parameters.setInt(COSName.COLUMNS, dots.getWidth());
    stream.setItem(COSName.DECODE_PARMS, parameters);
    return file.writeStream(stream, new Upwards(dots));
  }

  private Reference asItCame(Picture picture) throws IOException {
    Optional<JpegHead> jpeg = picture.jpeg();
    if (picture.isPassedThrough()) {
      return jpeg(picture.bytes(), jpeg.orElseThrow());
    }
    if (jpeg.isPresent() && jpeg.get().components() == 4) {
      return anew(new IIOImage(DecodedPicture.inks(picture, jpeg.get()), null, null), jpeg.get());
    }
    BufferedImage image = DecodedPicture.image(picture);
    if (jpeg.isPresent() && picture.sampling() > 1) {
      return anew(new IIOImage(image, null, null), jpeg.get());
    }
    return lossless(image, jpeg.isPresent() ? Optional.empty() : PngProfile.of(picture.bytes()));
  }

  private Reference jpeg(byte[] bytes, JpegHead head) throws IOException {
    var stream = new COSDictionary();
    COSBase space = spaces.of(head.components(), head.profile());
    describe(stream, head.columns(), head.rows(), space);
    if (head.isInverted()) {
      stream.setItem(COSName.DECODE, inverted());
    }
    if (head.namedRgb() && head.transform().isEmpty()) {
      // Readers take three numbers for YCbCr where nothing is said (ISO 32000-1, 7.4.8).
      var parameters = new COSDictionary();
      parameters.setInt(COSName.getPDFName("ColorTransform"), 0);
      stream.setItem(COSName.DECODE_PARMS, parameters);
    }
    stream.setItem(COSName.FILTER, COSName.DCT_DECODE);
    return file.writeCoded(stream, bytes);
  }

  private static COSArray inverted() {
    var decode = new COSArray();
    for (int ink = 0; ink < 4; ink++) {
      decode.add(COSInteger.ONE);
      decode.add(COSInteger.ZERO);
    }
    return decode;
  }

  /** A JPEG coded anew; its numbers mean what they did. */
  private Reference anew(IIOImage image, JpegHead head) throws IOException {
    byte[] bytes = coded(image);
    JpegHead now = JpegHead.read(bytes).orElseThrow();
    return jpeg(bytes, now.profile().isPresent() ? now : now.with(head.profile()));
  }

  private static void describe(COSDictionary stream, int columns, int rows, COSBase space) {
    stream.setItem(COSName.TYPE, COSName.XOBJECT);
    stream.setItem(COSName.SUBTYPE, COSName.IMAGE);
    stream.setInt(COSName.WIDTH, columns);
    stream.setInt(COSName.HEIGHT, rows);
    stream.setInt(COSName.BITS_PER_COMPONENT, 8);
    stream.setItem(COSName.COLORSPACE, space);
  }

  private Reference lossless(BufferedImage image, Optional<byte[]> profile) throws IOException {
    try (var coder = new PDDocument()) {
      COSStream stream = LosslessFactory.createFromImage(coder, image).getCOSObject();
      if (COSName.DEVICERGB.equals(stream.getDictionaryObject(COSName.COLORSPACE))) {
        stream.setItem(COSName.COLORSPACE, spaces.of(3, profile));
      }
      return file.write(stream);
    }
  }

  private static byte[] coded(IIOImage image) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    var bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(QUALITY);
      writer.setOutput(out);
      writer.write(null, image, param);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
