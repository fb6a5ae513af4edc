package org.qirtas.source.letters;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * In what charset bytes are meant that are neither UTF-8 nor UTF-16: the one that makes the most
 * plausible words of them.
 *
 * @param charset the charset
 * @param visual whether the letters stand as a screen shows them, from left to right
 * @param certain whether no other charset makes words of them that are nearly as good
 */
record CharsetGuess(Charset charset, boolean visual, boolean certain) {
  /** Those in which a blank is not an ASCII one; they are asked only where that stands out. */
  private static final Set<String> EBCDIC = Set.of("IBM420", "IBM424");

  /** Those that have codes for the forms that letters take on a screen. */
  private static final Set<String> SHAPED =
      Set.of("IBM420", "IBM864", "x-IBM1046", "x-IBM1098", "IBM868");

  /** Those whose texts some programs wrote as screens show them. */
  private static final Set<String> SCREENS =
      Set.of("IBM420", "IBM424", "IBM864", "x-IBM1098", "IBM862", "windows-1255", "ISO-8859-6");

  private static final Set<String> RIGHT_TO_LEFT =
      Set.of(
          "windows-1256",
          "windows-1255",
          "ISO-8859-6",
          "x-MacArabic",
          "IBM864",
          "x-IBM1046",
          "x-IBM1098",
          "IBM868",
          "IBM862");

  private static final List<Charset> CANDIDATES =
      available(
          "windows-1256",
          "ISO-8859-6",
          "windows-1255",
          "windows-1252",
          "x-MacArabic",
          "IBM420",
          "IBM424",
          "IBM862",
          "IBM864",
          "x-IBM1046",
          "x-IBM1098",
          "IBM868",
          "windows-1251",
          "IBM866",
          "KOI8-R",
          "ISO-8859-5",
          "x-MacCyrillic",
          "windows-1254",
          "x-MacRoman",
          "IBM850");

  /** A label is believed unless other letters beyond ASCII are this much more plausible, each. */
  private static final double BENEFIT = 1.0;

  /** Words are back to front where they are this much more plausible so, per letter. */
  private static final double TURNED = 0.2;

  /** So much more plausible all letters together are beyond doubt: the odds' logarithm. */
  private static final double CERTAIN = 8;

  /** Letters less plausible than this are so in no order. */
  private static final double HOPEFUL = -8;

  private static final double UNUSED = -0.7;

  /** Of so many letters one at least is a blank. */
  private static final int FEWEST_BLANKS = 20;

  private static final int WITHIN = 1 << 16;
  private static final int SAMPLE = 2048;
  private static final int TASTE = 384;
  private static final double NEAR = 1.5;
  private static final int BEFORE = 32;
  private static final int STRETCH = 256;

  static CharsetGuess of(byte[] bytes, Optional<Charset> label) {
    byte[] sample = sample(bytes, SAMPLE);
    var candidates = new ArrayList<Charset>();
    // A broken UTF-8 file is still UTF-8: one bad byte must not turn it into another charset.
    candidates.add(StandardCharsets.UTF_8);
    boolean ebcdic = count(sample, 0x40) > count(sample, ' ');
    CANDIDATES.stream()
        .filter(charset -> ebcdic || !EBCDIC.contains(charset.name()))
        .forEach(candidates::add);
    label.filter(charset -> !candidates.contains(charset)).ifPresent(candidates::add);
    // A taste tells which ones are not worth a full measure.
    byte[] taste = sample(bytes, TASTE);
    List<Charset> worthwhile =
        taste.length < sample.length ? ranking(taste, label, candidates).near() : candidates;
    return ranking(sample, label, worthwhile).first();
  }

  private static Ranking ranking(byte[] sample, Optional<Charset> label, List<Charset> candidates) {
    var ranking = new Ranking();
    for (Charset candidate : candidates) {
      String raw = Decoder.loose(sample, 0, candidate);
      double benefit = label.filter(candidate::equals).isPresent() ? benefit(raw) : 0;
      double score = score(raw, candidate) + benefit;
      ranking.enter(new CharsetGuess(candidate, false, false), raw, score);
      if (SCREENS.contains(candidate.name()) && score > HOPEFUL) {
        String turned = new StringBuilder(raw).reverse().toString();
        double other = score(turned, candidate) + benefit - TURNED;
        ranking.enter(new CharsetGuess(candidate, true, false), turned, other);
      }
    }
    return ranking;
  }

  /** Which guess is best, and by how much. */
  private static final class Ranking {
    private CharsetGuess best = new CharsetGuess(StandardCharsets.UTF_8, false, false);
    private String text = "";
    private double score = Double.NEGATIVE_INFINITY;
    private double second = Double.NEGATIVE_INFINITY;

    private final Map<Charset, Double> scores = new LinkedHashMap<>();

    void enter(CharsetGuess guess, String letters, double plausibility) {
      scores.merge(guess.charset, plausibility, Math::max);
      // Charsets that agree in all letters are no rivals.
      boolean same = letters.equals(text);
      if (plausibility > score) {
        second = same ? second : score;
        best = guess;
        text = letters;
        score = plausibility;
      } else if (!same) {
        second = Math.max(second, plausibility);
      }
    }

    /** Those that may still turn out best. */
    List<Charset> near() {
      return scores.entrySet().stream()
          .filter(entry -> entry.getValue() > score - NEAR)
          .map(Map.Entry::getKey)
          .toList();
    }

    CharsetGuess first() {
      long letters = text.chars().filter(c -> !Character.isWhitespace(c)).count();
      boolean certain = score > Plausibility.NOISE && (score - second) * letters > CERTAIN;
      return new CharsetGuess(best.charset, best.visual, certain);
    }
  }

  /**
   * What a text gains by being labelled so: a share for each letter that the label speaks of, which
   * are those beyond ASCII. A label for whose charset some bytes are no letters is no witness.
   */
  private static double benefit(String raw) {
    int beyond = 0;
    int all = 0;
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c == '\uFFFD' || (c > 0x7F && Plausibility.isControl(c))) {
        return 0;
      }
      beyond += c > 0x7F ? 1 : 0;
      all += Character.isWhitespace(c) ? 0 : 1;
    }
    return all == 0 ? 0 : BENEFIT * beyond / all;
  }

  private static double score(String raw, Charset charset) {
    String text = shaped(charset) ? ScreenOrder.unshaped(raw) : raw;
    return Plausibility.ofText(text) + ScreenOrder.joining(raw) + outOfPlace(charset, text);
  }

  /** Whether a charset's letters come in the forms of a screen. */
  static boolean shaped(Charset charset) {
    return SHAPED.contains(charset.name());
  }

  /** A charset made for letters of which there is none is less likely than one made for Latin. */
  private static double outOfPlace(Charset charset, String text) {
    boolean made = RIGHT_TO_LEFT.contains(charset.name()) || charset.equals(Dos720.CHARSET);
    return made && text.chars().noneMatch(c -> c >= 0x5D0 && c < 0x700) ? UNUSED : 0;
  }

  /**
   * What tells charsets apart, which are the bytes beyond ASCII and those around them: a page's
   * first thousands may be a script.
   */
  private static byte[] sample(byte[] bytes, int size) {
    int end = Math.min(bytes.length, WITHIN);
    if (bytes.length <= size) {
      return bytes;
    }
    var sample = new ByteArrayOutputStream();
    int taken = 0;
    for (int i = 0; i < end && sample.size() < size; i++) {
      if (bytes[i] < 0 && i >= taken) {
        int from = Math.max(taken, i - BEFORE);
        taken = Math.min(bytes.length, i + STRETCH);
        sample.write(bytes, from, taken - from);
      }
    }
    return sample.size() == 0 ? Arrays.copyOf(bytes, size) : sample.toByteArray();
  }

  /** Whether bytes, if they were ASCII, would have "@" where other texts have blanks: EBCDIC. */
  static boolean blankless(byte[] bytes) {
    byte[] start = Arrays.copyOf(bytes, Math.min(bytes.length, SAMPLE));
    return count(start, 0x40) * FEWEST_BLANKS > start.length && count(start, ' ') == 0;
  }

  private static int count(byte[] bytes, int wanted) {
    int count = 0;
    for (byte b : bytes) {
      count += b == wanted ? 1 : 0;
    }
    return count;
  }

  /** The EBCDIC and Macintosh ones are in a part of the JDK that a small image may lack. */
  private static List<Charset> available(String... names) {
    return Stream.concat(
            Stream.of(names).filter(Charset::isSupported).map(Charset::forName),
            Stream.of(Dos720.CHARSET))
        .toList();
  }
}
