package org.qirtas.source;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.qirtas.article.Block;
import org.qirtas.article.Flow;

/** The plain text of a mail: lines that were wrapped in sending, and words of others (RFC 3676). */
final class MailText {
  /** Not of «From» at a line's beginning, which mailboxes put a sign before, too (RFC 4155). */
  private static final Pattern QUOTED = Pattern.compile("^>(?!>*From )[ \\u00A0]?");

  private static final Pattern GUARDED = Pattern.compile("^>(>*From )");
  private static final int DEEPEST = 8;

  private MailText() {}

  /** The text as blocks; what is quoted, line by line behind a sign, is a quotation. */
  static List<Block> blocks(String text) {
    return blocks(TextReader.lines(text), 0);
  }

  private static List<Block> blocks(List<String> lines, int depth) {
    var blocks = new ArrayList<Block>();
    int from = 0;
    while (from < lines.size()) {
      boolean quoted = quoted(lines.get(from), depth);
      int to = from;
      while (to < lines.size() && quoted(lines.get(to), depth) == quoted) {
        to++;
      }
      List<String> run = lines.subList(from, to);
      if (quoted) {
        List<Block> inner =
            blocks(
                run.stream().map(line -> QUOTED.matcher(line).replaceFirst("")).toList(),
                depth + 1);
        if (!inner.isEmpty()) {
          blocks.add(new Block.Quotation(inner, Flow.UNMARKED));
        }
      } else {
        blocks.addAll(TextReader.read(unwrapped(run)).blocks());
      }
      from = to;
    }
    return blocks;
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
