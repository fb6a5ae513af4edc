package org.qirtas.pdf;

import java.nio.charset.StandardCharsets;

/**
 * An ICC profile that a picture brings along, as far as one must know it: whether it may stand in a
 * PDF/A, which takes profiles up to version 4 that fit the picture's colours (ISO 19005-3, 6.2.4.2;
 * ICC.1:2010, 7.2).
 */
final class IccProfile {
  private static final int HEADER = 128;

  private IccProfile() {}

  /**
   * {@return whether the profile can be used for dots of so many components}
   *
   * @param profile its bytes
   */
  static boolean fits(byte[] profile, int components) {
    if (profile.length <= HEADER || size(profile) != profile.length || profile[8] > 4) {
      return false;
    }
    String kind = text(profile, 12);
    boolean device = kind.equals("scnr") || kind.equals("mntr") || kind.equals("prtr");
    String space =
        switch (components) {
          case 1 -> "GRAY";
          case 3 -> "RGB ";
          default -> "CMYK";
        };
    return (device || kind.equals("spac"))
        && text(profile, 16).equals(space)
        && text(profile, 36).equals("acsp");
  }

  private static int size(byte[] profile) {
    return java.nio.ByteBuffer.wrap(profile).getInt(0);
  }

  private static String text(byte[] profile, int at) {
    return new String(profile, at, 4, StandardCharsets.ISO_8859_1);
  }
}
