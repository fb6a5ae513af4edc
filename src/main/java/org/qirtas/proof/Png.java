package org.qirtas.proof;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures as PNG files (ISO/IEC 15948) that know how large they are on paper. */
public final class Png {
  private static final String FORMAT = "javax_imageio_png_1.0";
  private static final double INCHES_A_METRE = 1 / 0.0254;

  private Png() {}

  /**
   * Writes a picture.
   *
   * @param image the picture
   * @param dots how many dots it has to an inch
   * @param out where it goes to; not closed
   * @throws IOException where that cannot be written
   */
  public static void write(BufferedImage image, float dots, OutputStream out) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    try (var stream = new MemoryCacheImageOutputStream(out)) {
      IIOMetadata metadata =
          writer.getDefaultImageMetadata(
              new ImageTypeSpecifier(image), writer.getDefaultWriteParam());
      String perMetre = Long.toString(Math.round(dots * INCHES_A_METRE));
      var size = new IIOMetadataNode("pHYs");
      size.setAttribute("pixelsPerUnitXAxis", perMetre);
      size.setAttribute("pixelsPerUnitYAxis", perMetre);
      size.setAttribute("unitSpecifier", "meter");
      var root = new IIOMetadataNode(FORMAT);
      root.appendChild(size);
      metadata.mergeTree(FORMAT, root);
      writer.setOutput(stream);
      writer.write(new IIOImage(image, null, metadata));
      stream.flush();
    } finally {
      writer.dispose();
    }
  }
}
