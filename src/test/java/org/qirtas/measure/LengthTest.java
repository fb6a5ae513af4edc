package org.qirtas.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LengthTest {
  @Test
  void inchIsSeventyTwoPointsAndTwentyFivePointFourMillimetres() {
    assertEquals(Length.points(72), Length.millimetres(25.4));
    assertEquals(65_536, Length.points(1).scaledPoints());
  }

  @Test
  void sumsAreExactInAnyOrder() {
    Length third = Length.points(1.0 / 3);
    Length sum = Length.ZERO;
    for (int i = 0; i < 3_000; i++) {
      sum = sum.plus(third);
    }
    assertEquals(third.times(3_000), sum);
    assertEquals(Length.ZERO, sum.minus(third.times(3_000)));
  }

  @Test
  void fontUnitsAreScaledToTheEm() {
    assertEquals(Length.points(6), Length.ofUnits(500, 1_000, Length.points(12)));
    assertEquals(Length.points(-6), Length.ofUnits(-1_024, 2_048, Length.points(12)));
  }

  @Test
  void longerExceedsAndComparesGreater() {
    assertTrue(Length.points(2).exceeds(Length.points(1)));
    assertTrue(Length.points(2).compareTo(Length.points(1)) > 0);
    assertEquals(2.0, Length.points(2).dividedBy(Length.points(1)));
  }

  @Test
  void a4IsA4() {
    assertEquals(210 / 25.4 * 72, Size.A4.width().inPoints(), 1e-4);
    assertEquals(
        Insets.all(Length.ZERO), new Insets(Length.ZERO, Length.ZERO, Length.ZERO, Length.ZERO));
  }
}
