package org.qirtas.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.qirtas.article.Evidence.Origin;

/**
 * A line above the body that says who wrote the article, where and when; each may be missing.
 *
 * @param authors who
 * @param place where
 * @param date when
 */
record HeadLine(List<String> authors, Optional<String> place, Optional<FoundDate> date) {
  private static final int LONGEST = 140;

  private static final String WRITTEN =
      "كتب|كتبت|كتبه|كتبها|يكتب|تكتب|بقلم|اعداد|اعد|حوار|حاوره|حاورته|حاورها|تقرير|تحقيق|متابعه|مراسلنا|نوشته|به قلم|نويسنده|گزارش|نگارنده"
          + "|تحرير|از قلم|مصنف|by|written by|reported by|report by|author|par|von|מאת";
  private static final Pattern BYLINE =
      Pattern.compile("^\\s*(?:" + WRITTEN + ")(?<mark>\\s*[:/-]\\s*|\\s+)(?<who>\\S.*)$");
  private static final Pattern LABEL =
      Pattern.compile(
          "(?<!\\p{L})(?:(?:تم )?(?:النشر|نشر|نشرت)(?: في| يوم| بتاريخ)?|تاريخ(?: النشر| الاضافه| التحديث)?|اخر تحديث|التحديث|حدث في|التاريخ"
              + "|تاريخ انتشار|منتشر شده(?: در)?|تاريخ اشاعت|شايع شده|published(?: on| at)?|posted(?: on)?|updated(?: on)?|last updated|date"
              + "|الساعه|بتوقيت [\\p{L} ]{3,20}|بالتوقيت المحلي|يوم|الموافق(?: ل)?|موافق|مطابق(?: با)?|بمطابق|(?:ال)?(?:اثنين|ثلاثاء|اربعاء|خميس|جمعه|سبت|احد)"
              + "|شنبه|يكشنبه|دوشنبه|سه ?شنبه|چهارشنبه|پنجشنبه|پير|منگل|بده|جمعرات|هفته|اتوار"
              + "|(?:mon|tues|wednes|thurs|fri|satur|sun)day|at|في|on|ساعت)(?!\\p{L})\\s*:?");
  private static final Pattern EDGES =
      Pattern.compile("^[\\s\\-–—−ـ|،,:؛/•·()\\[\\]«»\"]+|[\\s\\-–—−ـ|،,:؛/•·()\\[\\]«»\"]+$");
  private static final Pattern DASH =
      Pattern.compile("\\s+[-–—−|/•·]+\\s*|\\s*[–—|•·]\\s*|\\s*[:،,]\\s+|\\s*\\(|\\)\\s*");
  private static final Pattern SENTENCE = Pattern.compile("[.؟?!؛]\\s|[.؟!]$");

  /** What a line says, where it is a line of this kind and nothing else. */
  static Optional<HeadLine> in(String line) {
    if (line.length() > LONGEST || line.indexOf('\n') >= 0) {
      return Optional.empty();
    }
    List<FoundDate> dates = DateLine.in(line, Origin.DATE_LINE);
    return dates.isEmpty() ? byline(line) : dated(line, dates);
  }

  private static Optional<HeadLine> byline(String line) {
    Folded folded = Folded.of(line);
    Matcher matcher = BYLINE.matcher(folded.text());
    if (!matcher.matches()) {
      return placed(line);
    }
    String who =
        EDGES.matcher(line.substring(folded.originalStart(matcher.start("who")))).replaceAll("");
    boolean marked = !matcher.group("mark").isBlank();
    // «كتب جديدة في المعرض» is no byline: without a colon only a few words can be names.
    int words = Blanks.words(who).size();
    if (words > (marked ? 14 : 5)
        || SENTENCE.matcher(who).find()
        || who.chars().anyMatch(Character::isDigit)) {
      return Optional.empty();
    }
    String[] parts = DASH.split(who, -1);
    if (parts.length == 2 && Places.known(parts[1])) {
      return Optional.of(of(Names.split(parts[0]), Optional.of(parts[1])));
    }
    return parts.length == 2 && Places.known(parts[0])
        ? Optional.of(of(Names.split(parts[1]), Optional.of(parts[0])))
        : Optional.of(of(Names.split(who), Optional.empty()));
  }

  /** «القاهرة – محمد علي»: no date and no word like "by", but a place that is known. */
  private static Optional<HeadLine> placed(String line) {
    String[] parts =
        Arrays.stream(DASH.split(line, -1)).filter(part -> !part.isBlank()).toArray(String[]::new);
    boolean both =
        parts.length == 2
            && Places.known(parts[0])
            && Blanks.words(parts[1]).size() <= 5
            && !SENTENCE.matcher(line).find()
            && parts[1].chars().noneMatch(Character::isDigit);
    return both && line.matches(".*\\s[-–—|(].*")
        ? Optional.of(of(Names.split(parts[1]), Optional.of(parts[0].strip())))
        : Optional.empty();
  }

  /** «مكان – كاتب», two short names with a dash between them, whatever they are called. */
  static Optional<HeadLine> signature(String line) {
    List<String> parts =
        Pattern.compile("\\s+[-–—|]\\s+")
            .splitAsStream(line)
            .filter(part -> !part.isBlank())
            .toList();
    boolean named =
        parts.size() == 2
            && parts.stream().allMatch(part -> Blanks.words(part).size() <= 4)
            && line.codePoints().noneMatch(Character::isDigit)
            && !SENTENCE.matcher(line).find();
    return named
        ? Optional.of(of(Names.split(parts.getLast()), Optional.of(Blanks.trim(parts.getFirst()))))
        : Optional.empty();
  }

  private static HeadLine of(List<String> authors, Optional<String> place) {
    return new HeadLine(authors, place, Optional.empty());
  }

  private static Optional<HeadLine> dated(String line, List<FoundDate> dates) {
    String rest = line;
    for (FoundDate date : dates.stream().sorted((a, b) -> b.start() - a.start()).toList()) {
      rest = rest.substring(0, date.start()) + " | " + rest.substring(date.end());
    }
    rest = withoutLabels(rest);
    if (SENTENCE.matcher(rest).find()) {
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
    Optional<String> place = Optional.empty();
    var authors = new ArrayList<String>();
    for (int i = 0; i < parts.size(); i++) {
      String part = parts.get(i);
      Optional<HeadLine> byline =
          BYLINE.matcher(Folded.fold(part)).matches() ? byline(part) : Optional.empty();
      // A known place is one; else the first of two is, as agencies write their date lines.
      boolean first =
          i == 0
              && parts.size() > 1
              && parts.stream().noneMatch(Places::known)
              && Blanks.words(part).size() <= 2;
      if (byline.isPresent()) {
        authors.addAll(byline.get().authors());
      } else if (place.isEmpty() && (Places.known(part) || first)) {
        place = Optional.of(part);
      } else {
        authors.addAll(Names.split(part));
      }
    }
    return new HeadLine(authors, place, Optional.of(date));
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
