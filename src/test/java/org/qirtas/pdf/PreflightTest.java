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
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.apache.pdfbox.pdmodel.graphics.color.PDCalRGB;
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
    // These are broken on their own below.
    Set<Code> elsewhere =
        EnumSet.of(
            Code.UNREADABLE,
            Code.ID_MISSING,
            Code.IMAGE_BELOW_200_DPI,
            Code.CLAIM_BROKEN,
            Code.CLAIM_NOT_EXAMINED);
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

  @Test
  void foreignFileIsHeldToWhatItClaimsAndNoMore() throws IOException {
    Path good = Proof.of("نص", Edition.PRINT, folder).pdf();
    Preflight.Report kept = Preflight.foreign(good, Edition.PRINT);
    assertEquals(List.of("PDF/A-3a", "PDF/UA-1", "PDF/X-4"), kept.claims());
    assertEquals(List.of(), kept.findings());
    Path broken = folder.resolve("claims.pdf");
    try (PDDocument document = Loader.loadPDF(good.toFile())) {
      root(document).removeItem(COSName.LANG);
      document.save(broken.toFile());
    }
    assertEquals(
        List.of("PDF/A-3a: LANG_MISSING", "PDF/UA-1: LANG_MISSING"),
        Preflight.foreign(broken, Edition.PRINT).findings().stream()
            .filter(finding -> finding.code() == Code.CLAIM_BROKEN)
            .map(PreflightFinding::detail)
            .toList());
    Path silent = folder.resolve("silent.pdf");
    try (PDDocument document = Loader.loadPDF(broken.toFile())) {
      root(document).removeItem(COSName.METADATA);
      document
          .getDocumentInformation()
          .getCOSObject()
          .setString(COSName.getPDFName("GTS_PDFXVersion"), "PDF/X-3:2002");
      document.save(silent.toFile());
    }
    Preflight.Report report = Preflight.foreign(silent, Edition.PRINT);
    assertEquals(List.of("PDF/X-3:2002"), report.claims());
    assertEquals(
        List.of(Code.CLAIM_NOT_EXAMINED),
        report.findings().stream().map(PreflightFinding::code).toList());
  }

  @Test
  void findingsOfARuleAreBounded() {
    var findings = new Preflight.Findings(Rules.ofOurs(Edition.PRINT));
    for (int page = 1; page <= 100_000; page++) {
      findings.add(Code.HAIRLINE, page, "x".repeat(1000));
    }
    List<PreflightFinding> all = findings.finished();
    assertEquals(501, all.size());
    assertEquals("+ 99500", all.getFirst().detail());
    assertTrue(all.getLast().detail().length() < 210);
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
    put(all, Code.INK_OVER_LIMIT, Edition.PRINT, d -> content(d, "0 0 0 1 k", "1 1 1 1 k"));
    put(all, Code.WHITE_OVERPRINTS, Edition.PRINT, d -> content(d, "0 0 0 1 k", "0 0 0 0 k"));
    put(all, Code.HAIRLINE, Edition.PRINT, d -> paint(d, "0.1 w 50 50 m 90 90 l S"));
    put(
        all,
        Code.BLEED_MISSING,
        Edition.PRINT,
        d -> {
          PDRectangle trim = d.getPage(0).getTrimBox();
          paint(
              d,
              "0 0 0 1 k %s %s 100 100 re f".formatted(trim.getLowerLeftX(), trim.getLowerLeftY()));
        });
    put(
        all,
        Code.IMAGE_BELOW_100_DPI,
        Edition.PRINT,
        d -> paint(d, "300 0 0 300 60 60 cm BI /W 2 /H 2 /CS /G /BPC 8 ID abcd EI"));
    put(
        all,
        Code.COLOUR_SPOT,
        Edition.PRINT,
        d -> {
          var spot = new COSArray();
          spot.add(COSName.SEPARATION);
          spot.add(COSName.getPDFName("Gold"));
          spot.add(COSName.DEVICECMYK);
          spot.add(function());
          space(d, spot, "1");
        });
    put(
        all,
        Code.COLOUR_MANAGED_RGB_IN_PRINT,
        Edition.PRINT,
        d -> space(d, new PDCalRGB().getCOSObject(), "1 0 0"));
    put(
        all,
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

  /** Paints more, as an artifact. */
  private static void paint(PDDocument document, String operators) throws IOException {
    String content;
    try (InputStream in = document.getPage(0).getContents()) {
      content = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    }
    document
        .getPage(0)
        .getCOSObject()
        .setItem(
            COSName.CONTENTS,
            stream(
                document,
                (content + "\n/Artifact BMC q " + operators + " Q EMC")
                    .getBytes(StandardCharsets.ISO_8859_1)));
  }

  /** Fills a field with a colour of a space. */
  private static void space(PDDocument document, org.apache.pdfbox.cos.COSBase space, String colour)
      throws IOException {
    COSName name =
        document
            .getPage(0)
            .getResources()
            .add(org.apache.pdfbox.pdmodel.graphics.color.PDColorSpace.create(space));
    paint(document, "/" + name.getName() + " cs " + colour + " scn 60 60 20 20 re f");
  }

  private static COSDictionary function() {
    var function = new COSDictionary();
    function.setInt(COSName.FUNCTION_TYPE, 2);
    function.setItem(COSName.DOMAIN, numbers(0, 1));
    function.setItem(COSName.C0, numbers(0, 0, 0, 0));
    function.setItem(COSName.C1, numbers(0, 0.2f, 0.8f, 0));
    function.setInt(COSName.N, 1);
    return function;
  }

  private static COSArray numbers(float... values) {
    var array = new COSArray();
    array.setFloatArray(values);
    return array;
  }
}
