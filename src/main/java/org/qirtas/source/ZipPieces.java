package org.qirtas.source;

import java.io.IOException;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.GeneralPurposeBit;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.qirtas.source.letters.Decoder;

/**
 * A ZIP file as a folder: each file in it is a piece, as far as a folder's would be taken in. Names
 * that are not marked as UTF-8 are read as letters of whatever charset they make sense in.
 */
final class ZipPieces implements PieceStream {
  private final Source source;
  private final ZipFile zip;
  private final Enumeration<ZipArchiveEntry> entries;
  private final Map<String, List<Hint>> listed = new HashMap<>();
  private final Counted passed = new Counted();

  ZipPieces(Source source) throws IOException {
    this.source = source;
    this.zip = ZipFile.builder().setPath(source.file()).setIgnoreLocalFileHeader(false).get();
    this.entries = zip.getEntriesInPhysicalOrder();
    try {
      manifests();
    } catch (IOException | RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  /** What manifests in it say of its other files. */
  private void manifests() throws IOException {
    for (ZipArchiveEntry entry : java.util.Collections.list(zip.getEntriesInPhysicalOrder())) {
      String path = path(entry);
      if (path.toLowerCase(java.util.Locale.ROOT).endsWith(".csv")
          && zip.canReadEntryData(entry)
          && entry.getSize() <= Manifest.LARGEST) {
        try (var in = zip.getInputStream(entry)) {
          byte[] bytes = in.readNBytes(Manifest.LARGEST + 1);
          if (Manifest.is(bytes)) {
            listed.put(path, List.of());
            Manifest.rows(bytes)
                .forEach(row -> listed.put(Folders.beside(path, row.file()), row.hints()));
          }
        }
      }
    }
  }

  @Override
  public Optional<Piece> next() throws IOException {
    while (entries.hasMoreElements()) {
      ZipArchiveEntry entry = entries.nextElement();
      String path = path(entry);
      List<Hint> hints = listed.getOrDefault(path, List.of());
      if (entry.isDirectory() || isPassedOver(entry, path, hints)) {
        continue;
      }
      return Optional.of(
          new Piece(
              Folders.last(path),
              path,
              Optional.empty(),
              hints,
              new Piece.Content.Unpacked(() -> open(entry), entry.getCompressedSize())));
    }
    return Optional.empty();
  }

  private boolean isPassedOver(ZipArchiveEntry entry, String path, List<Hint> hints) {
    boolean manifest = listed.containsKey(path) && hints.isEmpty();
    if (entry.isUnixSymlink()) {
      passed.add(PassedOver.Kind.LINK);
    } else if (Folders.hidden(path)) {
      passed.add(PassedOver.Kind.HIDDEN);
    } else if (manifest) {
      passed.add(PassedOver.Kind.LIST);
    } else {
      return false;
    }
    return true;
  }

  @Override
  public List<PassedOver> passedOver() {
    return passed.all();
  }

  private java.io.InputStream open(ZipArchiveEntry entry) throws IOException {
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      throw Refusal.ENCRYPTED.of(source.name(), path(entry));
    }
    if (!zip.canReadEntryData(entry)) {
      throw new ZipException("method " + entry.getMethod() + " of " + path(entry));
    }
    return zip.getInputStream(entry);
  }

  private static String path(ZipArchiveEntry entry) {
    GeneralPurposeBit flags = entry.getGeneralPurposeBit();
    boolean named =
        flags.usesUTF8ForNames()
            || entry.getNameSource() != ZipArchiveEntry.NameSource.NAME
            || entry.getRawName() == null;
    String path =
        named ? entry.getName() : Decoder.decode(entry.getRawName(), Optional.empty()).text();
    return path.replace('\\', '/');
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
