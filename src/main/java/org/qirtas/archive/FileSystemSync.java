package org.qirtas.archive;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * Has a whole file system write out what it holds: {@code syncfs(2)}, one wait for thousands of
 * files. To ask for 6,500 files one by one takes a third of a second of computing.
 *
 * <p>Only where that waits for the disk and tells of errors as {@code fsync} does: file systems of
 * this machine, under Linux 5.8 or later.
 */
final class FileSystemSync {
  private static final Set<String> LOCAL = Set.of("ext3", "ext4", "xfs", "btrfs", "f2fs");
  private static final int OLDEST = 5 * 1000 + 8;
  private static final String ERRNO = "errno";

  /** {@code O_RDONLY | O_DIRECTORY | O_CLOEXEC}, which differ between processors. */
  private static final int READ_ONLY = 0;

  private static final Optional<FileSystemSync> INSTANCE = link();

  private final MethodHandle open;
  private final MethodHandle syncfs;
  private final MethodHandle close;
  private final StructLayout state = Linker.Option.captureStateLayout();
  private final VarHandle errno = state.varHandle(MemoryLayout.PathElement.groupElement(ERRNO));

  @SuppressWarnings("restricted") // native access is granted by the launcher
  private FileSystemSync(Linker linker, SymbolLookup symbols) {
    var integer = ValueLayout.JAVA_INT;
    Linker.Option told = Linker.Option.captureCallState(ERRNO);
    open =
        linker.downcallHandle(
            symbols.findOrThrow("open"),
            FunctionDescriptor.of(integer, ValueLayout.ADDRESS, integer),
            told,
            Linker.Option.firstVariadicArg(2));
    syncfs =
        linker.downcallHandle(
            symbols.findOrThrow("syncfs"), FunctionDescriptor.of(integer, integer), told);
    close =
        linker.downcallHandle(
            symbols.findOrThrow("close"), FunctionDescriptor.of(integer, integer), told);
  }

  /** {@return the means for a folder's file system, if there is one} */
  static Optional<FileSystemSync> of(Path folder) throws IOException {
    // A name that is no text cannot be told to it.
    boolean named = Path.of(folder.toString()).equals(folder);
    return named && LOCAL.contains(Files.getFileStore(folder).type()) ? INSTANCE : Optional.empty();
  }

  private static Optional<FileSystemSync> link() {
    if (!System.getProperty("os.name").equals("Linux")
        || release(System.getProperty("os.version")) < OLDEST) {
      return Optional.empty();
    }
    try {
      Linker linker = Linker.nativeLinker();
      return Optional.of(new FileSystemSync(linker, linker.defaultLookup()));
    } catch (RuntimeException | LinkageError none) {
      return Optional.empty();
    }
  }

  /** {@return a release such as 6.18.4-x as 6018} */
  private static int release(String version) {
    String[] parts = version.split("[^0-9]+", 3);
    try {
      return Integer.parseInt(parts[0]) * 1000 + Integer.parseInt(parts[1]);
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException unknown) {
      return 0;
    }
  }

  /** Waits until the disk has all of a folder's file system. */
  void run(Path folder) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment why = arena.allocate(state);
      int file = (int) open.invokeExact(why, arena.allocateFrom(folder.toString()), READ_ONLY);
      require(file >= 0, why, folder);
      try {
        require((int) syncfs.invokeExact(why, file) == 0, why, folder);
      } finally {
        int _ = (int) close.invokeExact(why, file);
      }
    } catch (IOException | RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IOException(e);
    }
  }

  private void require(boolean done, MemorySegment why, Path folder) throws IOException {
    if (!done) {
      int number = (int) errno.get(why, 0L);
      throw new IOException(folder + ": syncfs: errno " + number);
    }
  }
}
