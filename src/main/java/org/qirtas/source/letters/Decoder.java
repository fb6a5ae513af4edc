package org.qirtas.source.letters;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Turns bytes of text into letters, whatever charset they are in.
 *
 * <p>A byte order mark decides; then bytes that are strictly UTF-8 are UTF-8, whatever their label
 * says, because no other charset's Arabic ever is by chance; then a label, where what it gives is
 * plausible; then whichever candidate gives the most plausible text. General detectors are weak
 * here: they want more text than a short article has.
 */
public final class Decoder {
  /**
   * Decoded text.
   *
   * @param text the letters
   * @param charset what they were in
   */
  public record Decoded(String text, Charset charset) {}

  private static final int SAMPLE = 1 << 16;

  private Decoder() {}

  /**
   * Decodes bytes.
   *
   * @param bytes all of a text
   * @param label the charset that is said to be theirs
   * @return the letters; U+FFFD for what is none in their charset
   */
  public static Decoded decode(byte[] bytes, Optional<Charset> label) {
    Optional<Decoded> marked = byMark(bytes);
    if (marked.isPresent()) {
      return marked.get();
    }
    Optional<Charset> wide = wide(bytes);
    if (wide.isPresent()) {
      return new Decoded(loose(bytes, 0, wide.get()), wide.get());
    }
    Optional<String> utf8 = strict(bytes, StandardCharsets.UTF_8);
    if (utf8.isPresent() && utf8.get().indexOf('\u0000') < 0 && !CharsetGuess.blankless(bytes)) {
      return new Decoded(Misread.mended(utf8.get()), StandardCharsets.UTF_8);
    }
    if (MixedText.mostly(bytes)) {
      return new Decoded(MixedText.decode(bytes), StandardCharsets.UTF_8);
    }
    CharsetGuess guess = CharsetGuess.of(bytes, label);
    String text = read(bytes, guess);
    if (MixedText.is(bytes)) {
      String mixed = MixedText.decode(bytes);
      if (!guess.certain() || plausible(mixed) >= plausible(text)) {
        return new Decoded(mixed, StandardCharsets.UTF_8);
      }
    }
    return new Decoded(text, guess.charset());
  }

  private static double plausible(String text) {
    return Plausibility.ofText(text.substring(0, Math.min(SAMPLE, text.length())));
  }

  static String read(byte[] bytes, CharsetGuess guess) {
    String raw = loose(bytes, 0, guess.charset());
    String text = guess.visual() ? ScreenOrder.read(raw) : raw;
    return CharsetGuess.shaped(guess.charset()) ? ScreenOrder.unshaped(text) : text;
  }

  /**
   * {@return whether bytes without a known format read as text at all}
   *
   * @param start the first of them
   */
  public static boolean readsAsText(byte[] start) {
    if (byMark(start).isPresent() || wide(start).isPresent()) {
      return true;
    }
    byte[] sample = start.length > SAMPLE ? java.util.Arrays.copyOf(start, SAMPLE) : start;
    if (decodesAsUtf8(sample)) {
      return true;
    }
    return Plausibility.ofText(read(sample, CharsetGuess.of(sample, Optional.empty())))
        > Plausibility.NOISE;
  }

  private static boolean decodesAsUtf8(byte[] sample) {
    // The sample may end inside a letter: up to three bytes less must do.
    for (int cut = 0; cut <= 3 && cut < sample.length; cut++) {
      Optional<String> text =
          strict(java.util.Arrays.copyOf(sample, sample.length - cut), StandardCharsets.UTF_8);
      if (text.isPresent()) {
        return text.get().chars().noneMatch(Plausibility::isControl);
      }
    }
    return false;
  }

  private static Optional<Decoded> byMark(byte[] bytes) {
    if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
      return Optional.of(
          new Decoded(loose(bytes, 3, StandardCharsets.UTF_8), StandardCharsets.UTF_8));
    }
    if (starts(bytes, 0xFF, 0xFE, 0, 0)) {
      return Optional.of(
          new Decoded(loose(bytes, 4, StandardCharsets.UTF_32LE), StandardCharsets.UTF_32LE));
    }
    if (starts(bytes, 0xFF, 0xFE)) {
      return Optional.of(
          new Decoded(loose(bytes, 2, StandardCharsets.UTF_16LE), StandardCharsets.UTF_16LE));
    }
    if (starts(bytes, 0xFE, 0xFF)) {
      return Optional.of(
          new Decoded(loose(bytes, 2, StandardCharsets.UTF_16BE), StandardCharsets.UTF_16BE));
    }
    return Optional.empty();
  }

  /**
   * UTF-16 without a mark: nearly every second byte is 00, 04, 05 or 06, the high bytes of Latin,
   * Cyrillic, Hebrew and Arabic.
   */
  private static Optional<Charset> wide(byte[] bytes) {
    int length = Math.min(bytes.length, SAMPLE) & ~1;
    if (length < 4 || bytes.length % 2 != 0) {
      return Optional.empty();
    }
    int first = 0;
    int second = 0;
    for (int i = 0; i < length; i += 2) {
      first += high(bytes[i]);
      second += high(bytes[i + 1]);
    }
    int pairs = length / 2;
    if (first * 10 >= pairs * 9 && second * 2 < pairs) {
      return plausibleWide(bytes, StandardCharsets.UTF_16BE);
    }
    return second * 10 >= pairs * 9 && first * 2 < pairs
        ? plausibleWide(bytes, StandardCharsets.UTF_16LE)
        : Optional.empty();
  }

  private static Optional<Charset> plausibleWide(byte[] bytes, Charset charset) {
    byte[] sample = java.util.Arrays.copyOf(bytes, Math.min(bytes.length, SAMPLE));
    String text = loose(sample, 0, charset);
    long letters =
        text.codePoints()
            .filter(c -> Character.isLetter(c) || Character.isWhitespace(c) || (c > ' ' && c < 127))
            .count();
    boolean clean = text.chars().noneMatch(Plausibility::isControl);
    return clean && letters * 10 >= text.length() * 8L ? Optional.of(charset) : Optional.empty();
  }

  private static int high(byte b) {
    return b == 0 || b == 4 || b == 5 || b == 6 || b == 0x20 ? 1 : 0;
  }

  /**
   * {@return the charset in which bytes make the most plausible text}
   *
   * @param bytes the bytes, of which the beginning is looked at
   * @param label the charset that is said to be theirs: believed unless another is far more
   *     plausible
   */
  public static Charset mostPlausible(byte[] bytes, Optional<Charset> label) {
    return CharsetGuess.of(bytes, label).charset();
  }

  static String loose(byte[] bytes, int from, Charset charset) {
    if (charset.name().equals("x-MacArabic")) {
      // The Macintosh has a blank of its own between words that run to the left; Java has not.
      String letters = new String(bytes, from, bytes.length - from, StandardCharsets.ISO_8859_1);
      byte[] plain = letters.replace('\u00A0', ' ').getBytes(StandardCharsets.ISO_8859_1);
      return new String(plain, charset);
    }
    return new String(bytes, from, bytes.length - from, charset);
  }

  static Optional<String> strict(byte[] bytes, Charset charset) {
    try {
      CharBuffer text =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes));
      return Optional.of(text.toString());
    } catch (CharacterCodingException _) {
      return Optional.empty();
    }
  }

  private static boolean starts(byte[] bytes, int... mark) {
    if (bytes.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
