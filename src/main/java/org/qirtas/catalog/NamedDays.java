package org.qirtas.catalog;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The days that a text names by their number and month: «30 أكتوبر». Notices that are written after
 * one template, such as where traffic is diverted for a match, share nearly all words; that each
 * names a day that the other does not tells them from versions of one text.
 */
final class NamedDays {
  /** Whose months are told: the Arab regions have three sets of names, and one of the Maghreb. */
  private static final List<String> LOCALES =
      List.of("ar", "ar-TN", "ar-DZ", "ar-MA", "ar-SY", "fa", "ur", "he", "en", "fr");

  private static final Pattern DAY =
      Pattern.compile("(?<![\\p{N}])(\\p{Nd}{1,2})\\s+(?:من\\s+)?(" + months() + ")(?!\\p{L})");

  private NamedDays() {}

  private static String months() {
    return LOCALES.stream()
        .map(Locale::forLanguageTag)
        .flatMap(NamedDays::months)
        .map(name -> Arrays.stream(name.split(" ", -1)).map(Folding::fold).collect(words()))
        .distinct()
        .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(name -> name))
        .map(Pattern::quote)
        .collect(Collectors.joining("|"));
  }

  private static Collector<CharSequence, ?, String> words() {
    return Collectors.joining(" ");
  }

  private static Stream<String> months(Locale locale) {
    return Arrays.stream(Month.values())
        .map(month -> month.getDisplayName(TextStyle.FULL, locale).toLowerCase(Locale.ROOT));
  }

  /** {@return the days that a text names, each as a number and a month's name, folded} */
  static Set<String> in(String text) {
    String folded = Arrays.stream(text.split("\\s+", -1)).map(Folding::fold).collect(words());
    var days = new TreeSet<String>();
    Matcher day = DAY.matcher(folded.toLowerCase(Locale.ROOT));
    while (day.find()) {
      days.add(Integer.parseInt(day.group(1)) + " " + day.group(2));
    }
    return days;
  }

  /** {@return whether each of two texts names a day that the other does not} */
  static boolean tellApart(String text, String other) {
    Set<String> here = in(text);
    Set<String> there = in(other);
    return !here.containsAll(there) && !there.containsAll(here);
  }
}
