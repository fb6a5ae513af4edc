package org.qirtas.source;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells in what charset an RTF file's bytes are meant whose fonts say Western and whose words are
 * not: programs before Unicode wrote Arabic with {@code \fcharset0} and {@code \ansicpg1252}, for
 * the machine that it was read on knew better.
 *
 * <p>The head of the file is read for words in such fonts; where another charset makes far better
 * words of them, the fonts are called by that one's number (Rich Text Format 1.9.1, "Font Table").
 */
final class RtfCharset {
  private static final int HEAD = 4 << 20;
  private static final int MOST_WORDS = 1 << 16;
  private static final int FEWEST_LETTERS = 8;
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\\\'(?<hex>[0-9a-fA-F]{2})|\\\\(?<command>[a-zA-Z]+)(?<value>-?\\d+)? ?|\\\\[^a-zA-Z]|(?<brace>[{}])|(?<words>[^\\\\{}\r\n]+)|[\r\n]+");
  private static final Pattern FONT =
      Pattern.compile(
          "\\\\f(?<number>\\d{1,5})(?:\\\\[a-z]+-?\\d* ?)*?\\\\fcharset(?<charset>\\d{1,3})");
  private static final Charset WESTERN = Charset.forName("windows-1252");

  /** What RTF calls the charsets that may have been meant. */
  private static final Map<String, String> CALLED =
      Map.of("windows-1256", "178", "windows-1255", "177", "windows-1251", "204");

  private RtfCharset() {}

  /** The same file, whose fonts say what their words are in. */
  static InputStream named(InputStream in) throws IOException {
    String head = new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
    String told = meant(head).map(charset -> renamed(head, charset)).orElse(head);
    return new SequenceInputStream(
        new ByteArrayInputStream(told.getBytes(StandardCharsets.ISO_8859_1)), in);
  }

  private static String renamed(String head, Charset charset) {
    String name = charset.name();
    return head.replaceAll("\\\\ansicpg1252(?!\\d)", "\\\\ansicpg" + name.substring(8))
        .replaceAll("\\\\fcharset[01](?!\\d)", "\\\\fcharset" + CALLED.get(name));
  }

  /** The charset of the words in Western fonts, where it is not the Western one. */
  private static Optional<Charset> meant(String head) {
    byte[] words = words(head);
    int letters = 0;
    for (byte b : words) {
      letters += b < 0 ? 1 : 0;
    }
    if (letters < FEWEST_LETTERS) {
      return Optional.empty();
    }
    Charset best = Decoder.mostPlausible(words, Optional.of(WESTERN));
    return Optional.of(best).filter(charset -> CALLED.containsKey(charset.name()));
  }

  /** The words in Western fonts that hold a letter beyond ASCII. */
  private static byte[] words(String head) {
    Set<String> others = otherFonts(head);
    var bytes = new ByteArrayOutputStream();
    var word = new StringBuilder();
    Deque<String> fonts = new ArrayDeque<>();
    String font = "";
    Matcher token = TOKEN.matcher(head);
    while (token.find() && bytes.size() < MOST_WORDS) {
      if (token.group("hex") != null) {
        word.append((char) Integer.parseInt(token.group("hex"), 16));
      } else if (token.group("words") != null) {
        word.append(token.group("words"));
      } else {
        if (!others.contains(font)) {
          keep(word, bytes);
        }
        word.setLength(0);
        if ("{".equals(token.group("brace"))) {
          fonts.push(font);
        } else if ("}".equals(token.group("brace"))) {
          font = fonts.isEmpty() ? "" : fonts.pop();
        } else if ("f".equals(token.group("command")) && token.group("value") != null) {
          font = token.group("value");
        }
      }
    }
    return bytes.toByteArray();
  }

  private static void keep(CharSequence words, ByteArrayOutputStream bytes) {
    for (String word : Blanks.words(words.toString())) {
      if (word.chars().anyMatch(c -> c >= 0x80)) {
        bytes.writeBytes((word + " ").getBytes(StandardCharsets.ISO_8859_1));
      }
    }
  }

  /** The numbers of the fonts that name a charset of their own. */
  private static Set<String> otherFonts(String head) {
    var others = new HashSet<String>();
    Matcher font = FONT.matcher(head);
    while (font.find()) {
      if (Integer.parseInt(font.group("charset")) > 1) {
        others.add(font.group("number"));
      }
    }
    return others;
  }
}
