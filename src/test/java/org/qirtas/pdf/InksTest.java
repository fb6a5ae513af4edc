package org.qirtas.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.qirtas.profile.Colour;

class InksTest {
  private static final Colour WHITE =
      new Colour(new Colour.Screen(255, 255, 255), new Colour.Print(0, 0, 0, 0));
  private static final Colour RED =
      new Colour(new Colour.Screen(138, 28, 28), new Colour.Print(20, 95, 85, 25));

  @Test
  void blackAndItsTintsOverprintAndOtherColoursCover() {
    var content = new StringBuilder();
    var inks = new Inks(Edition.PRINT);
    inks.open(Colour.BLACK, content);
    inks.change(Colour.tint(70), content);
    inks.change(RED, content);
    inks.change(WHITE, content);
    inks.change(Colour.tint(8), content);
    assertEquals(
        """
        /Overprint gs
        0 0 0 1 k
        0 0 0 0.7 k
        /Covering gs
        0.2 0.95 0.85 0.25 k
        0 0 0 0 k
        /Overprint gs
        0 0 0 0.08 k
        """,
        content.toString());
  }

  @Test
  void leaderOfAnotherColourCoversWithinItsOwnState() {
    var content = new StringBuilder();
    var inks = new Inks(Edition.PRINT);
    inks.open(Colour.BLACK, content);
    content.setLength(0);
    inks.stroke(RED, content);
    assertEquals("/Covering gs\n0.2 0.95 0.85 0.25 K\n", content.toString());
  }

  @Test
  void screenHasLightAndNoPlates() {
    var content = new StringBuilder();
    var inks = new Inks(Edition.SCREEN);
    inks.open(Colour.BLACK, content);
    inks.change(RED, content);
    assertEquals("0 g\n0.5412 0.1098 0.1098 rg\n", content.toString());
  }
}
