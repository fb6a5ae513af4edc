package org.qirtas.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns bytes of text into letters, whatever charset they are in.
 *
 * <p>A byte order mark decides; then bytes that are strictly UTF-8 are UTF-8, whatever their label
 * says, because no other charset's Arabic ever is by chance; then a label, where what it gives is
 * plausible; then whichever candidate gives the most plausible text. General detectors are weak
 * here: they want more text than a short article has.
 */
final class Decoder {
  /**
   * Decoded text.
   *
   * @param text the letters
   * @param charset what they were in
   */
  record Decoded(String text, Charset charset) {}

  private static final List<Charset> CANDIDATES =
      available(
          "windows-1256",
          "ISO-8859-6",
          "windows-1255",
          "windows-1252",
          "x-MacArabic",
          "IBM420",
          "IBM862",
          "windows-1251",
          "IBM866",
          "KOI8-R",
          "ISO-8859-5",
          "x-MacCyrillic");

  /** A label is believed unless another charset's text is this much more plausible, per letter. */
  private static final double BENEFIT = 1.0;

  private static final int SAMPLE = 1 << 16;
  private static final Pattern FORMS = Pattern.compile("[\\uFB50-\\uFDCF\\uFE70-\\uFEFC]+");

  private Decoder() {}

  static Decoded decode(byte[] bytes, Optional<Charset> label) {
    Optional<Decoded> marked = byMark(bytes);
    if (marked.isPresent()) {
      return marked.get();
    }
    Optional<Charset> wide = wide(bytes);
    if (wide.isPresent()) {
      return new Decoded(loose(bytes, 0, wide.get()), wide.get());
    }
    Optional<String> utf8 = strict(bytes, StandardCharsets.UTF_8);
    if (utf8.isPresent() && utf8.get().indexOf('\u0000') < 0) {
      return new Decoded(utf8.get(), StandardCharsets.UTF_8);
    }
    if (MixedText.is(bytes)) {
      return new Decoded(MixedText.decode(bytes), StandardCharsets.UTF_8);
    }
    Charset best = mostPlausible(bytes, label);
    String text = loose(bytes, 0, best);
    // EBCDIC and DOS have codes for the forms that letters take on the screen.
    boolean shaped = best.name().equals("IBM420") || best.name().equals("IBM864");
    return new Decoded(shaped ? unshaped(text) : text, best);
  }

  private static String unshaped(String text) {
    return FORMS
        .matcher(text)
        .replaceAll(form -> Matcher.quoteReplacement(PresentationForms.undone(form.group())));
  }

  /** Whether bytes without a known format read as text at all. */
  static boolean readsAsText(byte[] start) {
    if (byMark(start).isPresent() || wide(start).isPresent()) {
      return true;
    }
    byte[] sample = start.length > SAMPLE ? java.util.Arrays.copyOf(start, SAMPLE) : start;
    if (decodesAsUtf8(sample)) {
      return true;
    }
    Charset best = mostPlausible(sample, Optional.empty());
    return Plausibility.ofText(loose(sample, 0, best)) > Plausibility.NOISE;
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

  static Charset mostPlausible(byte[] bytes, Optional<Charset> label) {
    byte[] sample = bytes.length > SAMPLE ? java.util.Arrays.copyOf(bytes, SAMPLE) : bytes;
    var candidates = new ArrayList<Charset>(CANDIDATES);
    label.filter(charset -> !candidates.contains(charset)).ifPresent(candidates::add);
    // A broken UTF-8 file is still UTF-8: one bad byte must not turn it into another charset.
    candidates.addFirst(StandardCharsets.UTF_8);
    Charset best = StandardCharsets.UTF_8;
    double bestScore = Double.NEGATIVE_INFINITY;
    for (Charset candidate : candidates) {
      String text = loose(sample, 0, candidate);
      double score = Plausibility.ofText(text);
      // A label for whose charset some bytes are no letters is no witness.
      if (label.filter(candidate::equals).isPresent() && text.indexOf('\uFFFD') < 0) {
        score += BENEFIT;
      }
      if (score > bestScore) {
        bestScore = score;
        best = candidate;
      }
    }
    return best;
  }

  private static String loose(byte[] bytes, int from, Charset charset) {
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

  /** The EBCDIC and Macintosh ones are in a part of the JDK that a small image may lack. */
  private static List<Charset> available(String... names) {
    return List.of(names).stream().filter(Charset::isSupported).map(Charset::forName).toList();
  }
}
