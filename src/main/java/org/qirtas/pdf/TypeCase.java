package org.qirtas.pdf;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.qirtas.font.FontFile;

/**
 * The sorts of one font that a document uses; it becomes one embedded font. CIDs and glyph ids are
 * given in the order in which sorts are first used, so that the same pages make the same font.
 */
final class TypeCase {
  /** CIDs have two bytes; glyph ids too, and a part may need one more of its own. */
  private static final int ROOM = 65_000;

  private final FontFile font;
  private final String name;
  private final List<Sort> sorts = new ArrayList<>();
  private final Map<Sort.Face, Integer> faces = new LinkedHashMap<>();
  private final Map<Slot, Integer> glyphs = new LinkedHashMap<>();
  private final List<Slot> slots = new ArrayList<>();
  private final List<Integer> cidToGid = new ArrayList<>();

  TypeCase(FontFile font, String name) {
    this.font = font;
    this.name = name;
    slot(new Slot.Original(0));
    cidToGid.add(0);
  }

  /** What stands at a glyph id of the embedded font. */
  sealed interface Slot {
    /** One of the font's glyphs, as it is. */
    record Original(int glyph) implements Slot {}

    /** One of the font's glyphs, its middle stretched until it is so wide. */
    record Stretched(int glyph, int advance) implements Slot {}

    /** A glyph made for a face; its parts' glyph ids are the embedded font's. */
    record Made(List<Sort.Part> parts, int advance) implements Slot {}
  }

  FontFile font() {
    return font;
  }

  /** The name of the resource in each page's dictionary. */
  String name() {
    return name;
  }

  boolean isFull() {
    return cidToGid.size() > ROOM || slots.size() > ROOM;
  }

  /** Puts a sort in that is not there yet; its CID. */
  int cid(Sort sort) {
    int cid = cidToGid.size();
    cidToGid.add(gid(sort.face()));
    sorts.add(sort);
    return cid;
  }

  private int gid(Sort.Face face) {
    Integer known = faces.get(face);
    if (known != null) {
      return known;
    }
    int gid;
    if (isPlain(face)) {
      gid = gid(face.parts().getFirst());
    } else {
      var parts = new ArrayList<Sort.Part>();
      for (Sort.Part part : face.parts()) {
        parts.add(new Sort.Part(gid(part), part.dx(), part.dy(), part.stretchedTo()));
      }
      gid = slots.size();
      slots.add(new Slot.Made(parts, face.advance()));
    }
    faces.put(face, gid);
    return gid;
  }

  private int gid(Sort.Part part) {
    return part.stretchedTo() == 0
        ? glyph(part.glyph())
        : slot(new Slot.Stretched(part.glyph(), part.stretchedTo()));
  }

  /**
   * Whether the face is just a glyph, stretched or not. The "no glyph" box is none: PDF/A forbids
   * it.
   */
  private boolean isPlain(Sort.Face face) {
    if (face.parts().size() != 1) {
      return false;
    }
    Sort.Part part = face.parts().getFirst();
    return part.dx() == 0
        && part.dy() == 0
        && part.glyph() != 0
        && face.advance()
            == (part.stretchedTo() == 0 ? font.advance(part.glyph()) : part.stretchedTo());
  }

  /** The embedded font's id of an original glyph, which is taken in with its own components. */
  private int glyph(int original) {
    var slot = new Slot.Original(original);
    Integer known = glyphs.get(slot);
    if (known != null) {
      return known;
    }
    int gid = slot(slot);
    for (int component : Outline.components(font.outline(original))) {
      glyph(component);
    }
    return gid;
  }

  private int slot(Slot slot) {
    return glyphs.computeIfAbsent(
        slot,
        fresh -> {
          slots.add(fresh);
          return slots.size() - 1;
        });
  }

  /** The embedded font's id of an original glyph that was taken in before. */
  int taken(int original) {
    Integer gid = glyphs.get(new Slot.Original(original));
    if (gid == null) {
      throw new IllegalStateException("glyph " + original + " was never taken in");
    }
    return gid;
  }

  /** What stands at each glyph id, from 0. */
  List<Slot> slots() {
    return slots;
  }

  /** The glyph id of each CID, from 0. */
  List<Integer> cidToGid() {
    return cidToGid;
  }

  /** The sorts in the order of their CIDs, from 1. */
  List<Sort> sorts() {
    return List.copyOf(sorts);
  }

  /** How much further to the right than in the font itself print may reach. */
  int longestStretch() {
    return slots.stream()
        .mapToInt(slot -> slot instanceof Slot.Stretched stretched ? stretched.advance() : 0)
        .max()
        .orElse(0);
  }

  int advance(int gid) {
    return switch (slots.get(gid)) {
      case Slot.Original(int glyph) -> font.advance(glyph);
      case Slot.Stretched(_, int advance) -> advance;
      case Slot.Made(_, int advance) -> advance;
    };
  }
}
