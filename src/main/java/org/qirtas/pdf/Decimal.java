package org.qirtas.pdf;

/** Numbers as PDF writes them (ISO 32000-1, 7.3.3): decimal, no exponent, no more than needed. */
final class Decimal {
  private static final int PLACES = 4;

  private Decimal() {}

  static void write(StringBuilder to, double value) {
    long scaled = Math.round(value * 10_000);
    if (scaled < 0) {
      to.append('-');
      scaled = -scaled;
    }
    to.append(scaled / 10_000);
    long rest = scaled % 10_000;
    if (rest != 0) {
      String digits = Long.toString(rest);
      to.append('.').append("0".repeat(PLACES - digits.length()));
      int end = digits.length();
      while (digits.charAt(end - 1) == '0') {
        end--;
      }
      to.append(digits, 0, end);
    }
  }
}
