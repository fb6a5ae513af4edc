package org.qirtas.source.head;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.qirtas.article.Evidence.Origin;
import org.qirtas.article.Honorifics;
import org.qirtas.source.date.DateLine;
import org.qirtas.source.date.FoundDate;
import org.qirtas.source.letters.Blanks;
import org.qirtas.source.letters.Folded;

/**
 * A line above the body that says who wrote the article, where and when; each may be missing.
 *
 * @param authors who
 * @param place where
 * @param date when
 * @param house the newspaper or magazine that is named beside them
 */
public record HeadLine(
    List<String> authors,
    Optional<String> place,
    Optional<FoundDate> date,
    Optional<String> house) {
  private static final int LONGEST = 140;

  /** Of names, in words. */
  private static final int LONGEST_LIST = 14;

  private static final String WORK =
      "كتابه|اعداد|ترجمه|گفت ?و ?گو|انٹرويو|شعر|قصيده|قصه|حوار|لقاء|تقرير|تحقيق|متابعه|تغطيه|تحليل|قراءه|تحرير";
  private static final String WRITTEN =
      "(?:(?:"
          + WORK
          + ")(?: و(?:"
          + WORK
          + "|تصوير|تقديم|ترجمه))*(?: (?:اجراه|اجرته|اعده|اعدته|كتبه|كتبته))?|و?كتبه|كتب|كتبت|كتبها|كتبته|ترجمها|نقله?ا? (?:الي|عن) ال\\p{L}+|يكتب|تكتب|بقلم|اعد|اعده|اعدته|حاوره|حاورته|حاورها|حاورتها|اجري الحوار|اجرت الحوار"
          + "|مراسلنا|مراسلتنا|نوشته ?ي?|به قلم|نويسنده|گزارش|نگارنده|خبرنگار|از قلم|مصنف|رپورٹ|خصوصي رپورٹ|تحرير و تحقيق|by|written by|reported by|reporting by|report by|story by|words by|text by|author|par|von|מאת)";
  private static final Pattern BYLINE =
      Pattern.compile("^\\s*" + WRITTEN + "(?<mark>\\s*[:/-]\\s*|\\s+)(?<who>\\S.*)$");
  private static final Pattern WORK_ALONE =
      Pattern.compile("^\\s*(?:" + WORK + "|گزارش)(?!\\p{L})");
  private static final Pattern IN_SENTENCES =
      Pattern.compile(
          "(?<!\\p{L})(?:الي|علي ان|في|عن|من|ان|انه|انها|التي|الذي|الذين|هذا|هذه|حول|بعد|قبل|لم|لن|قد|كان|كانت|ثم|مع|اول|به|به عنوان|را|است|كه|نے|كي|كا|كے|the|a|an|to|of|in|on|about|that|is|was)(?!\\p{L})");
  private static final Pattern CORRESPONDENT =
      Pattern.compile(
          "^\\s*(?:من )?مراسل(?:نا|تنا|ه)?(?: ال\\p{L}+){0,2} في (?<where>[\\p{L} ]{2,25}?)\\s*[:/-]\\s*(?<who>\\S.*)$");

  /** «رسالة لندن: …»: a correspondent's letter. */
  private static final Pattern LETTER =
      Pattern.compile("^\\s*رساله (?<where>[\\p{L} ]{2,25}?)\\s*[:/-]\\s*(?<who>\\S.*)$");

  /** A line of a record: «الكاتب: …». */
  private static final Pattern FIELD =
      Pattern.compile(
          "^\\s*(?:(?:اسم )?(?:ال)?(?:كاتب|كاتبه|مولف|مولفه|محرر|محرره|محاور)(?: المقال)?|نويسنده|مصنف|تحرير|كالم نگار|مضمون نگار|כתבה?|מחברת?|authors?|writers?|autor(?:in|en)?|verfasser(?:in)?|auteure?s?|texte?)\\s*(?<sign>[:：,،])\\s*(?<who>\\S.*)$");

  private static final Pattern LABEL =
      Pattern.compile(
          "(?<!\\p{L})(?:(?:تم )?(?:النشر|نشر|نشرت)(?: في| يوم| بتاريخ)?|تاريخ(?: النشر| الاضافه| التحديث| انتشار| اشاعت)?|اخر تحديث|التحديث|حدث في|التاريخ"
              + "|منتشر شده(?: در)?|شايع شده|datum|stand|veroffentlicht(?: am)?|erstellt(?: am)?|publie(?: le)?|mis en ligne(?: le)?|תאריך|פורסם(?: ב)?|published(?: on| at)?|posted(?: on)?|updated(?: on)?|last updated|date"
              + "|الساعه|بتوقيت [\\p{L} ]{3,20}|بالتوقيت المحلي|يوم|الموافق(?: ل)?|موافق|مطابق(?: با)?|بمطابق|(?:ال)?(?:اثنين|ثلاثاء|اربعاء|خميس|جمعه|سبت|احد)"
              + "|شنبه|يكشنبه|دوشنبه|سه ?شنبه|چهارشنبه|پنجشنبه|پير|منگل|بده|جمعرات|هفته|اتوار"
              + "|(?:יום )?(?:ראשון|שני|שלישי|רביעי|חמישי|שישי)|(?:יום )?שבת"
              + "|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tue|wed|thu|fri|sat|sun)\\.?|at|في|on|ساعت)(?!\\p{L})\\s*:?");

  /** «كتب جورج ناصيف في «الضياء»»: where it was printed first. */
  private static final Pattern PRINTED_IN =
      Pattern.compile(
          "\\s+(?:في|لـ?)\\s*(?:(?:صحيفة|جريدة|مجلة)\\s+)?[«\"“(][^»\"”)]{2,40}[»\"”)]?$");

  private static final Pattern EDGES =
      Pattern.compile("^[\\s\\-–—−ـ|،,:؛/•·()\\[\\]«»\"]+|[\\s\\-–—−ـ|،,:؛/•·()\\[\\]«»\"]+$");
  private static final Pattern DASH =
      Pattern.compile(
          "\\s+[-–—−|/•·ـ]+\\s*|\\s*[–—|•·]\\s*|\\s*[:،,]\\s+|\\s*\\(|\\)\\s*"
              // «رام الله/ نادر قاسم», but not «بقلم/ نادر قاسم».
              + "|(?<=\\p{L})(?<!كتب|كتبت|بقلم|عداد|حوار|تقرير|تحقيق|تصوير)/\\s+");

  /** «Layla Haddad and Omar Nasser in Beirut», «Jane Doe, BBC News, Beirut»; "in" tells places. */
  private static final Pattern POSTED =
      Pattern.compile(
          "(?<who>\\p{Lu}.*?)(?:\\s+in|,(?:[^,]{2,40},)?)\\s+(?<where>\\p{Lu}[\\p{L} ]+)");

  private static final Pattern LATIN =
      Pattern.compile("(?:written by|report(?:ed|ing)? by|(?:story|words|text) by|by|von|par) ");

  /** As many names as make a list. */
  private static final int SEVERAL = 4;

  /** What nobody would head an article with: only a writer's name follows. */
  private static final Pattern BY =
      Pattern.compile("^\\s*(?:(?:و?كتبه|كتبت?|نوشته)\\s*[:/]|بقلم|به قلم|از قلم)(?!\\p{L})");

  private static final Pattern WRITTEN_COLON =
      Pattern.compile("(?<!\\p{L})" + WRITTEN + "\\s*(?<mark>:)\\s");

  /** The head of a mail that another one quotes: its names and days are of neither text. */
  private static final Pattern QUOTED =
      Pattern.compile(
          "\\s*(?:from|sent|to|cc|subject|von|gesendet|betreff|envoyé|objet|المرسل|تاريخ الإرسال|الموضوع|فرستنده|موضوع)\\s*:",
          Pattern.CASE_INSENSITIVE);

  /** «گزارش از علی رضایی»: a report of somebody, or else about something. */
  private static final Pattern REPORT_OF =
      Pattern.compile("^\\s*(?:(?:گزارش|گفتگو|گفت و گو|ترجمه) از|ترجمه ?ي) (?<who>\\S.*)$");

  HeadLine(List<String> authors, Optional<String> place, Optional<FoundDate> date) {
    this(authors, place, date, Optional.empty());
  }

  /**
   * {@return whether a line says of itself that it names the writer}
   *
   * @param line the line
   */
  public static boolean names(String line) {
    return BY.matcher(Folded.fold(line)).find();
  }

  /**
   * {@return whether a line is a field of a record that names the writer: «نویسنده, مریم احمدی»}
   *
   * @param line the line
   */
  public static boolean labelled(String line) {
    return FIELD.matcher(Folded.fold(line)).matches() && byline(line).isPresent();
  }

  /**
   * {@return what a line says, where it is a line of this kind and nothing else}
   *
   * @param line the line
   */
  public static Optional<HeadLine> in(String line) {
    if (line.indexOf('\n') >= 0 || QUOTED.matcher(line).lookingAt()) {
      return Optional.empty();
    }
    if (line.length() > LONGEST) {
      return many(line);
    }
    List<FoundDate> dates = DateLine.in(line, Origin.DATE_LINE);
    return dates.isEmpty() ? byline(line) : dated(line, dates);
  }

  /** A byline that is longer than any sentence in a head: nothing but names behind its word. */
  private static Optional<HeadLine> many(String line) {
    Folded folded = Folded.of(line);
    Matcher field = FIELD.matcher(folded.text());
    Matcher written = BYLINE.matcher(folded.text());
    Matcher matcher = field.matches() ? field : written;
    String who =
        field.matches() || written.matches()
            ? line.substring(folded.originalStart(matcher.start("who")))
            : line;
    List<String> names = Names.split(EDGES.matcher(who).replaceAll(""));
    boolean only =
        names.size() >= SEVERAL
            && names.stream().allMatch(GivenNames::shaped)
            && (!who.equals(line) || names.stream().allMatch(GivenNames::lead));
    return only ? Optional.of(of(names, Optional.empty())) : Optional.empty();
  }

  /** A byline that names the place before the name. */
  private static Optional<HeadLine> correspondent(String line, Folded folded) {
    Matcher correspondent = CORRESPONDENT.matcher(folded.text());
    Matcher letter = LETTER.matcher(folded.text());
    boolean told =
        correspondent.matches()
            || (letter.matches()
                && Places.known(letter.group("where"))
                && GivenNames.lead(letter.group("who")));
    if (!told) {
      return Optional.empty();
    }
    Matcher matcher = correspondent.matches() ? correspondent : letter;
    String where = folded.raw(matcher.start("where"), matcher.end("where")).strip();
    String who = line.substring(folded.originalStart(matcher.start("who")));
    return Optional.of(of(Names.split(who), Optional.of(where)));
  }

  private static Optional<HeadLine> byline(String line) {
    Folded folded = Folded.of(line);
    Optional<HeadLine> correspondent = correspondent(line, folded);
    if (correspondent.isPresent()) {
      return correspondent;
    }
    Matcher field = FIELD.matcher(folded.text());
    if (field.matches() && Blanks.words(field.group("who")).size() <= LONGEST_LIST) {
      String who = line.substring(folded.originalStart(field.start("who")));
      boolean comma = ",،".contains(field.group("sign"));
      if (comma && !GivenNames.shaped(who)) {
        return Optional.empty();
      }
      return Optional.of(of(Names.split(who), Optional.empty()));
    }
    Matcher report = REPORT_OF.matcher(folded.text());
    if (report.matches()) {
      String who = line.substring(folded.originalStart(report.start("who")));
      return GivenNames.lead(who)
          ? Optional.of(of(Names.split(who), Optional.empty()))
          : Optional.empty();
    }
    Matcher matcher = BYLINE.matcher(folded.text());
    if (!matcher.matches()) {
      return Signature.of(line);
    }
    String who =
        EDGES.matcher(line.substring(folded.originalStart(matcher.start("who")))).replaceAll("");
    who = PRINTED_IN.matcher(who).replaceFirst("");
    boolean marked = !matcher.group("mark").isBlank() || Honorifics.leads(who);
    // «تقرير جديد يكشف» is a headline: what names the work and not the writing wants its colon.
    if (!marked && WORK_ALONE.matcher(folded.text()).find()) {
      return Signature.of(line);
    }
    boolean latin =
        LATIN.matcher(folded.text()).lookingAt() && Character.isUpperCase(who.codePointAt(0));
    Matcher posted = POSTED.matcher(latin ? who : "");
    // «كتب جديدة في المعرض» is no byline: without a colon only a few words can be names.
    int words = Blanks.words(who).size();
    if (words > (marked ? LONGEST_LIST : latin ? 9 : 5)
        // «كتب محمد رسالة إلى أخيه» tells what somebody did; nobody's name holds such a word.
        || (!marked && !posted.matches() && IN_SENTENCES.matcher(Folded.fold(who)).find())
        || Signature.sentence(who)
        || who.chars().anyMatch(Character::isDigit)) {
      return Optional.empty();
    }
    if (posted.matches() && Places.known(posted.group("where"))) {
      return Optional.of(of(Names.split(posted.group("who")), Optional.of(posted.group("where"))));
    }
    String[] parts = DASH.split(who, -1);
    if (parts.length == 2 && Places.known(parts[1])) {
      return Optional.of(of(Names.split(parts[0]), Optional.of(parts[1])));
    }
    return parts.length == 2 && Places.known(parts[0])
        ? Optional.of(of(Names.split(parts[1]), Optional.of(parts[0])))
        : Optional.of(of(Names.split(who), Optional.empty()));
  }

  private static HeadLine of(List<String> authors, Optional<String> place) {
    return new HeadLine(authors, place, Optional.empty());
  }

  private static Optional<HeadLine> dated(String line, List<FoundDate> dates) {
    String rest = line;
    for (FoundDate date : dates.stream().sorted((a, b) -> b.start() - a.start()).toList()) {
      rest = rest.substring(0, date.start()) + " | " + rest.substring(date.end());
    }
    rest = unparted(withoutLabels(rest));
    if (Signature.sentence(rest)) {
      return Optional.empty();
    }
    var parts = new ArrayList<String>();
    for (String part : DASH.split(rest, -1)) {
      String clean = EDGES.matcher(part).replaceAll("");
      boolean named = clean.codePoints().anyMatch(Character::isLetter);
      // Version numbers and page numbers are nobody's name.
      if (named && clean.codePoints().noneMatch(Character::isDigit)) {
        parts.add(clean);
      }
    }
    // What is left beside a date must be a few short names, or the line is a sentence.
    if (parts.size() > 4 || parts.stream().anyMatch(part -> Blanks.words(part).size() > 6)) {
      return Optional.empty();
    }
    FoundDate first = dates.getFirst();
    return Optional.of(named(parts, first));
  }

  private static HeadLine named(List<String> parts, FoundDate date) {
    var unlabelled = new ArrayList<String>();
    var authors = new ArrayList<String>();
    for (String part : parts) {
      Optional<HeadLine> byline =
          BYLINE.matcher(Folded.fold(part)).matches() ? byline(part) : Optional.empty();
      byline.ifPresentOrElse(said -> authors.addAll(said.authors()), () -> unlabelled.add(part));
    }
    HeadLine beside = Signature.beside(unlabelled);
    authors.addAll(beside.authors());
    return new HeadLine(authors, beside.place(), Optional.of(date), beside.house());
  }

  /** The colon of «رپورٹ: بلال قریشی» parts nothing. */
  private static String unparted(String line) {
    Folded folded = Folded.of(line);
    var kept = new StringBuilder(line);
    WRITTEN_COLON.matcher(folded.text()).results().toList().reversed().stream()
        .map(found -> folded.originalStart(found.start("mark")))
        .forEach(colon -> kept.setCharAt(colon, ' '));
    return kept.toString();
  }

  private static String withoutLabels(String line) {
    Folded folded = Folded.of(line);
    Matcher matcher = LABEL.matcher(folded.text());
    var kept = new StringBuilder(line);
    var cuts = new ArrayList<int[]>();
    while (matcher.find()) {
      cuts.add(
          new int[] {folded.originalStart(matcher.start()), folded.originalEnd(matcher.end())});
    }
    for (int[] cut : cuts.reversed()) {
      kept.replace(cut[0], Math.max(cut[0], cut[1]), " ");
    }
    return kept.toString();
  }
}
