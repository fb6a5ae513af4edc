package org.qirtas.source.letters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ibm.icu.text.ArabicShaping;
import com.ibm.icu.text.ArabicShapingException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Prose of many languages in each charset that it was ever kept in, without any label: what is told
 * wrongly must not be told as certain, and from eighty letters on hardly anything is told wrongly.
 */
class CharsetTableTest {
  /** Letters of a few words, of a headline, of a sentence. */
  private static final int[] LENGTHS = {18, 40, 80};

  /** Lines that make a paragraph together. */
  private static final int LINES = 5;

  /** So many of a hundred texts may stay untold, which the shortest and rarest ones do. */
  @ParameterizedTest
  @CsvSource({
    "ar, windows-1256, 0",
    "ar, ISO-8859-6, 0",
    "ar, IBM720, 0",
    "ar, x-MacArabic, 0",
    "ar, IBM420, 0",
    "ar, IBM420 shaped, 0",
    "ar, IBM420 shaped visual, 0",
    "ar, IBM864 shaped, 0",
    "ar, IBM864 shaped visual, 0",
    "ar, x-IBM1046 shaped, 0",
    "ar, ISO-8859-6 visual, 3",
    "ar, UTF-16LE, 0",
    "ar, UTF-16BE, 0",
    "fa, windows-1256, 0",
    "fa, x-MacArabic, 0",
    "fa, UTF-16LE, 0",
    "ur, windows-1256, 0",
    "ur, UTF-16BE, 0",
    "he, windows-1255, 0",
    "he, windows-1255 visual, 0",
    "he, ISO-8859-8, 0",
    "he, IBM862, 0",
    "he, IBM862 visual, 0",
    "he, x-MacHebrew, 0",
    "he, IBM424, 0",
    "he, IBM424 visual, 0",
    "he, UTF-16LE, 0",
    "ru, windows-1251, 0",
    "ru, KOI8-R, 0",
    "ru, IBM866, 0",
    "ru, ISO-8859-5, 0",
    "ru, x-MacCyrillic, 3",
    "ru, UTF-16LE, 0",
    "fr, windows-1252, 0",
    "fr, ISO-8859-15, 0",
    "fr, x-MacRoman, 40",
    "fr, IBM850, 40",
    "de, windows-1252, 0",
    "de, x-MacRoman, 10",
    "de, IBM850, 20",
    "es, windows-1252, 0",
    "tr, windows-1254, 0"
  })
  void proseIsToldOrDoubted(String language, String written, int untold) throws IOException {
    List<String> texts = texts(language);
    var wrong = new ArrayList<String>();
    int told = 0;
    for (String text : texts) {
      String meant = keepable(text, written);
      Optional<byte[]> bytes = bytes(meant, written);
      if (bytes.isEmpty()) {
        continue;
      }
      told++;
      Decoder.Decoded read = Decoder.decode(bytes.get(), Optional.empty());
      if (!read.text().equals(meant)) {
        wrong.add(read.charset() + ": " + read.text());
        boolean certain = CharsetGuess.of(bytes.get(), Optional.empty()).certain();
        assertFalse(certain, () -> meant + " is certainly " + read.charset() + "?");
      }
    }
    assertTrue(told > 0, written);
    assertTrue(wrong.size() * 100 <= told * untold, wrong::toString);
  }

  @ParameterizedTest
  @CsvSource({"windows-1252", "windows-1256", "ISO-8859-1"})
  void unicodeThatWasReadWronglyOnceIsPutRight(String wrong) throws IOException {
    for (String language : List.of("ar", "fa", "he", "ru")) {
      for (String text : texts(language)) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        var misread = new StringBuilder();
        for (byte b : bytes) {
          // As browsers and editors do: a code without a letter is a control.
          String letter = new String(new byte[] {b}, Charset.forName(wrong));
          misread.append(letter.equals("\uFFFD") ? String.valueOf((char) (b & 0xFF)) : letter);
        }
        byte[] saved = misread.toString().getBytes(StandardCharsets.UTF_8);
        assertEquals(text, Decoder.decode(saved, Optional.empty()).text());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"ar, windows-1256", "fa, windows-1256", "he, windows-1255", "ru, windows-1251"})
  void lettersThatAWesternProgramSavedArePutRight(String language, String meant)
      throws IOException {
    for (String text : texts(language)) {
      String kept = keepable(text, meant);
      Optional<byte[]> bytes = bytes(kept, meant);
      if (bytes.isPresent() && text.length() >= LENGTHS[1]) {
        var western = new StringBuilder();
        for (byte b : bytes.get()) {
          String letter = new String(new byte[] {b}, Charset.forName("windows-1252"));
          western.append(letter.equals("\uFFFD") ? String.valueOf((char) (b & 0xFF)) : letter);
        }
        byte[] saved = western.toString().getBytes(StandardCharsets.UTF_8);
        assertEquals(kept, Decoder.decode(saved, Optional.empty()).text());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"ar", "fa", "ur", "he", "ru", "fr", "de", "es", "tr"})
  void goodUnicodeIsLeftAlone(String language) throws IOException {
    for (String text : texts(language)) {
      assertEquals(text, Misread.mended(text));
      String told = text + " كتب «Ø§Ù„Ø¹» بدل «الع»";
      assertEquals(told, Misread.mended(told));
    }
  }

  /** Pages, mails and servers name what their program was set to, not what was typed. */
  @ParameterizedTest
  @CsvSource({
    "ar, windows-1256, iso-8859-1 utf-8 iso-8859-6 us-ascii koi8-r windows-1251 x-mac-arabic",
    "ar, ISO-8859-6, windows-1256 iso-8859-1 utf-8 iso-8859-8-i",
    "ar, IBM720, windows-1256 iso-8859-1 ibm866",
    "ar, x-MacArabic, windows-1256 iso-8859-6 macintosh",
    "fa, windows-1256, iso-8859-1 utf-8 iso-8859-6",
    "ur, windows-1256, iso-8859-1 utf-8 windows-1252",
    "he, windows-1255, iso-8859-1 windows-1256 utf-8 visual",
    "ru, windows-1251, iso-8859-1 utf-8 windows-1256 iso-8859-5",
    "ru, KOI8-R, windows-1251 iso-8859-1",
    "fr, windows-1252, windows-1256 utf-8 iso-8859-6 us-ascii"
  })
  void aLabelThatLiesIsNotBelieved(String language, String written, String labels)
      throws IOException {
    for (String text : texts(language)) {
      String meant = keepable(text, written);
      Optional<byte[]> bytes = bytes(meant, written);
      for (String label : labels.split(" ", -1)) {
        Optional<Charset> named = CharsetLabel.named(label);
        assertTrue(named.isPresent(), label);
        if (bytes.isPresent() && text.length() > LENGTHS[1]) {
          assertEquals(meant, Decoder.decode(bytes.get(), named).text(), label);
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ar, windows-1256",
    "ar, IBM720",
    "fa, x-MacArabic",
    "he, IBM862",
    "ru, x-MacCyrillic",
    "fr, x-MacRoman",
    "es, x-MacRoman"
  })
  void aLabelThatIsRightHelpsTheShortest(String language, String written) throws IOException {
    for (String text : texts(language)) {
      String meant = keepable(text, written);
      Optional<byte[]> bytes = bytes(meant, written);
      if (bytes.isPresent()) {
        assertEquals(meant, Decoder.decode(bytes.get(), CharsetLabel.named(written)).text());
      }
    }
  }

  private static List<String> texts(String language) throws IOException {
    List<String> lines = lines(language);
    var texts = new ArrayList<String>();
    for (int length : LENGTHS) {
      lines.stream()
          .map(line -> line.length() <= length ? line : line.substring(0, cut(line, length)))
          .forEach(texts::add);
    }
    for (int i = 0; i < lines.size(); i++) {
      var paragraph = new StringBuilder();
      for (int k = 0; k < LINES; k++) {
        paragraph.append(lines.get((i + k) % lines.size())).append('\n');
      }
      texts.add(paragraph.toString());
    }
    return texts;
  }

  private static int cut(String line, int length) {
    int blank = line.lastIndexOf(' ', length);
    return blank < 8 ? length : blank;
  }

  private static List<String> lines(String language) throws IOException {
    try (var in =
            Objects.requireNonNull(
                CharsetTableTest.class.getResourceAsStream("charset-prose.txt"));
        var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> line.startsWith(language + "\t"))
          .map(line -> line.substring(3))
          .toList();
    }
  }

  /** The text without what a charset has no code for and people wrote otherwise in it. */
  private static String keepable(String text, String written) {
    String kept = text;
    if (!written.startsWith("UTF")) {
      kept = kept.replace("\u200c", "").replace('ی', 'ي').replace('ک', 'ك');
    }
    return written.startsWith("IBM420") ? kept.replace('إ', 'ا') : kept;
  }

  private static Optional<byte[]> bytes(String text, String written) {
    String[] ways = written.split(" ", -1);
    List<String> asked = List.of(ways);
    Charset charset = CharsetLabel.named(ways[0]).orElseThrow();
    String kept = asked.contains("shaped") ? shaped(text, charset) : text;
    String ordered = asked.contains("visual") ? visual(kept) : kept;
    return charset.newEncoder().canEncode(ordered)
        ? Optional.of(ordered.getBytes(charset))
        : Optional.empty();
  }

  /** From left to right, as a screen shows it. */
  private static String visual(String text) {
    var lines = new ArrayList<String>();
    for (String line : text.split("\n", -1)) {
      var turned = new StringBuilder(line).reverse();
      lines.add(
          java.util.regex.Pattern.compile("\\d+")
              .matcher(turned)
              .replaceAll(it -> new StringBuilder(it.group()).reverse().toString()));
    }
    return String.join("\n", lines);
  }

  /** In forms; where a charset lacks one, in the form that it has for two places of a letter. */
  private static String shaped(String text, Charset charset) {
    CharsetEncoder encoder = charset.newEncoder();
    var shaped = new StringBuilder();
    for (char form : forms(text).toCharArray()) {
      String base = Normalizer.normalize(String.valueOf(form), Normalizer.Form.NFKC);
      char found = form;
      for (int step : new int[] {0, -1, 1, -2, 2, -3, 3}) {
        char near = (char) (form + step);
        boolean same =
            Normalizer.normalize(String.valueOf(near), Normalizer.Form.NFKC).equals(base);
        if (form >= 0x600 && near >= 0xFE70 && same && encoder.canEncode(near)) {
          found = near;
          break;
        }
      }
      shaped.append(encoder.canEncode(found) ? String.valueOf(found) : base);
    }
    return shaped.toString();
  }

  private static String forms(String text) {
    try {
      return new ArabicShaping(
              ArabicShaping.LETTERS_SHAPE
                  | ArabicShaping.TEXT_DIRECTION_LOGICAL
                  | ArabicShaping.LENGTH_GROW_SHRINK)
          .shape(text);
    } catch (ArabicShapingException e) {
      throw new IllegalStateException(e);
    }
  }
}
