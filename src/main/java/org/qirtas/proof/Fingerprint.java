package org.qirtas.proof;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.IntStream;

/**
 * By what a page is known again in another state of its document: its picture, its pairs of words,
 * and a picture so coarse that little changes do not show.
 */
final class Fingerprint {
  private static final int FIELDS = 24;

  /** Of fewer words a page cannot be known again. */
  private static final int FEW = 8;

  /** How much of what two pages have must be alike, so that they are one page, changed. */
  private static final double ALIKE = 0.4;

  private static final double NEARLY = 6;

  private final String digest;

  /** Digests of words with their followers, each once, ascending. */
  private final int[] pairs;

  /** Greys of a few fields, 0 to 255. */
  private final int[] coarse;

  private final int words;

  private Fingerprint(String digest, int[] pairs, int[] coarse, int words) {
    this.digest = digest;
    this.pairs = pairs;
    this.coarse = coarse;
    this.words = words;
  }

  /** {@return the digest of its picture: same picture, same digest} */
  String digest() {
    return digest;
  }

  /** {@return the digest of all words but numbers} */
  int words() {
    return words;
  }

  static Fingerprint of(BufferedImage image, String text) {
    String[] words = text.strip().split("\\s+");
    int[] pairs =
        IntStream.range(0, words.length)
            .map(i ->
                31 * words[i].hashCode() + (i + 1 < words.length ? words[i + 1].hashCode() : 0))
            .sorted()
            .distinct()
            .toArray();
    int letters = Arrays.stream(words).filter(word -> !isNumber(word)).toList().hashCode();
    return new Fingerprint(digest(image), pairs, coarse(image), letters);
  }

  /** Numbers, and the letters that stand for them. */
  private static boolean isNumber(String word) {
    return word.codePointCount(0, word.length()) <= 1
        || word.codePoints().noneMatch(Character::isLetter);
  }

  private static String digest(BufferedImage image) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      int[] pixels = pixels(image);
      var bytes = ByteBuffer.allocate(4 * Math.max(2, image.getWidth()));
      digest.update(bytes.putInt(0, image.getWidth()).putInt(4, image.getHeight()).array());
      for (int row = 0; row < image.getHeight(); row++) {
        bytes.clear();
        bytes.asIntBuffer().put(pixels, row * image.getWidth(), image.getWidth());
        digest.update(bytes.array(), 0, 4 * image.getWidth());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** The picture's own pixels, row by row: of a kind that keeps them so. */
  static int[] pixels(BufferedImage image) {
    if (image.getRaster().getDataBuffer() instanceof DataBufferInt buffer) {
      return buffer.getData();
    }
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }

  private static int[] coarse(BufferedImage image) {
    var sums = new long[FIELDS * FIELDS];
    var counts = new long[FIELDS * FIELDS];
    int[] pixels = pixels(image);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int field = y * FIELDS / image.getHeight() * FIELDS + x * FIELDS / image.getWidth();
        int pixel = pixels[y * image.getWidth() + x];
        sums[field] += ((pixel >> 16 & 0xFF) + (pixel >> 8 & 0xFF) + (pixel & 0xFF)) / 3;
        counts[field]++;
      }
    }
    return IntStream.range(0, sums.length)
        .map(i -> counts[i] == 0 ? 255 : (int) (sums[i] / counts[i]))
        .toArray();
  }

  /** Whether it is the same page, as it was or changed. */
  boolean isLike(Fingerprint other) {
    if (digest.equals(other.digest)) {
      return true;
    }
    if (pairs.length < FEW || other.pairs.length < FEW) {
      return pairs.length < FEW && other.pairs.length < FEW && difference(other) < NEARLY;
    }
    int common = common(other);
    return common >= ALIKE * (pairs.length + other.pairs.length - common);
  }

  private int common(Fingerprint other) {
    int common = 0;
    for (int i = 0, j = 0; i < pairs.length && j < other.pairs.length; ) {
      int order = Integer.compare(pairs[i], other.pairs[j]);
      common += order == 0 ? 1 : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return common;
  }

  private double difference(Fingerprint other) {
    return IntStream.range(0, coarse.length)
        .map(i -> Math.abs(coarse[i] - other.coarse[i]))
        .average()
        .orElse(0);
  }
}
