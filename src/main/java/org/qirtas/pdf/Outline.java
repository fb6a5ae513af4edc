package org.qirtas.pdf;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * A record of the {@code glyf} table (OpenType 1.9): read, renumbered, stripped of hinting, or made
 * anew from parts.
 *
 * <p>Hinting goes, because its programs call functions that a subset would have to carry along, and
 * print has no use for it.
 */
final class Outline {
  private static final int WORDS = 0x0001;
  private static final int XY = 0x0002;
  private static final int SCALE = 0x0008;
  private static final int MORE = 0x0020;
  private static final int SCALE_XY = 0x0040;
  private static final int MATRIX = 0x0080;
  private static final int INSTRUCTIONS = 0x0100;
  private static final int USE_MY_METRICS = 0x0200;
  private static final int OVERLAP = 0x0400;
  private static final int HEADER = 10;

  private Outline() {}

  /** The box around an outline, in font units. */
  record Box(int left, int foot, int right, int head) {
    static final Box EMPTY = new Box(0, 0, 0, 0);

    Box moved(int dx, int dy) {
      return new Box(left + dx, foot + dy, right + dx, head + dy);
    }

    Box and(Box other) {
      return new Box(
          Math.min(left, other.left),
          Math.min(foot, other.foot),
          Math.max(right, other.right),
          Math.max(head, other.head));
    }
  }

  static Box box(ByteBuffer outline) {
    return outline.remaining() < HEADER
        ? Box.EMPTY
        : new Box(
            outline.getShort(2), outline.getShort(4), outline.getShort(6), outline.getShort(8));
  }

  static List<Integer> components(ByteBuffer outline) {
    var components = new ArrayList<Integer>();
    if (isComposite(outline)) {
      int at = HEADER;
      int flags;
      do {
        flags = outline.getShort(at);
        components.add(Short.toUnsignedInt(outline.getShort(at + 2)));
        at += componentLength(flags);
      } while ((flags & MORE) != 0);
    }
    return components;
  }

  /** Whether it is one contour, drawn without help of other glyphs. */
  static boolean isStroke(ByteBuffer outline) {
    return outline.remaining() >= HEADER && outline.getShort(0) == 1;
  }

  static boolean isComposite(ByteBuffer outline) {
    return outline.remaining() >= HEADER && outline.getShort(0) < 0;
  }

  private static int componentLength(int flags) {
    int length = 4 + ((flags & WORDS) != 0 ? 4 : 2);
    if ((flags & SCALE) != 0) {
      length += 2;
    } else if ((flags & SCALE_XY) != 0) {
      length += 4;
    } else if ((flags & MATRIX) != 0) {
      length += 8;
    }
    return length;
  }

  /** The record without its instructions, its components renumbered. */
  static byte[] copy(ByteBuffer outline, IntUnaryOperator renumber) {
    if (outline.remaining() < HEADER) {
      return new byte[0];
    }
    return isComposite(outline) ? copyComposite(outline, renumber) : copySimple(outline);
  }

  private static byte[] copySimple(ByteBuffer outline) {
    int contours = outline.getShort(0);
    int ends = HEADER + 2 * contours;
    int instructions = Short.toUnsignedInt(outline.getShort(ends));
    int points = ends + 2 + instructions;
    int length = simpleLength(outline, contours, points);
    var copy = ByteBuffer.allocate(length - instructions);
    copy.put(outline.slice(0, ends)).putShort((short) 0);
    copy.put(outline.slice(points, length - points));
    return copy.array();
  }

  /** The record's true length: the font may have padded it. */
  private static int simpleLength(ByteBuffer outline, int contours, int flagsAt) {
    int points =
        contours == 0 ? 0 : Short.toUnsignedInt(outline.getShort(HEADER + 2 * contours - 2)) + 1;
    int at = flagsAt;
    int coordinates = 0;
    int seen = 0;
    while (seen < points) {
      int flag = outline.get(at++);
      int times = (flag & 0x08) != 0 ? 1 + Byte.toUnsignedInt(outline.get(at++)) : 1;
      int x = (flag & 0x02) != 0 ? 1 : (flag & 0x10) != 0 ? 0 : 2;
      int y = (flag & 0x04) != 0 ? 1 : (flag & 0x20) != 0 ? 0 : 2;
      coordinates += times * (x + y);
      seen += times;
    }
    return at + coordinates;
  }

  private static byte[] copyComposite(ByteBuffer outline, IntUnaryOperator renumber) {
    var copy = new ByteArrayOutputStream();
    put(copy, outline, 0, HEADER);
    int at = HEADER;
    int flags;
    do {
      flags = outline.getShort(at);
      putShort(copy, flags & ~INSTRUCTIONS & ~USE_MY_METRICS);
      putShort(copy, renumber.applyAsInt(Short.toUnsignedInt(outline.getShort(at + 2))));
      int length = componentLength(flags);
      put(copy, outline, at + 4, length - 4);
      at += length;
    } while ((flags & MORE) != 0);
    return copy.toByteArray();
  }

  /** A glyph made of others, each moved by its part's distance. */
  static byte[] compose(List<Sort.Part> parts, Box box) {
    if (parts.isEmpty()) {
      return new byte[0];
    }
    var made = new ByteArrayOutputStream();
    putShort(made, -1);
    putShort(made, box.left());
    putShort(made, box.foot());
    putShort(made, box.right());
    putShort(made, box.head());
    // A letter and its kashida overlap: rasterisers that count coverage twice must know (OpenType
    // 1.9, glyf, OVERLAP_COMPOUND, on the first component).
    int overlap = parts.stream().anyMatch(part -> part.stretchedTo() != 0) ? OVERLAP : 0;
    for (int i = 0; i < parts.size(); i++) {
      Sort.Part part = parts.get(i);
      int more = i + 1 < parts.size() ? MORE : 0;
      putShort(made, WORDS | XY | more | (i == 0 ? overlap : 0));
      putShort(made, part.glyph());
      putShort(made, part.dx());
      putShort(made, part.dy());
    }
    return made.toByteArray();
  }

  private static void put(ByteArrayOutputStream out, ByteBuffer from, int at, int length) {
    for (int i = 0; i < length; i++) {
      out.write(from.get(at + i));
    }
  }

  private static void putShort(ByteArrayOutputStream out, int value) {
    out.write(value >> 8);
    out.write(value);
  }
}
