package org.qirtas.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.qirtas.article.Block;
import org.qirtas.article.Evidence.Origin;
import org.qirtas.article.Flow;
import org.qirtas.article.Inline;
import org.qirtas.source.letters.Blanks;
import org.qirtas.source.letters.Folded;
import org.qirtas.source.letters.Utf8Lines;

/**
 * Turns plain text into blocks: a line is a paragraph; {@code # } begins the title, further ones
 * headings; runs of list points, of {@code |} rows and of lines in two halves are a list, a table
 * and a poem.
 */
final class TextReader {
  private static final Pattern HEADING = Pattern.compile("^(#{1,6})\\s+(\\S.*)$");
  private static final Pattern TITLE =
      Pattern.compile(
          "^(?:العنوان|عنوان|title|headline|headline)\\s*:\\s*(\\S.*)$", Pattern.CASE_INSENSITIVE);
  private static final Pattern POINT = Pattern.compile("^\\s*[-*•◦]\\s+(\\S.*)$");
  private static final Pattern COUNTED =
      Pattern.compile("^\\s*([0-9٠-٩۰-۹]{1,3})\\s*[.)\\-]\\s+(\\S.*)$");
  private static final Pattern HALVES =
      Pattern.compile(
          "\\s+(?:\\*{2,3}|\\.{3,}|…|…{2,}|۝|//)\\s+|\\s*\\t+\\s*|(?<=\\S) {3,}(?=\\S)");
  private static final Pattern RULE_CELL = Pattern.compile("\\s*:?-{2,}:?\\s*");

  private TextReader() {}

  /** All that stands in the text, with what its own marks say. */
  static Matter read(String text) {
    var claims = new Claims();
    var blocks = new ArrayList<Block>();
    List<String> lines = Blanks.lines(text);
    boolean titled = false;
    int i = 0;
    while (i < lines.size()) {
      String line = Blanks.trim(lines.get(i));
      Matcher heading = HEADING.matcher(line);
      Matcher labelled = TITLE.matcher(line);
      if (line.isEmpty()) {
        i++;
      } else if (heading.matches()) {
        if (titled || heading.group(1).length() > 1) {
          blocks.add(heading(heading.group(1).length(), heading.group(2)));
        } else {
          claims.title(Origin.HEADING, heading.group(2));
          titled = true;
        }
        i++;
      } else if (!titled && blocks.isEmpty() && labelled.matches()) {
        claims.title(Origin.HEADING, labelled.group(1));
        titled = true;
        i++;
      } else {
        i = block(lines, i, blocks);
      }
    }
    return Matter.of(blocks, claims);
  }

  /** Every line as it is written: nothing recognised but the marks of title and headings. */
  static Matter manuscript(String text) {
    var manuscript = new Manuscript();
    Blanks.lines(text).forEach(manuscript);
    return manuscript.finish();
  }

  /** The same, line by line. */
  static final class Manuscript implements Utf8Lines.Gathering<Matter> {
    private final Claims claims = new Claims();
    private final List<Block> blocks = new ArrayList<>();

    @Override
    public void accept(String raw) {
      String line = Blanks.trim(raw);
      if (line.startsWith("# ") && claims.titles().isEmpty() && blocks.isEmpty()) {
        claims.title(Origin.HEADING, line.substring(2));
      } else if (line.startsWith("# ")) {
        blocks.add(heading(1, Blanks.trim(line.substring(2))));
      } else if (!line.isEmpty()) {
        blocks.add(Block.Paragraph.of(line));
      }
    }

    @Override
    public Matter finish() {
      return Matter.of(blocks, claims);
    }
  }

  private static Block heading(int marks, String words) {
    return new Block.Heading(Math.max(2, marks), text(words), Flow.UNMARKED);
  }

  /** Adds the block that begins at a line, and says where the next one may begin. */
  private static int block(List<String> lines, int at, List<Block> blocks) {
    int end = run(lines, at, TextReader::isRow);
    if (end - at >= 2) {
      blocks.add(table(lines.subList(at, end)));
      return end;
    }
    end = run(lines, at, line -> COUNTED.matcher(line).matches());
    if (end - at >= 2 && counts(lines.subList(at, end))) {
      blocks.add(list(true, lines.subList(at, end), COUNTED, 2));
      return end;
    }
    end = run(lines, at, line -> POINT.matcher(line).matches());
    if (end - at >= 2) {
      blocks.add(list(false, lines.subList(at, end), POINT, 1));
      return end;
    }
    end = run(lines, at, line -> halves(line).isPresent());
    if (end > at) {
      blocks.add(verse(lines.subList(at, end)));
      return end;
    }
    blocks.add(Block.Paragraph.of(Blanks.trim(lines.get(at))));
    return at + 1;
  }

  private static int run(List<String> lines, int at, java.util.function.Predicate<String> form) {
    int end = at;
    int next = at;
    while (next < lines.size()) {
      if (form.test(lines.get(next))) {
        next++;
        end = next;
      } else if (end > at && Blanks.blank(lines.get(next)) && next == end) {
        // One empty line between points or verses does not end the run.
        next++;
      } else {
        break;
      }
    }
    return end;
  }

  private static boolean counts(List<String> lines) {
    int expected = -1;
    for (String line : lines) {
      Matcher matcher = COUNTED.matcher(line);
      if (matcher.matches()) {
        int number = Integer.parseInt(Folded.fold(matcher.group(1)));
        if (expected >= 0 && number != expected) {
          return false;
        }
        expected = number + 1;
      }
    }
    return true;
  }

  private static Block list(boolean ordered, List<String> lines, Pattern form, int group) {
    var items = new ArrayList<List<Block>>();
    for (String line : lines) {
      Matcher matcher = form.matcher(line);
      if (matcher.matches()) {
        items.add(List.of(Block.Paragraph.of(Blanks.trim(matcher.group(group)))));
      }
    }
    return new Block.ItemList(ordered, items, Flow.UNMARKED);
  }

  private static boolean isRow(String line) {
    String trimmed = Blanks.trim(line);
    int inner = trimmed.indexOf('|', 1);
    return inner > 0 && (trimmed.startsWith("|") || inner < trimmed.length() - 1);
  }

  private static Block table(List<String> lines) {
    var rows = new ArrayList<List<String>>();
    boolean headed = false;
    for (String line : lines) {
      String trimmed = Blanks.trim(line);
      if (trimmed.isEmpty()) {
        continue;
      }
      String inner = trimmed.replaceAll("^\\||\\|$", "");
      List<String> cells = List.of(inner.split("\\|", -1));
      if (cells.stream().allMatch(cell -> RULE_CELL.matcher(cell).matches())) {
        headed |= rows.size() == 1;
      } else {
        rows.add(cells);
      }
    }
    var built = new ArrayList<Block.Row>();
    for (List<String> row : rows) {
      boolean head = headed && built.isEmpty();
      built.add(
          new Block.Row(
              row.stream()
                  .map(Blanks::trim)
                  .map(cell ->
                      new Block.Cell(
                          head,
                          1,
                          1,
                          cell.isEmpty() ? List.of() : List.of(Block.Paragraph.of(cell))))
                  .toList()));
    }
    return new Block.Table(List.of(), built, Flow.UNMARKED);
  }

  /**
   * A verse's two hemistichs: short, about as long as each other, and parted as poets part them.
   */
  private static Optional<List<String>> halves(String raw) {
    String line = Blanks.trim(raw);
    String[] parts = HALVES.split(line, -1);
    if (parts.length != 2 || parts[0].isBlank() || parts[1].isBlank()) {
      return Optional.empty();
    }
    int longer = Math.max(parts[0].length(), parts[1].length());
    int shorter = Math.min(parts[0].length(), parts[1].length());
    boolean even =
        longer <= 90 && shorter >= 6 && longer <= shorter * 2.2 && parts[0].contains(" ");
    boolean prose = line.chars().filter(Character::isDigit).count() > 4;
    return even && !prose
        ? Optional.of(List.of(Blanks.trim(parts[0]), Blanks.trim(parts[1])))
        : Optional.empty();
  }

  private static Block verse(List<String> lines) {
    var verses = new ArrayList<List<List<Inline>>>();
    for (String line : lines) {
      halves(line).ifPresent(halves -> verses.add(halves.stream().map(TextReader::text).toList()));
    }
    return new Block.Verse(verses, Flow.UNMARKED);
  }

  private static List<Inline> text(String words) {
    return List.of(new Inline.Text(words));
  }
}
