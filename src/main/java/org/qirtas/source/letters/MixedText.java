package org.qirtas.source.letters;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Text that is UTF-8 for the most part and something else in some lines, as where pieces from
 * several programs were put into one file. Each line is read in its own charset, and so is each
 * stretch between two tags, for pages stand on one line.
 */
final class MixedText {
  private static final int BEYOND_CHANCE = 64;

  private MixedText() {}

  /** Whether most bytes beyond ASCII are good UTF-8, although not all are. */
  static boolean is(byte[] bytes) {
    long[] counts = counts(bytes);
    return counts[0] > counts[1];
  }

  /** Whether so many are that no other charset's letters come to that by chance. */
  static boolean mostly(byte[] bytes) {
    long[] counts = counts(bytes);
    return counts[0] >= BEYOND_CHANCE && counts[0] > 2 * counts[1];
  }

  /** How many bytes beyond ASCII are good UTF-8, and how many are not. */
  private static long[] counts(byte[] bytes) {
    long good = 0;
    long bad = 0;
    int i = 0;
    while (i < bytes.length) {
      int length = sequence(bytes, i);
      good += length > 1 ? length : 0;
      bad += length == 0 ? 1 : 0;
      i += Math.max(1, length);
    }
    return new long[] {good, bad};
  }

  static String decode(byte[] bytes) {
    var text = new StringBuilder(bytes.length);
    int start = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n' || bytes[i] == '>') {
        text.append(line(Arrays.copyOfRange(bytes, start, i + 1)));
        start = i + 1;
      }
    }
    return text.append(line(Arrays.copyOfRange(bytes, start, bytes.length))).toString();
  }

  /** A line with one broken letter is still UTF-8; one with hardly a good letter never was. */
  private static String line(byte[] line) {
    return is(line) || Decoder.strict(line, StandardCharsets.UTF_8).isPresent()
        ? new String(line, StandardCharsets.UTF_8)
        : new String(line, Decoder.mostPlausible(line, Optional.empty()));
  }

  /** How long the UTF-8 sequence at a place is (Unicode, table 3-7); 0 where there is none. */
  private static int sequence(byte[] bytes, int at) {
    int first = bytes[at] & 0xFF;
    if (first < 0x80) {
      return 1;
    }
    int length = first >= 0xF0 && first <= 0xF4 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 0;
    if (length == 0 || first > 0xF4 || at + length > bytes.length) {
      return 0;
    }
    for (int i = 1; i < length; i++) {
      if ((bytes[at + i] & 0xC0) != 0x80) {
        return 0;
      }
    }
    return length;
  }
}
