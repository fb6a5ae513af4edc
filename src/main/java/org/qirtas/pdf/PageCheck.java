package org.qirtas.pdf;

import java.util.Optional;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** The rules for a page's boxes and what lies upon it. */
final class PageCheck {
  private static final float NEARLY = 0.01f;

  private final COSDictionary page;
  private final PDRectangle media;
  private final int number;
  private final Preflight.Findings findings;

  private PageCheck(PDPage page, int number, Preflight.Findings findings) {
    this.page = page.getCOSObject();
    this.media = page.getMediaBox();
    this.number = number;
    this.findings = findings;
  }

  static void of(PDPage page, int number, Rules rules, Preflight.Findings findings) {
    var check = new PageCheck(page, number, findings);
    switch (rules.edition()) {
      case PRINT -> {
        check.boxes();
        check.printArea();
      }
      case SCREEN -> check.tabOrder();
    }
  }

  private void boxes() {
    Optional<PDRectangle> trim = box(COSName.TRIM_BOX);
    Optional<PDRectangle> art = box(COSName.ART_BOX);
    if (trim.isEmpty() && art.isEmpty()) {
      findings.add(PreflightFinding.Code.TRIM_BOX_MISSING, number, "");
    } else if (trim.isPresent() && art.isPresent()) {
      findings.add(PreflightFinding.Code.TRIM_AND_ART_BOX, number, "");
    }
    PDRectangle crop = box(COSName.CROP_BOX).orElse(media);
    PDRectangle bleed = box(COSName.BLEED_BOX).orElse(crop);
    within("CropBox", crop, media);
    within("BleedBox", bleed, media);
    trim.ifPresent(box -> within("TrimBox", box, bleed));
    art.ifPresent(box -> within("ArtBox", box, bleed));
  }

  private Optional<PDRectangle> box(COSName name) {
    COSArray box = page.getCOSArray(name);
    return box == null || box.size() != 4 ? Optional.empty() : Optional.of(new PDRectangle(box));
  }

  private void within(String name, PDRectangle inner, PDRectangle outer) {
    boolean inside =
        inner.getLowerLeftX() >= outer.getLowerLeftX() - NEARLY
            && inner.getLowerLeftY() >= outer.getLowerLeftY() - NEARLY
            && inner.getUpperRightX() <= outer.getUpperRightX() + NEARLY
            && inner.getUpperRightY() <= outer.getUpperRightY() + NEARLY;
    if (!inside) {
      findings.add(PreflightFinding.Code.BOX_NESTING, number, name + " " + inner);
    }
  }

  /** Only printer's marks and trap networks may touch what is printed. */
  private void printArea() {
    PDRectangle area = box(COSName.BLEED_BOX).or(() -> box(COSName.TRIM_BOX)).orElse(media);
    COSArray annotations = page.getCOSArray(COSName.ANNOTS);
    for (int i = 0; annotations != null && i < annotations.size(); i++) {
      if (annotations.getObject(i) instanceof COSDictionary annotation) {
        String kind = String.valueOf(annotation.getNameAsString(COSName.SUBTYPE));
        COSArray place = annotation.getCOSArray(COSName.RECT);
        boolean forThePress = kind.equals("PrinterMark") || kind.equals("TrapNet");
        if (!forThePress && (place == null || overlap(new PDRectangle(place), area))) {
          findings.add(PreflightFinding.Code.ANNOTATION_IN_PRINT_AREA, number, kind);
        }
      }
    }
  }

  private static boolean overlap(PDRectangle one, PDRectangle other) {
    return one.getLowerLeftX() < other.getUpperRightX()
        && other.getLowerLeftX() < one.getUpperRightX()
        && one.getLowerLeftY() < other.getUpperRightY()
        && other.getLowerLeftY() < one.getUpperRightY();
  }

  private void tabOrder() {
    COSArray annotations = page.getCOSArray(COSName.ANNOTS);
    boolean structural = COSName.S.equals(page.getDictionaryObject(COSName.getPDFName("Tabs")));
    if (annotations != null && annotations.size() > 0 && !structural) {
      findings.add(PreflightFinding.Code.TAB_ORDER_MISSING, number, "");
    }
  }
}
