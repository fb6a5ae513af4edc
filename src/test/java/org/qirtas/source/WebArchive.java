package org.qirtas.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/** Records of web archives that tests write. */
final class WebArchive {
  private WebArchive() {}

  /** A page that was fetched with success. */
  static byte[] record(String address, String type, String payload) {
    return response(address, "200 OK", Sources.utf8(payload), "Content-Type: " + type);
  }

  /** What a server answered; {@code text/html}, where the fields do not say otherwise. */
  static byte[] response(String address, String status, byte[] payload, String... fields) {
    boolean typed = Arrays.stream(fields).anyMatch(field -> field.startsWith("Content-Type"));
    String head =
        "HTTP/1.1 "
            + status
            + "\r\n"
            + (typed ? "" : "Content-Type: text/html; charset=utf-8\r\n")
            + Arrays.stream(fields).map(field -> field + "\r\n").collect(Collectors.joining());
    byte[] block = joined(Sources.utf8(head + "\r\n"), payload);
    String warc =
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-%012x>\r\nWARC-Date: 2020-03-04T21:00:00Z\r\nWARC-Target-URI: %s\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n"
            .formatted(address.hashCode() & 0xFFFFFFFFL, address, block.length);
    return joined(Sources.utf8(warc), block, Sources.utf8("\r\n\r\n"));
  }

  /** A page as a server sends it. */
  static String http(String page) {
    return "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page;
  }

  static String page(String title) {
    return "<html><head><title>"
        + title
        + "</title></head><body><article><h1>"
        + title
        + "</h1><p>فتحت المكتبة أبوابها صباح أمس بعد عامين من الترميم، وعاد إليها قراؤها.</p></article></body></html>";
  }

  static byte[] packed(byte[] bytes) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  static byte[] joined(byte[]... pieces) {
    var bytes = new ByteArrayOutputStream();
    for (byte[] piece : pieces) {
      bytes.writeBytes(piece);
    }
    return bytes.toByteArray();
  }

  /** What of a file does not come out of it. */
  static List<PassedOver> passedOver(Path file) {
    try (var reader = new SourceReader();
        Parts parts = reader.parts(reader.identify(file))) {
      while (parts.next().isPresent()) {
        // Known at the end.
      }
      return parts.passedOver();
    }
  }
}
