package org.qirtas.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.qirtas.Fault;
import org.qirtas.QirtasException;

/** Pages as somebody types them: {@code 1-4,7,12-}. */
final class PageRanges {
  private static final Pattern RANGE = Pattern.compile("(\\d{1,6})?(?:(-)(\\d{1,6})?)?");

  private PageRanges() {}

  /**
   * {@return the numbers of the pages that are meant and are there, ascending}
   *
   * @param typed the ranges
   * @param count how many pages there are
   * @throws QirtasException {@code USAGE} where these are no ranges, or none of them is there
   */
  static List<Integer> pages(String typed, int count) {
    var pages = new TreeSet<Integer>();
    for (String range : typed.strip().split("[,،]", -1)) {
      Matcher form = RANGE.matcher(range.strip());
      if (range.isBlank() || range.strip().equals("-") || !form.matches()) {
        throw new QirtasException(Fault.USAGE, "proof.pages", typed);
      }
      int first = form.group(1) == null ? 1 : Integer.parseInt(form.group(1));
      int last =
          form.group(2) == null
              ? first
              : form.group(3) == null ? count : Integer.parseInt(form.group(3));
      if (first < 1 || (last < first && first <= count)) {
        throw new QirtasException(Fault.USAGE, "proof.pages", typed);
      }
      IntStream.rangeClosed(first, Math.min(last, count)).forEach(pages::add);
    }
    if (pages.isEmpty()) {
      throw new QirtasException(Fault.USAGE, "proof.pages.none", typed, count);
    }
    return new ArrayList<>(pages);
  }
}
