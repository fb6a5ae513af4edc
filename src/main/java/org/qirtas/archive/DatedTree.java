package org.qirtas.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.qirtas.Fault;
import org.qirtas.QirtasException;

/**
 * The folders of years, months and days, and which of those below them are items. A name tells: a
 * slug is never two digits alone. Memory is bounded by the largest single folder.
 */
final class DatedTree {
  private static final String PRIVATE = ".qirtas";

  private final Path root;
  private final Consumer<Path> stray;

  DatedTree(Path root) {
    this(root, _ -> {});
  }

  /**
   * A tree that tells what does not belong.
   *
   * @param stray is told of each file, link or folder that stands where none belongs
   */
  DatedTree(Path root, Consumer<Path> stray) {
    this.root = root;
    this.stray = stray;
  }

  /** {@return the folders of all items, as they come up in the walk; to be closed} */
  Stream<Path> items() {
    return children(root)
        .flatMap(child ->
            switch (name(child)) {
              case PRIVATE, "README.md" -> Stream.empty();
              case Archive.UNDATED -> folders(child);
              case String year when year.matches("[0-9]{4}") && isFolder(child) -> dated(child, 1);
              default -> strayed(child);
            });
  }

  private Stream<Path> dated(Path folder, int depth) {
    return folders(folder)
        .flatMap(child ->
            depth < 3 && name(child).matches("[0-9]{2}")
                ? dated(child, depth + 1)
                : Stream.of(child));
  }

  private Stream<Path> folders(Path folder) {
    return children(folder).flatMap(child -> isFolder(child) ? Stream.of(child) : strayed(child));
  }

  private Stream<Path> strayed(Path path) {
    stray.accept(path);
    return Stream.empty();
  }

  private static boolean isFolder(Path path) {
    return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
  }

  private static Stream<Path> children(Path folder) {
    try (Stream<Path> listing = Files.list(folder)) {
      return listing.sorted().toList().stream();
    } catch (NoSuchFileException gone) {
      return Stream.empty();
    } catch (IOException | UncheckedIOException e) {
      throw new QirtasException(e, Fault.ARCHIVE, "archive.unreadable", folder, Archive.reason(e));
    }
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }
}
