package org.qirtas.source;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.qirtas.source.letters.Decoder;

/**
 * A file of markup, cut where elements begin and end, each cut giving back the very bytes of the
 * file. Ill-formed markup is cut as well; no entity is looked at and nothing is nested in memory.
 */
final class Slices {
  private static final int LARGEST = 256 << 20;

  /** An element's stretch of the text, and its name without a prefix. */
  record Element(String name, int start, int end) {}

  private final String text;
  private final Charset charset;

  private Slices(String text, Charset charset) {
    this.text = text;
    this.charset = charset;
  }

  static Slices of(Source source) throws IOException {
    if (source.size() > LARGEST) {
      throw Refusal.TOOLARGE.of(source.name(), (source.size() >> 20) + " MB");
    }
    byte[] bytes = Files.readAllBytes(source.file());
    Charset charset = Decoder.decode(bytes, Optional.empty()).charset();
    // Where markup is ASCII a letter stands for a byte; 16-bit text comes back as it was, too.
    boolean wide = charset.name().startsWith("UTF-16");
    Charset exact = wide ? charset : StandardCharsets.ISO_8859_1;
    return new Slices(new String(bytes, exact), exact);
  }

  String text() {
    return text;
  }

  byte[] bytes(String slice) {
    return slice.getBytes(charset);
  }

  /** A slice's letters, for reading what it says; the bytes are kept elsewhere. */
  String letters(String slice) {
    return charset.equals(StandardCharsets.ISO_8859_1)
        ? Decoder.decode(
                bytes(slice),
                HtmlReader.label(bytes(text.substring(0, Math.min(400, text.length())))))
            .text()
        : slice;
  }

  /** The start tag of the outermost element, with all that stands before it. */
  String head() {
    int[] tag = {0, 0};
    for (int at = next(0, tag); at >= 0; at = next(tag[1], tag)) {
      if (text.charAt(at + 1) != '/') {
        return text.substring(0, tag[1]);
      }
    }
    return text;
  }

  /** The outermost elements of those names, in order; one that never ends goes to the next one. */
  List<Element> elements(String... names) {
    return elements(0, text.length(), names);
  }

  /** The same within a stretch of the text. */
  List<Element> elements(int from, int to, String... names) {
    List<String> wanted = List.of(names);
    var found = new ArrayList<Element>();
    int[] tag = {0, 0};
    int depth = 0;
    int start = -1;
    String open = "";
    for (int at = next(from, tag); at >= 0 && at < to; at = next(tag[1], tag)) {
      boolean closing = text.charAt(at + 1) == '/';
      boolean empty = text.charAt(tag[1] - 2) == '/';
      String name = name(at + (closing ? 2 : 1), tag[1]);
      if (depth == 0 ? closing || empty || !wanted.contains(name) : !name.equals(open)) {
        continue;
      }
      if (depth == 0) {
        start = at;
        open = name;
        depth = 1;
      } else if (!empty) {
        depth += closing ? -1 : 1;
      }
      if (depth == 0) {
        found.add(new Element(name, start, tag[1]));
      }
    }
    if (depth > 0) {
      found.add(new Element(open, start, to));
    }
    return found;
  }

  private String name(int from, int to) {
    int end = from;
    while (end < to && "> \t\r\n/".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    String name = text.substring(from, end);
    return name.substring(name.indexOf(':') + 1);
  }

  /** The next tag at or after a place: where it begins, and in {@code tag[1]} where it ends. */
  private int next(int from, int[] tag) {
    int at = text.indexOf('<', from);
    while (at >= 0 && at + 1 < text.length()) {
      int end = -1;
      if (text.startsWith("<!--", at)) {
        end = after("-->", at + 4);
      } else if (text.startsWith("<![CDATA[", at)) {
        end = after("]]>", at + 9);
      } else if (text.charAt(at + 1) == '?') {
        end = after("?>", at + 2);
      } else if (text.charAt(at + 1) == '!') {
        end = after(">", at + 2);
      } else if (Character.isLetter(text.charAt(at + 1)) || text.charAt(at + 1) == '/') {
        tag[1] = after(">", at + 1);
        return at;
      } else {
        end = at + 1;
      }
      at = text.indexOf('<', end);
    }
    return -1;
  }

  private int after(String mark, int from) {
    int at = text.indexOf(mark, from);
    return at < 0 ? text.length() : at + mark.length();
  }
}
