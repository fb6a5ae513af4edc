package org.qirtas.article;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Titles of honour before a person's name: «د.»، «الدكتور»، «الشيخ», "Dr.". A name is kept and
 * printed with them, as its bearer signed; lists are sorted without them.
 */
public final class Honorifics {
  private static final String TITLE =
      "(?:حجة ال[إا]سلام(?: والمسلمين)?|آية الله(?: العظمى)?|أ\\.? ?د\\.?|د\\.|د/|م\\.|م/|أ\\.|أ/|الدكتورة?|دكتورة?|البروف[ي]?سور|الأستاذة?|الاستاذة?|أستاذ|المهندسة?|مهندسة?|الشيخة?|السيدة?|الآنسة|المحامية?|المستشارة?|القاضي|السفيرة?|الوزيرة?"
          + "|الرئيس|اللواء|العميد|العقيد|المقدم|الرائد|النقيب|الفريق|المشير|الجنرال|الأمير|الأميرة|الملك|القس|الأب|المطران|البطريرك|الإمام|الحاج|معالي|سعادة|سمو|فضيلة"
          + "|دکتر|مهندس|استاد|آقای|خانم|حجت‌الاسلام|آیت‌الله|سید|ڈاکٹر|پروفیسر|مولانا|جناب|محترمہ|محترم|بیگم|علامہ|ד[\"״]ר|פרופ['׳]|עו[\"״]ד|הרב"
          + "|Dr\\.?|Prof\\.?|Professor|Mr\\.?|Mrs\\.?|Ms\\.?|Sir|Dame|Lord|Lady|Rev\\.?|Gen\\.?|Col\\.?|Capt\\.?|Hon\\.?)";
  private static final Pattern LEADING =
      Pattern.compile(
          "^(?:" + TITLE + "(?:\\s*/\\s*|\\s+)(?=\\S)|(?:د\\.|أ\\.د\\.|م\\.|أ\\.)(?=\\p{L}))+");
  private static final Pattern POINTED =
      Pattern.compile("(?<!\\p{L})(أ ?\\. ?د|[دمأ]|Dr|Prof|Mr|Mrs|Ms|St|[A-Z])\\.");

  private Honorifics() {}

  /**
   * {@return whether a name begins with a title of honour}
   *
   * @param name the name, as it is signed
   */
  public static boolean leads(String name) {
    return LEADING.matcher(name).find();
  }

  /**
   * {@return the name that lists are sorted by: without titles of honour and without tatweel and
   * marks, the spellings of alef folded into one}
   *
   * @param name the name, as it is signed
   */
  public static String sortKey(String name) {
    Matcher matcher = LEADING.matcher(name.strip());
    String bare = matcher.find() ? name.strip().substring(matcher.end()) : name.strip();
    return (bare.isBlank() ? name.strip() : bare)
        .replaceAll("[ـ\\p{Mn}]", "")
        .replaceAll("[أإآٱ]", "ا")
        .toLowerCase(Locale.ROOT);
  }

  /**
   * {@return a line in which the full stops of abbreviated titles and initials are left out, so
   * that those that are left end sentences}
   *
   * @param line the line
   */
  public static String unpointed(String line) {
    return POINTED.matcher(line).replaceAll("$1");
  }
}
