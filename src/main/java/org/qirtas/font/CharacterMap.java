package org.qirtas.font;

import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** Which glyph stands for which character ({@code cmap}, formats 4 and 12). */
final class CharacterMap {
  private final Map<Integer, Integer> glyphs = new HashMap<>();
  private final BitSet covered = new BitSet();

  CharacterMap(ByteBuffer cmap) {
    int count = Sfnt.unsignedShort(cmap, 2);
    int basic = -1;
    int full = -1;
    for (int i = 0; i < count; i++) {
      int offset = cmap.getInt(4 + 8 * i + 4);
      int platform = Sfnt.unsignedShort(cmap, 4 + 8 * i);
      int format = Sfnt.unsignedShort(cmap, offset);
      if (platform != 1 && format == 4) {
        basic = offset;
      } else if (platform != 1 && format == 12) {
        full = offset;
      }
    }
    if (basic >= 0) {
      readBasic(cmap, basic);
    }
    if (full >= 0) {
      readFull(cmap, full);
    }
  }

  private void readBasic(ByteBuffer cmap, int at) {
    int segments = Sfnt.unsignedShort(cmap, at + 6) / 2;
    int ends = at + 14;
    int starts = ends + 2 * segments + 2;
    int deltas = starts + 2 * segments;
    int ranges = deltas + 2 * segments;
    for (int i = 0; i < segments; i++) {
      int start = Sfnt.unsignedShort(cmap, starts + 2 * i);
      int end = Sfnt.unsignedShort(cmap, ends + 2 * i);
      int delta = cmap.getShort(deltas + 2 * i);
      int range = Sfnt.unsignedShort(cmap, ranges + 2 * i);
      for (int c = start; c <= end && c < 0xFFFF; c++) {
        int glyph = c;
        if (range != 0) {
          glyph = Sfnt.unsignedShort(cmap, ranges + 2 * i + range + 2 * (c - start));
          if (glyph == 0) {
            continue;
          }
        }
        put(c, (glyph + delta) & 0xFFFF);
      }
    }
  }

  private void readFull(ByteBuffer cmap, int at) {
    int groups = cmap.getInt(at + 12);
    for (int i = 0; i < groups; i++) {
      int group = at + 16 + 12 * i;
      int start = cmap.getInt(group);
      int end = Math.min(cmap.getInt(group + 4), Character.MAX_CODE_POINT);
      int glyph = cmap.getInt(group + 8);
      for (int c = start; c <= end; c++) {
        put(c, glyph + c - start);
      }
    }
  }

  private void put(int character, int glyph) {
    if (glyph != 0) {
      glyphs.put(character, glyph);
      covered.set(character);
    }
  }

  boolean covers(int character) {
    return covered.get(character);
  }

  int glyph(int character) {
    return glyphs.getOrDefault(character, 0);
  }

  int size() {
    return covered.cardinality();
  }
}
