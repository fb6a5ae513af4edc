package org.qirtas.pdf;

import java.awt.image.Raster;
import java.io.InputStream;
import java.util.Objects;

/**
 * A picture's rows, one after the other, each as what it differs by from the one above it: PNG's
 * filter "Up" (ISO/IEC 15948, 9.2), which even colour comes out of as zeros.
 */
final class Upwards extends InputStream {
  private static final byte UP = 2;

  private final Raster dots;
  private final int[] row;
  private final byte[] above;
  private final byte[] coded;
  private int next;
  private int at;

  Upwards(Raster dots) {
    this.dots = dots;
    this.row = new int[dots.getWidth() * dots.getNumBands()];
    this.above = new byte[row.length];
    this.coded = new byte[row.length + 1];
    this.at = coded.length;
    coded[0] = UP;
  }

  @Override
  public int read() {
    return fill() ? coded[at++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, target.length);
    if (!fill()) {
      return -1;
    }
    int part = Math.min(length, coded.length - at);
    System.arraycopy(coded, at, target, offset, part);
    at += part;
    return part;
  }

  private boolean fill() {
    if (at < coded.length) {
      return true;
    }
    if (next == dots.getHeight()) {
      return false;
    }
    dots.getPixels(0, next, dots.getWidth(), 1, row);
    for (int i = 0; i < row.length; i++) {
      coded[i + 1] = (byte) (row[i] - above[i]);
      above[i] = (byte) row[i];
    }
    next++;
    at = 0;
    return true;
  }
}
