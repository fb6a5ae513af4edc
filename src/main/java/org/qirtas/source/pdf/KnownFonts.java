package org.qirtas.source.pdf;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The fonts that glyphs without a name are compared with: all those in a folder, each read when it
 * is first needed.
 */
public final class KnownFonts {
  /** None, so that what a PDF does not name stays unnamed. */
  public static final KnownFonts NONE = new KnownFonts(Optional.empty());

  private static final double SAME = 6;
  private static final double ALIKE = 26;
  private static final double SHARE_SAME = 0.6;
  private static final double SHARE_SURE = 0.97;
  private static final double SHARE_AGREEING = 0.85;
  private static final int DEPTH = 3;

  private final Optional<Path> folder;
  private final Map<Path, Optional<KnownFont>> read = new HashMap<>();

  private final DottedLetters dotted = new DottedLetters();

  private KnownFonts(Optional<Path> folder) {
    this.folder = folder;
  }

  /**
   * {@return the fonts in a folder, each read when it is first needed}
   *
   * @param folder the folder
   */
  public static KnownFonts in(Path folder) {
    return new KnownFonts(Optional.of(folder));
  }

  /** How the letters of the fonts that were needed so far are put together. */
  DottedLetters dotted() {
    return dotted;
  }

  /**
   * Names glyphs by the font in which most of them are, and in which those that are named already
   * have the same letters.
   *
   * @param fontName what the PDF calls the font
   * @param unnamed the glyphs to name, by code
   * @param named glyphs of the same font with their letters
   * @return the letters by code
   */
  Map<Integer, String> name(
      String fontName, Map<Integer, GlyphOutline> unnamed, List<KnownFont.Known> named) {
    if (folder.isEmpty() || unnamed.isEmpty()) {
      return Map.of();
    }
    Named best = Named.NONE;
    for (Path file : files(fontName)) {
      Named found = font(file).map(font -> name(font, unnamed, named)).orElse(Named.NONE);
      best = found.share() > best.share() ? found : best;
      if (best.share() >= SHARE_SURE) {
        break;
      }
    }
    return best.letters();
  }

  /**
   * What a font makes of glyphs.
   *
   * @param share of them that it draws in the same way: its bold and its slanted kin draw fewer so
   * @param letters by code
   */
  private record Named(double share, Map<Integer, String> letters) {
    static final Named NONE = new Named(0, Map.of());
  }

  private static Named name(
      KnownFont font, Map<Integer, GlyphOutline> unnamed, List<KnownFont.Known> named) {
    var letters = new TreeMap<Integer, String>();
    int same = 0;
    for (Map.Entry<Integer, GlyphOutline> glyph : unnamed.entrySet()) {
      same += font.closest(glyph.getValue(), SAME).isPresent() ? 1 : 0;
      font.closest(glyph.getValue(), ALIKE)
          .ifPresent(known -> letters.put(glyph.getKey(), known.letters()));
    }
    double share = (double) same / unnamed.size();
    return share >= SHARE_SAME && agrees(font, named) ? new Named(share, letters) : Named.NONE;
  }

  private static boolean agrees(KnownFont font, List<KnownFont.Known> named) {
    int compared = 0;
    int agreeing = 0;
    for (KnownFont.Known glyph : named) {
      List<String> known = font.alike(glyph.outline(), SAME);
      if (!known.isEmpty()) {
        compared++;
        String letters = PdfGlyph.letters(glyph.letters());
        agreeing += known.stream().map(PdfGlyph::letters).anyMatch(letters::equals) ? 1 : 0;
      }
    }
    return agreeing >= SHARE_AGREEING * compared;
  }

  private Optional<KnownFont> font(Path file) {
    return read.computeIfAbsent(
        file,
        path -> {
          try {
            return Optional.of(KnownFont.read(path, dotted));
          } catch (IOException | RuntimeException unreadable) {
            // A font that cannot be read knows no glyph; whoever sets type with it is told.
            return Optional.empty();
          }
        });
  }

  /** The fonts whose family the name begins with first, then all others. */
  private List<Path> files(String fontName) {
    String name = plain(fontName.replaceFirst("^[A-Z]{6}\\+", ""));
    var first = new ArrayList<Path>();
    var rest = new ArrayList<Path>();
    try (Stream<Path> walk =
        Files.walk(folder.orElseThrow(), DEPTH, FileVisitOption.FOLLOW_LINKS)) {
      walk.filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".ttf"))
          .sorted()
          .forEach(file -> {
            String stem = file.getFileName().toString().replaceFirst("\\.[^.]+$", "");
            String family = plain(stem.replaceFirst("[-\\[].*", ""));
            if (name.equals(plain(stem))) {
              first.addFirst(file);
            } else {
              (name.startsWith(family) ? first : rest).add(file);
            }
          });
    } catch (IOException | java.io.UncheckedIOException unreadable) {
      return List.of();
    }
    first.addAll(rest);
    return first;
  }

  private static String plain(String name) {
    return name.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
  }
}
