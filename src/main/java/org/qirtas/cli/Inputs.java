package org.qirtas.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.qirtas.Fault;
import org.qirtas.QirtasException;
import org.qirtas.source.PlainFile;

/**
 * The files that an import shall take in: those named, and all in the folders named, sorted.
 *
 * <p>In a folder, names that begin with a dot and links to folders are passed over, as is the
 * archive itself. A folder that cannot be read is a failure of its own, and the rest goes on.
 */
final class Inputs {
  private static final Pattern MANIFEST = Pattern.compile("(?is).*\\.[ct]sv");

  /** What a manifest says of the files beside it must be known before they are taken in. */
  static final Comparator<Path> MANIFESTS_FIRST =
      Comparator.<Path, Boolean>comparing(path -> !mayBeManifest(path))
          .thenComparing(Comparator.naturalOrder());

  private final Path archive;
  private final Consumer<Path> file;
  private final Failure failure;
  private final BooleanSupplier over;
  private Consumer<Path> entering = _ -> {};

  /** Is told of what cannot be read. */
  interface Failure {
    void of(Path input, QirtasException why);
  }

  Inputs(Path archive, Consumer<Path> file, Failure failure) {
    this(archive, file, failure, () -> false);
  }

  /** Inputs that are walked through until that is {@code over}. */
  Inputs(Path archive, Consumer<Path> file, Failure failure, BooleanSupplier over) {
    this.over = over;
    this.archive = archive.toAbsolutePath().normalize();
    this.file = file;
    this.failure = failure;
  }

  /** Has somebody know of each folder before it is listed. */
  Inputs entering(Consumer<Path> folder) {
    entering = folder;
    return this;
  }

  /** {@return whether a file in a folder is not meant to be taken in} */
  static boolean isPassedOver(Path child) {
    return String.valueOf(child.getFileName()).startsWith(".");
  }

  /** {@return whether a file's name is one that lists of files have} */
  static boolean mayBeManifest(Path file) {
    return MANIFEST.matcher(file.toString()).matches();
  }

  void walk(List<Path> paths) {
    for (Path path : paths) {
      if (over.getAsBoolean()) {
        return;
      }
      if (Files.isDirectory(path)) {
        folder(path);
      } else {
        file.accept(path);
      }
    }
  }

  private void folder(Path folder) {
    if (folder.toAbsolutePath().normalize().equals(archive)) {
      return;
    }
    entering.accept(folder);
    for (Path child : children(folder)) {
      if (over.getAsBoolean()) {
        return;
      }
      if (Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
        folder(child);
      } else if (Files.isRegularFile(child)) {
        file.accept(child);
      }
    }
  }

  private List<Path> children(Path folder) {
    try (Stream<Path> listing = Files.list(folder)) {
      return listing.filter(child -> !isPassedOver(child)).sorted(MANIFESTS_FIRST).toList();
    } catch (IOException | UncheckedIOException e) {
      failure.of(folder, new QirtasException(e, Fault.INPUT, "ingest.folder", folder));
      return List.of();
    }
  }

  /** {@return how many files there are} */
  static long count(Path archive, List<Path> paths) {
    long[] files = {0};
    new Inputs(archive, _ -> files[0]++, (_, _) -> {}).walk(paths);
    return files[0];
  }

  /** {@return whether there are at most so many files, none of more than so many bytes} */
  static boolean areFew(Path archive, List<Path> paths, int most, long largest) {
    var sizes = new ArrayList<Long>();
    BooleanSupplier many =
        () -> sizes.size() > most || (!sizes.isEmpty() && sizes.getLast() > largest);
    new Inputs(archive, file -> sizes.add(size(file)), (_, _) -> {}, many).walk(paths);
    return !many.getAsBoolean();
  }

  /** {@return whether no file is packed, and may unfold to more than it has} */
  static boolean arePlain(Path archive, List<Path> paths) {
    boolean[] packed = {false};
    new Inputs(archive, file -> packed[0] |= !PlainFile.is(file), (_, _) -> {}, () -> packed[0])
        .walk(paths);
    return !packed[0];
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      return 0;
    }
  }
}
