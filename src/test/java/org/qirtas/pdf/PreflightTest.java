package org.qirtas.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.qirtas.pdf.PreflightFinding.Code;

/** Each rule is broken once, in a file that is otherwise good. */
class PreflightTest {
  @TempDir static Path folder;

  /** Breaks one rule. */
  interface Fault {
    void into(PDDocument document) throws IOException;
  }

  record Broken(Code code, Edition edition, Fault fault) {}

  @ParameterizedTest
  @MethodSource("goodEditions")
  void goodEditionHasNoErrors(String name, Edition edition) {
    Path pdf = Proof.of(Specimens.named(name), edition, folder).pdf();
    assertEquals(
        List.of(), Preflight.of(pdf, edition).stream().filter(PreflightFinding::isError).toList());
  }

  static Stream<Arguments> goodEditions() {
    return Specimens.all().keySet().stream()
        .flatMap(name -> Stream.of(Edition.values()).map(edition -> Arguments.of(name, edition)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("broken")
  void brokenRuleIsFoundByItsCode(String name, Broken broken) throws IOException {
    assertTrue(name.startsWith(broken.code().name()));
    Path good = Proof.of("نص (أول) text", broken.edition(), folder).pdf();
    assertEquals(List.of(), Preflight.of(good, broken.edition()));
    Path bad = folder.resolve(name + ".pdf");
    try (PDDocument document = Loader.loadPDF(good.toFile())) {
      broken.fault().into(document);
      document.save(bad.toFile(), CompressParameters.NO_COMPRESSION);
    }
    assertTrue(
        codes(bad, broken.edition()).contains(broken.code()),
        () -> Preflight.of(bad, broken.edition()).toString());
  }

  @ParameterizedTest
  @EnumSource(Code.class)
  void everyCodeHasAFileThatBreaksIt(Code code) {
    // These three are broken on their own below.
    Set<Code> elsewhere = EnumSet.of(Code.UNREADABLE, Code.ID_MISSING, Code.IMAGE_BELOW_200_DPI);
    assertTrue(elsewhere.contains(code) || all().values().stream().anyMatch(b -> b.code() == code));
  }

  @Test
  void fileThatIsNoPdfIsUnreadable() throws IOException {
    Path none = Files.writeString(folder.resolve("none.pdf"), "no PDF at all");
    assertEquals(Set.of(Code.UNREADABLE), codes(none, Edition.PRINT));
  }

  @Test
  void identifiersThatAreNotThereAreMissed() throws IOException {
    // PDFBox always writes them, so they are taken out of the bytes.
    Path good = Proof.of("نص", Edition.PRINT, folder).pdf();
    byte[] bytes;
    try (PDDocument document = Loader.loadPDF(good.toFile())) {
      Path plain = folder.resolve("plain.pdf");
      document.save(plain.toFile(), CompressParameters.NO_COMPRESSION);
      bytes = Files.readAllBytes(plain);
    }
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    int at = text.lastIndexOf("/ID [");
    assertTrue(at > 0);
    Path bad = folder.resolve("ID_MISSING.pdf");
    Files.write(
        bad,
        (text.substring(0, at) + "/XX [" + text.substring(at + 5))
            .getBytes(StandardCharsets.ISO_8859_1));
    assertEquals(Set.of(Code.ID_MISSING), codes(bad, Edition.PRINT));
  }

  @Test
  void coarsePictureIsAWarningOnly() {
    Path pdf = Proof.of(Specimens.figures(), Edition.PRINT, folder).pdf();
    List<PreflightFinding> findings = Preflight.of(pdf, Edition.PRINT);
    assertTrue(findings.stream().anyMatch(f -> f.code() == Code.IMAGE_BELOW_200_DPI));
    assertFalse(findings.stream().anyMatch(PreflightFinding::isError));
  }

  private static Set<Code> codes(Path pdf, Edition edition) {
    return Preflight.of(pdf, edition).stream()
        .map(PreflightFinding::code)
        .collect(Collectors.toSet());
  }

  static Stream<Arguments> broken() {
    return all().entrySet().stream().map(e -> Arguments.of(e.getKey(), e.getValue()));
  }

  private static Map<String, Broken> all() {
    var all = new java.util.TreeMap<String, Broken>();
    ofTheFile(all);
    ofMetadata(all);
    ofIntents(all);
    ofPages(all);
    ofFonts(all);
    ofContent(all);
    return all;
  }

  private static void put(Map<String, Broken> all, Code code, Edition edition, Fault fault) {
    String name = code.name();
    for (int n = 2; all.containsKey(name); n++) {
      name = code.name() + " " + n;
    }
    all.put(name, new Broken(code, edition, fault));
  }

  private static COSDictionary root(PDDocument document) {
    return document.getDocumentCatalog().getCOSObject();
  }

  private static void ofTheFile(Map<String, Broken> all) {
    put(all, Code.VERSION_WRONG, Edition.PRINT, d -> d.setVersion(1.7f));
    put(all, Code.VERSION_WRONG, Edition.SCREEN, d -> d.setVersion(2.0f));
    put(
        all,
        Code.ENCRYPTED,
        Edition.PRINT,
        d -> d.protect(new StandardProtectionPolicy("owner", "", new AccessPermission())));
    put(
        all,
        Code.ENCRYPTED,
        Edition.PRINT,
        d -> d.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission())));
    put(
        all,
        Code.JAVASCRIPT,
        Edition.SCREEN,
        d -> d.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)")));
    put(all, Code.ATTACHMENT_IN_PRINT, Edition.PRINT, PreflightTest::attach);
    put(all, Code.ATTACHMENT_WITHOUT_RELATIONSHIP, Edition.SCREEN, PreflightTest::attach);
    put(all, Code.LANG_MISSING, Edition.SCREEN, d -> root(d).removeItem(COSName.LANG));
    put(all, Code.NOT_MARKED, Edition.SCREEN, d -> root(d).removeItem(COSName.MARK_INFO));
    put(
        all,
        Code.STRUCTURE_MISSING,
        Edition.SCREEN,
        d -> root(d).removeItem(COSName.STRUCT_TREE_ROOT));
    put(
        all,
        Code.TITLE_NOT_DISPLAYED,
        Edition.SCREEN,
        d -> root(d).removeItem(COSName.getPDFName("ViewerPreferences")));
  }

  private static void attach(PDDocument document) throws IOException {
    var specification = new PDComplexFileSpecification();
    specification.setFileUnicode("note.txt");
    specification.setEmbeddedFileUnicode(
        new PDEmbeddedFile(document, new java.io.ByteArrayInputStream(new byte[] {1})));
    var files = new PDEmbeddedFilesNameTreeNode();
    files.setNames(Map.of("note.txt", specification));
    var names = new PDDocumentNameDictionary(document.getDocumentCatalog());
    names.setEmbeddedFiles(files);
    document.getDocumentCatalog().setNames(names);
  }

  private static void ofMetadata(Map<String, Broken> all) {
    put(all, Code.METADATA_MISSING, Edition.SCREEN, d -> root(d).removeItem(COSName.METADATA));
    put(all, Code.METADATA_MISSING, Edition.SCREEN, d -> packet(d, "<x:xmpmeta", "<<"));
    put(all, Code.A3_KEY_MISSING, Edition.SCREEN, d -> packet(d, "pdfaid:part>3", "pdfaid:part>2"));
    put(
        all,
        Code.UA_KEY_MISSING,
        Edition.PRINT,
        d -> packet(d, "<pdfuaid:part>1</pdfuaid:part>", ""));
    put(all, Code.X4_KEY_MISSING, Edition.PRINT, d -> packet(d, "PDF/X-4<", "PDF/X-3<"));
    put(all, Code.X4_KEY_MISSING, Edition.PRINT, d -> packet(d, "VersionID", "VersionXX"));
    put(
        all,
        Code.X4_KEY_MISSING,
        Edition.PRINT,
        d ->
            d.getDocumentInformation()
                .getCOSObject()
                .removeItem(COSName.getPDFName("GTS_PDFXVersion")));
    put(
        all,
        Code.TRAPPED_UNKNOWN,
        Edition.PRINT,
        d -> d.getDocumentInformation().setTrapped("Unknown"));
    put(
        all,
        Code.XMP_INFO_DIFFER,
        Edition.PRINT,
        d -> d.getDocumentInformation().setTitle("another"));
    put(
        all,
        Code.XMP_INFO_DIFFER,
        Edition.SCREEN,
        d -> packet(d, "2020-10-23T02:44:00Z", "2020-10-23T02:45:00Z"));
  }

  private static void packet(PDDocument document, String from, String to) throws IOException {
    COSStream stream = document.getDocumentCatalog().getMetadata().getCOSObject();
    String text;
    try (InputStream in = stream.createInputStream()) {
      text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    assertTrue(text.contains(from), from);
    try (OutputStream out = stream.createOutputStream()) {
      out.write(text.replace(from, to).getBytes(StandardCharsets.UTF_8));
    }
  }

  private static COSArray intents(PDDocument document) {
    return root(document).getCOSArray(COSName.OUTPUT_INTENTS);
  }

  private static void ofIntents(Map<String, Broken> all) {
    put(
        all,
        Code.OUTPUT_INTENT_MISSING,
        Edition.SCREEN,
        d -> root(d).removeItem(COSName.OUTPUT_INTENTS));
    put(all, Code.OUTPUT_INTENT_MISSING, Edition.PRINT, d -> intents(d).remove(0));
    put(
        all,
        Code.INTENT_NOT_CMYK,
        Edition.PRINT,
        d -> {
          var intent = (COSDictionary) intents(d).getObject(0);
          COSDictionary profile = intent.getCOSDictionary(COSName.DEST_OUTPUT_PROFILE);
          ((COSStream) java.util.Objects.requireNonNull(profile)).setInt(COSName.N, 3);
        });
    put(
        all,
        Code.INTENT_NOT_EMBEDDED,
        Edition.PRINT,
        d -> ((COSDictionary) intents(d).getObject(0)).removeItem(COSName.DEST_OUTPUT_PROFILE));
    put(
        all,
        Code.INTENTS_DIFFER,
        Edition.PRINT,
        d ->
            ((COSDictionary) intents(d).getObject(0))
                .setItem(COSName.DEST_OUTPUT_PROFILE, anotherProfile(d)));
  }

  private static COSStream anotherProfile(PDDocument document) throws IOException {
    COSStream profile = document.getDocument().createCOSStream();
    profile.setInt(COSName.N, 4);
    try (InputStream in = OutputIntents.class.getResourceAsStream("FOGRA39L_coated.icc");
        OutputStream out = profile.createOutputStream(COSName.FLATE_DECODE)) {
      in.transferTo(out);
    }
    return profile;
  }

  private static void ofPages(Map<String, Broken> all) {
    put(
        all,
        Code.TRIM_BOX_MISSING,
        Edition.PRINT,
        d -> d.getPage(0).getCOSObject().removeItem(COSName.TRIM_BOX));
    put(
        all,
        Code.TRIM_AND_ART_BOX,
        Edition.PRINT,
        d -> d.getPage(0).setArtBox(d.getPage(0).getTrimBox()));
    put(
        all,
        Code.BOX_NESTING,
        Edition.PRINT,
        d ->
            d.getPage(0)
                .getCOSObject()
                .setItem(COSName.BLEED_BOX, new PDRectangle(10, 10, 300, 300)));
    put(
        all,
        Code.ANNOTATION_IN_PRINT_AREA,
        Edition.PRINT,
        d -> {
          var note = new PDAnnotationText();
          note.setRectangle(new PDRectangle(50, 50, 20, 20));
          d.getPage(0).setAnnotations(List.of(note));
        });
    put(
        all,
        Code.TAB_ORDER_MISSING,
        Edition.SCREEN,
        d -> {
          var note = new PDAnnotationText();
          note.setRectangle(new PDRectangle(50, 50, 20, 20));
          d.getPage(0).setAnnotations(List.of(note));
          d.getPage(0).getCOSObject().removeItem(COSName.getPDFName("Tabs"));
        });
  }

  private static COSDictionary font(PDDocument document) throws IOException {
    var resources = document.getPage(0).getResources();
    return resources.getFont(resources.getFontNames().iterator().next()).getCOSObject();
  }

  private static COSDictionary descendant(PDDocument document) throws IOException {
    return (COSDictionary) font(document).getCOSArray(COSName.DESCENDANT_FONTS).getObject(0);
  }

  private static void ofFonts(Map<String, Broken> all) {
    put(
        all,
        Code.FONT_NOT_EMBEDDED,
        Edition.SCREEN,
        d ->
            java.util.Objects.requireNonNull(descendant(d).getCOSDictionary(COSName.FONT_DESC))
                .removeItem(COSName.FONT_FILE2));
    put(
        all,
        Code.FONT_NOT_SUBSET,
        Edition.SCREEN,
        d -> font(d).setName(COSName.BASE_FONT, "Amiri"));
    put(
        all,
        Code.FONT_WITHOUT_TO_UNICODE,
        Edition.SCREEN,
        d -> font(d).removeItem(COSName.TO_UNICODE));
    put(
        all,
        Code.CODE_WITHOUT_CHARACTER,
        Edition.SCREEN,
        d -> toUnicode(d, "<0001> <[^>]*>\n", ""));
    put(all, Code.CHARACTER_FORBIDDEN, Edition.SCREEN, d -> firstCode(d, "FEFF"));
    put(all, Code.CHARACTER_PRIVATE, Edition.SCREEN, d -> firstCode(d, "E001"));
    put(all, Code.CHARACTERS_WOULD_TURN, Edition.SCREEN, d -> firstCode(d, "06440627"));
    put(
        all,
        Code.GLYPH_MISSING,
        Edition.SCREEN,
        d -> descendant(d).setItem(COSName.CID_TO_GID_MAP, stream(d, new byte[4096])));
    put(
        all,
        Code.WIDTHS_DIFFER,
        Edition.SCREEN,
        d -> {
          descendant(d).removeItem(COSName.W);
          descendant(d).setItem(COSName.DW, COSInteger.get(1234));
        });
  }

  private static void firstCode(PDDocument document, String character) throws IOException {
    toUnicode(document, "<0001> <[^>]*>", "<0001> <" + character + ">");
  }

  private static void toUnicode(PDDocument document, String from, String to) throws IOException {
    var stream = (COSStream) font(document).getDictionaryObject(COSName.TO_UNICODE);
    String map;
    try (InputStream in = stream.createInputStream()) {
      map = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
    }
    font(document)
        .setItem(
            COSName.TO_UNICODE,
            stream(document, map.replaceFirst(from, to).getBytes(StandardCharsets.US_ASCII)));
  }

  private static COSStream stream(PDDocument document, byte[] content) throws IOException {
    COSStream stream = document.getDocument().createCOSStream();
    try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
      out.write(content);
    }
    return stream;
  }

  private static void content(PDDocument document, String from, String to) throws IOException {
    String content;
    try (InputStream in = document.getPage(0).getContents()) {
      content = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    }
    assertTrue(content.contains(from), content);
    document
        .getPage(0)
        .getCOSObject()
        .setItem(
            COSName.CONTENTS,
            stream(document, content.replace(from, to).getBytes(StandardCharsets.ISO_8859_1)));
  }

  private static void ofContent(Map<String, Broken> all) {
    put(
        all,
        Code.COLOUR_DEVICE_RGB_IN_PRINT,
        Edition.PRINT,
        d -> content(d, "0 0 0 1 k", "1 0 0 rg"));
    put(
        all,
        Code.COLOUR_DEVICE_CMYK_ON_SCREEN,
        Edition.SCREEN,
        d -> content(d, "0 g", "0 0 0 1 k"));
    put(all, Code.TEXT_NOT_K_ONLY, Edition.PRINT, d -> content(d, "0 0 0 1 k", "1 1 1 1 k"));
    put(all, Code.TEXT_NOT_K_ONLY, Edition.PRINT, d -> content(d, "0 0 0 1 k", "0 g"));
    put(all, Code.TEXT_NOT_OVERPRINTED, Edition.PRINT, d -> content(d, "/Overprint gs", ""));
    put(
        all,
        Code.TRANSPARENCY,
        Edition.PRINT,
        d -> {
          COSDictionary states =
              java.util.Objects.requireNonNull(
                  d.getPage(0).getResources().getCOSObject().getCOSDictionary(COSName.EXT_G_STATE));
          java.util.Objects.requireNonNull(states.getCOSDictionary(COSName.getPDFName("Overprint")))
              .setItem(COSName.CA_NS, new org.apache.pdfbox.cos.COSFloat(0.5f));
        });
    put(
        all,
        Code.UNTAGGED_CONTENT,
        Edition.SCREEN,
        d -> content(d, "/Span <</MCID 0>>", "/Span <<>>"));
  }
}
