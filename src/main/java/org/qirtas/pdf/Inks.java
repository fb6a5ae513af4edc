package org.qirtas.pdf;

import org.qirtas.profile.Colour;

/**
 * The colour that a page is being painted in (ISO 32000-1, 8.6.8): light for the screen, inks for
 * print. Black and greys are of black ink alone.
 */
final class Inks {
  /** Names of graphics states, which a page of the edition for print has. */
  static final String OVERPRINT = "/Overprint gs\n";

  static final String COVER = "/Covering gs\n";

  private final Edition edition;
  private Colour current = Colour.BLACK;

  Inks(Edition edition) {
    this.edition = edition;
  }

  /** Begins a page. */
  void open(Colour first, StringBuilder content) {
    current = first;
    if (edition == Edition.PRINT) {
      content.append(overprints(first) ? OVERPRINT : COVER);
    }
    write(first, content);
  }

  /** Changes to a colour, if it is not the current one. */
  void change(Colour wanted, StringBuilder content) {
    if (!wanted.equals(current)) {
      if (edition == Edition.PRINT && overprints(wanted) != overprints(current)) {
        content.append(overprints(wanted) ? OVERPRINT : COVER);
      }
      current = wanted;
      write(wanted, content);
    }
  }

  Colour current() {
    return current;
  }

  /** Is told that the graphics state of a while ago is in force again. */
  void restored(Colour then) {
    current = then;
  }

  /** Sets the colour of strokes, for who saves and restores the graphics state around them. */
  void stroke(Colour colour, StringBuilder content) {
    if (edition == Edition.PRINT && overprints(colour) != overprints(current)) {
      content.append(overprints(colour) ? OVERPRINT : COVER);
    }
    int from = content.length();
    write(colour, content);
    // The operators for strokes are those for fills in capitals.
    content.replace(
        from, content.length(), content.substring(from).toUpperCase(java.util.Locale.ROOT));
  }

  /**
   * Black and its tints are printed upon what is there, so that no paper shows where plates shift;
   * other inks would mix with it, and white would not be printed at all (ISO 32000-1, 11.7.4.5).
   */
  private static boolean overprints(Colour colour) {
    Colour.Print inks = colour.print();
    return inks.cyan() == 0 && inks.magenta() == 0 && inks.yellow() == 0 && inks.black() > 0;
  }

  private void write(Colour colour, StringBuilder content) {
    switch (edition) {
      case PRINT -> {
        Colour.Print inks = colour.print();
        part(inks.cyan(), 100, content);
        part(inks.magenta(), 100, content);
        part(inks.yellow(), 100, content);
        part(inks.black(), 100, content);
        content.append("k\n");
      }
      case SCREEN -> {
        Colour.Screen light = colour.screen();
        if (light.red() == light.green() && light.green() == light.blue()) {
          part(light.red(), 255, content);
          content.append("g\n");
        } else {
          part(light.red(), 255, content);
          part(light.green(), 255, content);
          part(light.blue(), 255, content);
          content.append("rg\n");
        }
      }
    }
  }

  private static void part(int value, int whole, StringBuilder content) {
    Decimal.write(content, (double) value / whole);
    content.append(' ');
  }
}
