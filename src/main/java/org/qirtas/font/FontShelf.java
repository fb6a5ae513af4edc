package org.qirtas.font;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.qirtas.Fault;
import org.qirtas.QirtasException;

/**
 * The fonts that there are, in a fixed order: a folder's {@code .ttf} files, by folder, then by
 * name. Safe for use by several threads.
 */
public final class FontShelf {
  private final List<FontFile> fonts;

  private FontShelf(List<FontFile> fonts) {
    this.fonts = List.copyOf(fonts);
  }

  /**
   * Reads all fonts below a folder.
   *
   * @param folder the shelf's folder
   * @return the shelf
   * @throws QirtasException where the folder or a font in it cannot be read, or there is none
   */
  public static FontShelf open(Path folder) {
    try (var files = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
      var fonts = new ArrayList<FontFile>();
      for (Path file :
          files
              .filter(path -> path.toString().endsWith(".ttf"))
              .sorted(
                  Comparator.comparing((Path path) -> String.valueOf(path.getParent()))
                      .thenComparing(Path::toString))
              .toList()) {
        fonts.add(FontFile.read(file));
      }
      if (fonts.isEmpty()) {
        throw new QirtasException(Fault.USAGE, "font.none", folder);
      }
      return new FontShelf(fonts);
    } catch (IOException | UncheckedIOException e) {
      throw new QirtasException(
          e, Fault.USAGE, "font.unreadable", folder, String.valueOf(e.getMessage()));
    }
  }

  /** {@return every font, in the shelf's order} */
  public List<FontFile> fonts() {
    return fonts;
  }

  /**
   * The font of a family that comes nearest to a style.
   *
   * @param family the family's name, in any case
   * @param bold whether a bold one is wanted
   * @param italic whether an italic one is wanted
   * @return that font; the nearest weight and slant where the family lacks one; empty where there
   *     is no such family
   */
  public Optional<FontFile> find(String family, boolean bold, boolean italic) {
    return fonts.stream()
        .filter(font -> font.family().equalsIgnoreCase(family))
        .min(distance(bold, italic));
  }

  /**
   * The first font, in the shelf's order, that has what is wanted, in a style as near as can be
   * had.
   *
   * @param wanted what it must have
   * @param bold whether a bold one is wanted
   * @param italic whether an italic one is wanted
   * @return that font; empty where no font on the shelf has it
   */
  public Optional<FontFile> covering(Predicate<FontFile> wanted, boolean bold, boolean italic) {
    return fonts.stream().filter(wanted).min(distance(bold, italic));
  }

  /** Weight tells more than slant: an upright bold does better for a bold italic than an italic. */
  private static Comparator<FontFile> distance(boolean bold, boolean italic) {
    return Comparator.comparingInt(
        font -> (font.bold() == bold ? 0 : 2) + (font.italic() == italic ? 0 : 1));
  }
}
