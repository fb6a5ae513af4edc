package org.qirtas.source.head;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.qirtas.article.Honorifics;
import org.qirtas.source.letters.Blanks;

/** Tells several people's names in one line apart. */
public final class Names {
  private static final Pattern BETWEEN =
      Pattern.compile(
          "\\s*[،,؛;|/]\\s*|\\s+(?:و|and|&|et|und|og|och|ve|اور)\\s+", Pattern.CASE_INSENSITIVE);

  /** «Corina Gall (cog.)»: the mark that a writer signs short pieces with. */
  private static final Pattern SHORT_MARK = Pattern.compile("\\s*\\(\\p{Ll}{2,5}\\.?\\)$");

  /** «نوال السعدي *»: the mark of a note that says who she is. */
  private static final Pattern NOTE_MARK = Pattern.compile("\\s*[*†]+$");

  /** Whose picture it is, not whose text. */
  private static final Pattern CREDIT =
      Pattern.compile(
          "^\\(|\\)$|^(?:image|photo|foto|bild|picture|video)s?\\s*:|^(?:تصوير|عدسة|فيديو|رسوم|صور|عکس)\\s*[:/]",
          Pattern.CASE_INSENSITIVE);

  /** What he is at the paper: «Special Correspondent», «BBC News». */
  private static final Pattern OFFICE =
      Pattern.compile(
          "(?:\\p{L}+ ){0,3}(?:correspondent|editor|reporter|columnist)(?: in \\p{L}+)?|(?:BBC|CNN|Sky) \\p{L}+",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern BY =
      Pattern.compile(
          "^(?:by|par|von|text by|words by|(?:written|posted|submitted|published) by|بقلم|كتب|كتبت|كتبه|كتبها|إعداد|اعداد|بواسطة|(?:مرسلة|نشرت?|نشره|كتبت?|أضيفت?) بواسطة|نشره|نشرته|نویسنده|نوشته)\\s*[:/]?\\s+",
          Pattern.CASE_INSENSITIVE);

  /** First names whose own first letter is a waw: there it does not mean "and". */
  private static final Set<String> WITH_WAW =
      Set.of(
          "وائل", "وليد", "وسام", "وسيم", "وفاء", "وجدي", "وديع", "وهيب", "وحيد", "ولاء", "وردة",
          "وصفي", "ونيس", "وداد", "وضاح", "وجيه", "وفيق", "وهبة", "وهبي", "وعد", "واصف", "والي",
          "ولد", "وارد", "وداعة", "وشاح", "ورد", "وجدان", "وصال", "وطفة", "وديعة", "ونس", "وكيل",
          "والد", "وزير");

  private static final Pattern LAST_FIRST = Pattern.compile("^([^,،;؛]+?)\\s*[,،]\\s*([^,،;؛]+)$");

  /** Of one name with its titles. */
  private static final int MOST_WORDS = 7;

  private Names() {}

  /**
   * {@return each of the names in a line, in order}
   *
   * @param line the names
   */
  public static List<String> split(String line) {
    var names = new ArrayList<String>();
    String bare = BY.matcher(Blanks.collapse(line)).replaceFirst("");
    // «بقلم الدكتور: طارق الحبيب»: the colon stands behind the title of honour.
    String joined = bare.replaceFirst("^(\\S{2,12})\\s*:\\s+", "$1 ");
    for (String part : BETWEEN.split(Honorifics.leads(joined) ? joined : bare, -1)) {
      // «Name, Professor für … an der Universität …»: what he is, not another one.
      boolean calling = !names.isEmpty() && Blanks.words(part).size() > MOST_WORDS;
      names.addAll(calling ? List.of() : atJoinedWaw(part));
    }
    return names.stream()
        .map(name -> NOTE_MARK.matcher(name).replaceFirst(""))
        .map(name -> Blanks.trim(SHORT_MARK.matcher(name).replaceFirst("")))
        .filter(name -> !name.isEmpty() && !CREDIT.matcher(name).find())
        .filter(name -> !office(name))
        .toList();
  }

  /**
   * {@return a name as it is spoken, where an index has it as «Last, First»}
   *
   * @param name one name
   */
  public static String lastNameLast(String name) {
    return LAST_FIRST.matcher(name).replaceFirst("$2 $1");
  }

  /** Whether words say what somebody is at a paper, and not who. */
  static boolean office(String words) {
    return OFFICE.matcher(words).matches();
  }

  /** «محمد علي وأحمد حسن»: a waw joined to a name, two words or more on either side. */
  private static List<String> atJoinedWaw(String names) {
    List<String> words = Blanks.words(names);
    for (int i = 1; i < words.size(); i++) {
      String rest = String.join(" ", words.subList(i, words.size()));
      boolean joined = rest.startsWith("و") && Agencies.known(rest.substring(1));
      boolean article = i == 1 && words.getFirst().equalsIgnoreCase("the");
      if (!article && (joined || Agencies.known(rest))) {
        return List.of(String.join(" ", words.subList(0, i)), joined ? rest.substring(1) : rest);
      }
    }
    for (int i = 2; i + 1 < words.size(); i++) {
      String word = words.get(i);
      if (word.startsWith("و") && word.length() > 3 && !WITH_WAW.contains(word)) {
        String left = String.join(" ", words.subList(0, i));
        String right =
            word.substring(1) + " " + String.join(" ", words.subList(i + 1, words.size()));
        var all = new ArrayList<String>(List.of(left));
        all.addAll(atJoinedWaw(right));
        return all;
      }
    }
    return List.of(names);
  }
}
