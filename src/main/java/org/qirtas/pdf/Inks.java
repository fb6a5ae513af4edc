package org.qirtas.pdf;

import org.qirtas.profile.Colour;

/**
 * The colour that a page is being painted in (ISO 32000-1, 8.6.8): light for the screen, inks for
 * print. Black and greys are of black ink alone.
 */
final class Inks {
  private final Edition edition;
  private Colour current = Colour.BLACK;

  Inks(Edition edition) {
    this.edition = edition;
  }

  /** Begins a page. */
  void open(Colour first, StringBuilder content) {
    current = first;
    write(first, content);
  }

  /** Changes to a colour, if it is not the current one. */
  void change(Colour wanted, StringBuilder content) {
    if (!wanted.equals(current)) {
      current = wanted;
      write(wanted, content);
    }
  }

  /** Sets the colour of strokes, for who saves and restores the graphics state around them. */
  void stroke(Colour colour, StringBuilder content) {
    int from = content.length();
    write(colour, content);
    // The operators for strokes are those for fills in capitals.
    content.replace(
        from, content.length(), content.substring(from).toUpperCase(java.util.Locale.ROOT));
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
