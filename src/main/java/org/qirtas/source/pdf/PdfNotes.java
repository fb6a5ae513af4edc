package org.qirtas.source.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.qirtas.article.Block;
import org.qirtas.article.Flow;
import org.qirtas.article.Inline;

/**
 * Takes the notes out of a PDF's lines: what is set in smaller type and begins with a number that
 * stands raised in the lines of its page, or of one before. The raised number becomes the reference
 * to it.
 */
final class PdfNotes {
  private static final double SMALLER = 0.93;
  private static final double SAME_SIZE = 0.06;
  private static final int MOST = 4000;

  /** Stands for a reference in a line until its paragraph is put together; for private use. */
  private static final int FIRST = 0xF0000;

  private static final Pattern REFERENCE = Pattern.compile("(?<=\\S)[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}");
  private static final Pattern OPENS =
      Pattern.compile(
          "^\\s*(?:([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})|([0-9٠-٩۰-۹]{1,3}))[.)\\-]?\\s*(?=\\p{L}|[«\"(])");

  private final double body;
  private final List<List<PdfText.Line>> pages = new ArrayList<>();
  private final List<Block> notes = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private final Set<String> taken = new TreeSet<>();

  /** A note on a page: the number that it begins with, and which of the page's lines are its. */
  private record Found(int number, List<Integer> lines, String text) {}

  /**
   * Looks at a document.
   *
   * @param drawn the lines of each page, running heads aside
   * @param body the size that most of it is set in
   */
  PdfNotes(List<List<PdfText.Line>> drawn, double body) {
    this.body = body;
    Set<Integer> open = new TreeSet<>();
    for (List<PdfText.Line> page : drawn) {
      page.forEach(line -> open.addAll(references(line.text())));
      List<Found> found = found(page, open);
      found.forEach(note -> open.remove(note.number()));
      pages.add(without(page, found));
    }
  }

  /** The lines of all pages without the notes; references are characters for private use. */
  List<PdfText.Line> lines() {
    return pages.stream().flatMap(List::stream).toList();
  }

  /** The notes, in order. */
  List<Block> notes() {
    return notes;
  }

  /** What a paragraph's letters are with its references. */
  List<Inline> content(String text) {
    var content = new ArrayList<Inline>();
    int from = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      int end = i + Character.charCount(c);
      if (c >= FIRST && c < FIRST + names.size()) {
        if (i > from) {
          content.add(new Inline.Text(text.substring(from, i)));
        }
        content.add(new Inline.NoteReference(names.get(c - FIRST)));
        from = end;
      }
      i = end;
    }
    if (from < text.length() || content.isEmpty()) {
      content.add(new Inline.Text(text.substring(from)));
    }
    return content;
  }

  private static Set<Integer> references(String text) {
    var references = new TreeSet<Integer>();
    REFERENCE.matcher(text).results().forEach(number -> references.add(number(number.group())));
    return references;
  }

  private static int number(String digits) {
    int number = 0;
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      number = 10 * number + (PdfRows.isRaised(c) ? PdfRows.value(c) : Character.digit(c, 10));
    }
    return number;
  }

  private List<Found> found(List<PdfText.Line> page, Set<Integer> open) {
    var found = new ArrayList<Found>();
    for (int i = 0; i < page.size(); i++) {
      Optional<Integer> number = opens(page.get(i)).filter(open::contains);
      if (number.isPresent() && names.size() + found.size() < MOST) {
        var lines = new ArrayList<Integer>(List.of(i));
        while (i + 1 < page.size() && goesOn(page.get(i), page.get(i + 1))) {
          i++;
          lines.add(i);
        }
        var text = new StringBuilder();
        lines.forEach(line -> PdfText.join(text, page.get(line).text()));
        found.add(new Found(number.get(), lines, OPENS.matcher(text).replaceFirst("").strip()));
      }
    }
    return found;
  }

  private Optional<Integer> opens(PdfText.Line line) {
    Matcher opening = OPENS.matcher(line.text());
    return line.place().size() <= SMALLER * body && opening.find()
        ? Optional.of(number(opening.group(1) == null ? opening.group(2) : opening.group(1)))
        : Optional.empty();
  }

  private boolean goesOn(PdfText.Line last, PdfText.Line line) {
    double size = last.place().size();
    return Math.abs(line.place().size() - size) <= SAME_SIZE * size
        && line.place().y() > last.place().y()
        && opens(line).isEmpty();
  }

  private List<PdfText.Line> without(List<PdfText.Line> page, List<Found> found) {
    var lines = new ArrayList<PdfText.Line>();
    for (int i = 0; i < page.size(); i++) {
      int at = i;
      if (found.stream().noneMatch(note -> note.lines().contains(at))) {
        lines.add(page.get(i));
      }
    }
    for (Found note : found) {
      refer(note, lines);
    }
    return lines;
  }

  /** Puts a reference in the place of the raised number: on the note's page, or the last before. */
  private void refer(Found note, List<PdfText.Line> page) {
    String name = String.valueOf(note.number());
    for (int again = 2; !taken.add(name); again++) {
      name = note.number() + "-" + again;
    }
    String reference = Character.toString(FIRST + names.size());
    names.add(name);
    notes.add(new Block.Footnote(name, List.of(Block.Paragraph.of(note.text())), Flow.UNMARKED));
    if (!refer(note.number(), reference, page)) {
      for (int i = pages.size() - 1; i >= 0 && !refer(note.number(), reference, pages.get(i)); ) {
        i--;
      }
    }
  }

  private static boolean refer(int number, String reference, List<PdfText.Line> lines) {
    for (int i = 0; i < lines.size(); i++) {
      PdfText.Line line = lines.get(i);
      Matcher raised = REFERENCE.matcher(line.text());
      while (raised.find()) {
        if (number(raised.group()) == number) {
          String text =
              line.text().substring(0, raised.start())
                  + reference
                  + line.text().substring(raised.end());
          lines.set(i, new PdfText.Line(text, line.opens(), line.place()));
          return true;
        }
      }
    }
    return false;
  }
}
