package org.qirtas.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qirtas.catalog.Condition;

class MessagesTest {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d}");

  private static Map<String, String> bundle(String name) throws IOException {
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(Messages.class.getResourceAsStream(name)),
            StandardCharsets.UTF_8)) {
      var properties = new Properties();
      properties.load(reader);
      var bundle = new TreeMap<String, String>();
      properties.stringPropertyNames().forEach(key -> bundle.put(key, properties.getProperty(key)));
      return bundle;
    }
  }

  @Test
  void bothLanguagesSayTheSameThingsOfTheSameValues() throws IOException {
    Map<String, String> english = bundle("messages.properties");
    Map<String, String> arabic = bundle("messages_ar.properties");
    assertEquals(english.keySet(), arabic.keySet());
    english.forEach(
        (key, text) -> assertEquals(values(text), values(arabic.getOrDefault(key, "")), key));
  }

  private static Set<String> values(String text) {
    var values = new HashSet<String>();
    PLACEHOLDER.matcher(text).results().forEach(match -> values.add(match.group()));
    return values;
  }

  @Test
  void arabicIsInArabic() throws IOException {
    bundle("messages_ar.properties")
        .forEach((key, text) ->
            assertTrue(
                text.matches("(?s).*\\p{IsArabic}.*") || text.matches("[\\s%n،]*|\\{0}"), key));
  }

  @Test
  void everyConditionOfTheCatalogHasWords() {
    var messages = new Messages(Locale.ENGLISH, false);
    for (Condition condition : Condition.values()) {
      assertTrue(messages.has("catalog." + condition.name()));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ar_EG.UTF-8, , , ar",
    ", ar, , ar",
    "en_GB.UTF-8, ar, , en",
    "C.UTF-8, , ar, ar",
    "ar, ar, en, en"
  })
  void languageIsThatOfTheOptionElseOfTheLocale(
      String all, String lang, String option, String language) {
    var environment = new TreeMap<String, String>();
    Optional.ofNullable(all).ifPresent(value -> environment.put("LC_ALL", value));
    Optional.ofNullable(lang).ifPresent(value -> environment.put("LANG", value));
    assertEquals(
        language, Messages.language(Optional.ofNullable(option), environment).getLanguage());
  }

  @Test
  void valueThatLooksLikeAPlaceholderStaysAsItIs() {
    var messages = new Messages(Locale.ENGLISH, false);
    assertEquals("{1}$1\\: stored as x", messages.say("ingest.stored", "{1}$1\\", "x"));
  }

  @Test
  void valueNeitherMovesTheCursorNorTurnsTheLine() {
    var messages = new Messages(Locale.ENGLISH, false);
    assertEquals(
        "a [31m b: duplicate of c", messages.say("ingest.duplicate", "a\n\u001B[31m\u202E b", "c"));
    assertEquals(
        List.of(), new Messages(Locale.of("ar"), true).say("find.none").lines().skip(1).toList());
  }
}
