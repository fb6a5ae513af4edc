package org.qirtas.pdf;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * An ICC profile, as far as one must know it to say whether it may stand in a PDF/A or a PDF/X and
 * what it is of (ICC.1:2010, 7.2 and 9.2).
 */
final class IccProfile {
  private static final int HEADER = 128;
  private static final int MOST_TAGS = 200;
  private static final int LATEST = 4;

  /** A tag's type and four bytes for later use. */
  private static final int TYPE_HEAD = 8;

  private final ByteBuffer bytes;

  private IccProfile(byte[] bytes) {
    this.bytes = ByteBuffer.wrap(bytes).asReadOnlyBuffer();
  }

  /** {@return the profile; empty where the bytes are none, or not all of one} */
  static Optional<IccProfile> read(byte[] bytes) {
    var profile = new IccProfile(bytes);
    return bytes.length > HEADER
            && profile.bytes.getInt(0) == bytes.length
            && profile.text(36, 4).equals("acsp")
        ? Optional.of(profile)
        : Optional.empty();
  }

  /**
   * {@return whether the profile can be used for dots of so many components} A PDF/A takes profiles
   * up to version 4 that fit the picture's colours (ISO 19005-3, 6.2.4.2).
   *
   * @param profile its bytes
   */
  static boolean fits(byte[] profile, int components) {
    String space =
        switch (components) {
          case 1 -> "GRAY";
          case 3 -> "RGB ";
          default -> "CMYK";
        };
    return read(profile)
        .filter(read -> !read.isTooNew() && read.space().equals(space))
        .filter(read -> read.isOfADevice() || read.kind().equals("spac"))
        .isPresent();
  }

  boolean isTooNew() {
    return bytes.get(8) > LATEST;
  }

  /**
   * {@return what it is of: {@code prtr} a press, {@code mntr} a screen, {@code scnr} a scanner}
   */
  String kind() {
    return text(12, 4);
  }

  private boolean isOfADevice() {
    return kind().equals("scnr") || kind().equals("mntr") || kind().equals("prtr");
  }

  /** {@return its colours: {@code CMYK}, {@code "RGB "}, {@code GRAY} …} */
  String space() {
    return text(16, 4);
  }

  /** {@return what its maker calls it} */
  Optional<String> description() {
    return tag("desc")
        .map(tag -> tag.text(0, 4).equals("mluc") ? localized(tag) : counted(tag))
        .map(words -> words.replaceAll("\\p{Cc}+", " ").strip())
        .filter(words -> !words.isEmpty());
  }

  /** {@return the data that it was made from, or their name in a registry} */
  Optional<String> target() {
    return tag("targ")
        .map(tag -> tag.text(TYPE_HEAD, Math.min(200, tag.bytes.limit() - TYPE_HEAD)));
  }

  /** Version 2: ASCII after its length (ICC.1:2001-04, 6.5.17). */
  private static String counted(IccProfile tag) {
    int length = tag.bytes.getInt(TYPE_HEAD);
    int there = tag.bytes.limit() - TYPE_HEAD - 4;
    return tag.text(TYPE_HEAD + 4, Math.clamp(length, 0, there));
  }

  /** Version 4: several languages, of which the first will do (ICC.1:2010, 10.13). */
  private static String localized(IccProfile tag) {
    int length = tag.bytes.getInt(20);
    int at = tag.bytes.getInt(24);
    if (at < 0 || length < 0 || at > tag.bytes.limit() - length) {
      return "";
    }
    return StandardCharsets.UTF_16BE.decode(tag.bytes.slice(at, length)).toString();
  }

  private Optional<IccProfile> tag(String name) {
    int count = Math.min(MOST_TAGS, bytes.getInt(HEADER));
    try {
      for (int i = 0; i < count; i++) {
        int entry = HEADER + 4 + 12 * i;
        if (text(entry, 4).equals(name)) {
          ByteBuffer content = bytes.slice(bytes.getInt(entry + 4), bytes.getInt(entry + 8));
          return content.limit() < 28 ? Optional.empty() : Optional.of(new IccProfile(content));
        }
      }
    } catch (IndexOutOfBoundsException broken) {
      // As if it said nothing: whether it can be used shows when it is.
    }
    return Optional.empty();
  }

  private IccProfile(ByteBuffer bytes) {
    this.bytes = bytes;
  }

  private String text(int at, int length) {
    return StandardCharsets.ISO_8859_1.decode(bytes.slice(at, length)).toString();
  }
}
