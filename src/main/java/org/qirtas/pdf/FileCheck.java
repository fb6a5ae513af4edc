package org.qirtas.pdf;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/** The rules for the file as a whole: version, identity, language, what it carries. */
final class FileCheck {
  private static final COSName AF = COSName.getPDFName("AF");
  private static final COSName RELATIONSHIP = COSName.getPDFName("AFRelationship");
  private static final COSName MARKED = COSName.getPDFName("Marked");
  private static final COSName SHOWS_TITLE = COSName.getPDFName("DisplayDocTitle");
  private static final COSName PREFERENCES = COSName.getPDFName("ViewerPreferences");
  private static final COSName SCRIPT = COSName.getPDFName("JavaScript");

  private final PDDocument document;
  private final Rules rules;
  private final Preflight.Findings findings;

  FileCheck(PDDocument document, Rules rules, Preflight.Findings findings) {
    this.document = document;
    this.rules = rules;
    this.findings = findings;
  }

  void run() {
    COSDictionary root = document.getDocumentCatalog().getCOSObject();
    version();
    findings.unless(!document.isEncrypted(), PreflightFinding.Code.ENCRYPTED);
    findings.unless(isIdentified(), PreflightFinding.Code.ID_MISSING);
    String language = root.getString(COSName.LANG);
    findings.unless(language != null && !language.isBlank(), PreflightFinding.Code.LANG_MISSING);
    findings.unless(isTrue(root, COSName.MARK_INFO, MARKED), PreflightFinding.Code.NOT_MARKED);
    findings.unless(
        root.getCOSDictionary(COSName.STRUCT_TREE_ROOT) != null,
        PreflightFinding.Code.STRUCTURE_MISSING);
    findings.unless(
        isTrue(root, PREFERENCES, SHOWS_TITLE), PreflightFinding.Code.TITLE_NOT_DISPLAYED);
    if (rules.isForThePress() && root.containsKey(AF)) {
      findings.add(PreflightFinding.Code.ATTACHMENT_IN_PRINT);
    }
    walk();
  }

  /**
   * PDF/X-4 is a subset of PDF 1.6, PDF/A-1 to -3 may say PDF 1.7; PDFBox takes the later of head
   * and root.
   */
  private void version() {
    boolean press = rules.isForThePress() && rules.demands(PreflightFinding.Demand.X4);
    float most = press ? 1.6f : rules.part() >= 1 && rules.part() <= 3 ? 1.7f : 2;
    if (document.getVersion() > most + 0.01f) {
      findings.add(PreflightFinding.Code.VERSION_WRONG, 0, Float.toString(document.getVersion()));
    }
  }

  private boolean isIdentified() {
    COSArray id = document.getDocument().getDocumentID();
    return id != null
        && id.size() == 2
        && id.getObject(0) instanceof COSString first
        && first.getBytes().length > 0
        && id.getObject(1) instanceof COSString;
  }

  private static boolean isTrue(COSDictionary root, COSName dictionary, COSName key) {
    COSDictionary inner = root.getCOSDictionary(dictionary);
    return inner != null && inner.getBoolean(key, false);
  }

  /** Looks at every object that the trailer leads to, each once, without recursion. */
  private void walk() {
    Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    var open = new ArrayDeque<COSBase>();
    open.add(document.getDocument().getTrailer());
    while (!open.isEmpty()) {
      COSBase next = open.pop();
      if (!seen.add(next)) {
        continue;
      }
      switch (next) {
        case COSObject reference -> push(reference.getObject(), open);
        case COSDictionary dictionary -> {
          examine(dictionary);
          dictionary.getValues().forEach(value -> push(value, open));
        }
        case COSArray array -> array.forEach(value -> push(value, open));
        default -> {}
      }
    }
  }

  private static void push(@Nullable COSBase value, ArrayDeque<COSBase> open) {
    if (value != null) {
      open.push(value);
    }
  }

  private void examine(COSDictionary dictionary) {
    if (SCRIPT.equals(dictionary.getDictionaryObject(COSName.S))
        || dictionary.containsKey(COSName.JS)
        || dictionary.containsKey(SCRIPT)) {
      findings.add(PreflightFinding.Code.JAVASCRIPT);
    }
    if (dictionary.containsKey(COSName.EF)) {
      String name = String.valueOf(dictionary.getString(COSName.UF));
      if (rules.isForThePress()) {
        findings.add(PreflightFinding.Code.ATTACHMENT_IN_PRINT, 0, name);
      } else if (!dictionary.containsKey(RELATIONSHIP)) {
        findings.add(PreflightFinding.Code.ATTACHMENT_WITHOUT_RELATIONSHIP, 0, name);
      }
    }
  }
}
