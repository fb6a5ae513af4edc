package org.qirtas.pdf;

import java.io.IOException;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.apache.pdfbox.pdmodel.font.PDVectorFont;

/** The rules for fonts, and for each code that is printed with them; each looked at once. */
final class FontCheck {
  private static final Pattern SUBSET = Pattern.compile("[A-Z]{6}\\+.+");

  /** What PDF/A allows a width to differ, in thousandths of the em. */
  private static final float NEARLY = 1;

  private static final int MOST_CODES = 1 << 16;

  private final Preflight.Findings findings;
  private final IdentityHashMap<COSDictionary, BitSet> known = new IdentityHashMap<>();

  FontCheck(Preflight.Findings findings) {
    this.findings = findings;
  }

  /** The fonts that a page may use. */
  void declared(PDPage page, int number) throws IOException {
    PDResources resources = page.getResources();
    if (resources != null) {
      for (COSName name : resources.getFontNames()) {
        PDFont font = resources.getFont(name);
        if (font != null) {
          codes(font, number);
        }
      }
    }
  }

  /** A code that is printed. */
  void printed(PDFont font, int code, int page) throws IOException {
    BitSet codes = codes(font, page);
    if (code < 0 || code >= MOST_CODES || codes.get(code)) {
      return;
    }
    codes.set(code);
    character(font, code, page);
    if (font.isEmbedded() && !(font instanceof PDType3Font)) {
      glyph(font, code, page);
    }
  }

  private BitSet codes(PDFont font, int page) {
    BitSet codes = known.get(font.getCOSObject());
    if (codes == null) {
      codes = new BitSet();
      known.put(font.getCOSObject(), codes);
      font(font, page);
    }
    return codes;
  }

  private void font(PDFont font, int page) {
    String name = named(font);
    boolean drawn = font instanceof PDType3Font;
    if (drawn) {
      findings.add(PreflightFinding.Code.FONT_TYPE_3, page, name);
    }
    if (!drawn && !font.isEmbedded()) {
      findings.add(PreflightFinding.Code.FONT_NOT_EMBEDDED, page, name);
    } else if (!drawn && !SUBSET.matcher(String.valueOf(font.getName())).matches()) {
      findings.add(PreflightFinding.Code.FONT_NOT_SUBSET, page, name);
    }
    if (!font.getCOSObject().containsKey(COSName.TO_UNICODE)) {
      findings.add(PreflightFinding.Code.FONT_WITHOUT_TO_UNICODE, page, name);
    }
  }

  /** Its name, and the number of its object, by which it is found in the file. */
  private static String named(PDFont font) {
    String name = String.valueOf(font.getName());
    COSObjectKey key = font.getCOSObject().getKey();
    return key == null ? name : name + " (" + key.getNumber() + " " + key.getGeneration() + " R)";
  }

  private void character(PDFont font, int code, int page) {
    String text = font.toUnicode(code);
    if (text == null || text.isEmpty()) {
      add(PreflightFinding.Code.CODE_WITHOUT_CHARACTER, font, code, page);
      return;
    }
    int first = text.codePointAt(0);
    if (text.codePoints().anyMatch(c -> c == 0 || c == 0xFEFF || c == 0xFFFE)) {
      add(PreflightFinding.Code.CHARACTER_FORBIDDEN, font, code, page);
    }
    if (text.codePoints().anyMatch(Unprintable::isPrivate)) {
      add(PreflightFinding.Code.CHARACTER_PRIVATE, font, code, page);
    }
    // A space with its mark of direction reads the same either way.
    if (text.length() > Character.charCount(first)
        && text.codePoints().anyMatch(FontCheck::isLetterFromTheRight)) {
      add(PreflightFinding.Code.CHARACTERS_WOULD_TURN, font, code, page);
    }
  }

  private static boolean isLetterFromTheRight(int character) {
    byte kind = Character.getDirectionality(character);
    if (!Character.isLetter(character)) {
      return false;
    }
    return kind == Character.DIRECTIONALITY_RIGHT_TO_LEFT
        || kind == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
  }

  private void glyph(PDFont font, int code, int page) throws IOException {
    if (font instanceof PDVectorFont outlines && !outlines.hasGlyph(code)) {
      add(PreflightFinding.Code.GLYPH_MISSING, font, code, page);
    }
    if (Math.abs(font.getWidth(code) - font.getWidthFromFont(code)) > NEARLY) {
      add(PreflightFinding.Code.WIDTHS_DIFFER, font, code, page);
    }
  }

  private void add(PreflightFinding.Code rule, PDFont font, int code, int page) {
    findings.add(rule, page, String.format(Locale.ROOT, "%s <%04X>", font.getName(), code));
  }
}
