package org.qirtas.source;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.qirtas.article.Block;
import org.qirtas.article.Flow;
import org.qirtas.source.letters.Blanks;

/** The plain text of a mail: lines that were wrapped in sending, and words of others (RFC 3676). */
final class MailText {
  /** Not of «From» at a line's beginning, which mailboxes put a sign before, too (RFC 4155). */
  private static final Pattern QUOTED = Pattern.compile("^>(?!>*From )[ \\u00A0]?");

  private static final Pattern GUARDED = Pattern.compile("^>(>*From )");

  /**
   * The line that parts a signature from the text (RFC 3676, 4.3), some programs' without its
   * blank.
   */
  private static final Pattern SIGNATURE = Pattern.compile("--[ \\u00A0]?");

  /** What programs put before the subject of what is answered or handed on. */
  private static final Pattern ANSWERED =
      Pattern.compile(
          "(?iu)^(?:(?:re|fwd?|aw|wg|tr|rv|رد|ردا|رد على|تحويل|إعادة توجيه|توجيه|پاسخ)\\s*:\\s*)+");

  /** In lines. */
  private static final int MOST_ATTRIBUTION = 3;

  private static final int DEEPEST = 8;

  private MailText() {}

  /** A mail's own text, without the signature that its program put below. */
  static String unsigned(String text) {
    return parted(text).getFirst();
  }

  /** The lines of the signatures in it. */
  static List<String> signatures(String text) {
    return parted(text).stream()
        .skip(1)
        .flatMap(part -> Blanks.lines(part).stream())
        .map(Blanks::trim)
        .filter(line -> !line.isEmpty())
        .toList();
  }

  /** The text and the signature, which ends where the words of others begin. */
  private static List<String> parted(String text) {
    var own = new StringBuilder();
    var signature = new StringBuilder();
    boolean signing = false;
    for (String line : Blanks.lines(text)) {
      signing = !QUOTED.matcher(line).find() && (signing || SIGNATURE.matcher(line).matches());
      boolean mark = SIGNATURE.matcher(line).matches();
      (signing ? signature : own).append(mark ? "" : line).append('\n');
    }
    // A rule of two dashes above the whole text signs nothing.
    return Blanks.blank(own.toString())
        ? List.of(text)
        : List.of(own.toString(), signature.toString());
  }

  /** A subject without what programs put before it. */
  static String subject(String words) {
    return ANSWERED.matcher(words).replaceFirst("");
  }

  /** The text as blocks; what is quoted, line by line behind a sign, is a quotation. */
  static List<Block> blocks(String text) {
    return blocks(Blanks.lines(text), 0);
  }

  private static List<Block> blocks(List<String> lines, int depth) {
    var blocks = new ArrayList<Block>();
    List<Block> attribution = List.of();
    int from = 0;
    while (from < lines.size()) {
      boolean quoted = quoted(lines.get(from), depth);
      int to = from;
      while (to < lines.size() && quoted(lines.get(to), depth) == quoted) {
        to++;
      }
      List<String> run = lines.subList(from, to);
      if (quoted) {
        var inner = new ArrayList<Block>(attribution);
        inner.addAll(
            blocks(
                run.stream().map(line -> QUOTED.matcher(line).replaceFirst("")).toList(),
                depth + 1));
        attribution = List.of();
        if (!inner.isEmpty()) {
          blocks.add(new Block.Quotation(inner, Flow.UNMARKED));
        }
      } else {
        int own = to < lines.size() ? own(run) : run.size();
        attribution = TextReader.read(unwrapped(run.subList(own, run.size()))).blocks();
        blocks.addAll(TextReader.read(unwrapped(run.subList(0, own))).blocks());
      }
      from = to;
    }
    return blocks;
  }

  /**
   * How many of the lines before a quotation do not say whose words it is: «On Monday … wrote:».
   */
  private static int own(List<String> lines) {
    int end = lines.size();
    while (end > 0 && Blanks.blank(lines.get(end - 1))) {
      end--;
    }
    int start = end;
    while (start > 0 && !Blanks.blank(lines.get(start - 1))) {
      start--;
    }
    boolean says = end > 0 && Blanks.trim(lines.get(end - 1)).endsWith(":");
    return says && end - start <= MOST_ATTRIBUTION ? start : lines.size();
  }

  private static boolean quoted(String line, int depth) {
    Matcher sign = QUOTED.matcher(line);
    return depth < DEEPEST && sign.find();
  }

  /** Mail wraps its lines at about 76 letters: a line near that goes on in the next one. */
  private static String unwrapped(List<String> lines) {
    var joined = new StringBuilder();
    String last = "";
    for (String written : lines) {
      String line = GUARDED.matcher(written).replaceFirst("$1");
      boolean full = last.endsWith(" ") || (last.length() >= 60 && last.length() <= 80);
      boolean flowed = full && !line.isBlank() && !last.isBlank();
      if (!joined.isEmpty()) {
        joined.append(flowed ? last.endsWith(" ") ? "" : " " : "\n");
      }
      joined.append(line);
      last = line;
    }
    return joined.toString();
  }
}
