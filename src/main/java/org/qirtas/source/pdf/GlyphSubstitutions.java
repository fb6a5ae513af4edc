package org.qirtas.source.pdf;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which glyphs a font puts in the place of which others: the substitutions of its GSUB table,
 * whatever calls for them (OpenType 1.9, GSUB lookups 1, 2, 3, 4 and, around any of these, 7).
 */
final class GlyphSubstitutions {
  /**
   * One substitution.
   *
   * @param from the glyphs that go, in logical order
   * @param to the glyphs that come; more than one where a letter comes apart
   */
  record Step(List<Integer> from, List<Integer> to) {
    /** Whether a letter comes apart into a body and what stands above or below it. */
    boolean parts() {
      return to.size() > 1;
    }
  }

  private static final int SINGLE = 1;
  private static final int MULTIPLE = 2;
  private static final int ALTERNATE = 3;
  private static final int LIGATURE = 4;
  private static final int EXTENSION = 7;
  private static final int MOST = 200_000;

  private final ByteBuffer table;
  private final List<Step> steps = new ArrayList<>();

  private GlyphSubstitutions(byte[] table) {
    this.table = ByteBuffer.wrap(table);
  }

  /**
   * Reads a GSUB table.
   *
   * @return its steps; those before damage, where it is damaged
   */
  static List<Step> of(byte[] table) {
    var substitutions = new GlyphSubstitutions(table);
    try {
      substitutions.lookups();
    } catch (IndexOutOfBoundsException damaged) {
      // What was read until there is as good as ever.
    }
    return substitutions.steps;
  }

  private void lookups() {
    int list = u16(8);
    for (int i = 0; i < u16(list); i++) {
      int lookup = list + u16(list + 2 + 2 * i);
      for (int j = 0; j < u16(lookup + 4); j++) {
        subtable(u16(lookup), lookup + u16(lookup + 6 + 2 * j));
      }
    }
  }

  private void subtable(int type, int at) {
    switch (type) {
      case SINGLE -> single(at);
      case MULTIPLE, ALTERNATE -> sets(type, at);
      case LIGATURE -> ligatures(at);
      case EXTENSION -> {
        if (u16(at + 2) != EXTENSION) {
          subtable(u16(at + 2), at + table.getInt(at + 4));
        }
      }
      default -> {
        // What depends on the surroundings calls for the others.
      }
    }
  }

  private void single(int at) {
    int[] from = coverage(at + u16(at + 2));
    for (int i = 0; i < from.length; i++) {
      int to = u16(at) == 1 ? (from[i] + u16(at + 4)) & 0xFFFF : u16(at + 6 + 2 * i);
      add(List.of(from[i]), List.of(to));
    }
  }

  /** The glyphs of a set come together (lookup 2), or one of them does (lookup 3). */
  private void sets(int type, int at) {
    int[] from = coverage(at + u16(at + 2));
    for (int i = 0; i < from.length; i++) {
      int set = at + u16(at + 6 + 2 * i);
      var glyphs = new ArrayList<Integer>();
      for (int j = 0; j < u16(set); j++) {
        glyphs.add(u16(set + 2 + 2 * j));
      }
      if (type == ALTERNATE) {
        List<Integer> one = List.of(from[i]);
        glyphs.forEach(glyph -> add(one, List.of(glyph)));
      } else if (!glyphs.isEmpty()) {
        add(List.of(from[i]), List.copyOf(glyphs));
      }
    }
  }

  private void ligatures(int at) {
    int[] first = coverage(at + u16(at + 2));
    for (int i = 0; i < first.length; i++) {
      int set = at + u16(at + 6 + 2 * i);
      for (int j = 0; j < u16(set); j++) {
        int ligature = set + u16(set + 2 + 2 * j);
        var from = new ArrayList<Integer>();
        from.add(first[i]);
        for (int k = 0; k < u16(ligature + 2) - 1; k++) {
          from.add(u16(ligature + 4 + 2 * k));
        }
        add(List.copyOf(from), List.of(u16(ligature)));
      }
    }
  }

  private void add(List<Integer> from, List<Integer> to) {
    if (steps.size() < MOST) {
      steps.add(new Step(from, to));
    }
  }

  private int[] coverage(int at) {
    int count = u16(at + 2);
    if (u16(at) == 1) {
      int[] glyphs = new int[count];
      Arrays.setAll(glyphs, i -> u16(at + 4 + 2 * i));
      return glyphs;
    }
    var glyphs = new ArrayList<Integer>();
    for (int i = 0; i < count; i++) {
      int range = at + 4 + 6 * i;
      for (int glyph = u16(range); glyph <= u16(range + 2); glyph++) {
        glyphs.add(glyph);
      }
    }
    return glyphs.stream().mapToInt(Integer::intValue).toArray();
  }

  private int u16(int at) {
    return table.getShort(at) & 0xFFFF;
  }
}
