package org.qirtas.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qirtas.QirtasException;
import org.qirtas.TemporaryFolder;

/**
 * All that comes out of a source, one part after the other: a source that holds one article is its
 * own only part; of a container each piece is a part, with its own bytes and digest, and containers
 * within it are opened in turn.
 *
 * <p>A piece lies in a scratch folder, under a name of our own, and only until the next one is
 * asked for; so no name in a container can lead anywhere, and no more than a chain of pieces takes
 * up room. What comes out is bounded in depth, number and size. Where a container turns out to be
 * damaged, encrypted or a bomb, it is itself the last part, refused, so that its bytes can be kept.
 * Not for use by several threads.
 */
public final class Parts implements AutoCloseable {
  private static final int BUFFER = 1 << 16;
  private static final int MOST_FAILURES = 100;

  private final Containers containers;
  private final TimeLimit limit;
  private final Allowance allowance;
  private final Deque<Level> levels = new ArrayDeque<>();
  private final List<Path> spent = new ArrayList<>();
  private Optional<Part> only = Optional.empty();
  private @Nullable Path scratch;
  private int count;
  private final Counted passed = new Counted();

  /** A container that is open. */
  private static final class Level {
    final Source container;
    final PieceStream pieces;
    Optional<QirtasException> refusal = Optional.empty();
    int taken;
    int failures;

    Level(Source container, PieceStream pieces) {
      this.container = container;
      this.pieces = pieces;
    }

    void refuse(QirtasException why) {
      refusal = refusal.or(() -> Optional.of(why));
      failures++;
    }
  }

  Parts(Source source, Containers containers, TimeLimit limit) {
    this.containers = containers;
    this.limit = limit;
    this.allowance = new Allowance(source.size());
    // A piece that is read again is known for what it is, and is not opened any further.
    boolean piece = !source.within().isEmpty() && Format.of(source.mediaType()) != Format.UNKNOWN;
    only = piece ? whole(source) : opened(source);
  }

  /** {@return whether the source holds others, and is not itself its only part} */
  public boolean isContainer() {
    return only.isEmpty();
  }

  /** {@return what lay in it and was not taken out, itself or within; known at the end} */
  public List<PassedOver> passedOver() {
    return passed.all();
  }

  /**
   * {@return the next part; empty after the last}
   *
   * @throws QirtasException where there is no room to put it
   */
  public Optional<Part> next() {
    clear();
    if (only.isPresent()) {
      Optional<Part> part = only;
      only = Optional.empty();
      return part;
    }
    while (!levels.isEmpty()) {
      Optional<Part> part = step(levels.peek());
      if (part.isPresent()) {
        return part;
      }
    }
    return Optional.empty();
  }

  /** Goes on by one piece: it is a part, or a container to open; or this was the last one. */
  private Optional<Part> step(Level level) {
    String name = level.container.name();
    Optional<Piece> piece;
    try {
      piece = limit.run(name, level.pieces::next);
    } catch (QirtasException damaged) {
      level.refuse(damaged);
      return finished(level);
    }
    if (piece.isPresent() && level.failures >= MOST_FAILURES) {
      passed.add(PassedOver.Kind.UNREADABLE);
      countRest(level);
      return finished(level);
    }
    if (piece.isEmpty()) {
      return finished(level);
    }
    Source part;
    try {
      part = limit.run(name, () -> source(level.container, piece.get()));
    } catch (QirtasException unreadable) {
      if (piece.get().content() instanceof Piece.Content.Listed) {
        level.taken++;
        return Optional.of(Part.missing(level.container, piece.get().place(), unreadable));
      }
      // A piece that cannot be had, such as an encrypted one; what lies behind it may be good.
      level.refuse(unreadable);
      passed.add(PassedOver.Kind.UNREADABLE);
      return Optional.empty();
    }
    level.taken++;
    return piece.get().mediaType().isPresent() ? whole(part) : opened(part);
  }

  /**
   * A container is given up where so much of it is no good; how much is left is told all the same.
   */
  private void countRest(Level level) {
    try {
      limit.run(
          level.container.name(),
          () -> {
            while (level.pieces.next().isPresent()) {
              passed.add(PassedOver.Kind.UNREADABLE);
            }
            return level;
          });
    } catch (QirtasException broken) {
      level.refuse(broken);
    }
  }

  /** Opens a container; what is none is itself a part. */
  private Optional<Part> opened(Source source) {
    try {
      Optional<PieceStream> pieces = limit.run(source.name(), () -> containers.open(source));
      if (pieces.isEmpty()) {
        return whole(source);
      }
      if (levels.size() >= Allowance.DEEPEST) {
        pieces.get().close();
        throw Refusal.TOOLARGE.of(
            source.name(), "> " + Allowance.DEEPEST + " × " + source.mediaType());
      }
      levels.push(new Level(source, pieces.get()));
      return Optional.empty();
    } catch (QirtasException refusal) {
      return Optional.of(Part.refused(source, refusal));
    } catch (IOException e) {
      return Optional.of(Part.refused(source, Refusal.UNREADABLE.of(source.name(), e)));
    }
  }

  private Optional<Part> whole(Source source) {
    if (source.size() > 0 || levels.isEmpty()) {
      return Optional.of(Part.of(source));
    }
    String place = source.within().getLast().place();
    return Optional.of(
        Part.missing(
            levels.getFirst().container,
            place,
            Refusal.EMPTY.of(source.name(), source.mediaType())));
  }

  /** Closes a container; where it was not good to the end, it is a part that is refused. */
  private Optional<Part> finished(Level level) {
    levels.pop();
    passed.add(level.pieces.passedOver());
    try {
      level.pieces.close();
    } catch (IOException e) {
      level.refuse(Refusal.UNREADABLE.of(level.container.name(), e));
    }
    if (level.taken == 0) {
      level.refuse(Refusal.EMPTY.of(level.container.name(), level.container.mediaType()));
    }
    return level.refusal.map(why -> Part.refused(level.container, why));
  }

  private Source source(Source container, Piece piece) throws IOException {
    Path file =
        piece.content() instanceof Piece.Content.Listed(Path listed, Optional<String> twice)
            ? beside(container, listed, twice)
            : spool(piece);
    var within = new ArrayList<>(container.within());
    within.add(new Provenance(container.name(), container.digest(), piece.place()));
    var hints = new ArrayList<>(container.hints());
    hints.removeIf(hint -> hint.field() == Hint.Field.PAGE);
    hints.addAll(piece.hints());
    long size = Files.size(file);
    String type =
        piece.mediaType().isPresent()
            ? piece.mediaType().get()
            : size == 0 ? "application/x-empty" : containers.mediaType(file, piece.name());
    var source = new Source(piece.name(), file, Digest.of(file), size, type, within, hints);
    new Hints(source).check();
    return source;
  }

  /**
   * A file that a list may name: it lies beside the list or below, also when links are followed.
   */
  private static Path beside(Source list, Path file, Optional<String> twice) throws IOException {
    Path folder = list.file().toAbsolutePath().getParent();
    if (!Files.exists(file)) {
      throw Refusal.MISSING.of(file.toString(), list.name());
    }
    if (folder == null || !file.toRealPath().startsWith(folder.toRealPath())) {
      throw Refusal.OUTSIDE.of(file.toString(), list.name());
    }
    if (twice.isPresent()) {
      throw Refusal.TWICE.of(file.toString(), twice.get());
    }
    return file;
  }

  private Path spool(Piece piece) throws IOException {
    Path file = scratch().resolve("part-" + ++count);
    long packed = piece.content() instanceof Piece.Content.Unpacked(_, long known) ? known : -1;
    try (InputStream in = open(piece.content());
        OutputStream out = Files.newOutputStream(file)) {
      copy(in, out, piece, packed);
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(file);
      throw e;
    }
    spent.add(file);
    return file;
  }

  private void copy(InputStream in, OutputStream out, Piece piece, long packed) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long size = 0;
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      size += read;
      if (!allowance.permits(size, packed)) {
        throw Refusal.TOOLARGE.of(piece.name(), "> " + (size >> 20) + " MB");
      }
      out.write(buffer, 0, read);
    }
    if (!allowance.take(size)) {
      throw Refusal.TOOLARGE.of(piece.name(), piece.place());
    }
  }

  private static InputStream open(Piece.Content content) throws IOException {
    return switch (content) {
      case Piece.Content.Stretch stretch -> stretch.open();
      case Piece.Content.Unpacked(Piece.Opening stream, _) -> stream.open();
      case Piece.Content.Listed(Path file, _) -> Files.newInputStream(file);
    };
  }

  private Path scratch() throws IOException {
    Path folder = scratch;
    if (folder == null) {
      folder = TemporaryFolder.make("parts");
      scratch = folder;
    }
    return folder;
  }

  /** Gives back the room of what has been handed out; an open container's own file stays. */
  private void clear() {
    for (Path file : List.copyOf(spent)) {
      boolean open = levels.stream().anyMatch(level -> level.container.file().equals(file));
      if (!open) {
        delete(file);
        spent.remove(file);
      }
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // It lies in the system's scratch folder, which clears itself.
    }
  }

  @Override
  public void close() {
    while (!levels.isEmpty()) {
      try {
        levels.pop().pieces.close();
      } catch (IOException e) {
        // Only read from; there is nothing to lose.
      }
    }
    clear();
    Path folder = scratch;
    if (folder != null) {
      delete(folder);
    }
  }
}
