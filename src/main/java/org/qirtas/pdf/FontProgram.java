package org.qirtas.pdf;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.qirtas.font.FontFile;

/**
 * The font file that is embedded for a type case: {@code glyf}, {@code loca}, {@code hmtx}, {@code
 * hhea}, {@code maxp}, {@code head}; all that ISO 32000-1, 9.9 asks of a CIDFontType2.
 *
 * <p>{@code head.modified} is fixed: same pages, same bytes.
 */
final class FontProgram {
  private static final int MAGIC = 0x5F0F3CF5;
  private static final int CHECKSUM_TOTAL = 0xB1B0AFBA;

  private final TypeCase sorts;
  private final FontFile font;
  private final List<Outline.Box> boxes = new ArrayList<>();
  private final ByteArrayOutputStream glyf = new ByteArrayOutputStream();
  private final List<Integer> loca = new ArrayList<>();

  private FontProgram(TypeCase sorts) {
    this.sorts = sorts;
    this.font = sorts.font();
  }

  static byte[] of(TypeCase sorts) {
    var program = new FontProgram(sorts);
    program.drawGlyphs();
    return program.assemble();
  }

  private void drawGlyphs() {
    // Parts of a made glyph may stand behind it: all boxes first.
    for (TypeCase.Slot slot : sorts.slots()) {
      boxes.add(
          switch (slot) {
            case TypeCase.Slot.Original(int glyph) -> Outline.box(font.outline(glyph));
            case TypeCase.Slot.Stretched stretched ->
                Outline.box(ByteBuffer.wrap(stretched(stretched)));
            case TypeCase.Slot.Made _ -> Outline.Box.EMPTY;
          });
    }
    for (int gid = 0; gid < sorts.slots().size(); gid++) {
      byte[] outline =
          switch (sorts.slots().get(gid)) {
            case TypeCase.Slot.Original(int glyph) ->
                Outline.copy(font.outline(glyph), sorts::taken);
            case TypeCase.Slot.Stretched stretched -> stretched(stretched);
            case TypeCase.Slot.Made(List<Sort.Part> parts, _) -> {
              boxes.set(gid, box(parts));
              yield Outline.compose(parts, boxes.get(gid));
            }
          };
      loca.add(glyf.size());
      glyf.writeBytes(outline);
      while (glyf.size() % 4 != 0) {
        glyf.write(0);
      }
    }
    loca.add(glyf.size());
  }

  private byte[] stretched(TypeCase.Slot.Stretched slot) {
    int glyph = slot.glyph();
    return StretchedOutline.of(font.outline(glyph), font.advance(glyph), slot.advance());
  }

  private Outline.Box box(List<Sort.Part> parts) {
    Outline.Box box = null;
    for (Sort.Part part : parts) {
      Outline.Box moved = boxes.get(part.glyph()).moved(part.dx(), part.dy());
      box = box == null ? moved : box.and(moved);
    }
    return box == null ? Outline.Box.EMPTY : box;
  }

  private byte[] assemble() {
    var tables = new TreeMap<String, byte[]>();
    tables.put("glyf", glyf.size() == 0 ? new byte[4] : glyf.toByteArray());
    tables.put("loca", locations());
    tables.put("hmtx", metrics());
    tables.put("hhea", horizontalHeader());
    tables.put("maxp", profile());
    tables.put("head", header());
    return sfnt(tables);
  }

  private byte[] locations() {
    var table = ByteBuffer.allocate(4 * loca.size());
    loca.forEach(table::putInt);
    return table.array();
  }

  /** The left side bearing must be the outline's left edge: rasterisers move the outline by it. */
  private byte[] metrics() {
    var table = ByteBuffer.allocate(4 * boxes.size());
    for (int gid = 0; gid < boxes.size(); gid++) {
      table.putShort((short) sorts.advance(gid)).putShort((short) boxes.get(gid).left());
    }
    return table.array();
  }

  private Outline.Box fontBox() {
    return boxes.stream()
        .filter(box -> !box.equals(Outline.Box.EMPTY))
        .reduce(Outline.Box::and)
        .orElse(Outline.Box.EMPTY);
  }

  private byte[] horizontalHeader() {
    int widest = 0;
    int leastRight = Short.MAX_VALUE;
    for (int gid = 0; gid < boxes.size(); gid++) {
      widest = Math.max(widest, sorts.advance(gid));
      leastRight = Math.min(leastRight, sorts.advance(gid) - boxes.get(gid).right());
    }
    return ByteBuffer.allocate(36)
        .putInt(0x00010000)
        .putShort((short) font.ascent())
        .putShort((short) font.descent())
        .putShort((short) 0)
        .putShort((short) widest)
        .putShort((short) fontBox().left())
        .putShort((short) leastRight)
        .putShort((short) fontBox().right())
        .putShort((short) 1)
        .putShort(34, (short) boxes.size())
        .array();
  }

  private byte[] profile() {
    int deepest = 1;
    int most = 1;
    for (TypeCase.Slot slot : sorts.slots()) {
      if (slot instanceof TypeCase.Slot.Made(List<Sort.Part> parts, _)) {
        most = Math.max(most, parts.size());
      }
    }
    for (TypeCase.Slot slot : sorts.slots()) {
      deepest = Math.max(deepest, depth(slot));
    }
    return ByteBuffer.allocate(32)
        .putInt(0x00010000)
        .putShort((short) boxes.size())
        .putShort((short) 4_000)
        .putShort((short) 1_000)
        .putShort((short) 16_000)
        .putShort((short) 4_000)
        .putShort((short) 2)
        .putShort(28, (short) Math.max(most, 16))
        .putShort(30, (short) deepest)
        .array();
  }

  private int depth(TypeCase.Slot slot) {
    return switch (slot) {
      case TypeCase.Slot.Original(int glyph) -> originalDepth(glyph);
      case TypeCase.Slot.Stretched _ -> 0;
      case TypeCase.Slot.Made(List<Sort.Part> parts, _) ->
          1 + parts.stream().mapToInt(p -> depth(sorts.slots().get(p.glyph()))).max().orElse(0);
    };
  }

  private int originalDepth(int glyph) {
    return Outline.components(font.outline(glyph)).stream()
        .mapToInt(part -> 1 + originalDepth(part))
        .max()
        .orElse(0);
  }

  private byte[] header() {
    Outline.Box box = fontBox();
    return ByteBuffer.allocate(54)
        .putInt(0x00010000)
        .putInt(0x00010000)
        .putInt(0)
        .putInt(MAGIC)
        .putShort((short) 0x000B)
        .putShort((short) font.unitsPerEm())
        .putLong(0)
        .putLong(0)
        .putShort((short) box.left())
        .putShort((short) box.foot())
        .putShort((short) box.right())
        .putShort((short) box.head())
        .putShort((short) 0)
        .putShort((short) 6)
        .putShort((short) 2)
        .putShort((short) 1)
        .putShort((short) 0)
        .array();
  }

  private static byte[] sfnt(Map<String, byte[]> tables) {
    int count = tables.size();
    int power = Integer.highestOneBit(count);
    int offset = 12 + 16 * count;
    int length = offset;
    for (byte[] table : tables.values()) {
      length += padded(table.length);
    }
    var file = ByteBuffer.allocate(length);
    file.putInt(0x00010000)
        .putShort((short) count)
        .putShort((short) (16 * power))
        .putShort((short) Integer.numberOfTrailingZeros(power))
        .putShort((short) (16 * (count - power)));
    int headAt = 0;
    for (Map.Entry<String, byte[]> table : tables.entrySet()) {
      if (table.getKey().equals("head")) {
        headAt = offset;
      }
      file.put(table.getKey().getBytes(StandardCharsets.ISO_8859_1))
          .putInt(checksum(table.getValue()))
          .putInt(offset)
          .putInt(table.getValue().length);
      file.put(offset, table.getValue());
      offset += padded(table.getValue().length);
    }
    file.putInt(headAt + 8, CHECKSUM_TOTAL - checksum(file.array()));
    return file.array();
  }

  private static int padded(int length) {
    return (length + 3) & ~3;
  }

  private static int checksum(byte[] table) {
    ByteBuffer words = ByteBuffer.allocate(padded(table.length)).put(table).rewind();
    int sum = 0;
    while (words.hasRemaining()) {
      sum += words.getInt();
    }
    return sum;
  }
}
