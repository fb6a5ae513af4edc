package org.qirtas.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qirtas.article.Article;
import org.qirtas.article.Attested;
import org.qirtas.article.Evidence;
import org.qirtas.article.Language;
import org.qirtas.measure.Length;

class HeadingLinesTest {
  private static final String ARABIC = "منارة المرجان تضيء من جديد بعد ثلاثين عاما من العتمة";
  private static final String ENGLISH = "The Paper Boats of the Valley and the Men of the Sea";

  private static List<PageItem.Line> title(String text, Language language, double width) {
    Article article =
        Article.draft(language).title(Attested.asWritten(text, Evidence.Origin.HEADING)).finish();
    return Press.lines(Press.print(Press.small(20, width), article), Element.Role.HEADING_1);
  }

  @ParameterizedTest
  @ValueSource(doubles = {160, 220, 250, 280, 310, 340, 370})
  void noLineOfATitleEndsInAWordThatLeadsTheNext(double width) {
    for (String text : List.of(ARABIC, ENGLISH)) {
      var language = text.equals(ARABIC) ? Language.ARABIC : Language.ENGLISH;
      List<PageItem.Line> lines = title(text, language, width);
      assertEquals(text, Press.text(lines).strip());
      for (PageItem.Line line : lines.subList(0, lines.size() - 1)) {
        String words = Press.text(line).strip();
        assertFalse(words.matches(".* (من|بعد|of|the|and)"), width + ": " + words);
      }
      Length measure = Press.small(20, width).page().columnWidth();
      for (PageItem.Line line : lines) {
        assertTrue(
            !Press.right(line).minus(Press.left(line)).exceeds(measure.plus(Length.points(8))));
      }
    }
  }
}
