package org.qirtas.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qirtas.measure.Length;

class NotationTest {
  @ParameterizedTest
  @CsvSource({
    "12 pt, 12 pt",
    "25 mm, 25 mm",
    "2.5cm, 25 mm",
    "1 in, 72 pt",
    "0, 0 pt",
    "0 mm, 0 pt"
  })
  void lengthIsWrittenInTheUnitInWhichItIsRound(String written, String shown) {
    assertEquals(shown, Notation.of(Notation.length(written, Optional.empty()).orElseThrow()));
  }

  @Test
  void whateverLengthIsWrittenIsReadAsTheSame() {
    var random = new Random(5);
    for (int i = 0; i < 2000; i++) {
      var length = new Length(random.nextLong(Length.points(3000).scaledPoints()));
      assertEquals(Optional.of(length), Notation.length(Notation.of(length), Optional.empty()));
    }
  }

  @Test
  void whateverPartIsWrittenIsReadAsTheSame() {
    var random = new Random(5);
    for (int i = 0; i < 2000; i++) {
      double part = random.nextDouble();
      assertEquals(Optional.of(part), Notation.parts(Notation.percent(part), "%"));
      assertEquals(Optional.of(part), Notation.parts(Notation.ems(part), "em"));
    }
  }

  @Test
  void everyTintIsReadAsTheSame() {
    for (int percent = 0; percent <= 100; percent++) {
      Colour tint = Colour.tint(percent);
      assertEquals(Optional.of(tint), Notation.colour(Notation.of(tint)));
    }
  }
}
