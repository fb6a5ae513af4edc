package org.qirtas.font;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A TrueType font, read once and never changed; safe for use by several threads.
 *
 * <p>Distances are in font units, upwards and to the right positive. Glyph ids are the file's own.
 */
public final class FontFile {
  /** The id of the glyph that stands for "no such character". */
  public static final int NO_GLYPH = 0;

  private static final int FAMILY = 1;
  private static final int POST_SCRIPT_NAME = 6;
  private static final int LICENCE = 13;
  private static final int TYPOGRAPHIC_FAMILY = 16;

  private final ByteBuffer bytes;
  private final Sfnt tables;
  private final CharacterMap characters;
  private final ByteBuffer outlines;
  private final ByteBuffer locations;
  private final ByteBuffer metrics;
  private final boolean longLocations;
  private final int unitsPerEm;
  private final int glyphCount;
  private final int metricCount;
  private final String family;
  private final String name;
  private final boolean bold;
  private final boolean italic;

  private FontFile(ByteBuffer bytes) {
    this.bytes = bytes;
    this.tables = new Sfnt(bytes);
    ByteBuffer head = tables.table("head");
    this.unitsPerEm = Sfnt.unsignedShort(head, 18);
    this.longLocations = head.getShort(50) != 0;
    this.glyphCount = Sfnt.unsignedShort(tables.table("maxp"), 4);
    this.metricCount = Sfnt.unsignedShort(tables.table("hhea"), 34);
    this.metrics = tables.table("hmtx");
    this.outlines = tables.table("glyf");
    this.locations = tables.table("loca");
    this.characters = new CharacterMap(tables.table("cmap"));
    this.name = name(POST_SCRIPT_NAME).orElse("Unnamed");
    this.family = name(TYPOGRAPHIC_FAMILY).or(() -> name(FAMILY)).orElse(name);
    int style = Sfnt.unsignedShort(head, 44);
    this.bold = (style & 1) != 0;
    this.italic = (style & 2) != 0;
  }

  /**
   * Reads a font file.
   *
   * @param file where it lies
   * @return the font
   * @throws IOException where it cannot be read or is not a TrueType font
   */
  public static FontFile read(Path file) throws IOException {
    byte[] content = Files.readAllBytes(file);
    // Direct, because HarfBuzz reads it where it lies.
    ByteBuffer bytes = ByteBuffer.allocateDirect(content.length).put(content).flip();
    try {
      return new FontFile(bytes);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new IOException(file.getFileName() + ": not a TrueType font: " + e.getMessage(), e);
    }
  }

  /**
   * {@return whether the font replaces glyphs by a feature, for any script}
   *
   * @param tag the feature's registered tag ({@code jalt})
   */
  public boolean hasFeature(String tag) {
    return tables.find("GSUB").filter(table -> Sfnt.listsFeature(table, tag)).isPresent();
  }

  /**
   * The glyphs that the font sets otherwise for what stands beyond a character that is between.
   *
   * @param character a code point, such as the space
   * @return pairs of glyphs; empty where any may be such a pair
   */
  public Optional<GlyphPairs> pairsAcross(int character) {
    int glyph = glyph(character);
    return glyph == NO_GLYPH ? Optional.empty() : LayoutRules.across(tables, glyph);
  }

  /** {@return the whole file, read-only, in memory outside the heap} */
  public ByteBuffer bytes() {
    return bytes.asReadOnlyBuffer();
  }

  /** {@return its family, such as "Amiri"} */
  public String family() {
    return family;
  }

  /** {@return its PostScript name, such as "Amiri-Bold"} */
  public String name() {
    return name;
  }

  /** {@return whether it is a bold one} */
  public boolean bold() {
    return bold;
  }

  /** {@return whether it is an italic one} */
  public boolean italic() {
    return italic;
  }

  /** {@return how many units its em has} */
  public int unitsPerEm() {
    return unitsPerEm;
  }

  /** {@return how many glyphs it has} */
  public int glyphCount() {
    return glyphCount;
  }

  /** {@return how many characters it covers} */
  public int characterCount() {
    return characters.size();
  }

  /**
   * {@return whether it has a glyph for the character}
   *
   * @param character a code point
   */
  public boolean covers(int character) {
    return characters.covers(character);
  }

  /**
   * {@return the glyph that stands for a character on its own, or {@link #NO_GLYPH}}
   *
   * @param character a code point
   */
  public int glyph(int character) {
    return characters.glyph(character);
  }

  /**
   * {@return the distance from a glyph's origin to the next one's, before any positioning}
   *
   * @param glyph its id
   */
  public int advance(int glyph) {
    return Sfnt.unsignedShort(metrics, 4 * Math.min(glyph, metricCount - 1));
  }

  /**
   * {@return the glyph's record in {@code glyf}, read-only; empty for a blank glyph}
   *
   * @param glyph its id
   */
  public ByteBuffer outline(int glyph) {
    int start = location(glyph);
    return outlines.slice(start, location(glyph + 1) - start);
  }

  private int location(int glyph) {
    return longLocations
        ? locations.getInt(4 * glyph)
        : 2 * Sfnt.unsignedShort(locations, 2 * glyph);
  }

  /** {@return how high its lines reach above the baseline, as the font itself has it} */
  public int ascent() {
    return tables.table("hhea").getShort(4);
  }

  /** {@return how deep its lines reach below the baseline; negative} */
  public int descent() {
    return tables.table("hhea").getShort(6);
  }

  /** {@return the height of its capital letters, or of what serves for them} */
  public int capHeight() {
    return tables
        .find("OS/2")
        .filter(os2 -> os2.getShort(0) >= 2 && os2.limit() >= 90)
        .map(os2 -> (int) os2.getShort(88))
        .filter(height -> height > 0)
        .orElse(ascent());
  }

  /** {@return the slant of its stems, in degrees, to the right negative} */
  public double italicAngle() {
    return tables.find("post").map(post -> post.getInt(4) / 65_536.0).orElse(0.0);
  }

  /** {@return the box that holds every glyph: left, foot, right, head} */
  public int[] boundingBox() {
    ByteBuffer head = tables.table("head");
    return new int[] {head.getShort(36), head.getShort(38), head.getShort(40), head.getShort(42)};
  }

  /** {@return what the font says of its licence} */
  public Optional<String> licence() {
    return name(LICENCE);
  }

  /** {@return whether its maker lets it be embedded in documents that others read (OS/2 fsType)} */
  public boolean embeddable() {
    return tables.find("OS/2").map(os2 -> (os2.getShort(8) & 0x000F) != 2).orElse(true);
  }

  private Optional<String> name(int id) {
    return tables.find("name").flatMap(names -> name(names, id));
  }

  private static Optional<String> name(ByteBuffer names, int id) {
    int count = Sfnt.unsignedShort(names, 2);
    int strings = Sfnt.unsignedShort(names, 4);
    for (int i = 0; i < count; i++) {
      int at = 6 + 12 * i;
      boolean windowsEnglish =
          Sfnt.unsignedShort(names, at) == 3 && Sfnt.unsignedShort(names, at + 4) == 0x409;
      if (windowsEnglish && Sfnt.unsignedShort(names, at + 6) == id) {
        var text = new byte[Sfnt.unsignedShort(names, at + 8)];
        names.get(strings + Sfnt.unsignedShort(names, at + 10), text);
        return Optional.of(new String(text, StandardCharsets.UTF_16BE));
      }
    }
    return Optional.empty();
  }

  @Override
  public String toString() {
    return name;
  }
}
