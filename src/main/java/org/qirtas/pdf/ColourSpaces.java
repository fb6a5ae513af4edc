package org.qirtas.pdf;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;

/**
 * What the numbers of a picture's dots mean. Numbers of no stated meaning may stand only where the
 * output intent gives them one (ISO 19005-3, 6.2.4.3): RGB is said to be sRGB, CMYK to be that of
 * the print intent.
 */
final class ColourSpaces {
  private final PdfFile file;
  private final Edition edition;
  private final String press;
  private final Map<String, Reference> profiles = new TreeMap<>();

  ColourSpaces(PdfFile file, Edition edition, PrintIntent press) {
    this.file = file;
    this.edition = edition;
    this.press = digest(press.profile());
  }

  /**
   * {@return the colour space of a picture}
   *
   * @param components how many numbers a dot has
   * @param profile what it brings along; passed over where it does not fit
   */
  COSBase of(int components, Optional<byte[]> profile) throws IOException {
    if (profile.isPresent() && IccProfile.fits(profile.get(), components)) {
      return based(own(profile.get(), components));
    }
    return switch (components) {
      case 1 -> COSName.DEVICEGRAY;
      case 3 -> based(shipped("sRGB.icc", 3));
      // Where the intent is CMYK, its own profile may not be named again.
      default ->
          edition == Edition.PRINT ? COSName.DEVICECMYK : based(shipped("FOGRA39L_coated.icc", 4));
    };
  }

  /** {@return whether inks of that profile are those of the press; so are those that bring none} */
  boolean isOfThePress(Optional<byte[]> profile) {
    return profile
        .filter(own -> IccProfile.fits(own, 4))
        .map(own -> digest(own).equals(press))
        .orElse(true);
  }

  private static COSArray based(Reference profile) {
    var based = new COSArray();
    based.add(COSName.ICCBASED);
    based.add(profile);
    return based;
  }

  private Reference shipped(String name, int components) throws IOException {
    Reference known = profiles.get(name);
    if (known == null) {
      known = OutputIntents.profile(file, name, components);
      profiles.put(name, known);
    }
    return known;
  }

  /** Pictures of one camera bring the same profile. */
  private Reference own(byte[] profile, int components) throws IOException {
    String key = digest(profile);
    Reference known = profiles.get(key);
    if (known == null) {
      var description = new COSDictionary();
      description.setInt(COSName.N, components);
      known = file.writeStream(description, profile);
      profiles.put(key, known);
    }
    return known;
  }

  static String digest(byte[] bytes) {
    try {
      return java.util.HexFormat.of()
          .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
