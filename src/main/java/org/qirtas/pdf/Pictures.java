package org.qirtas.pdf;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.jspecify.annotations.Nullable;
import org.qirtas.compose.Picture;

/** The pictures of a document: each embedded once, a JPEG's bytes as they came. */
final class Pictures {
  private final PDDocument document;
  private final Map<String, PDImageXObject> embedded = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();
  private @Nullable COSStream srgb;

  Pictures(PDDocument document) {
    this.document = document;
  }

  String place(Picture picture, COSDictionary xObjects) throws IOException {
    PDImageXObject image = embedded.get(picture.name());
    if (image == null) {
      image = embed(picture);
      embedded.put(picture.name(), image);
      names.put(picture.name(), "P" + embedded.size());
    }
    String name = names.getOrDefault(picture.name(), "");
    xObjects.setItem(COSName.getPDFName(name), image);
    return name;
  }

  private PDImageXObject embed(Picture picture) throws IOException {
    PDImageXObject image;
    if (picture.isJpeg()) {
      image = JPEGFactory.createFromByteArray(document, picture.bytes());
    } else {
      BufferedImage decoded = ImageIO.read(new ByteArrayInputStream(picture.bytes()));
      if (decoded == null) {
        throw new IOException(picture.name() + ": not a picture that can be read");
      }
      image = LosslessFactory.createFromImage(document, decoded);
    }
    nameColours(image.getCOSObject());
    return image;
  }

  /** RGB means nothing where the intent is CMYK: it is said to be sRGB (ISO 19005-3, 6.2.4.2). */
  private void nameColours(COSDictionary image) throws IOException {
    COSBase space = image.getDictionaryObject(COSName.COLORSPACE);
    if (COSName.DEVICERGB.equals(space)) {
      if (srgb == null) {
        srgb = OutputIntents.profile(document, "sRGB.icc", 3);
      }
      var based = new COSArray();
      based.add(COSName.ICCBASED);
      based.add(srgb);
      image.setItem(COSName.COLORSPACE, based);
    }
  }
}
