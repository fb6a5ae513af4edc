package org.qirtas.source.letters;

import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Text that some program read in a wrong charset before it was saved: «Ø§Ù„» and «ط§ظ„» are UTF-8
 * read as Western and as windows-1256, «ÇáãßÊÈÉ» is windows-1256 read as Western.
 *
 * <p>It is put right where the bytes that it came from, read as they were meant, make far more
 * plausible words, and only whole: an article about such letters stays as it is.
 */
final class Misread {
  /** How much more plausible, per letter. */
  private static final double FAR = 1.5;

  /** What windows-1256 has for the bytes with which UTF-8's Cyrillic, Hebrew and Arabic begin. */
  private static final String LEADING = "ذر×طظعغ";

  private static final int FEWEST = 6;
  private static final int SAMPLE = 4096;

  private static final List<Charset> READ_AS =
      List.of(Charset.forName("windows-1252"), Charset.forName("windows-1256"));

  private Misread() {}

  /** The text as it was meant; the text itself where nothing is wrong with it. */
  static String mended(String text) {
    if (!suspicious(text)) {
      return text;
    }
    String best = text;
    double plausible = Plausibility.ofText(sample(text)) + FAR;
    for (Charset wrong : READ_AS) {
      Optional<byte[]> bytes = bytes(text, wrong);
      if (bytes.isEmpty()) {
        continue;
      }
      Optional<String> utf8 = Decoder.strict(bytes.get(), StandardCharsets.UTF_8);
      String meant =
          utf8.orElseGet(
              () -> Decoder.read(bytes.get(), CharsetGuess.of(bytes.get(), Optional.empty())));
      double score = Plausibility.ofText(sample(meant));
      if (score > plausible) {
        plausible = score;
        best = meant;
      }
    }
    return best;
  }

  /** Whether a good part of a text's letters beyond ASCII are such as misreading makes. */
  private static boolean suspicious(String text) {
    int strange = 0;
    int all = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        // Accented letters hardly follow each other in any language.
        boolean western = c < 0x100 && i > 0 && text.charAt(i - 1) >= 0x80;
        strange += western || LEADING.indexOf(c) >= 0 ? 1 : 0;
        all++;
      }
    }
    return strange >= FEWEST && strange * 3 >= all;
  }

  private static String sample(String text) {
    return text.length() > SAMPLE ? text.substring(0, SAMPLE) : text;
  }

  /** The bytes that were read in that charset; codes without a letter came through as controls. */
  private static Optional<byte[]> bytes(String text, Charset charset) {
    byte[] bytes = new byte[text.length()];
    var encoder =
        charset
            .newEncoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    for (int i = 0; i < bytes.length; i++) {
      char c = text.charAt(i);
      if (c < 0xA0) {
        bytes[i] = (byte) c;
        continue;
      }
      try {
        bytes[i] = encoder.encode(CharBuffer.wrap(text, i, i + 1)).get();
      } catch (CharacterCodingException _) {
        return Optional.empty();
      }
    }
    return Optional.of(bytes);
  }
}
