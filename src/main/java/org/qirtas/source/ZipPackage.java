package org.qirtas.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.qirtas.source.letters.Decoder;

/**
 * A document that is a ZIP file of parts (DOCX, EPUB), opened for reading; what is unpacked from it
 * is bounded in all.
 *
 * <p>Its XML is parsed with jsoup, which knows no entities but XML's own and fetches nothing: there
 * is no way for a bomb or an outside reference in.
 */
final class ZipPackage implements AutoCloseable {
  private static final long MOST_BYTES = 512L << 20;
  private static final int DEEPEST = 4000;

  private final ZipFile zip;
  private final String name;
  private long left = MOST_BYTES;

  ZipPackage(Path file, String name) throws IOException {
    this.zip = new ZipFile(file.toFile());
    this.name = name;
  }

  /** A part's bytes, where there is such a part. */
  Optional<byte[]> bytes(String path) throws IOException {
    ZipEntry entry = zip.getEntry(path);
    if (entry == null || entry.isDirectory()) {
      return Optional.empty();
    }
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] bytes = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8L, left + 1));
      left -= bytes.length;
      if (left < 0) {
        throw Refusal.TOOLARGE.of(name, path);
      }
      return Optional.of(bytes);
    }
  }

  /** A part that is XML. */
  Optional<Document> xml(String path) throws IOException {
    return bytes(path)
        .map(bytes -> Decoder.decode(bytes, HtmlReader.label(bytes)).text())
        .map(text -> Jsoup.parse(text, "", Parser.xmlParser().setMaxDepth(DEEPEST)));
  }

  /** Where a reference inside a part leads, as a path in the package. */
  static String resolve(String part, String reference) {
    String bare = reference.replaceFirst("[#?].*$", "");
    String decoded = bare.indexOf('%') < 0 ? bare : decoded(bare);
    Path folder = Path.of("/" + part).getParent();
    Path path = decoded.startsWith("/") ? Path.of(decoded) : Path.of(folder + "/" + decoded);
    return path.normalize().toString().substring(1);
  }

  private static String decoded(String reference) {
    try {
      return java.net.URLDecoder.decode(
          reference.replace("+", "%2B"), java.nio.charset.StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return reference;
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
