package org.qirtas.font;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The table directory of a font file (OpenType 1.9, "Font file"): tags to slices of its bytes. */
final class Sfnt {
  private static final int TRUE_TYPE = 0x00010000;
  private static final int MAC_TRUE_TYPE = 0x74727565;

  private final ByteBuffer bytes;
  private final Map<String, ByteBuffer> tables = new TreeMap<>();

  Sfnt(ByteBuffer bytes) {
    this.bytes = bytes;
    int version = bytes.getInt(0);
    if (version != TRUE_TYPE && version != MAC_TRUE_TYPE) {
      throw new IllegalArgumentException("no TrueType outlines");
    }
    int count = Short.toUnsignedInt(bytes.getShort(4));
    for (int i = 0; i < count; i++) {
      readEntry(12 + 16 * i);
    }
  }

  private void readEntry(int at) {
    var tag = new byte[4];
    bytes.get(at, tag);
    int offset = bytes.getInt(at + 8);
    int length = bytes.getInt(at + 12);
    tables.put(new String(tag, StandardCharsets.ISO_8859_1), bytes.slice(offset, length));
  }

  Optional<ByteBuffer> find(String tag) {
    return Optional.ofNullable(tables.get(tag)).map(ByteBuffer::asReadOnlyBuffer);
  }

  ByteBuffer table(String tag) {
    return find(tag)
        .orElseThrow(() -> new IllegalArgumentException("no table '" + tag.strip() + "'"));
  }

  static int unsignedShort(ByteBuffer table, int at) {
    return Short.toUnsignedInt(table.getShort(at));
  }

  /** Whether a layout table has a feature (OpenType 1.9, "Feature list table"). */
  static boolean listsFeature(ByteBuffer layout, String tag) {
    int list = unsignedShort(layout, 6);
    int count = unsignedShort(layout, list);
    var listed = new byte[4];
    for (int i = 0; i < count; i++) {
      layout.get(list + 2 + 6 * i, listed);
      if (tag.equals(new String(listed, StandardCharsets.ISO_8859_1))) {
        return true;
      }
    }
    return false;
  }
}
