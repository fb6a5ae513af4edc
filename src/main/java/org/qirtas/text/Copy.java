package org.qirtas.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.qirtas.article.Direction;

/**
 * A paragraph as it is handed to the typesetter: its text in logical order, and how each stretch of
 * it is to be set.
 *
 * <p>The text has as many UTF-16 units as were given, but what cannot stand in a line of print is
 * replaced, unit by unit: white space that would end a line becomes a space, half a surrogate pair
 * and U+0000 become U+FFFD. Directions that were marked are kept as the isolates of UAX #9 (HL3);
 * those are not the writer's and are never printed.
 */
public final class Copy {
  /** Ends a line where the writer wanted it to end. */
  static final char LINE_SEPARATOR = '\u2028';

  private static final char REPLACEMENT = '\uFFFD';

  private final String text;
  private final List<Span> spans;
  private final BitSet added;
  private final List<Integer> replaced;

  private Copy(Copy other, String text) {
    if (text.length() != other.text.length()) {
      throw new IllegalArgumentException("another text must have as many units as the first");
    }
    this.text = text;
    this.spans = other.spans;
    this.added = other.added;
    this.replaced = other.replaced;
  }

  private Copy(Draft draft) {
    this.text = draft.text.toString();
    this.spans = List.copyOf(draft.spans);
    this.added = (BitSet) draft.added.clone();
    this.replaced = List.copyOf(draft.replaced);
  }

  /**
   * A stretch that is set in one manner and belongs to one part of the document.
   *
   * @param start its first unit in the text
   * @param end the unit after its last
   * @param setting how it is set
   */
  public record Span(int start, int end, Setting setting) {}

  /** {@return the text, in logical order, with the isolates} */
  public String text() {
    return text;
  }

  /**
   * {@return the same with other characters in the place of these}
   *
   * @param other as many UTF-16 units as the text has; what was added must be where it was
   */
  public Copy with(String other) {
    return other.equals(text) ? this : new Copy(this, other);
  }

  /** {@return the stretches; they follow one another and cover the text} */
  public List<Span> spans() {
    return spans;
  }

  /** {@return offsets of what could not stand in print and became U+FFFD} */
  public List<Integer> replaced() {
    return replaced;
  }

  /**
   * {@return whether the unit is an isolate that stands for a mark, not a character of the writer}
   *
   * @param at its offset
   */
  public boolean isAdded(int at) {
    return added.get(at);
  }

  /** {@return an empty draft} */
  public static Draft draft() {
    return new Draft();
  }

  /** Copy being put together. Not for use by several threads. */
  public static final class Draft {
    private final StringBuilder text = new StringBuilder();
    private final List<Span> spans = new ArrayList<>();
    private final BitSet added = new BitSet();
    private final List<Integer> replaced = new ArrayList<>();

    private Draft() {}

    /**
     * Adds text.
     *
     * @param words in logical order
     * @param setting how they are set
     * @return the span's number; empty text makes no span and gives the number of the next
     */
    public int add(String words, Setting setting) {
      int start = text.length();
      for (int i = 0; i < words.length(); i++) {
        text.append(printable(words, i));
        if (text.charAt(start + i) == REPLACEMENT && words.charAt(i) != REPLACEMENT) {
          replaced.add(start + i);
        }
      }
      if (!words.isEmpty()) {
        spans.add(new Span(start, text.length(), setting));
      }
      return spans.size() - (words.isEmpty() ? 0 : 1);
    }

    private static char printable(String words, int at) {
      char c = words.charAt(at);
      return switch (c) {
        case '\t', '\n', '\u000B', '\f', '\r', '\u001C', '\u001D', '\u001E', '\u001F', '\u0085' ->
            ' ';
        case '\u2028', '\u2029' -> ' ';
        case '\0' -> REPLACEMENT;
        default -> {
          boolean alone =
              Character.isHighSurrogate(c)
                  ? at + 1 >= words.length() || !Character.isLowSurrogate(words.charAt(at + 1))
                  : Character.isLowSurrogate(c)
                      && (at == 0 || !Character.isHighSurrogate(words.charAt(at - 1)));
          yield alone ? REPLACEMENT : c;
        }
      };
    }

    /**
     * Begins an isolate; what follows does not mix with its surroundings until {@link #rejoin}.
     *
     * @param direction its direction
     * @param setting that of the text around it
     * @return this draft
     */
    public Draft isolate(Direction direction, Setting setting) {
      return mark(direction == Direction.RIGHT_TO_LEFT ? '\u2067' : '\u2066', setting);
    }

    /**
     * Begins an isolate whose own first strong letter tells its direction.
     *
     * @param setting that of the text around it
     * @return this draft
     */
    public Draft isolate(Setting setting) {
      return mark('\u2068', setting);
    }

    /**
     * Ends the innermost isolate.
     *
     * @param setting that of the text around it
     * @return this draft
     */
    public Draft rejoin(Setting setting) {
      return mark('\u2069', setting);
    }

    /**
     * Ends the line here.
     *
     * @param setting that of the text before it
     * @return this draft
     */
    public Draft breakLine(Setting setting) {
      return mark(LINE_SEPARATOR, setting);
    }

    private Draft mark(char control, Setting setting) {
      added.set(text.length());
      spans.add(new Span(text.length(), text.length() + 1, setting));
      text.append(control);
      return this;
    }

    /** {@return the copy} */
    public Copy finish() {
      return new Copy(this);
    }
  }
}
