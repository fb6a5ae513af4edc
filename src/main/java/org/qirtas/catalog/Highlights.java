package org.qirtas.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/** Where the words that were looked for stand in a text, in whatever form and spelling. */
public final class Highlights {
  /**
   * A word's place.
   *
   * @param start its first UTF-16 unit
   * @param end the one after its last
   */
  public record Place(int start, int end) {}

  private final Analyzer stemmed = new FoldedAnalyzer(true);
  private final Set<String> wanted = new HashSet<>();

  /**
   * The words to look for.
   *
   * @param words the words, as typed; what is no word in them does not matter
   */
  public Highlights(String words) {
    read(words, token -> wanted.add(token.term()));
  }

  /** {@return whether there is anything to look for} */
  public boolean isEmpty() {
    return wanted.isEmpty();
  }

  /**
   * {@return where they stand, in order}
   *
   * @param text the text
   */
  public List<Place> in(String text) {
    var places = new ArrayList<Place>();
    read(
        text,
        token -> {
          var place = new Place(token.start(), token.end());
          if (wanted.contains(token.term()) && !places.contains(place)) {
            places.add(place);
          }
        });
    return places;
  }

  private record Token(String term, int start, int end) {}

  private void read(String text, Consumer<Token> each) {
    try (TokenStream tokens = stemmed.tokenStream("", text)) {
      var term = tokens.addAttribute(CharTermAttribute.class);
      var offsets = tokens.addAttribute(OffsetAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        each.accept(new Token(term.toString(), offsets.startOffset(), offsets.endOffset()));
      }
      tokens.end();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
