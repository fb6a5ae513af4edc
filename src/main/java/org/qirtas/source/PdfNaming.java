package org.qirtas.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.DefaultResourceCache;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;

/**
 * Writes into a PDF in memory what it does not say: which letters the glyphs of its composite fonts
 * stand for (ISO 32000-2, 9.10.3). Programs that set Arabic often name only the glyphs that a
 * character has of its own, and none of its joined forms.
 */
final class PdfNaming {
  private static final int MOST_IN_A_BLOCK = 100;

  /** What a font was used for, by code: how often. */
  private final IdentityHashMap<COSDictionary, Use> uses = new IdentityHashMap<>();

  /** A font and how often each of its codes was drawn. */
  private record Use(PDFont font, Map<Integer, Integer> codes) {}

  /** Takes note of a glyph that is drawn. */
  void note(PDFont font, int code) {
    if (font instanceof PDType0Font) {
      uses.computeIfAbsent(font.getCOSObject(), _ -> new Use(font, new TreeMap<>()))
          .codes()
          .merge(code, 1, Integer::sum);
    }
  }

  /** {@return how many glyphs with ink were drawn of which nobody can say what they stand for} */
  int unnamed() throws IOException {
    int count = 0;
    for (Use use : uses.values()) {
      for (Map.Entry<Integer, Integer> code : use.codes().entrySet()) {
        boolean none = use.font().toUnicode(code.getKey()) == null;
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
        write(document, use.font(), names);
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
    var unnamed = new TreeMap<Integer, GlyphOutline>();
    var named = new ArrayList<KnownFont.Known>();
    for (int code : use.codes().keySet()) {
      @Nullable String letters = use.font().toUnicode(code);
      GlyphOutline.of(use.font(), code)
          .ifPresent(outline -> {
            if (letters == null) {
              unnamed.put(code, outline);
            } else if (!letters.isBlank()) {
              named.add(new KnownFont.Known(outline, letters));
            }
          });
    }
    var names = new TreeMap<>(known.name(use.font().getName(), unnamed, named));
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

  /** Adds names to a font's own table, or gives it one. */
  private static void write(PDDocument document, PDFont font, Map<Integer, String> names)
      throws IOException {
    String table = table(font);
    int end = table.lastIndexOf("endcmap");
    String whole = end < 0 ? table : table.substring(0, end) + block(names) + table.substring(end);
    var stream = document.getDocument().createCOSStream();
    try (OutputStream out = stream.createOutputStream()) {
      out.write(whole.getBytes(StandardCharsets.ISO_8859_1));
    }
    font.getCOSObject().setItem(COSName.TO_UNICODE, stream);
  }

  private static String table(PDFont font) throws IOException {
    @Nullable COSBase own = font.getCOSObject().getDictionaryObject(COSName.TO_UNICODE);
    if (own instanceof COSStream stream) {
      var bytes = new ByteArrayOutputStream();
      try (InputStream in = stream.createInputStream()) {
        in.transferTo(bytes);
      }
      return bytes.toString(StandardCharsets.ISO_8859_1);
    }
    return """
    /CIDInit /ProcSet findresource begin
    12 dict begin
    begincmap
    /CMapType 2 def
    1 begincodespacerange
    <0000> <ffff>
    endcodespacerange
    endcmap
    end
    end
    """;
  }

  private static String block(Map<Integer, String> names) {
    var block = new StringBuilder("\n");
    List<Map.Entry<Integer, String>> all = List.copyOf(names.entrySet());
    for (int from = 0; from < all.size(); from += MOST_IN_A_BLOCK) {
      List<Map.Entry<Integer, String>> some =
          all.subList(from, Math.min(all.size(), from + MOST_IN_A_BLOCK));
      block.append(some.size()).append(" beginbfchar\n");
      for (Map.Entry<Integer, String> name : some) {
        block.append(String.format(Locale.ROOT, "<%04x> <", name.getKey()));
        name.getValue().chars().forEach(c -> block.append(String.format(Locale.ROOT, "%04x", c)));
        block.append(">\n");
      }
      block.append("endbfchar\n");
    }
    return block.toString();
  }
}
