package org.qirtas.pdf;

import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;

/** The rules for output intents (ISO 15930-7; ISO 19005-3, 6.2.3; ISO 32000-1, 14.11.5). */
final class IntentCheck {
  private static final int INKS = 4;

  private final PDDocument document;
  private final Rules rules;
  private final Preflight.Findings findings;

  IntentCheck(PDDocument document, Rules rules, Preflight.Findings findings) {
    this.document = document;
    this.rules = rules;
    this.findings = findings;
  }

  void run() {
    COSArray intents =
        document.getDocumentCatalog().getCOSObject().getCOSArray(COSName.OUTPUT_INTENTS);
    List<COSStream> profiles = new ArrayList<>();
    boolean press = false;
    boolean archive = false;
    for (int i = 0; intents != null && i < intents.size(); i++) {
      if (intents.getObject(i) instanceof COSDictionary intent) {
        String kind = String.valueOf(intent.getNameAsString(COSName.S));
        press |= kind.equals("GTS_PDFX");
        archive |= kind.equals("GTS_PDFA1");
        profile(intent, kind, profiles);
      }
    }
    // Others need one only where they use colours of a device.
    need(archive || !rules.own(), "GTS_PDFA1");
    need(press || !rules.isForThePress(), "GTS_PDFX");
    findings.unless(
        profiles.stream().distinct().count() <= 1, PreflightFinding.Code.INTENTS_DIFFER);
  }

  private void need(boolean there, String kind) {
    if (!there) {
      findings.add(PreflightFinding.Code.OUTPUT_INTENT_MISSING, 0, kind);
    }
  }

  private void profile(COSDictionary intent, String kind, List<COSStream> profiles) {
    if (!(intent.getDictionaryObject(COSName.DEST_OUTPUT_PROFILE) instanceof COSStream profile)) {
      findings.add(PreflightFinding.Code.INTENT_NOT_EMBEDDED, 0, kind);
      return;
    }
    profiles.add(profile);
    if (kind.equals("GTS_PDFX") && rules.isForThePress() && profile.getInt(COSName.N) != INKS) {
      findings.add(PreflightFinding.Code.INTENT_NOT_CMYK, 0, kind);
    }
  }
}
