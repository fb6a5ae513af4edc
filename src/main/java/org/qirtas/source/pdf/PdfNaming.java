package org.qirtas.source.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.DefaultResourceCache;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;

/**
 * Writes into a PDF in memory what it does not say: which letters the glyphs of its composite fonts
 * stand for (ISO 32000-2, 9.10.3). Programs that set Arabic often name only the glyphs that a
 * character has of its own, and none of its joined forms.
 */
final class PdfNaming {
  private static final double STEEPEST = 45;

  /** What a font was used for, by code: how often. */
  private final IdentityHashMap<COSDictionary, Use> uses = new IdentityHashMap<>();

  /** A font and how often each of its codes was drawn. */
  private record Use(PDFont font, Map<Integer, Integer> codes) {
    /** What the document says that a code stands for; nothing where its table says nothing. */
    Optional<String> told(int code) {
      return Optional.ofNullable(font.toUnicode(code));
    }

    /**
     * Whether the font's table is of no use: some programs name one glyph after the whole word or
     * line that it is drawn in, and all others after nothing.
     */
    boolean misnamed() {
      int drawn = 0;
      int nothing = 0;
      for (int code : codes.keySet()) {
        if (GlyphOutline.of(font, code).isPresent()) {
          drawn++;
          nothing += told(code).filter(Use::isNothing).isPresent() ? 1 : 0;
        }
      }
      return 2 * nothing > drawn;
    }

    /** What has ink is no blank; an empty name is read as one or as a null character. */
    private static boolean isNothing(String name) {
      return name.chars().allMatch(c -> c <= ' ');
    }
  }

  /** Takes note of a glyph that is drawn. */
  void note(PDFont font, int code) {
    if (font instanceof PDType0Font) {
      uses.computeIfAbsent(font.getCOSObject(), _ -> new Use(font, new TreeMap<>()))
          .codes()
          .merge(code, 1, Integer::sum);
    }
  }

  /** {@return the codes that were drawn of any font} */
  Set<Integer> codes() {
    return uses.values().stream()
        .flatMap(use -> use.codes().keySet().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** {@return how many glyphs with ink were drawn of which nobody can say what they stand for} */
  int unnamed() throws IOException {
    int count = 0;
    for (Use use : uses.values()) {
      boolean misnamed = use.misnamed();
      for (Map.Entry<Integer, Integer> code : use.codes().entrySet()) {
        boolean none = misnamed || use.told(code.getKey()).isEmpty();
        count +=
            none && GlyphOutline.of(use.font(), code.getKey()).isPresent() ? code.getValue() : 0;
      }
    }
    return count;
  }

  /**
   * Names what can be named.
   *
   * @return whether anything was; then the document is to be read again
   */
  boolean complete(PDDocument document, KnownFonts known) throws IOException {
    boolean more = false;
    for (Use use : uses.values()) {
      Map<Integer, String> names = names(use, known);
      if (!names.isEmpty()) {
        PdfNameTable.write(document, use.font(), names, use.misnamed());
        more = true;
      }
    }
    if (more) {
      // Fonts that were read already would not look at their tables again.
      document.setResourceCache(new DefaultResourceCache());
    }
    return more;
  }

  private static Map<Integer, String> names(Use use, KnownFonts known) throws IOException {
    PDFont font = use.font();
    var unnamed = new TreeMap<Integer, GlyphOutline>();
    Map<Integer, String> found = compared(use, known, 0, unnamed);
    double slant = slant(font);
    if (found.isEmpty() && slant != 0) {
      found = compared(use, known, slant, new TreeMap<>());
    }
    var names = new TreeMap<>(found);
    if (use.misnamed()) {
      blanks(use, names);
      return names;
    }
    for (Map.Entry<Integer, GlyphOutline> glyph : unnamed.entrySet()) {
      if (!names.containsKey(glyph.getKey())) {
        String mark = markBefore(use.font(), glyph.getKey(), glyph.getValue());
        if (!mark.isEmpty()) {
          names.put(glyph.getKey(), mark);
        }
      }
    }
    return names;
  }

  /**
   * Names a font's glyphs by known fonts.
   *
   * @param slant is taken back first: how far the font's letters lean
   * @param unnamed is given those that have no name so far
   */
  private static Map<Integer, String> compared(
      Use use, KnownFonts known, double slant, Map<Integer, GlyphOutline> unnamed) {
    var named = new ArrayList<KnownFont.Known>();
    boolean misnamed = use.misnamed();
    for (int code : use.codes().keySet()) {
      @Nullable String letters = misnamed ? null : use.font().toUnicode(code);
      GlyphOutline.of(use.font(), code, slant)
          .ifPresent(outline -> {
            if (letters == null) {
              unnamed.put(code, outline);
            } else if (!letters.isBlank()) {
              named.add(new KnownFont.Known(outline, letters));
            }
          });
    }
    return known.name(use.font().getName(), unnamed, named);
  }

  /** What advances without ink parts words, where other glyphs could be named. */
  private static void blanks(Use use, Map<Integer, String> names) throws IOException {
    for (int code : names.isEmpty() ? Set.<Integer>of() : use.codes().keySet()) {
      if (use.font().getWidth(code) > 0 && GlyphOutline.of(use.font(), code).isEmpty()) {
        names.put(code, " ");
      }
    }
  }

  /**
   * How far a font says that its letters lean to the right, for each step up (ISO 32000-2, 9.8.1,
   * ItalicAngle). Most slanted fonts of Arabic are upright ones that a program has sheared.
   */
  private static double slant(PDFont font) {
    @Nullable PDFontDescriptor descriptor = font.getFontDescriptor();
    double angle = descriptor == null ? 0 : descriptor.getItalicAngle();
    return Math.abs(angle) > STEEPEST ? 0 : -Math.tan(Math.toRadians(angle));
  }

  /**
   * Fonts keep another shape of a mark right after it: what advances nothing, is not a character's
   * own glyph, and stands on the same side of the letters as the mark before it.
   */
  private static String markBefore(PDFont font, int code, GlyphOutline outline) throws IOException {
    @Nullable String before =
        code > 0 && font.getWidth(code) == 0 ? font.toUnicode(code - 1) : null;
    if (before == null
        || before.length() != 1
        || Character.getType(before.charAt(0)) != Character.NON_SPACING_MARK) {
      return "";
    }
    return GlyphOutline.of(font, code - 1)
        .filter(shape -> (shape.bottom() > 0) == (outline.bottom() > 0))
        .map(_ -> before)
        .orElse("");
  }
}
