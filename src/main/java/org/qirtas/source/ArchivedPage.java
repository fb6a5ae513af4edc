package org.qirtas.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.DataFormatException;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.MessageBody;
import org.netpreserve.jwarc.WarcConversion;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcRevisit;
import org.netpreserve.jwarc.WarcTargetRecord;
import org.qirtas.TemporaryFolder;

/**
 * A page as a web archive's record holds it.
 *
 * @param address where it stood
 * @param captured when it was fetched, as an instant
 * @param mediaType what the server said it is
 * @param charset what the server said its text is in
 * @param lastModified what the server said of its age
 * @param body its bytes, freed from the encodings that they were sent in; only while the reader
 *     stands at the record
 */
record ArchivedPage(
    String address,
    Optional<String> captured,
    String mediaType,
    Optional<Charset> charset,
    Optional<String> lastModified,
    MessageBody body) {
  private static final int LARGEST = 64 << 20;
  private static final int OK = 200;

  /** The page in a record; empty where it holds none. */
  static Optional<ArchivedPage> head(WarcRecord record) throws IOException {
    try {
      return switch (record) {
        case WarcResponse response when isHttp(response) -> http(response, response.http());
        case WarcResource resource -> whole(resource, resource.contentType());
        case WarcConversion conversion -> whole(conversion, conversion.contentType());
        default -> Optional.empty();
      };
    } catch (IllegalArgumentException broken) {
      // A head that names no address or no date: nothing says what page this was.
      return Optional.empty();
    }
  }

  /** Why a record that holds no page is none; empty where it holds nothing that was fetched. */
  static Optional<PassedOver.Kind> passedOver(WarcRecord record) throws IOException {
    try {
      return switch (record) {
        case WarcRevisit _ -> Optional.of(PassedOver.Kind.REVISITED);
        case WarcResponse response when isHttp(response) && response.http().status() != OK ->
            Optional.of(PassedOver.Kind.NOT_FETCHED);
        case WarcResponse _, WarcResource _, WarcConversion _ ->
            Optional.of(PassedOver.Kind.NO_PAGE);
        default -> Optional.empty();
      };
    } catch (IllegalArgumentException _) {
      return Optional.of(PassedOver.Kind.UNREADABLE);
    }
  }

  private static boolean isHttp(WarcResponse response) {
    return response.contentType().base().equals(MediaType.HTTP)
        || response.target().startsWith("http");
  }

  private static Optional<ArchivedPage> http(WarcResponse response, HttpResponse http)
      throws IOException {
    if (http.status() != OK) {
      return Optional.empty();
    }
    return page(
        response,
        http.headers()
            .first("Content-Type")
            .map(MediaType::parseLeniently)
            .orElse(MediaType.OCTET_STREAM),
        http.headers().first("Last-Modified"),
        http.bodyDecoded());
  }

  private static Optional<ArchivedPage> whole(WarcTargetRecord record, MediaType type) {
    return page(record, type, Optional.empty(), record.body());
  }

  private static Optional<ArchivedPage> page(
      WarcTargetRecord record, MediaType type, Optional<String> lastModified, MessageBody body) {
    String name = type.type() + "/" + type.subtype();
    return switch (Format.of(name)) {
      case HTML, PDF, WORD, DOC, RTF, EPUB, OFFICE, ODT ->
          Optional.of(
              new ArchivedPage(
                  record.target(),
                  record.headers().first("WARC-Date"),
                  name.toLowerCase(java.util.Locale.ROOT),
                  CharsetLabel.named(type.parameters().get("charset")),
                  lastModified,
                  body));
      default -> Optional.empty();
    };
  }

  /** Reads a source once its bytes are a file of their own. */
  interface PageReading {
    Matter of(Source page, Optional<Charset> charset) throws IOException, DataFormatException;
  }

  /** Reads the first page of a web archive. */
  static Matter read(Source source, PageReading reading) throws IOException, DataFormatException {
    try (WarcReader reader = WarcPieces.reader(source.file())) {
      for (WarcRecord record : reader) {
        Optional<ArchivedPage> page = head(record);
        if (page.isPresent()) {
          return page.get().matter(source, reading);
        }
      }
    }
    throw Refusal.EMPTY.of(source.name(), source.mediaType());
  }

  private Matter matter(Source source, PageReading reading)
      throws IOException, DataFormatException {
    Path folder = TemporaryFolder.make("page");
    Path copy = folder.resolve("page");
    try (InputStream in = body.stream()) {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw Refusal.TOOLARGE.of(source.name(), "> " + (LARGEST >> 20) + " MB");
      }
      Files.write(copy, bytes);
      var page = new Source(source.name(), copy, source.digest(), bytes.length, mediaType);
      Matter matter = reading.of(page, charset);
      // What the page names as its own address comes first.
      matter.claims().address(address);
      return matter;
    } finally {
      TemporaryFolder.delete(folder);
    }
  }
}
