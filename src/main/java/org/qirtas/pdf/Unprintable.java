package org.qirtas.pdf;

/** Characters that a {@code ToUnicode} map may not hold (ISO 19005-3, 6.2.11.7). */
final class Unprintable {
  /** What a hyphen at a line's end that its writer did not write is read as. */
  static final int SOFT_HYPHEN = 0xAD;

  private static final int REPLACEMENT = 0xFFFD;

  private Unprintable() {}

  static int shown(int character) {
    boolean forbidden =
        character == 0
            || character == 0xFEFF
            || character == 0xFFFE
            || (character >= 0xD800 && character <= 0xDFFF)
            || isPrivate(character);
    return forbidden ? REPLACEMENT : character;
  }

  static boolean isPrivate(int character) {
    return Character.getType(character) == Character.PRIVATE_USE;
  }
}
