package org.qirtas.text;

import com.ibm.icu.lang.UCharacter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.qirtas.article.Direction;
import org.qirtas.article.Language;
import org.qirtas.font.FontShelf;
import org.qirtas.measure.Length;

/** The shelf as it stands, a shaper, and what tests ask of lines. */
final class Workshop implements AutoCloseable {
  static final FontShelf SHELF = FontShelf.open(Path.of("fonts"));
  static final Length SIZE = Length.points(12);
  static final Setting AMIRI = Setting.of("Amiri", SIZE, Language.ARABIC);

  private final FontChoice fonts = new FontChoice(SHELF);
  private final Shaper shaper;

  Workshop(Shaper shaper) {
    this.shaper = shaper;
  }

  Workshop() {
    this(new Shaper());
  }

  static Copy copy(String text, Setting setting) {
    Copy.Draft draft = Copy.draft();
    draft.add(text, setting);
    return draft.finish();
  }

  ShapedParagraph shape(Copy copy, Direction base) {
    return ShapedParagraph.shape(copy, base, fonts, shaper);
  }

  ShapedParagraph shape(String text) {
    return shape(copy(text, AMIRI), Direction.RIGHT_TO_LEFT);
  }

  /** The offsets of a line's characters from left to right, as its runs have them. */
  static List<Integer> visualOrder(List<GlyphRun> line) {
    var order = new ArrayList<Integer>();
    for (GlyphRun run : line) {
      var offsets = new ArrayList<Integer>();
      for (int at = 0; at < run.text().length(); ) {
        offsets.add(run.start() + at);
        at += Character.charCount(run.text().codePointAt(at));
      }
      order.addAll(run.direction() == Direction.RIGHT_TO_LEFT ? offsets.reversed() : offsets);
    }
    return order;
  }

  /** A line as a reader sees it, from left to right: brackets mirrored (L4). */
  static String seen(List<GlyphRun> line) {
    var seen = new StringBuilder();
    for (GlyphRun run : line) {
      boolean fromRight = run.direction() == Direction.RIGHT_TO_LEFT;
      var part = new StringBuilder();
      run.text()
          .codePoints()
          .map(c -> fromRight ? UCharacter.getMirror(c) : c)
          .forEach(part::appendCodePoint);
      seen.append(fromRight ? part.reverse() : part);
    }
    return seen.toString();
  }

  /** Whether each of the writer's characters is in exactly one run of one line. */
  static boolean holdsAll(ShapedParagraph paragraph, int[] ends) {
    Copy copy = paragraph.copy();
    var seen = new BitSet();
    int start = 0;
    for (int end : ends) {
      for (GlyphRun run : paragraph.line(start, end)) {
        boolean same = copy.text().startsWith(run.text(), run.start());
        if (!same
            || run.start() < start
            || run.end() > end
            || !seen.get(run.start(), run.end()).isEmpty()) {
          return false;
        }
        seen.set(run.start(), run.end());
      }
      start = end;
    }
    for (int at = 0; at < copy.text().length(); at++) {
      if (seen.get(at) == copy.isAdded(at)) {
        return false;
      }
    }
    return start == copy.text().length();
  }

  @Override
  public void close() {
    shaper.close();
  }
}
