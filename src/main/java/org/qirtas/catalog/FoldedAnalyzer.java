package org.qirtas.catalog;

import java.io.IOException;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicStemFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** Parts text into words (UAX #29) and folds them; with or without light Arabic stemming. */
final class FoldedAnalyzer extends Analyzer {
  private final boolean stemming;

  FoldedAnalyzer(boolean stemming) {
    this.stemming = stemming;
  }

  @Override
  protected TokenStreamComponents createComponents(String fieldName) {
    var words = new StandardTokenizer();
    TokenStream folded = new FoldingFilter(words);
    return new TokenStreamComponents(words, stemming ? new ArabicStemFilter(folded) : folded);
  }

  /** Gives each word folded, and at the same place its other fold where that differs. */
  private static final class FoldingFilter extends TokenFilter {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private String other = "";
    private State state = captureState();

    FoldingFilter(TokenStream words) {
      super(words);
    }

    @Override
    public boolean incrementToken() throws IOException {
      if (!other.isEmpty()) {
        restoreState(state);
        term.setEmpty().append(other);
        step.setPositionIncrement(0);
        other = "";
        return true;
      }
      int skipped = 0;
      while (input.incrementToken()) {
        String word = term.toString();
        String folded = Folding.fold(word);
        if (!folded.isEmpty()) {
          step.setPositionIncrement(step.getPositionIncrement() + skipped);
          String keeping = Folding.hasAChoice(word) ? Folding.foldKeepingHamza(word) : folded;
          if (!keeping.equals(folded)) {
            other = keeping;
            state = captureState();
          }
          term.setEmpty().append(folded);
          return true;
        }
        // A word of nothing but marks or tatweels leaves its place empty.
        skipped += step.getPositionIncrement();
      }
      return false;
    }

    @Override
    public void reset() throws IOException {
      super.reset();
      other = "";
    }
  }
}
