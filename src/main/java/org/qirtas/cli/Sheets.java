package org.qirtas.cli;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.qirtas.Fault;
import org.qirtas.QirtasException;
import org.qirtas.measure.Length;
import org.qirtas.measure.Size;

/** The sizes of paper that a press takes, by name or by measure (ISO 216, ISO 217). */
final class Sheets {
  private static final Pattern MEASURE =
      Pattern.compile("(\\d+(?:\\.\\d+)?) ?(?:mm)? ?[x×*] ?(\\d+(?:\\.\\d+)?) ?(?:mm)?");
  private static final Map<String, Size> BY_NAME =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("A2", millimetres(420, 594)),
              Map.entry("A3", millimetres(297, 420)),
              Map.entry("A4", millimetres(210, 297)),
              Map.entry("A5", millimetres(148, 210)),
              Map.entry("B2", millimetres(500, 707)),
              Map.entry("B3", millimetres(353, 500)),
              Map.entry("RA3", millimetres(305, 430)),
              Map.entry("SRA2", millimetres(450, 640)),
              Map.entry("SRA3", millimetres(320, 450)),
              Map.entry("SRA4", millimetres(225, 320)),
              Map.entry("LETTER", millimetres(215.9, 279.4)),
              Map.entry("TABLOID", millimetres(279.4, 431.8))));

  private static final double LEAST = 50;
  private static final double MOST = 2_000;

  private Sheets() {}

  private static Size millimetres(double width, double height) {
    return new Size(Length.millimetres(width), Length.millimetres(height));
  }

  /**
   * {@return the size that somebody means}
   *
   * @param option where it was typed
   * @throws QirtasException {@code USAGE} where none is meant
   */
  static Size size(String option, String typed) {
    Size named = BY_NAME.get(typed.strip().toUpperCase(Locale.ROOT));
    if (named != null) {
      return named;
    }
    Matcher form = MEASURE.matcher(typed.strip());
    if (form.matches()) {
      double width = Double.parseDouble(form.group(1));
      double height = Double.parseDouble(form.group(2));
      if (Math.min(width, height) >= LEAST && Math.max(width, height) <= MOST) {
        return millimetres(width, height);
      }
    }
    throw new QirtasException(
        Fault.USAGE, "sheet.unknown", option, typed, String.join(", ", BY_NAME.keySet()));
  }
}
