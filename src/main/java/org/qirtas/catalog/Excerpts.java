package org.qirtas.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.lucene.search.uhighlight.LengthGoalBreakIterator;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;

/** The places of a text where what was looked for stands, with some words around each. */
public final class Excerpts {
  /**
   * Some words of a text, on one line.
   *
   * @param text the words
   * @param hits where in them stands what was looked for, in order
   * @param begins whether the text begins with them
   * @param ends whether the text ends with them
   */
  public record Excerpt(String text, List<Highlights.Place> hits, boolean begins, boolean ends) {
    /** Takes a copy. */
    public Excerpt {
      hits = List.copyOf(hits);
    }
  }

  /** As many letters as stand on a line of a terminal, beside what is put around them. */
  private static final int LETTERS = 72;

  private static final float HIT_IN_THE_MIDDLE = 0.5f;
  private static final int LONGEST_TEXT = 1_000_000;

  private final org.apache.lucene.search.Query query;
  private final UnifiedHighlighter highlighter;

  /**
   * Excerpts for a query.
   *
   * @param query what was looked for; conditions on anything but words do not matter
   */
  public Excerpts(Query query) {
    this.query = new Translation().of(query);
    this.highlighter =
        UnifiedHighlighter.builderWithoutSearcher(IndexSettings.analyzer())
            .withFormatter(new Cutting())
            .withBreakIterator(() ->
                LengthGoalBreakIterator.createClosestToLength(
                    BreakIterator.getWordInstance(Locale.ROOT), LETTERS, HIT_IN_THE_MIDDLE))
            .withPassageSortComparator(Comparator.comparingInt(Passage::getStartOffset))
            .withMaxNoHighlightPassages(0)
            .withMaxLength(LONGEST_TEXT)
            .build();
  }

  /**
   * {@return the best excerpts, in the order of the text; none where nothing of it stands there}
   *
   * @param text the text
   * @param most at most so many
   */
  public List<Excerpt> of(String text, int most) {
    return Stream.of(Entry.WORDS, Entry.PHRASES)
        .map(field -> cut(field, text, most))
        .filter(some -> !some.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  @SuppressWarnings("unchecked") // the highlighter hands on what its formatter gives
  private List<Excerpt> cut(String field, String text, int most) {
    try {
      Object cut = highlighter.highlightWithoutSearcher(field, query, text, most);
      return cut == null ? List.of() : (List<Excerpt>) cut;
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static final class Cutting extends PassageFormatter {
    @Override
    public List<Excerpt> format(Passage[] passages, String content) {
      return Stream.of(passages).map(passage -> excerpt(passage, content)).toList();
    }

    private static Excerpt excerpt(Passage passage, String content) {
      int start = passage.getStartOffset();
      int end = passage.getEndOffset();
      while (start < end && Character.isWhitespace(content.charAt(start))) {
        start++;
      }
      while (start < end && Character.isWhitespace(content.charAt(end - 1))) {
        end--;
      }
      var hits = new ArrayList<Highlights.Place>();
      for (int i = 0; i < passage.getNumMatches(); i++) {
        var hit =
            new Highlights.Place(
                passage.getMatchStarts()[i] - start,
                Math.min(end, passage.getMatchEnds()[i]) - start);
        // A word of two spellings is found twice in its place.
        if (!hits.contains(hit)) {
          hits.add(hit);
        }
      }
      String line = content.substring(start, end).replaceAll("\\s", " ");
      return new Excerpt(line, hits, start == 0, end == content.length());
    }
  }
}
