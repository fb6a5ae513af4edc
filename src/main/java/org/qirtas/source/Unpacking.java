package org.qirtas.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** Files that are read from their beginning to their end: a TAR as a folder, one packed file. */
final class Unpacking {
  private static final int XZ_KIB = 128 << 10;

  private Unpacking() {}

  static PieceStream of(Source source) throws IOException {
    return source.mediaType().equals(MediaTypes.TAR)
        ? new Tar(Files.newInputStream(source.file()))
        : PieceStream.of(List.of(packed(source)));
  }

  /** The one file that a compressor packed; where it is a TAR, that is opened in turn. */
  static Piece packed(Source source) {
    String name = source.name();
    String bare = name.replaceFirst("(?i)\\.(?:gz|bz2|xz|z)$", "");
    if (name.toLowerCase(Locale.ROOT).matches(".*\\.(?:tgz|tbz2?|txz)")) {
      bare = name.substring(0, name.lastIndexOf('.')) + ".tar";
    }
    return new Piece(
        bare,
        bare,
        Optional.empty(),
        List.of(),
        new Piece.Content.Unpacked(() -> unpacked(source), source.size()));
  }

  private static InputStream unpacked(Source source) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(source.file()));
    return switch (source.mediaType()) {
      case MediaTypes.GZIP, MediaTypes.WARC ->
          GzipCompressorInputStream.builder()
              .setInputStream(in)
              .setDecompressConcatenated(true)
              .get();
      case MediaTypes.BZIP2 -> new BZip2CompressorInputStream(in, true);
      default ->
          XZCompressorInputStream.builder()
              .setInputStream(in)
              .setDecompressConcatenated(true)
              .setMemoryLimitKiB(XZ_KIB)
              .get();
    };
  }

  private static final class Tar implements PieceStream {
    private final TarArchiveInputStream tar;
    private final Counted passed = new Counted();

    Tar(InputStream in) {
      tar = new TarArchiveInputStream(new BufferedInputStream(in), "UTF-8");
    }

    @Override
    public Optional<Piece> next() throws IOException {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        String path = entry.getName();
        if (entry.isDirectory()) {
          continue;
        }
        // Links and devices lead outside; a folder's listing passes them over, too.
        boolean link = !entry.isFile() || entry.isSymbolicLink() || entry.isLink();
        if (link || Folders.hidden(path)) {
          passed.add(link ? PassedOver.Kind.LINK : PassedOver.Kind.HIDDEN);
        } else {
          return Optional.of(
              new Piece(
                  Folders.last(path),
                  path,
                  Optional.empty(),
                  List.of(),
                  new Piece.Content.Unpacked(() -> new Unclosed(tar), entry.getSize())));
        }
      }
      return Optional.empty();
    }

    @Override
    public List<PassedOver> passedOver() {
      return passed.all();
    }

    @Override
    public void close() throws IOException {
      tar.close();
    }
  }

  /** An entry's bytes, whose end is not the end of what they lie in. */
  private static final class Unclosed extends java.io.FilterInputStream {
    Unclosed(InputStream in) {
      super(in);
    }

    @Override
    public void close() {
      // The next entry is still wanted.
    }
  }
}
