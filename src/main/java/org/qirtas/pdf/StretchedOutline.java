package org.qirtas.pdf;

import java.nio.ByteBuffer;

/**
 * A connection between letters, drawn anew at another width.
 *
 * <p>What reaches over its left and right ends, into its neighbours, is moved but keeps its form,
 * so that the joints are the font's own; only what lies between the ends is stretched. A composite
 * glyph's scale would end at 2, and would stretch the ends too (OpenType 1.9, F2DOT14).
 */
final class StretchedOutline {
  private static final int HEADER = 10;
  private static final int ON_CURVE = 0x01;
  private static final int X_BYTE = 0x02;
  private static final int Y_BYTE = 0x04;
  private static final int REPEAT = 0x08;
  private static final int X_SAME_OR_POSITIVE = 0x10;
  private static final int Y_SAME_OR_POSITIVE = 0x20;
  private static final int OVERLAP_SIMPLE = 0x40;

  private final ByteBuffer outline;
  private final int[] ends;
  private final int[] flags;
  private int at;

  private StretchedOutline(ByteBuffer outline) {
    this.outline = outline;
    this.ends = new int[outline.getShort(0)];
    for (int i = 0; i < ends.length; i++) {
      ends[i] = Short.toUnsignedInt(outline.getShort(HEADER + 2 * i));
    }
    int instructions = HEADER + 2 * ends.length;
    this.at = instructions + 2 + Short.toUnsignedInt(outline.getShort(instructions));
    this.flags = new int[ends.length == 0 ? 0 : ends[ends.length - 1] + 1];
    readFlags();
  }

  /**
   * {@return the record of the stretched glyph; empty where the glyph is blank}
   *
   * @param outline the glyph's own record
   * @param advance its own width
   * @param width the wanted one
   */
  static byte[] of(ByteBuffer outline, int advance, int width) {
    if (outline.remaining() < HEADER) {
      return new byte[0];
    }
    Outline.Box box = Outline.box(outline);
    if (Outline.isComposite(outline)) {
      // No font of ours has such a tatweel: a bar of its height does.
      int right = stretched(box.right(), advance, width);
      return record(
          new int[] {3},
          new int[] {ON_CURVE, ON_CURVE, ON_CURVE, ON_CURVE},
          new int[] {box.left(), box.left(), right, right},
          new int[] {box.foot(), box.head(), box.head(), box.foot()});
    }
    var original = new StretchedOutline(outline);
    int[] x = original.readCoordinates(X_BYTE, X_SAME_OR_POSITIVE);
    int[] y = original.readCoordinates(Y_BYTE, Y_SAME_OR_POSITIVE);
    for (int i = 0; i < x.length; i++) {
      x[i] = stretched(x[i], advance, width);
    }
    return record(original.ends, original.flags, x, y);
  }

  private static int stretched(int x, int advance, int width) {
    if (x <= 0) {
      return x;
    }
    return x >= advance ? x - advance + width : (int) Math.round((double) x * width / advance);
  }

  private void readFlags() {
    for (int i = 0; i < flags.length; ) {
      int flag = Byte.toUnsignedInt(outline.get(at++));
      int times = (flag & REPEAT) != 0 ? 1 + Byte.toUnsignedInt(outline.get(at++)) : 1;
      for (int last = Math.min(flags.length, i + times); i < last; i++) {
        flags[i] = flag;
      }
    }
  }

  private int[] readCoordinates(int oneByte, int sameOrPositive) {
    var coordinates = new int[flags.length];
    int value = 0;
    for (int i = 0; i < flags.length; i++) {
      boolean marked = (flags[i] & sameOrPositive) != 0;
      if ((flags[i] & oneByte) != 0) {
        int distance = Byte.toUnsignedInt(outline.get(at++));
        value += marked ? distance : -distance;
      } else if (!marked) {
        value += outline.getShort(at);
        at += 2;
      }
      coordinates[i] = value;
    }
    return coordinates;
  }

  /** Written plainly, two bytes a coordinate: there are few points. */
  private static byte[] record(int[] ends, int[] flags, int[] x, int[] y) {
    var record = ByteBuffer.allocate(HEADER + 2 * ends.length + 2 + 5 * flags.length);
    record.putShort((short) ends.length);
    record.putShort(least(x)).putShort(least(y)).putShort(most(x)).putShort(most(y));
    for (int end : ends) {
      record.putShort((short) end);
    }
    record.putShort((short) 0);
    for (int flag : flags) {
      record.put((byte) (flag & (ON_CURVE | OVERLAP_SIMPLE)));
    }
    putDistances(record, x);
    putDistances(record, y);
    return record.array();
  }

  private static void putDistances(ByteBuffer record, int[] coordinates) {
    int before = 0;
    for (int coordinate : coordinates) {
      record.putShort((short) (coordinate - before));
      before = coordinate;
    }
  }

  private static short least(int[] coordinates) {
    return (short) java.util.Arrays.stream(coordinates).min().orElse(0);
  }

  private static short most(int[] coordinates) {
    return (short) java.util.Arrays.stream(coordinates).max().orElse(0);
  }
}
