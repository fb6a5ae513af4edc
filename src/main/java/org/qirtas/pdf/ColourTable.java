package org.qirtas.pdf;

import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/**
 * The inks of colours at the corners of a grid, between which those of other colours lie. The grid
 * is cut into simplices along its greys, so that what is grey stays on them.
 */
final class ColourTable {
  private static final int INKS = 4;
  private static final int MOST = 255;
  private static final int DEEP = 0xFFFF;

  private final int components;
  private final int edge;
  private final float[] corners;

  /** How far in {@link #corners} a step along an axis leads. */
  private final int[] strides;

  private ColourTable(int components, float[] corners) {
    this.components = components;
    this.edge = edge(components);
    this.corners = corners;
    this.strides = new int[components];
    int stride = INKS;
    for (int axis = components - 1; axis >= 0; axis--) {
      strides[axis] = stride;
      stride *= edge;
    }
  }

  /** Enough for errors below what eight bits tell apart; four axes have less need and more room. */
  private static int edge(int components) {
    return components == 3 ? 33 : 17;
  }

  /** The corners, whose inks are wanted: in one row, the last component fastest, in 16 bits. */
  static Raster grid(int components) {
    int edge = edge(components);
    int count = (int) Math.pow(edge, components);
    var grid = Raster.createInterleavedRaster(DataBuffer.TYPE_USHORT, count, 1, components, null);
    var dot = new int[components];
    for (int i = 0; i < count; i++) {
      int rest = i;
      for (int axis = components - 1; axis >= 0; axis--) {
        dot[axis] = Math.round((float) (rest % edge) * DEEP / (edge - 1));
        rest /= edge;
      }
      grid.setPixel(i, 0, dot);
    }
    return grid;
  }

  /** The table of what {@link #grid} was turned into. */
  static ColourTable of(int components, Raster inks) {
    float[] corners = inks.getPixels(0, 0, inks.getWidth(), 1, (float[]) null);
    for (int i = 0; i < corners.length; i++) {
      corners[i] *= (float) MOST / DEEP;
    }
    if (components == 3) {
      // Nothing is printed where nothing is, whatever was rounded.
      java.util.Arrays.fill(corners, corners.length - INKS, corners.length, 0);
    } else {
      java.util.Arrays.fill(corners, 0, INKS, 0);
    }
    return new ColourTable(components, corners);
  }

  /** {@return the dots in inks} */
  WritableRaster convert(Raster dots) {
    int width = dots.getWidth();
    var inks = Raster.createInterleavedRaster(0, width, dots.getHeight(), INKS, null);
    var row = new int[width * components];
    var printed = new int[width * INKS];
    var inner = new Simplex();
    for (int y = 0; y < dots.getHeight(); y++) {
      dots.getPixels(0, y, width, 1, row);
      for (int x = 0; x < width; x++) {
        inner.find(row, x * components, printed, x * INKS);
      }
      inks.setPixels(0, y, width, 1, printed);
    }
    return inks;
  }

  /** The piece of the grid that a colour lies in; its corners are walked along the axes in turn. */
  private final class Simplex {
    private final float[] parts = new float[components];
    private final int[] axes = new int[components];
    private final float[] sums = new float[INKS];

    void find(int[] row, int at, int[] printed, int to) {
      int corner = 0;
      for (int axis = 0; axis < components; axis++) {
        float place = (float) row[at + axis] * (edge - 1) / MOST;
        int cell = Math.min(edge - 2, (int) place);
        corner += cell * strides[axis];
        insert(axis, place - cell);
      }
      java.util.Arrays.fill(sums, 0);
      float before = 1;
      for (int i = 0; i < components; i++) {
        add(corner, before - parts[i]);
        before = parts[i];
        corner += strides[axes[i]];
      }
      add(corner, before);
      for (int ink = 0; ink < INKS; ink++) {
        printed[to + ink] = Math.clamp((int) (sums[ink] + 0.5f), 0, MOST);
      }
    }

    /** Keeps parts falling. */
    private void insert(int count, float part) {
      int at = count;
      while (at > 0 && parts[at - 1] < part) {
        parts[at] = parts[at - 1];
        axes[at] = axes[at - 1];
        at--;
      }
      parts[at] = part;
      axes[at] = count;
    }

    private void add(int corner, float weight) {
      for (int ink = 0; ink < INKS; ink++) {
        sums[ink] += weight * corners[corner + ink];
      }
    }
  }
}
