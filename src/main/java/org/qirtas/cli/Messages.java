package org.qirtas.cli;

import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.qirtas.QirtasException;

/**
 * What the program says, in one of its two languages.
 *
 * <p>Placeholders are {@code {0}}, {@code {1}} and nothing more: {@link java.text.MessageFormat}
 * would load the locale data of half the world before a look-up could answer.
 */
final class Messages {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)}");

  private final ResourceBundle bundle;
  private final boolean isolating;

  /**
   * The messages in a language.
   *
   * @param isolating whether values are isolated from the sentence around them: for a reader's
   *     eyes, but in the way of a program that cuts a path out of a line
   */
  Messages(Locale language, boolean isolating) {
    this.isolating = isolating;
    bundle =
        ResourceBundle.getBundle(
            "org.qirtas.cli.messages",
            language,
            Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
  }

  /**
   * {@return the language to speak}
   *
   * @param wanted what {@code --lang} says
   * @param environment where the shell's locale stands
   */
  static Locale language(Optional<String> wanted, Map<String, String> environment) {
    String tag =
        wanted
            .or(() -> set(environment, "QIRTAS_LANG"))
            .or(() -> set(environment, "LC_ALL"))
            .or(() -> set(environment, "LC_MESSAGES"))
            .or(() -> set(environment, "LANG"))
            .orElseGet(() -> Locale.getDefault(Locale.Category.DISPLAY).getLanguage());
    return tag.startsWith("ar") ? Locale.of("ar") : Locale.ENGLISH;
  }

  private static Optional<String> set(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
  }

  /** {@return the language that is spoken, as {@code --lang} takes it} */
  String language() {
    // English is what everybody gets for whom there is nothing else: its bundle names no language.
    String language = bundle.getLocale().getLanguage();
    return language.isEmpty() ? "en" : language;
  }

  ResourceBundle bundle() {
    return bundle;
  }

  boolean has(String key) {
    return bundle.containsKey(key);
  }

  String say(String key, Object... values) {
    String text;
    try {
      text = bundle.getString(key);
    } catch (MissingResourceException unknown) {
      // A key without words is a mistake of ours, but never a reason to hide what went wrong.
      text = key + " {0} {1} {2}";
    }
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(match -> {
          int index = Integer.parseInt(match.group(1));
          return Matcher.quoteReplacement(index < values.length ? shown(values[index]) : "");
        })
        .replace(" ()", "");
  }

  String say(QirtasException failure) {
    return say(failure.key(), failure.values().toArray());
  }

  /** {@return the short name of a cause, for tables} */
  String cause(String key) {
    return has("cause." + key) ? say("cause." + key) : key;
  }

  /** Values come from files and shells: they must neither move the cursor nor turn the line. */
  private String shown(Object value) {
    String text = String.valueOf(value);
    return isolating ? Cell.isolated(text) : Cell.plain(text);
  }
}
