package org.qirtas.source.date;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The day of a month, in figures or as Arabic writes it out: «غرة»، «الثالث والعشرين من». */
final class DayNumber {
  private static final List<String> ORDINALS =
      List.of(
          "الاول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع",
          "العاشر");

  /** «سلخ شعبان»: the day that the month ended with, whichever it was. */
  static final int LAST = Integer.MAX_VALUE;

  private static final Map<String, Integer> WORDS = words();

  /** What the number looks like in folded text, the longest words first. */
  static final String FORM =
      WORDS.keySet().stream()
          .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(word -> word))
          .map(word -> Pattern.quote(word).replace(" ", "\\E\\s+\\Q"))
          .collect(Collectors.joining("|", "(?<d>\\d{1,2}|(?:", ")(?=\\s))"));

  private DayNumber() {}

  /** The number that matched {@link #FORM}, or {@link #LAST}. */
  static int of(String folded) {
    return Character.isDigit(folded.charAt(0))
        ? Integer.parseInt(folded)
        : WORDS.getOrDefault(folded.replaceAll("\\s+", " "), 0);
  }

  /** Persian, and Urdu with it, as folded: «یکم», «بیست و سوم». */
  private static void persian(Map<String, Integer> words) {
    List<String> upToTwenty =
        List.of(
            "يكم", "دوم", "سوم", "چهارم", "پنجم", "ششم", "هفتم", "هشتم", "نهم", "دهم", "يازدهم",
            "دوازدهم", "سيزدهم", "چهاردهم", "پانزدهم", "شانزدهم", "هفدهم", "هجدهم", "نوزدهم",
            "بيستم");
    for (int i = 0; i < upToTwenty.size(); i++) {
      words.put(upToTwenty.get(i), i + 1);
      if (i < 9) {
        words.put("بيست و " + upToTwenty.get(i), 21 + i);
      }
    }
    words.put("سيام", 30);
    words.put("سي ام", 30);
    words.put("سي و يكم", 31);
  }

  private static Map<String, Integer> words() {
    var words = new LinkedHashMap<String, Integer>();
    words.put("غره", 1);
    words.put("مستهل", 1);
    words.put("اول", 1);
    words.put("سلخ", LAST);
    words.put("منسلخ", LAST);
    persian(words);
    for (int i = 0; i < ORDINALS.size(); i++) {
      words.put(ORDINALS.get(i), i + 1);
      if (i > 0 && i < 9) {
        words.put(ORDINALS.get(i) + " عشر", 11 + i);
        words.put(ORDINALS.get(i) + " والعشرين", 21 + i);
        words.put(ORDINALS.get(i) + " والعشرون", 21 + i);
      }
    }
    words.put("الحادي عشر", 11);
    words.put("العشرين", 20);
    words.put("العشرون", 20);
    words.put("الحادي والعشرين", 21);
    words.put("الحادي والعشرون", 21);
    words.put("الثلاثين", 30);
    words.put("الثلاثون", 30);
    words.put("الحادي والثلاثين", 31);
    words.put("الحادي والثلاثون", 31);
    return words;
  }
}
