package org.qirtas.pdf;

import java.awt.image.BufferedImage;
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
import org.qirtas.compose.JpegHead;
import org.qirtas.compose.Picture;

/**
 * The pictures of a document: each embedded once. A JPEG's bytes stay as they came, in any colours;
 * others are kept without loss, with their transparency. Only what a profile samples down is coded
 * anew.
 */
final class Pictures {
  /** How well what is sampled down is kept: no eye tells it from the original in print. */
  private static final float QUALITY = 0.92f;

  private final PdfFile file;
  private final ColourSpaces spaces;
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, Reference> embedded = new HashMap<>();

  Pictures(PdfFile file, Edition edition) {
    this.file = file;
    this.spaces = new ColourSpaces(file, edition);
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
