package org.qirtas.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
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
import org.qirtas.article.Gap;
import org.qirtas.source.letters.CharsetLabel;

/**
 * A page as a web archive's record holds it.
 *
 * @param address where it stood
 * @param captured when it was fetched, as an instant
 * @param mediaType what the server said it is
 * @param charset what the server said its text is in
 * @param lastModified what the server said of its age
 * @param truncated whether the record says that it holds only a part of the page
 * @param body its bytes, freed from the encodings that they were sent in; only while the reader
 *     stands at the record
 */
record ArchivedPage(
    String address,
    Optional<String> captured,
    String mediaType,
    Optional<Charset> charset,
    Optional<String> lastModified,
    boolean truncated,
    MessageBody body) {
  private static final int LARGEST = 64 << 20;

  /** A stretch that ends in damage is lost with it, so they are short. */
  private static final int STRETCH = 64;

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

  /**
   * A page that stands elsewhere.
   *
   * @param from where it was asked for
   * @param to where the server said it is
   */
  record Move(String from, String to) {}

  /** Where a server sent those who asked for a page; empty where a record tells no such thing. */
  static Optional<Move> moved(WarcRecord record) throws IOException {
    try {
      if (record instanceof WarcResponse response && isHttp(response)) {
        Optional<String> location = response.http().headers().first("Location");
        String from = ArcHeads.address(response.target());
        return location.map(to -> new Move(from, URI.create(from).resolve(utf8(to)).toString()));
      }
    } catch (IllegalArgumentException _) {
      // An address that is none leads nowhere.
    }
    return Optional.empty();
  }

  /** Heads are ASCII by the book; servers write addresses into them as they are. */
  private static String utf8(String field) {
    boolean bytes = field.chars().allMatch(c -> c <= 0xff);
    return bytes
        ? new String(field.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)
        : field;
  }

  /**
   * Whether this is a page that only lists others. To tell, it may be read: its bytes are spent.
   */
  boolean lists() {
    if (Format.of(mediaType) != Format.HTML || !HtmlFront.mayStandAt(address)) {
      return false;
    }
    var bytes = new ByteArrayOutputStream();
    try {
      return read(bytes) && HtmlFront.lists(HtmlReader.text(bytes.toByteArray(), charset));
    } catch (IOException _) {
      // Whoever reads the page will say so.
      return false;
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
                  ArcHeads.address(record.target()),
                  record.headers().first("WARC-Date"),
                  name.toLowerCase(java.util.Locale.ROOT),
                  CharsetLabel.named(type.parameters().get("charset")),
                  lastModified,
                  record.headers().first("WARC-Truncated").isPresent(),
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

  /**
   * Reads the page's bytes as far as there are any.
   *
   * @return whether they came to an end of their own: a page that breaks off in the archive shows
   *     in a browser, too, as far as it goes
   */
  private boolean read(ByteArrayOutputStream bytes) throws IOException {
    byte[] buffer = new byte[STRETCH];
    try (InputStream in = body.stream()) {
      int count = in.read(buffer);
      while (count >= 0 && bytes.size() <= LARGEST) {
        bytes.write(buffer, 0, count);
        count = in.read(buffer);
      }
      return !truncated;
    } catch (IOException broken) {
      if (bytes.size() == 0) {
        throw broken;
      }
      return false;
    }
  }

  private Matter matter(Source source, PageReading reading)
      throws IOException, DataFormatException {
    Path folder = TemporaryFolder.make("page");
    Path copy = folder.resolve("page");
    try {
      var bytes = new ByteArrayOutputStream();
      boolean whole = read(bytes);
      if (bytes.size() > LARGEST) {
        throw Refusal.TOOLARGE.of(source.name(), "> " + (LARGEST >> 20) + " MB");
      }
      Files.write(copy, bytes.toByteArray());
      var page = new Source(source.name(), copy, source.digest(), bytes.size(), mediaType);
      Matter matter = reading.of(page, charset);
      if (!whole) {
        matter.claims().gap(new Gap(Gap.Kind.CUT_OFF, 1));
      }
      // What the page names as its own address comes first.
      matter.claims().address(address);
      return matter;
    } finally {
      TemporaryFolder.delete(folder);
    }
  }
}
