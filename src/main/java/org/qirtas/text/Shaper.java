package org.qirtas.text;

import static org.lwjgl.util.harfbuzz.HarfBuzz.HB_BUFFER_CLUSTER_LEVEL_CHARACTERS;
import static org.lwjgl.util.harfbuzz.HarfBuzz.HB_BUFFER_FLAG_PRODUCE_SAFE_TO_INSERT_TATWEEL;
import static org.lwjgl.util.harfbuzz.HarfBuzz.HB_BUFFER_FLAG_PRODUCE_UNSAFE_TO_CONCAT;
import static org.lwjgl.util.harfbuzz.HarfBuzz.HB_DIRECTION_LTR;
import static org.lwjgl.util.harfbuzz.HarfBuzz.HB_DIRECTION_RTL;
import static org.lwjgl.util.harfbuzz.HarfBuzz.hb_buffer_clear_contents;
import static org.lwjgl.util.harfbuzz.HarfBuzz.hb_buffer_create;
import static org.lwjgl.util.harfbuzz.HarfBuzz.hb_buffer_destroy;
import static org.lwjgl.util.harfbuzz.HarfBuzz.hb_buffer_set_cluster_level;
import static org.lwjgl.util.harfbuzz.HarfBuzz.hb_buffer_set_direction;
import static org.lwjgl.util.harfbuzz.HarfBuzz.hb_buffer_set_flags;
import static org.lwjgl.util.harfbuzz.HarfBuzz.hb_buffer_set_language;
import static org.lwjgl.util.harfbuzz.HarfBuzz.hb_buffer_set_script;
import static org.lwjgl.util.harfbuzz.HarfBuzz.hb_feature_from_string;
import static org.lwjgl.util.harfbuzz.HarfBuzz.hb_language_from_string;
import static org.lwjgl.util.harfbuzz.HarfBuzz.hb_script_from_string;
import static org.lwjgl.util.harfbuzz.HarfBuzz.hb_version_string;
import static org.lwjgl.util.harfbuzz.HarfBuzz.nhb_buffer_add_utf16;
import static org.lwjgl.util.harfbuzz.HarfBuzz.nhb_buffer_get_glyph_infos;
import static org.lwjgl.util.harfbuzz.HarfBuzz.nhb_buffer_get_glyph_positions;
import static org.lwjgl.util.harfbuzz.HarfBuzz.nhb_shape;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lwjgl.system.MemoryStack;
import org.lwjgl.system.MemoryUtil;
import org.lwjgl.util.harfbuzz.hb_feature_t;
import org.lwjgl.util.harfbuzz.hb_glyph_info_t;
import org.lwjgl.util.harfbuzz.hb_glyph_position_t;
import org.qirtas.font.FontFile;

/**
 * HarfBuzz, and the memory of the words that it has shaped already.
 *
 * <p>One thread's: a shaper owns one HarfBuzz buffer. Closing it frees what it holds outside the
 * heap.
 */
public final class Shaper implements AutoCloseable {
  private static final int FLAGS =
      HB_BUFFER_FLAG_PRODUCE_UNSAFE_TO_CONCAT | HB_BUFFER_FLAG_PRODUCE_SAFE_TO_INSERT_TATWEEL;

  private final long buffer = hb_buffer_create();
  private final IdentityHashMap<FontFile, HarfBuzzFace> faces = new IdentityHashMap<>();
  private final Map<String, Long> languages = new HashMap<>();
  private final Map<String, Integer> scripts = new HashMap<>();
  private final WordCache words;
  private final Hyphens hyphens = new Hyphens(this);
  private ByteBuffer paragraph = MemoryUtil.memAlloc(4096);
  private int length;
  private @Nullable Copy begun;

  /** A shaper that remembers words. */
  public Shaper() {
    this(true);
  }

  /** For the test that holds remembered words against fresh ones. */
  Shaper(boolean remembering) {
    words = new WordCache(this, remembering);
  }

  /**
   * {@return the name and version of the library that shapes}
   *
   * @throws LinkageError where there is none for this machine
   */
  public static String engine() {
    return "HarfBuzz " + hb_version_string();
  }

  /**
   * Has HarfBuzz loaded, and the bridge to it built, by a thread of its own. That takes a tenth of
   * a second, in which the profile and the article can be read. Where it cannot be loaded, whoever
   * shapes first is told.
   */
  public static void prepare() {
    Thread.ofPlatform().daemon().name("harfbuzz").start(Shaper::touch);
  }

  private static void touch() {
    try (var shaper = new Shaper();
        MemoryStack stack = MemoryStack.stackPush()) {
      hb_buffer_clear_contents(shaper.buffer);
      hb_buffer_set_flags(shaper.buffer, FLAGS);
      hb_buffer_set_script(shaper.buffer, hb_script_from_string("Arab"));
      hb_buffer_set_language(shaper.buffer, hb_language_from_string("ar"));
      features(List.of("kern"), stack);
    } catch (LinkageError toldToWhoeverShapes) {
      // There is nobody here who could be told.
    }
  }

  /**
   * What the shape of letters depends on, besides the letters.
   *
   * @param rightToLeft the direction of the run
   */
  record Manner(
      FontFile font, String script, String language, List<String> features, boolean rightToLeft) {
    // What the compiler writes is too slow for something that every run asks for.
    @Override
    public int hashCode() {
      int hash = 31 * System.identityHashCode(font) + script.hashCode();
      return 31 * (31 * hash + language.hashCode()) + features.hashCode() + (rightToLeft ? 1 : 0);
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // A font is itself only.
    public boolean equals(Object other) {
      return other instanceof Manner m
          && m.font == font
          && m.rightToLeft == rightToLeft
          && m.script.equals(script)
          && m.language.equals(language)
          && m.features.equals(features);
    }

    Manner with(List<String> more) {
      if (more.isEmpty()) {
        return this;
      }
      var all = new ArrayList<>(features);
      all.addAll(more);
      return new Manner(font, script, language, all, rightToLeft);
    }
  }

  /** The paragraph whose runs are shaped from now on; nothing is copied where it still is. */
  void begin(Copy copy) {
    if (copy == begun) {
      return;
    }
    begun = copy;
    String text = copy.text();
    length = text.length();
    if (paragraph.capacity() < 2 * length) {
      MemoryUtil.memFree(paragraph);
      paragraph = MemoryUtil.memAlloc(2 * length);
    }
    long address = MemoryUtil.memAddress0(paragraph);
    for (int i = 0; i < length; i++) {
      MemoryUtil.memPutShort(address + 2L * i, (short) text.charAt(i));
    }
  }

  /** Part of the paragraph, with the rest as context; clusters count from the part's start. */
  ShapedGlyphs shape(int start, int end, Manner manner) {
    return shape(MemoryUtil.memAddress0(paragraph), length, start, end, manner);
  }

  /** The same, with words that are the same in any context taken from memory. */
  ShapedGlyphs shapeByWords(String text, int start, int end, Manner manner) {
    return words.shape(text, start, end, manner);
  }

  /** The hyphens that lines' ends add. */
  Hyphens hyphens() {
    return hyphens;
  }

  /** A text of its own, without context. */
  ShapedGlyphs shapeAlone(String text, Manner manner) {
    try (MemoryStack stack = MemoryStack.stackPush()) {
      boolean fits = text.length() < 8_000;
      ByteBuffer units =
          fits ? stack.malloc(2 * text.length()) : MemoryUtil.memAlloc(2 * text.length());
      try {
        long address = MemoryUtil.memAddress0(units);
        for (int i = 0; i < text.length(); i++) {
          MemoryUtil.memPutShort(address + 2L * i, (short) text.charAt(i));
        }
        return shape(address, text.length(), 0, text.length(), manner);
      } finally {
        if (!fits) {
          MemoryUtil.memFree(units);
        }
      }
    }
  }

  private ShapedGlyphs shape(long text, int textLength, int start, int end, Manner manner) {
    HarfBuzzFace face = faces.computeIfAbsent(manner.font(), HarfBuzzFace::new);
    hb_buffer_clear_contents(buffer);
    hb_buffer_set_flags(buffer, FLAGS);
    // Characters, not graphemes: the writer of the PDF must know which glyph is which mark.
    hb_buffer_set_cluster_level(buffer, HB_BUFFER_CLUSTER_LEVEL_CHARACTERS);
    nhb_buffer_add_utf16(buffer, text, textLength, start, end - start);
    hb_buffer_set_direction(buffer, manner.rightToLeft() ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
    hb_buffer_set_script(
        buffer, scripts.computeIfAbsent(manner.script(), code -> hb_script_from_string(code)));
    hb_buffer_set_language(
        buffer, languages.computeIfAbsent(manner.language(), tag -> hb_language_from_string(tag)));
    try (MemoryStack stack = MemoryStack.stackPush()) {
      hb_feature_t.Buffer features = features(manner.features(), stack);
      nhb_shape(face.handle(), buffer, MemoryUtil.memAddressSafe(features), features.remaining());
      return read(stack, start);
    }
  }

  private static hb_feature_t.Buffer features(List<String> features, MemoryStack stack) {
    hb_feature_t.Buffer list = hb_feature_t.malloc(features.size(), stack);
    for (int i = 0; i < features.size(); i++) {
      hb_feature_from_string(features.get(i), list.get(i));
    }
    return list;
  }

  private ShapedGlyphs read(MemoryStack stack, int start) {
    var count = stack.mallocInt(1);
    long infos = nhb_buffer_get_glyph_infos(buffer, MemoryUtil.memAddress(count));
    long positions = nhb_buffer_get_glyph_positions(buffer, MemoryUtil.memAddress(count));
    ShapedGlyphs glyphs = ShapedGlyphs.room(count.get(0));
    for (int i = 0; i < glyphs.count(); i++) {
      long info = infos + (long) i * hb_glyph_info_t.SIZEOF;
      long position = positions + (long) i * hb_glyph_position_t.SIZEOF;
      glyphs.ids()[i] = MemoryUtil.memGetInt(info + hb_glyph_info_t.CODEPOINT);
      glyphs.clusters()[i] = MemoryUtil.memGetInt(info + hb_glyph_info_t.CLUSTER) - start;
      glyphs.flags()[i] = (byte) (MemoryUtil.memGetInt(info + hb_glyph_info_t.MASK) & 7);
      glyphs.advances()[i] = MemoryUtil.memGetInt(position + hb_glyph_position_t.X_ADVANCE);
      glyphs.dx()[i] = MemoryUtil.memGetInt(position + hb_glyph_position_t.X_OFFSET);
      glyphs.dy()[i] = MemoryUtil.memGetInt(position + hb_glyph_position_t.Y_OFFSET);
    }
    return glyphs;
  }

  @Override
  public void close() {
    hb_buffer_destroy(buffer);
    faces.values().forEach(HarfBuzzFace::close);
    MemoryUtil.memFree(paragraph);
  }
}
