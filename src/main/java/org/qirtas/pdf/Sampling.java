package org.qirtas.pdf;

import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/**
 * Fewer dots for a picture: each new one is the mean of those that it covers, also of parts of
 * them. Computed row by row, in memory for one row.
 */
final class Sampling {
  private Sampling() {}

  /** {@return the picture in so many dots; itself where these are all that it has} */
  static Raster of(Raster source, int columns, int rows) {
    if (columns == source.getWidth() && rows == source.getHeight()) {
      return source;
    }
    int bands = source.getNumBands();
    WritableRaster target = source.createCompatibleWritableRaster(columns, rows);
    double height = (double) source.getHeight() / rows;
    var row = new int[source.getWidth() * bands];
    var narrow = new double[columns * bands];
    var sums = new double[columns * bands];
    for (int y = 0; y < rows; y++) {
      java.util.Arrays.fill(sums, 0);
      double from = y * height;
      double to = Math.min(source.getHeight(), from + height);
      for (int at = (int) from; at < to; at++) {
        source.getPixels(0, at, source.getWidth(), 1, row);
        narrow(row, narrow, columns, bands);
        double share = Math.min(to, at + 1) - Math.max(from, at);
        for (int i = 0; i < sums.length; i++) {
          sums[i] += narrow[i] * share;
        }
      }
      target.setPixels(0, y, columns, 1, levels(sums, to - from));
    }
    return target;
  }

  private static void narrow(int[] row, double[] narrow, int columns, int bands) {
    int whole = row.length / bands;
    double width = (double) whole / columns;
    for (int x = 0; x < columns; x++) {
      double from = x * width;
      double to = Math.min(whole, from + width);
      for (int band = 0; band < bands; band++) {
        double sum = 0;
        for (int at = (int) from; at < to; at++) {
          sum += row[at * bands + band] * (Math.min(to, at + 1) - Math.max(from, at));
        }
        narrow[x * bands + band] = sum / (to - from);
      }
    }
  }

  private static int[] levels(double[] sums, double height) {
    var levels = new int[sums.length];
    for (int i = 0; i < sums.length; i++) {
      levels[i] = (int) Math.round(sums[i] / height);
    }
    return levels;
  }
}
