package org.qirtas.text;

import static org.lwjgl.util.harfbuzz.HarfBuzz.HB_MEMORY_MODE_READONLY;
import static org.lwjgl.util.harfbuzz.HarfBuzz.hb_blob_destroy;
import static org.lwjgl.util.harfbuzz.HarfBuzz.hb_face_create;
import static org.lwjgl.util.harfbuzz.HarfBuzz.hb_face_destroy;
import static org.lwjgl.util.harfbuzz.HarfBuzz.hb_face_make_immutable;
import static org.lwjgl.util.harfbuzz.HarfBuzz.hb_font_create;
import static org.lwjgl.util.harfbuzz.HarfBuzz.hb_font_destroy;
import static org.lwjgl.util.harfbuzz.HarfBuzz.hb_font_make_immutable;
import static org.lwjgl.util.harfbuzz.HarfBuzz.hb_font_set_scale;

import java.nio.ByteBuffer;
import org.lwjgl.system.MemoryUtil;
import org.lwjgl.util.harfbuzz.HarfBuzz;
import org.qirtas.font.FontFile;

/** A font in HarfBuzz's hands, scaled so that all distances are whole font units. */
final class HarfBuzzFace implements AutoCloseable {
  // Held so that the memory that HarfBuzz reads from outlives the handle.
  private final ByteBuffer bytes;
  private final long font;

  HarfBuzzFace(FontFile file) {
    bytes = file.bytes();
    long blob =
        HarfBuzz.nhb_blob_create(
            MemoryUtil.memAddress(bytes), bytes.remaining(), HB_MEMORY_MODE_READONLY, 0, 0);
    long face = hb_face_create(blob, 0);
    hb_blob_destroy(blob);
    hb_face_make_immutable(face);
    font = hb_font_create(face);
    hb_face_destroy(face);
    hb_font_set_scale(font, file.unitsPerEm(), file.unitsPerEm());
    hb_font_make_immutable(font);
  }

  long handle() {
    return font;
  }

  @Override
  public void close() {
    hb_font_destroy(font);
  }
}
