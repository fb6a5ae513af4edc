package org.qirtas.archive;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Collection;

/** A disk that fails at one of the things it is asked for: once, or from then on. */
final class FaultyVolume implements Volume {
  private final int failing;
  private final boolean forGood;
  private final String reason;
  private int asked;

  /** A disk that does the first {@code failing} things well. */
  FaultyVolume(int failing, boolean forGood, String reason) {
    this.failing = failing;
    this.forGood = forGood;
    this.reason = reason;
  }

  int asked() {
    return asked;
  }

  private boolean fails() {
    int now = asked++;
    return forGood ? now >= failing : now == failing;
  }

  private FileSystemException failure(Path path) {
    return new FileSystemException(path.toString(), null, reason);
  }

  @Override
  public OutputStream create(Path file) throws IOException {
    OutputStream out = Disk.INSTANCE.create(file);
    boolean torn = fails();
    return new FilterOutputStream(out) {
      @Override
      public void write(byte[] bytes, int from, int length) throws IOException {
        // Half of it is there, as a full disk leaves it.
        out.write(bytes, from, torn ? length / 2 : length);
        if (torn) {
          throw failure(file);
        }
      }
    };
  }

  @Override
  public void makeFolder(Path folder) throws IOException {
    if (fails()) {
      throw failure(folder);
    }
    Disk.INSTANCE.makeFolder(folder);
  }

  @Override
  public void rename(Path from, Path to) throws IOException {
    if (fails()) {
      throw failure(from);
    }
    Disk.INSTANCE.rename(from, to);
  }

  @Override
  public void delete(Path path) throws IOException {
    if (fails()) {
      throw failure(path);
    }
    Disk.INSTANCE.delete(path);
  }

  @Override
  public void sync(Collection<Path> paths) throws IOException {
    if (fails()) {
      throw failure(paths.iterator().next());
    }
  }
}
