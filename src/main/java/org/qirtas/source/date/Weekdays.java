package org.qirtas.source.date;

import java.time.DayOfWeek;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.qirtas.source.letters.Folded;

/** The days of the week as they are written in folded text, in the languages that are read. */
final class Weekdays {
  private static final String NAMES =
      """
      MONDAY: الاثنين, الاتنين, دوشنبه, دو شنبه, پير, سوموار, monday, mon, montag, lundi, lunes, lunedi, יום שני
      TUESDAY: الثلاثاء, الثلاثا, التلاتاء, سهشنبه, سه شنبه, منگل, tuesday, tue, tues, dienstag, mardi, martes, martedi, יום שלישי
      WEDNESDAY: الاربعاء, الاربعا, چهارشنبه, چهار شنبه, بده, wednesday, wed, mittwoch, mercredi, miercoles, mercoledi, יום רביעי
      THURSDAY: الخميس, پنجشنبه, پنج شنبه, جمعرات, thursday, thu, thur, thurs, donnerstag, jeudi, jueves, giovedi, יום חמישי
      FRIDAY: الجمعه, جمعه, ادينه, friday, fri, freitag, vendredi, viernes, venerdi, יום שישי
      SATURDAY: السبت, شنبه, هفته, سنيچر, saturday, sat, samstag, samedi, sabado, sabato, יום שבת
      SUNDAY: الاحد, يكشنبه, يك شنبه, اتوار, sunday, sun, sonntag, dimanche, domingo, domenica, יום ראשון
      """;

  private static final Map<String, DayOfWeek> DAYS = days();

  /** Any of the names, the longest first, not within a longer word. */
  static final Pattern ANY =
      Pattern.compile(
          DAYS.keySet().stream()
              .sorted(
                  Comparator.comparingInt(String::length).reversed().thenComparing(name -> name))
              .map(Pattern::quote)
              .collect(Collectors.joining("|", "(?<!\\p{L})(?:", ")(?!\\p{L})")));

  /**
   * A day of the week that stands directly before a date and lacks its article: «خميس, 05/04/2023».
   * Elsewhere it may be a name.
   */
  static final Pattern BARE =
      Pattern.compile(
          "(?:^|[,|•·(\\[:-]\\s*|(?<!\\p{L})يوم\\s+)(?<day>خميس|اثنين|ثلاثاء|اربعاء|سبت)[\\s,:-]{1,3}$");

  private Weekdays() {}

  /** The day that a folded name means. */
  static Optional<DayOfWeek> named(String folded) {
    return Optional.ofNullable(DAYS.get(folded));
  }

  private static Map<String, DayOfWeek> days() {
    var days = new TreeMap<String, DayOfWeek>();
    NAMES
        .lines()
        .forEach(line -> {
          int colon = line.indexOf(':');
          for (String name : line.substring(colon + 1).split(",", -1)) {
            days.put(Folded.fold(name.strip()), DayOfWeek.valueOf(line.substring(0, colon)));
          }
        });
    return days;
  }
}
