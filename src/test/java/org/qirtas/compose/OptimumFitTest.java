package org.qirtas.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.qirtas.article.Direction;
import org.qirtas.article.Language;
import org.qirtas.font.FontShelf;
import org.qirtas.measure.Length;
import org.qirtas.profile.Justification;
import org.qirtas.text.Copy;
import org.qirtas.text.FontChoice;
import org.qirtas.text.Setting;
import org.qirtas.text.ShapedParagraph;
import org.qirtas.text.Shaper;

class OptimumFitTest {
  private static final FontChoice FONTS = new FontChoice(FontShelf.open(Path.of("fonts")));
  private static final Length SIZE = Length.points(12);
  private static final String[] WORDS = {
    "قال", "إن", "المدينة", "و", "السياسية", "في", "مساء", "الاستراتيجية", "كتاب", "عن",
    "وزارة", "لا", "extraordinary", "PDF", "الخارجية", "من", "دار", "على", "مسؤولون", "أمس"
  };

  private static Breakable breakable(String text, Shaper shaper) {
    Copy.Draft draft = Copy.draft();
    draft.add(text, Setting.of("Amiri", SIZE, new Language(text.contains("extra") ? "en" : "ar")));
    ShapedParagraph paragraph =
        ShapedParagraph.shape(draft.finish(), Direction.RIGHT_TO_LEFT, FONTS, shaper);
    return new Breakable(
        paragraph,
        Language.ARABIC,
        new Breakable.Manner(Justification.BOOK, SIZE, true, false, Map.of()));
  }

  private static String paragraph(Random random) {
    var text = new StringBuilder();
    int words = 3 + random.nextInt(8);
    for (int i = 0; i < words; i++) {
      text.append(i == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
    }
    return text.toString();
  }

  /** All sets of breaks, one after the other; the demerits of the best two. */
  private static final class Exhaustive {
    private final Breakable paragraph;
    private final Length measure;
    private final Candidates candidates;
    private final Fitting fitting;
    private final OptimumFit.Pass pass;
    private final List<Double> totals = new ArrayList<>();

    Exhaustive(Breakable paragraph, Length measure, boolean hyphens, OptimumFit.Pass pass) {
      this.paragraph = paragraph;
      this.measure = measure;
      this.candidates = Candidates.of(paragraph, measure, hyphens);
      var usual = new Fitting(paragraph.manner().justification(), SIZE);
      this.fitting = pass.last() ? usual.relaxed() : usual;
      this.pass = pass;
    }

    List<Double> totals() {
      from(0, -1, null, 0);
      return totals.stream().sorted().toList();
    }

    private void from(int offset, int last, @Nullable Fit above, double sum) {
      if (last == candidates.count() - 1) {
        totals.add(sum);
        return;
      }
      for (int i = last + 1; i < candidates.count(); i++) {
        int to = candidates.offset(i);
        Fit alone = paragraph.fit(offset, to, measure, fitting);
        if (alone.isOverfull() || alone.badness() > pass.tolerance()) {
          continue;
        }
        Fit fit =
            above == null
                ? alone
                : paragraph.fit(offset, to, measure, fitting, 99, above.fitness());
        boolean hyphenAbove = last >= 0 && candidates.isHyphenated(last);
        double pair =
            above == null
                ? 0
                : Demerits.between(above, hyphenAbove, fit, candidates.isHyphenated(i));
        double line =
            Demerits.of(fit, candidates.penalty(i))
                + Demerits.ofLastLine(paragraph, offset, to, measure);
        from(to, i, fit, sum + line + pair);
      }
    }
  }

  private static List<Double> exhaustive(Breakable paragraph, Length measure) {
    var good = new Exhaustive(paragraph, measure, false, new OptimumFit.Pass(100, false)).totals();
    if (!good.isEmpty()) {
      return good;
    }
    var fair = new Exhaustive(paragraph, measure, true, new OptimumFit.Pass(500, false)).totals();
    return fair.isEmpty()
        ? new Exhaustive(paragraph, measure, true, OptimumFit.Pass.LAST).totals()
        : fair;
  }

  @Test
  void theLinesFoundAreTheBestOfAllSetsOfBreaksAndTheRivalIsTheNextBest() {
    var random = new Random(1981);
    int rivals = 0;
    try (var shaper = new Shaper()) {
      for (int i = 0; i < 2_000; i++) {
        Breakable paragraph = breakable(paragraph(random), shaper);
        Length measure = Length.points(75 + random.nextInt(120));
        List<Double> all = exhaustive(paragraph, measure);
        Breaks found = new OptimumFit(true).breaks(paragraph, measure);
        assertEquals(all.getFirst(), found.demerits(), 1e-6 * (1 + all.getFirst()));
        Breaks rival = found.rival();
        assertEquals(all.size() > 1, rival != null);
        if (rival != null) {
          rivals++;
          assertEquals(all.get(1), rival.demerits(), 1e-6 * (1 + all.get(1)));
        }
      }
    }
    assertTrue(rivals > 400, "few rivals: " + rivals);
  }

  @Test
  void searchWithRivalsChoosesTheSameLines() {
    var random = new Random(7);
    try (var shaper = new Shaper()) {
      for (int i = 0; i < 300; i++) {
        Breakable paragraph = breakable(paragraph(random), shaper);
        Length measure = Length.points(75 + random.nextInt(120));
        assertEquals(
            new OptimumFit(false).breaks(paragraph, measure).ends(),
            new OptimumFit(true).breaks(paragraph, measure).ends());
      }
    }
  }

  @Test
  void whatNoLineCanHoldIsPartedAndEveryLineEnds() {
    try (var shaper = new Shaper()) {
      String glued = "كلمة\u00A0".repeat(5_000);
      for (String text :
          List.of(
              "ا".repeat(2_000), glued, " ".repeat(500), "َ".repeat(2_000), "ب", "W".repeat(999))) {
        Breakable paragraph = breakable(text, shaper);
        Breaks breaks = new OptimumFit(false).breaks(paragraph, Length.points(60));
        assertNotNull(breaks);
        assertEquals(text.length(), breaks.ends().getLast());
        int start = 0;
        for (int end : breaks.ends()) {
          assertTrue(end > start);
          start = end;
        }
      }
    }
  }

  @Test
  void gluedWordsAreRatherPartedBetweenThanWithin() {
    try (var shaper = new Shaper()) {
      String text = "كلمة\u00A0".repeat(40).strip();
      Breakable paragraph = breakable(text, shaper);
      for (int end : new OptimumFit(false).breaks(paragraph, Length.points(150)).ends()) {
        assertTrue(end == text.length() || text.charAt(end - 1) == '\u00A0');
      }
    }
  }
}
