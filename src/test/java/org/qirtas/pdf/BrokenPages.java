package org.qirtas.pdf;

import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.apache.pdfbox.pdmodel.graphics.color.PDCalRGB;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.qirtas.pdf.PreflightFinding.Code;

/** Files that break one rule each on their pages: boxes, fonts, and what is painted. */
final class BrokenPages {
  private BrokenPages() {}

  static void into(BrokenFiles files) {
    ofPages(files);
    ofFonts(files);
    ofContent(files);
  }

  private static void ofPages(BrokenFiles files) {
    files.put(
        Code.TRIM_BOX_MISSING,
        Edition.PRINT,
        d -> d.getPage(0).getCOSObject().removeItem(COSName.TRIM_BOX));
    files.put(
        Code.TRIM_AND_ART_BOX,
        Edition.PRINT,
        d -> d.getPage(0).setArtBox(d.getPage(0).getTrimBox()));
    files.put(
        Code.BOX_NESTING,
        Edition.PRINT,
        d ->
            d.getPage(0)
                .getCOSObject()
                .setItem(COSName.BLEED_BOX, new PDRectangle(10, 10, 300, 300)));
    files.put(
        Code.ANNOTATION_IN_PRINT_AREA,
        Edition.PRINT,
        d -> {
          var note = new PDAnnotationText();
          note.setRectangle(new PDRectangle(50, 50, 20, 20));
          d.getPage(0).setAnnotations(List.of(note));
        });
    files.put(
        Code.TAB_ORDER_MISSING,
        Edition.SCREEN,
        d -> {
          var note = new PDAnnotationText();
          note.setRectangle(new PDRectangle(50, 50, 20, 20));
          d.getPage(0).setAnnotations(List.of(note));
          d.getPage(0).getCOSObject().removeItem(COSName.getPDFName("Tabs"));
        });
  }

  private static void ofFonts(BrokenFiles files) {
    files.put(
        Code.FONT_NOT_EMBEDDED,
        Edition.SCREEN,
        d ->
            Objects.requireNonNull(Surgery.descendant(d).getCOSDictionary(COSName.FONT_DESC))
                .removeItem(COSName.FONT_FILE2));
    files.put(
        Code.FONT_NOT_SUBSET,
        Edition.SCREEN,
        d -> Surgery.font(d).setName(COSName.BASE_FONT, "Amiri"));
    files.put(
        Code.FONT_WITHOUT_TO_UNICODE,
        Edition.SCREEN,
        d -> Surgery.font(d).removeItem(COSName.TO_UNICODE));
    files.put(
        Code.CODE_WITHOUT_CHARACTER,
        Edition.SCREEN,
        d -> Surgery.toUnicode(d, "<0001> <[^>]*>\n", ""));
    files.put(Code.CHARACTER_FORBIDDEN, Edition.SCREEN, d -> Surgery.firstCode(d, "FEFF"));
    files.put(Code.CHARACTER_PRIVATE, Edition.SCREEN, d -> Surgery.firstCode(d, "E001"));
    files.put(Code.CHARACTERS_WOULD_TURN, Edition.SCREEN, d -> Surgery.firstCode(d, "06440627"));
    files.put(
        Code.GLYPH_MISSING,
        Edition.SCREEN,
        d ->
            Surgery.descendant(d)
                .setItem(COSName.CID_TO_GID_MAP, Surgery.stream(d, new byte[4096])));
    files.put(
        Code.WIDTHS_DIFFER,
        Edition.SCREEN,
        d -> {
          Surgery.descendant(d).removeItem(COSName.W);
          Surgery.descendant(d).setItem(COSName.DW, COSInteger.get(1234));
        });
  }

  private static void ofContent(BrokenFiles files) {
    files.put(
        Code.COLOUR_DEVICE_RGB_IN_PRINT,
        Edition.PRINT,
        d -> Surgery.content(d, "0 0 0 1 k", "1 0 0 rg"));
    files.put(
        Code.COLOUR_DEVICE_CMYK_ON_SCREEN,
        Edition.SCREEN,
        d -> Surgery.content(d, "0 g", "0 0 0 1 k"));
    files.put(
        Code.TEXT_NOT_K_ONLY, Edition.PRINT, d -> Surgery.content(d, "0 0 0 1 k", "1 1 1 1 k"));
    files.put(Code.TEXT_NOT_K_ONLY, Edition.PRINT, d -> Surgery.content(d, "0 0 0 1 k", "0 g"));
    files.put(
        Code.INK_OVER_LIMIT, Edition.PRINT, d -> Surgery.content(d, "0 0 0 1 k", "1 1 1 1 k"));
    files.put(
        Code.WHITE_OVERPRINTS, Edition.PRINT, d -> Surgery.content(d, "0 0 0 1 k", "0 0 0 0 k"));
    files.put(Code.HAIRLINE, Edition.PRINT, d -> Surgery.paint(d, "0.1 w 50 50 m 90 90 l S"));
    files.put(
        Code.BLEED_MISSING,
        Edition.PRINT,
        d -> {
          PDRectangle trim = d.getPage(0).getTrimBox();
          Surgery.paint(
              d,
              "0 0 0 1 k %s %s 100 100 re f".formatted(trim.getLowerLeftX(), trim.getLowerLeftY()));
        });
    files.put(
        Code.IMAGE_BELOW_100_DPI,
        Edition.PRINT,
        d -> Surgery.paint(d, "300 0 0 300 60 60 cm BI /W 2 /H 2 /CS /G /BPC 8 ID abcd EI"));
    files.put(
        Code.COLOUR_SPOT,
        Edition.PRINT,
        d -> {
          var spot = new COSArray();
          spot.add(COSName.SEPARATION);
          spot.add(COSName.getPDFName("Gold"));
          spot.add(COSName.DEVICECMYK);
          spot.add(Surgery.function());
          Surgery.space(d, spot, "1");
        });
    files.put(
        Code.COLOUR_MANAGED_RGB_IN_PRINT,
        Edition.PRINT,
        d -> Surgery.space(d, new PDCalRGB().getCOSObject(), "1 0 0"));
    files.put(
        Code.FONT_TYPE_3,
        Edition.PRINT,
        d -> {
          var drawn = new COSDictionary();
          drawn.setItem(COSName.TYPE, COSName.FONT);
          drawn.setItem(COSName.SUBTYPE, COSName.TYPE3);
          drawn.setItem(COSName.CHAR_PROCS, new COSDictionary());
          drawn.setItem(COSName.ENCODING, COSName.WIN_ANSI_ENCODING);
          d.getPage(0).getResources().add(new PDType3Font(drawn));
        });
    files.put(
        Code.TEXT_NOT_OVERPRINTED, Edition.PRINT, d -> Surgery.content(d, "/Overprint gs", ""));
    files.put(
        Code.TRANSPARENCY,
        Edition.PRINT,
        d -> {
          COSDictionary states =
              Objects.requireNonNull(
                  d.getPage(0).getResources().getCOSObject().getCOSDictionary(COSName.EXT_G_STATE));
          Objects.requireNonNull(states.getCOSDictionary(COSName.getPDFName("Overprint")))
              .setItem(COSName.CA_NS, new org.apache.pdfbox.cos.COSFloat(0.5f));
        });
    files.put(
        Code.UNTAGGED_CONTENT,
        Edition.SCREEN,
        d -> Surgery.content(d, "/Span <</MCID 0>>", "/Span <<>>"));
  }
}
