package org.qirtas.source;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.qirtas.source.letters.Blanks;
import org.qirtas.source.letters.Decoder;

/**
 * Tells in what charset an RTF file's bytes are meant whose fonts say Western and whose words are
 * not: programs before Unicode wrote Arabic with {@code \fcharset0} and {@code \ansicpg1252}, for
 * the machine that it was read on knew better.
 *
 * <p>The head of the file is read for the words in each such font; where another charset makes far
 * better words of them, that font is called by that one's number, and no other is (Rich Text Format
 * 1.9.1, "Font Table"). Nothing outside the font table is touched but the file's own code page.
 */
final class RtfCharset {
  private static final int HEAD = 4 << 20;
  private static final int MOST_WORDS = 1 << 14;
  private static final int FEWEST_LETTERS = 8;
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\\\'(?<hex>[0-9a-fA-F]{2})|\\\\(?<command>[a-zA-Z]+)(?<value>-?\\d{1,9})? ?|\\\\[^a-zA-Z]|(?<brace>[{}])|(?<words>[^\\\\{}\r\n]+)|[\r\n]+");
  private static final Charset WESTERN = Charset.forName("windows-1252");

  /** Words before any font was named, which are in the file's own code page. */
  private static final String NONE = "";

  /** What RTF calls the charsets that may have been meant. */
  private static final Map<String, String> CALLED =
      Map.of("windows-1256", "178", "windows-1255", "177", "windows-1251", "204");

  /** A font of the table: where a number for its charset stands or can be put. */
  private record Font(String number, int from, int to) {}

  private final String head;
  private final List<Font> western = new ArrayList<>();
  private final Map<String, ByteArrayOutputStream> words = new TreeMap<>();
  private String codePage = NONE;

  private RtfCharset(String head) {
    this.head = head;
  }

  /** The same file, whose fonts say what their words are in. */
  static InputStream named(InputStream in) throws IOException {
    String head = new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
    var charset = new RtfCharset(head);
    charset.read();
    byte[] told = charset.renamed().getBytes(StandardCharsets.ISO_8859_1);
    return new SequenceInputStream(new ByteArrayInputStream(told), in);
  }

  /** Goes through the file's groups: its font table, then the words in each font. */
  private void read() {
    var word = new StringBuilder();
    Deque<String> fonts = new ArrayDeque<>();
    String font = NONE;
    int table = 0;
    boolean replaced = false;
    Matcher token = TOKEN.matcher(head);
    while (token.find()) {
      if (token.group("hex") != null) {
        // Behind a letter of Unicode stands what programs show that do not know it.
        word.append(replaced ? "" : (char) Integer.parseInt(token.group("hex"), 16));
        replaced = false;
        continue;
      }
      if (token.group("words") != null) {
        word.append(token.group("words"));
        replaced = false;
        continue;
      }
      replaced = "u".equals(token.group("command"));
      if (table == 0) {
        keep(word, font);
      }
      word.setLength(0);
      if ("{".equals(token.group("brace"))) {
        fonts.push(font);
      } else if ("}".equals(token.group("brace"))) {
        font = fonts.isEmpty() ? NONE : fonts.pop();
        table = fonts.size() < table ? 0 : table;
      } else if ("fonttbl".equals(token.group("command"))) {
        table = fonts.size();
      } else if (token.group("value") != null) {
        font = command(token, table > 0, font);
      }
    }
    keep(word, font);
  }

  /** Takes in a command with a number; gives the font that holds behind it. */
  private String command(Matcher token, boolean inTable, String font) {
    String value = token.group("value");
    switch (token.group("command")) {
      case "f" -> {
        if (inTable) {
          western.add(new Font(value, token.end(), token.end()));
        }
        return value;
      }
      case "fcharset" -> {
        if (inTable && !western.isEmpty()) {
          western.removeLast();
          if (value.equals("0") || value.equals("1")) {
            western.add(new Font(font, token.start(), token.end()));
          } else {
            words.put(font, full());
          }
        }
      }
      case "ansicpg" -> codePage = value;
      default -> {}
    }
    return font;
  }

  /** Words in a font whose charset is no question are not kept. */
  private static ByteArrayOutputStream full() {
    var full = new ByteArrayOutputStream();
    full.writeBytes(new byte[MOST_WORDS]);
    return full;
  }

  private void keep(CharSequence text, String font) {
    ByteArrayOutputStream bytes = words.computeIfAbsent(font, _ -> new ByteArrayOutputStream());
    if (text.isEmpty() || bytes.size() >= MOST_WORDS) {
      return;
    }
    for (String word : Blanks.words(text.toString())) {
      if (word.chars().anyMatch(c -> c >= 0x80)) {
        bytes.writeBytes((word + " ").getBytes(StandardCharsets.ISO_8859_1));
      }
    }
  }

  private String renamed() {
    var told = new StringBuilder(head);
    // From the last to the first, so that places stay what they were.
    for (Font font : western.reversed()) {
      meant(font.number())
          .ifPresent(
              name -> told.replace(font.from(), font.to(), "\\fcharset" + CALLED.get(name) + " "));
    }
    Optional<String> unnamed = meant(NONE);
    if (codePage.equals("1252") && unnamed.isPresent()) {
      int at = told.indexOf("\\ansicpg1252");
      told.replace(at + 8, at + 12, unnamed.get().substring(8));
    }
    return told.toString();
  }

  /** The name of the charset of the words in a font, where it is not the Western one. */
  private Optional<String> meant(String font) {
    ByteArrayOutputStream said = words.get(font);
    byte[] bytes = said == null ? new byte[0] : said.toByteArray();
    int letters = 0;
    for (byte b : bytes) {
      letters += b < 0 ? 1 : 0;
    }
    return letters < FEWEST_LETTERS
        ? Optional.empty()
        : Optional.of(Decoder.mostPlausible(bytes, Optional.of(WESTERN)).name())
            .filter(CALLED::containsKey);
  }
}
