package org.qirtas.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.qirtas.article.Evidence.Origin;
import org.qirtas.source.date.DateLine;
import org.qirtas.source.date.RelativeDate;
import org.qirtas.source.head.HeadLine;
import org.qirtas.source.head.Names;
import org.qirtas.source.letters.Blanks;

/**
 * The byline and the date line as a page shows them to its readers, found by the names of their
 * elements and by where they stand: near the title, and not in a comment or a neighbour's box.
 */
final class HtmlVisible {
  private static final Pattern WRITER =
      Pattern.compile(
          "(?:^|[\\s_-])(?:authors?(?:-?names?)?|by-?lines?|writers?|bigusername|submitted|autore?s?|autoren|auteurs?|redakteure?|journalists?|reporters?|contributors?|forfatter|skribent|yazar|penulis|kirjoittaja)(?:$|[\\s_-])",
          Pattern.CASE_INSENSITIVE);

  /** «نشره فلان في 4 مايو»: what follows the name. */
  private static final Pattern DATED =
      Pattern.compile("\\s+(?:في|on|am|le|el|بتاريخ)\\s+(?:\\p{L}+[،,]?\\s+){0,2}\\p{Nd}.*$");

  private static final Pattern DATE =
      Pattern.compile(
          "(?:^|[\\s_-])(?:dates?|(?!up)[a-z]{0,4}date|(?:post|news|article)-?info|date-?time|time|times|time-?stamp|pub-?date|published|publish-?(?:date|time|info)?|posted|datum|fecha|tarih|tanggal|dato|datetime|entry-date|meta-?info\\S*|meta|information)(?:$|[\\s_-])",
          Pattern.CASE_INSENSITIVE);

  /** The page about a writer, which his name points to. */
  private static final Pattern ABOUT =
      Pattern.compile(
          "/(?:authors?|autor(?:en|es|s)?|auteurs?|writers?|columnists?|journalists?|katib|kuttab)/[^/?#]+",
          Pattern.CASE_INSENSITIVE);

  private static final String ELSEWHERE =
      "nav, footer, aside, figure, figcaption, [class*=comment], [class*=related], [class*=teaser],"
          + " [class*=sidebar], [class*=recommend], [id*=comment], [class*=credit], [class*=caption], li article";
  private static final String NEIGHBOURS =
      "nav, footer, aside, figure, figcaption, a, [class*=comment], [class*=related], [class*=teaser],"
          + " [class*=sidebar], [class*=recommend], [id*=comment], [class*=caption], li article, [style*=display:none]";

  /** «گزارش از: مریم احمدی», «نوشته شده … توسط مریم احمدی | ۳ نظر», «מאת: נועה לוי». */
  private static final Pattern BY =
      Pattern.compile(
          "(?:^(?:گزارش(?:\\s+از)?|خبرنگار|بقلم|כתבה?|צילום וכתיבה)\\s*:|(?:^|\\s)(?:توسط|بواسطة|מאת:?))\\s+(?<who>[^|•·:,،\\d]{3,40}?)\\s*(?:[|•·,،]|$)");

  private static final int NEAR = 60;
  private static final int LONGEST_BYLINE = 120;
  private static final int LONGEST_DATE = 120;
  private static final int FARTHEST = 400;
  private static final int MOST_WORDS = 5;

  private final List<Element> elements;
  private final int title;

  private HtmlVisible(Document page) {
    elements = page.body().getAllElements();
    Element heading = page.selectFirst("h1");
    title = heading == null ? -1 : elements.indexOf(heading);
  }

  static void collect(Document page, Claims claims) {
    var visible = new HtmlVisible(page);
    visible.byline().forEach(name -> claims.author(Origin.DATE_LINE, name));
    visible.date().ifPresent(words -> claims.date(Origin.DATE_LINE, words));
    visible.lines(claims);
  }

  /** Lines near the title that say of themselves what they are, where nothing else does. */
  private void lines(Claims claims) {
    for (int i = 0; i < elements.size(); i++) {
      boolean wanted = claims.authors().isEmpty() || claims.dates().isEmpty();
      Element element = elements.get(i);
      boolean line =
          wanted
              && distance(i) < NEAR
              && !HtmlBlocks.isInline(element)
              && element.text().length() <= LONGEST_BYLINE
              && element.closest(NEIGHBOURS) == null;
      if (line) {
        line(Blanks.collapse(element.text()), claims);
      }
    }
  }

  private static void line(String words, Claims claims) {
    Matcher by = BY.matcher(words);
    if (claims.authors().isEmpty() && by.find() && person(by.group("who"))) {
      claims.author(Origin.DATE_LINE, by.group("who"));
    }
    for (String piece : words.split("\\s*[|•·]\\s*", -1)) {
      Optional<HeadLine> head = HeadLine.in(piece);
      boolean signed = HeadLine.labelled(piece) || HeadLine.names(piece);
      if (claims.authors().isEmpty() && signed) {
        head.ifPresent(
            said -> said.authors().forEach(name -> claims.author(Origin.DATE_LINE, name)));
      }
      if (claims.dates().isEmpty() && head.flatMap(HeadLine::date).isPresent()) {
        claims.date(Origin.DATE_LINE, piece);
      }
    }
  }

  /** The names in the first byline near the title. */
  private List<String> byline() {
    List<String> best = List.of();
    int nearest = Integer.MAX_VALUE;
    for (int i = 0; i < elements.size(); i++) {
      Element element = elements.get(i);
      int distance = distance(i);
      boolean candidate =
          distance < nearest
              && signs(element)
              && element.text().length() <= LONGEST_BYLINE
              && element.closest(ELSEWHERE) == null;
      if (candidate) {
        List<String> names = names(element);
        if (!names.isEmpty()) {
          best = names;
          nearest = distance;
        }
      }
    }
    return best;
  }

  private static boolean signs(Element element) {
    return WRITER.matcher(HtmlAround.marks(element)).find()
        || element.attr("rel").equals("author")
        || (element.normalName().equals("a") && ABOUT.matcher(element.attr("href")).find());
  }

  private int distance(int at) {
    if (title < 0) {
      return at;
    }
    int distance = Math.abs(at - title);
    return distance > FARTHEST ? Integer.MAX_VALUE : distance;
  }

  private static List<String> names(Element element) {
    var names = new ArrayList<String>();
    for (Element link : element.select("a[href]")) {
      String words = Blanks.collapse(link.text());
      if (person(words)) {
        names.add(words);
      }
    }
    String words = DATED.matcher(Blanks.collapse(element.text())).replaceFirst("");
    if (names.isEmpty()) {
      for (String name : Names.split(words.replaceFirst("\\s*[|•·].*$", ""))) {
        if (person(name)) {
          names.add(name);
        }
      }
    }
    return names.stream().distinct().toList();
  }

  private static boolean person(String words) {
    int count = Blanks.words(words).size();
    return count >= 2
        && count <= MOST_WORDS
        && words.codePoints().noneMatch(Character::isDigit)
        && words.indexOf('@') < 0
        && !Signposts.furniture(words)
        && words.codePoints().filter(Character::isLetter).count() > words.length() * 0.7
        && Blanks.words(words).stream()
            .allMatch(
                word -> !Character.isLowerCase(word.codePointAt(0)) || word.length() <= PARTICLE);
  }

  /** «von», «della», «bin» stand in lower case within names. */
  private static final int PARTICLE = 5;

  /** The words of the date line nearest to the title. */
  private Optional<String> date() {
    String best = "";
    String relative = "";
    int nearest = Integer.MAX_VALUE;
    for (int i = 0; i < elements.size(); i++) {
      Element element = elements.get(i);
      int distance = distance(i);
      boolean candidate =
          distance < nearest
              && (element.normalName().equals("time")
                  || DATE.matcher(HtmlAround.marks(element)).find());
      if (candidate && element.closest(ELSEWHERE) == null) {
        String words = Blanks.collapse(element.text());
        boolean dated =
            words.length() <= LONGEST_DATE && !DateLine.in(words, Origin.DATE_LINE).isEmpty();
        if (dated) {
          best = words;
          nearest = distance;
        } else if (relative.isEmpty() && RelativeDate.is(words)) {
          relative = words;
        }
      }
    }
    String found = best.isEmpty() ? relative : best;
    return found.isEmpty() ? Optional.empty() : Optional.of(found);
  }
}
