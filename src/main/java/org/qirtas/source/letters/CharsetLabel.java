package org.qirtas.source.letters;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The names by which pages, mails and archivists call charsets: Java's, and those of the WHATWG
 * Encoding Standard ("Names and labels") and of old programs that Java does not know.
 */
public final class CharsetLabel {
  private static final Map<String, String> ALIASES =
      Map.ofEntries(
          Map.entry("iso-8859-8-i", "ISO-8859-8"),
          Map.entry("iso-8859-8-e", "ISO-8859-8"),
          Map.entry("logical", "ISO-8859-8"),
          Map.entry("visual", "ISO-8859-8"),
          Map.entry("iso-8859-6-i", "ISO-8859-6"),
          Map.entry("iso-8859-6-e", "ISO-8859-6"),
          Map.entry("asmo", "ISO-8859-6"),
          Map.entry("dos-862", "IBM862"),
          Map.entry("dos-864", "IBM864"),
          Map.entry("koi", "KOI8-R"),
          Map.entry("macintosh", "x-MacRoman"),
          Map.entry("ansi", "windows-1252"),
          Map.entry("iso-8859-1", "windows-1252"),
          Map.entry("latin1", "windows-1252"),
          Map.entry("us-ascii", "windows-1252"),
          Map.entry("ascii", "windows-1252"));

  private CharsetLabel() {}

  /**
   * {@return the charset of a label, if it is one that is known}
   *
   * @param label what a record says; may be missing
   */
  public static Optional<Charset> named(@Nullable String label) {
    if (label == null) {
      return Optional.empty();
    }
    String name = label.strip().toLowerCase(Locale.ROOT);
    return known(ALIASES.getOrDefault(name, name))
        .or(() ->
            known(name.replaceFirst("^(?:x-)?(?:cp|win|windows)[-_ ]?(?=125\\d$)", "windows-")))
        .or(() -> known(name.replaceFirst("^x-mac-?", "x-mac")))
        .or(() ->
            Dos720.CHARSET.name().equalsIgnoreCase(name) || Dos720.CHARSET.aliases().contains(name)
                ? Optional.of(Dos720.CHARSET)
                : Optional.empty());
  }

  private static Optional<Charset> known(String name) {
    try {
      return Charset.isSupported(name) ? Optional.of(Charset.forName(name)) : Optional.empty();
    } catch (IllegalCharsetNameException _) {
      return Optional.empty();
    }
  }
}
