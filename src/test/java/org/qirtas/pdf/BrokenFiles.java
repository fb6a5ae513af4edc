package org.qirtas.pdf;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.qirtas.pdf.PreflightFinding.Code;

/** Files that break one rule each, by its code: what is wrong with the file as a whole. */
final class BrokenFiles {
  private final Map<String, Broken> all = new TreeMap<>();

  private BrokenFiles() {}

  /** Breaks one rule. */
  interface Fault {
    void into(PDDocument document) throws IOException;
  }

  record Broken(Code code, Edition edition, Fault fault) {}

  /** {@return all, by the code and a number} */
  static Map<String, Broken> all() {
    var files = new BrokenFiles();
    files.ofTheFile();
    files.ofMetadata();
    files.ofIntents();
    BrokenPages.into(files);
    return files.all;
  }

  void put(Code code, Edition edition, Fault fault) {
    String name = code.name();
    for (int n = 2; all.containsKey(name); n++) {
      name = code.name() + " " + n;
    }
    all.put(name, new Broken(code, edition, fault));
  }

  private void ofTheFile() {
    put(Code.VERSION_WRONG, Edition.PRINT, d -> d.setVersion(1.7f));
    put(Code.VERSION_WRONG, Edition.SCREEN, d -> d.setVersion(2.0f));
    put(
        Code.ENCRYPTED,
        Edition.PRINT,
        d -> d.protect(new StandardProtectionPolicy("owner", "", new AccessPermission())));
    put(
        Code.ENCRYPTED,
        Edition.PRINT,
        d -> d.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission())));
    put(
        Code.JAVASCRIPT,
        Edition.SCREEN,
        d -> d.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)")));
    put(Code.ATTACHMENT_IN_PRINT, Edition.PRINT, Surgery::attach);
    put(Code.ATTACHMENT_WITHOUT_RELATIONSHIP, Edition.SCREEN, Surgery::attach);
    put(Code.LANG_MISSING, Edition.SCREEN, d -> Surgery.root(d).removeItem(COSName.LANG));
    put(Code.NOT_MARKED, Edition.SCREEN, d -> Surgery.root(d).removeItem(COSName.MARK_INFO));
    put(
        Code.STRUCTURE_MISSING,
        Edition.SCREEN,
        d -> Surgery.root(d).removeItem(COSName.STRUCT_TREE_ROOT));
    put(
        Code.TITLE_NOT_DISPLAYED,
        Edition.SCREEN,
        d -> Surgery.root(d).removeItem(COSName.getPDFName("ViewerPreferences")));
  }

  private void ofMetadata() {
    put(Code.METADATA_MISSING, Edition.SCREEN, d -> Surgery.root(d).removeItem(COSName.METADATA));
    put(Code.METADATA_MISSING, Edition.SCREEN, d -> Surgery.packet(d, "<x:xmpmeta", "<<"));
    put(
        Code.A3_KEY_MISSING,
        Edition.SCREEN,
        d -> Surgery.packet(d, "pdfaid:part>3", "pdfaid:part>2"));
    put(
        Code.UA_KEY_MISSING,
        Edition.PRINT,
        d -> Surgery.packet(d, "<pdfuaid:part>1</pdfuaid:part>", ""));
    put(Code.X4_KEY_MISSING, Edition.PRINT, d -> Surgery.packet(d, "PDF/X-4<", "PDF/X-3<"));
    put(Code.X4_KEY_MISSING, Edition.PRINT, d -> Surgery.packet(d, "VersionID", "VersionXX"));
    put(
        Code.X4_KEY_MISSING,
        Edition.PRINT,
        d ->
            d.getDocumentInformation()
                .getCOSObject()
                .removeItem(COSName.getPDFName("GTS_PDFXVersion")));
    put(Code.TRAPPED_UNKNOWN, Edition.PRINT, d -> d.getDocumentInformation().setTrapped("Unknown"));
    put(Code.XMP_INFO_DIFFER, Edition.PRINT, d -> d.getDocumentInformation().setTitle("another"));
    put(
        Code.XMP_INFO_DIFFER,
        Edition.SCREEN,
        d -> Surgery.packet(d, "2020-10-23T02:44:00Z", "2020-10-23T02:45:00Z"));
  }

  private void ofIntents() {
    put(
        Code.OUTPUT_INTENT_MISSING,
        Edition.SCREEN,
        d -> Surgery.root(d).removeItem(COSName.OUTPUT_INTENTS));
    put(Code.OUTPUT_INTENT_MISSING, Edition.PRINT, d -> Surgery.intents(d).remove(0));
    put(
        Code.INTENT_NOT_CMYK,
        Edition.PRINT,
        d -> {
          var intent = (COSDictionary) Surgery.intents(d).getObject(0);
          COSDictionary profile = intent.getCOSDictionary(COSName.DEST_OUTPUT_PROFILE);
          ((COSStream) Objects.requireNonNull(profile)).setInt(COSName.N, 3);
        });
    put(
        Code.INTENT_NOT_EMBEDDED,
        Edition.PRINT,
        d ->
            ((COSDictionary) Surgery.intents(d).getObject(0))
                .removeItem(COSName.DEST_OUTPUT_PROFILE));
    put(
        Code.INTENTS_DIFFER,
        Edition.PRINT,
        d ->
            ((COSDictionary) Surgery.intents(d).getObject(0))
                .setItem(COSName.DEST_OUTPUT_PROFILE, Surgery.anotherProfile(d)));
  }
}
