package org.qirtas.source;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.qirtas.article.Related;
import org.qirtas.source.letters.Blanks;
import org.qirtas.source.letters.Folded;

/** Recognises the lines that a page prints around an article: buttons, and pointers to others. */
final class Signposts {
  private static final int LONGEST_RELATED = 220;
  private static final int LONGEST_OPENER = 70;

  /** In folded letters, as everything here. */
  private static final Pattern RELATED =
      Pattern.compile(
          "^[\\s*•|>»\\-\\[(]*(?:(?:اقرا|اقراء|اقروا|شاهد|طالع|تابع|انظر|راجع)(?:وا)? ?(?:ايضا|المزيد|كذلك)"
              + "|(?:اخبار|مواضيع|موضوعات|مقالات|قصص) (?:ذات صله|متعلقه|مشابهه|مرتبطه)|ذات صله|للمزيد|المزيد عن"
              + "|بيشتر بخوانيد|بيشتر بخوان|همچنين بخوانيد|مطالب مرتبط|اخبار مرتبط|در همين زمينه|در همين رابطه"
              + "|يه بهي پڙهين|يه بهي پڑهيں|يه بهي پڑهين|مزيد پڑهيں|مزيد پڑهين|متعلقه خبرين|متعلقه خبريں"
              + "|read more|read also|also read|see also|related(?: articles?| stories| news)?|more on this|קראו גם|קרא עוד)"
              + "(?<after>\\s*[:：\\])>»\\-]*\\s*)");

  /** Lines behind which other articles are listed. */
  private static final Pattern OPENS =
      Pattern.compile(
          "[\\s•|>»*-]*(?:more (?:on|from|stories|news|articles|great|in|about|coverage|like|to|headlines)\\b.*|more [a-z]+|(?:you (?:may|might)(?: also)?|we think you'?ll) (?:like|enjoy|be interested).*|you may also like.*|don'?t miss.*|explore (?:further|more).*"
              + "|(?:latest|top|trending|popular|recent|other|similar) (?:news|stories|articles|posts|headlines|now)|trending(?: now)?|recommended(?: for you| stories| reading)?|editors?'?s? picks?|what to read next|read next|our readers read next|up next|most (?:read|popular|viewed)|partner (?:news|content)|from around the web|sponsored (?:content|links|stories)|keep reading|see also|related.{0,25}|tags|topics"
              + "|mehr (?:zum thema|zu|aus|von|news|artikel)\\b.*|weitere (?:themen|artikel|nachrichten|meldungen|news|informationen zum thema).*|lesen sie (?:auch|mehr).*|das konnte sie auch.*|das konnte (?:sie|dich) interessieren.*|auch interessant.*|meistgelesen.*|aktuell auf der startseite.*|passend zum thema.*|zum thema|schlagworte|themen"
              + "|(?:a lire|lire|voir|a voir) (?:aussi|egalement).*|sur le meme (?:sujet|theme).*|les plus lus.*|dans la meme rubrique.*|articles? (?:lies|similaires).*|te puede interesar.*|lo mas (?:leido|visto).*|mas (?:noticias|informacion|sobre).*|noticias relacionadas.*|lee tambien.*|ver mas.*|temas|leggi anche.*|potrebbe interessarti.*|articoli correlati.*"
              + "|leia (?:tambem|mais).*|veja (?:tambem|mais).*|voce pode gostar.*|mais lidas.*|lees ook.*|meer (?:over|nieuws).*|les ogsa.*|las (?:mer|ocksa).*|lue myos.*|czytaj (?:tez|takze).*|zobacz (?:tez|takze).*|prectete si.*|ilgili haberler.*|cok okunanlar.*|читайте также.*|по теме.*|похожие.*|самые популярные.*|отзывы|комментарии.*"
              + "|関連記事.*|関連キーワード.*|関連リンク.*|おすすめ.*|あわせて読みたい.*|관련 ?기사.*|많이 본.*|相关.*|推荐.*|延伸閱讀.*|相關.*"
              + "|قد يعجبك(?:م)?(?: ايضا)?.*|قد يهمك.*|لا يفوتك.*|اخترنا لك(?:م)?.*|(?:ال)?اكثر (?:قراءه|مشاهده|تداولا).*|اخر الاخبار.*|اخبار اخري.*|المزيد من .*|مقالات اخري.*|(?:اخبار|مواضيع|موضوعات|مقالات|قصص) (?:ذات صله|متعلقه|مشابهه|مرتبطه).*|كلمات (?:مفتاحيه|دلاليه|دليليه).*|الوسوم|التعليقات"
              + "|پربازديد(?:ترين)?(?: ها)?.*|اخرين اخبار.*|(?:اخبار|مطالب) مرتبط.*|برچسب ?ها.*|مزيد خبريں.*|مزيد خبرين.*|متعلقه خبر.*|comments?(?: \\(?\\d+\\)?)?|\\d+ (?:comments?|kommentare?|commentaires?|comentarios|تعليق(?:ات)?))[\\s:：.…!]*");

  private static final Pattern COMMENTS =
      Pattern.compile(
          "[\\s•|>»*(\\-]*(?:(?:comments|kommentare|commentaires|comentarios|отзывы|комментарии|(?:ال)?تعليقات|نظرات)[\\s(]*\\d*|\\d+ (?:comments?|kommentare?|commentaires?|comentarios?|تعليق(?:ات)?|نظر))[\\s:：.…!)]*");

  /** Lines that want the reader to do something else than to read on. */
  private static final Pattern CALLS =
      Pattern.compile(
          "[\\s•|>»*(\\[-]*(?:click here|sign up|subscribe|follow (?:us|me|him|her|them|@|\\S+ on)|get (?:the latest|our|\\S+ \\S+ (?:newsletter|app)|all the|more of)|download (?:our|the)|join (?:our|us|the conversation)|like this (?:story|article)|tell us|have a (?:tip|story|news tip)|do you have (?:a|any) (?:tip|story)|got a (?:tip|story)|want more|need more|support (?:us|our)|become a member|start your (?:free )?trial|already a (?:subscriber|member)|log in|read (?:more|the full|also|next)|see (?:more|also)|more:|also:|watch:|listen:|related:|share your|write to|reach \\S+ at|reach the (?:reporter|author)s?|contact (?:us|the)|copyright|©|all rights reserved|this (?:article|document|story) (?:is subject to copyright|was (?:first|originally) published|first appeared)|the views expressed"
              + "|abonnieren|jetzt (?:abonnieren|anmelden|kostenlos|registrieren|lesen|weiterlesen)|lesen sie|lies auch|melden sie sich|folgen sie|newsletter|mehr zum thema|hier geht|alle rechte vorbehalten|abonnez|inscrivez|lire aussi|a lire|lisez aussi|suivez|retrouvez|suscribete|siguenos|lee tambien|leer mas|iscriviti|leggi anche|seguici|inscreva-se|leia|siga|assine|clique aqui|abone ol|takip edin|подписывайтесь|подпишитесь|читайте"
              + "|اشترك|اشتركوا|تابعونا|تابعوا|تابعنا|لمتابعه|انضم|انضموا|سجل الان|للاشتراك|حمل(?:وا)? (?:ال)?تطبيق|اضغط هنا|جميع الحقوق محفوظه|حقوق (?:النشر|الطبع)|عضو شويد|دنبال كنيد)(?![\\p{L}]).*");

  private static final Pattern PAPER =
      Pattern.compile(
          "\\s*(?:المصدر|مصدر المقال|الناشر|الصحيفه|الجريده|المجله|نقلا عن|منبع|ماخذ|بشكريه|source)\\s*[:：]\\s*(?<paper>\\p{L}[^:]*)");

  /** The head of a page that was typed off a paper: «جريدة الضياء», and the number under it. */
  private static final Pattern MASTHEAD =
      Pattern.compile("(?:جريده|صحيفه|مجله|روزنامه|ماهنامه)(?: [\\p{L}\\p{M}]+){1,3}");

  private static final Pattern ISSUE =
      Pattern.compile(
          "(?:العدد|السنه|المجلد|شماره|سال)(?:\\s*(?:رقم)?\\s*[:(]?\\s*(?:\\d{1,6}|ال\\p{L}+)\\)?[\\s,/–—-]*(?:العدد|السنه|المجلد|الصفحه|شماره|سال|صفحه|ص)?)+");

  private static final Pattern FURNITURE_WORD =
      Pattern.compile(
          "(?:مشاركه(?: المقال| الخبر| عبر)?|شارك(?:ها|نا)?(?: المقال| الخبر| علي| عبر| هذا المقال| هذا الخبر)?|انشر|طباعه|اطبع|نسخ(?: الرابط)?|ارسال"
              + "|ارسل(?: الي صديق)?|حفظ|تكبير الخط|تصغير الخط|حجم الخط|تعليق(?:ات)?|اضف تعليق(?:ا)?|اترك تعليق(?:ا)?|لا توجد تعليقات"
              + "|اعجبني|متابعه|تابعنا(?: علي)?|الرييسيه|القايمه|بحث|تسجيل الدخول|اشترك(?: الان)?|العوده للاعلي|الصفحه الرييسيه|استمع|الاستماع"
              + "|فيسبوك|فيس بوك|تويتر|واتساب|واتس اب|تلغرام|تيليجرام|انستغرام|يوتيوب|لينكد ان|بريد الكتروني|البريد الالكتروني|منصه اكس|اكس"
              + "|اشتراك(?: گذاري)?|به اشتراك بگذاريد|همرساني|چاپ|ارسال به دوستان|نظرات|انتهاي پيام|پايان پيام|كپي لينك|لينك كوتاه"
              + "|شيير(?: كرين| كريں)?|پرنٹ|تبصره|تبصرے|share(?: this)?(?: article| story| on| via)?|print|e-?mail|tweet|pin it|copy link|save|listen|subscribe"
              + "|comments?|log ?in|sign (?:in|up)|menu|search|home|facebook|twitter|whats ?app|telegram|instagram|youtube|linked ?in|x|advertisements?|adverts?|اعلان|anzeige|werbung|publicite|publicidad|pubblicita|реклама|広告|caption|close|image \\d+ (?:of|/) \\d+|video|loading|שתפו|שיתוף|הדפסה)");
  private static final Pattern FURNITURE =
      Pattern.compile(
          "(?:[\\s\\d|•·,:/\\-+()]*"
              + FURNITURE_WORD.pattern()
              + "(?![\\p{L}]))+[\\s\\d|•·,:/\\-+().!]*");

  /** «3 min read», with a name or a day beside it. */
  private static final Pattern READING_TIME =
      Pattern.compile(
          ".{0,60}?(?:\\d{1,3} ?min(?:ute)?s?\\.? (?:read|lesen|de lecture)|(?:وقت|مده) القراءه|\\d{1,3} (?:دقيقه|دقايق) (?:لل)?قراءه).{0,40}");

  private static final Set<String> ALONE = Set.of("x", "home", "save", "بحث", "حفظ", "اكس", "نسخ");

  /** «الرئيسية > ثقافة > متاحف». */
  private static final Pattern WAY =
      Pattern.compile(
          "[\\s\\p{P}\\p{S}]*(?:الرييسيه|الصفحه الرييسيه|home|خانه|صفحه اصلي|صفحه اول)(?:\\s*[>»›/|\\\\←]\\s*[\\p{L}\\p{M}\\d& ]{2,40}){1,6}\\s*[>»›/|←]?\\s*");

  private static final Pattern TAGS =
      Pattern.compile(
          "\\s*(?:(?:ال)?كلمات (?:ال)?(?:مفتاحيه|دلاليه|دليليه)|(?:ال)?وسوم|برچسب ?ها|كليدواژه ?ها|كليد واژه ?ها|tags|keywords)\\s*[:：]\\s*(?<tags>\\S.*)");
  private static final int LONGEST_TAG = 40;

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

  /** What a line of tags says: «الوسوم: متحف، آثار»; nothing where it is another line. */
  static List<String> tags(String line) {
    Folded folded = Folded.of(line);
    Matcher matcher = TAGS.matcher(folded.text());
    List<String> tags =
        matcher.matches()
            ? Pattern.compile("[،,؛;|#]")
                .splitAsStream(line.substring(folded.originalStart(matcher.start("tags"))))
                .map(Blanks::trim)
                .filter(tag -> !tag.isEmpty())
                .toList()
            : List.of();
    return tags.stream().allMatch(tag -> tag.length() <= LONGEST_TAG) ? tags : List.of();
  }

  /** The paper that a line of a record names: «المصدر: مجلة البيان». */
  static Optional<String> paper(String line) {
    Folded folded = Folded.of(line);
    Matcher matcher = PAPER.matcher(folded.text());
    return matcher.matches() && line.length() <= LONGEST_OPENER
        ? Optional.of(Blanks.trim(line.substring(folded.originalStart(matcher.start("paper")))))
        : Optional.empty();
  }

  /** Whether a line is a paper's name as it heads its pages. */
  static boolean masthead(String line) {
    return MASTHEAD.matcher(Folded.fold(line).strip()).matches();
  }

  /** Whether a line numbers an issue, and says nothing else. */
  static boolean issue(String line) {
    return ISSUE.matcher(Folded.fold(line).strip()).matches();
  }

  /** Whether a line heads a list of other articles, comments or tags. */
  static boolean opensPointers(String line) {
    String folded = Folded.fold(Blanks.collapse(line));
    return folded.length() <= LONGEST_OPENER && OPENS.matcher(folded).matches();
  }

  /** Whether a line heads what readers wrote below the article. */
  static boolean opensComments(String line) {
    return COMMENTS.matcher(Folded.fold(Blanks.collapse(line))).matches();
  }

  /** Whether a line wants the reader to subscribe, to follow, to click, or says whose it is. */
  static boolean calls(String line) {
    return CALLS.matcher(Folded.fold(Blanks.collapse(line))).matches();
  }

  /** Whether a line is nothing but buttons and menu words. */
  static boolean furniture(String line) {
    if (line.length() > 120) {
      return false;
    }
    String folded = Folded.fold(line).strip();
    return !ALONE.contains(folded)
        && (FURNITURE.matcher(folded).matches()
            || READING_TIME.matcher(folded).matches()
            || WAY.matcher(folded).matches());
  }
}
