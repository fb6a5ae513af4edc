package org.qirtas.source;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.qirtas.article.Related;

/** Recognises the lines that a page prints around an article: buttons, and pointers to others. */
final class Signposts {
  private static final int LONGEST_RELATED = 220;

  /** In folded letters, as everything here. */
  private static final Pattern RELATED =
      Pattern.compile(
          "^[\\s*•|>»\\-\\[(]*(?:(?:اقرا|اقراء|اقروا|شاهد|طالع|تابع|انظر|راجع)(?:وا)? ?(?:ايضا|المزيد|كذلك)"
              + "|(?:اخبار|مواضيع|موضوعات|مقالات|قصص) (?:ذات صله|متعلقه|مشابهه|مرتبطه)|ذات صله|للمزيد|المزيد عن"
              + "|بيشتر بخوانيد|بيشتر بخوان|همچنين بخوانيد|مطالب مرتبط|اخبار مرتبط|در همين زمينه|در همين رابطه"
              + "|يه بهي پڙهين|يه بهي پڑهيں|يه بهي پڑهين|مزيد پڑهيں|مزيد پڑهين|متعلقه خبرين|متعلقه خبريں"
              + "|read more|read also|also read|see also|related(?: articles?| stories| news)?|more on this|קראו גם|קרא עוד)"
              + "(?<after>\\s*[:：\\])>»\\-]*\\s*)");

  private static final Pattern FURNITURE_WORD =
      Pattern.compile(
          "(?:مشاركه(?: المقال| الخبر| عبر)?|شارك(?:ها|نا)?(?: المقال| الخبر| علي| عبر| هذا المقال| هذا الخبر)?|انشر|طباعه|اطبع|نسخ(?: الرابط)?|ارسال"
              + "|ارسل(?: الي صديق)?|حفظ|تكبير الخط|تصغير الخط|حجم الخط|تعليق(?:ات)?|اضف تعليق(?:ا)?|اترك تعليق(?:ا)?|لا توجد تعليقات"
              + "|اعجبني|متابعه|تابعنا(?: علي)?|الرييسيه|القايمه|بحث|تسجيل الدخول|اشترك(?: الان)?|العوده للاعلي|الصفحه الرييسيه|استمع|الاستماع"
              + "|فيسبوك|فيس بوك|تويتر|واتساب|واتس اب|تلغرام|تيليجرام|انستغرام|يوتيوب|لينكد ان|بريد الكتروني|البريد الالكتروني|منصه اكس|اكس"
              + "|اشتراك(?: گذاري)?|به اشتراك بگذاريد|همرساني|چاپ|ارسال به دوستان|نظرات|كپي لينك|لينك كوتاه"
              + "|شيير(?: كرين| كريں)?|پرنٹ|تبصره|تبصرے|share(?: this)?(?: article| story| on| via)?|print|e-?mail|tweet|pin it|copy link|save|listen|subscribe"
              + "|comments?|log ?in|sign (?:in|up)|menu|search|home|facebook|twitter|whats ?app|telegram|instagram|youtube|linked ?in|x|advertisement|اعلان|שתפו|שיתוף|הדפסה)");
  private static final Pattern FURNITURE =
      Pattern.compile(
          "(?:[\\s\\d|•·,:/\\-+()]*"
              + FURNITURE_WORD.pattern()
              + "(?![\\p{L}]))+[\\s\\d|•·,:/\\-+().!]*");
  private static final Set<String> ALONE = Set.of("x", "home", "save", "بحث", "حفظ", "اكس", "نسخ");

  private Signposts() {}

  /**
   * The other article that a line points to; its title is empty where the line only heads a list.
   */
  static Optional<Related> related(String line) {
    if (line.length() > LONGEST_RELATED || line.indexOf('\n') >= 0) {
      return Optional.empty();
    }
    Folded folded = Folded.of(line);
    Matcher matcher = RELATED.matcher(folded.text());
    if (!matcher.find()) {
      return Optional.empty();
    }
    String after = matcher.group("after");
    boolean alone = matcher.end() == folded.text().length();
    boolean pointed = !after.isBlank();
    // Without a colon the words may open a sentence («للمزيد من التفاصيل…»): a title has no full
    // stop.
    boolean closed = folded.text().strip().endsWith(".");
    boolean bounded = alone || !after.isEmpty();
    if (!bounded || (!pointed && (closed || startsSentence(folded.text(), matcher.end())))) {
      return Optional.empty();
    }
    String title =
        Blanks.trim(line.substring(alone ? line.length() : folded.originalStart(matcher.end())));
    return Optional.of(new Related(title, Optional.empty(), line));
  }

  private static boolean startsSentence(String folded, int at) {
    return folded.startsWith("من ", at)
        || folded.startsWith("about ", at)
        || folded.startsWith("to ", at);
  }

  /** Whether a line is nothing but buttons and menu words. */
  static boolean furniture(String line) {
    if (line.length() > 120) {
      return false;
    }
    String folded = Folded.fold(line).strip();
    return !ALONE.contains(folded) && FURNITURE.matcher(folded).matches();
  }
}
