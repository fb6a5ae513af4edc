package org.qirtas.pdf;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;

/** Cuts into good PDFs, to break them. */
final class Surgery {
  private Surgery() {}

  static COSDictionary root(PDDocument document) {
    return document.getDocumentCatalog().getCOSObject();
  }

  static void attach(PDDocument document) throws IOException {
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

  static void packet(PDDocument document, String from, String to) throws IOException {
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

  static COSArray intents(PDDocument document) {
    return root(document).getCOSArray(COSName.OUTPUT_INTENTS);
  }

  static COSStream anotherProfile(PDDocument document) throws IOException {
    COSStream profile = document.getDocument().createCOSStream();
    profile.setInt(COSName.N, 4);
    try (InputStream in = OutputIntents.class.getResourceAsStream("FOGRA39L_coated.icc");
        OutputStream out = profile.createOutputStream(COSName.FLATE_DECODE)) {
      in.transferTo(out);
    }
    return profile;
  }

  static COSDictionary font(PDDocument document) throws IOException {
    var resources = document.getPage(0).getResources();
    return resources.getFont(resources.getFontNames().iterator().next()).getCOSObject();
  }

  static COSDictionary descendant(PDDocument document) throws IOException {
    return (COSDictionary) font(document).getCOSArray(COSName.DESCENDANT_FONTS).getObject(0);
  }

  static void firstCode(PDDocument document, String character) throws IOException {
    toUnicode(document, "<0001> <[^>]*>", "<0001> <" + character + ">");
  }

  static void toUnicode(PDDocument document, String from, String to) throws IOException {
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

  static COSStream stream(PDDocument document, byte[] content) throws IOException {
    COSStream stream = document.getDocument().createCOSStream();
    try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
      out.write(content);
    }
    return stream;
  }

  static void content(PDDocument document, String from, String to) throws IOException {
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

  /** Paints more, as an artifact. */
  static void paint(PDDocument document, String operators) throws IOException {
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
  static void space(PDDocument document, org.apache.pdfbox.cos.COSBase space, String colour)
      throws IOException {
    COSName name =
        document
            .getPage(0)
            .getResources()
            .add(org.apache.pdfbox.pdmodel.graphics.color.PDColorSpace.create(space));
    paint(document, "/" + name.getName() + " cs " + colour + " scn 60 60 20 20 re f");
  }

  static COSDictionary function() {
    var function = new COSDictionary();
    function.setInt(COSName.FUNCTION_TYPE, 2);
    function.setItem(COSName.DOMAIN, numbers(0, 1));
    function.setItem(COSName.C0, numbers(0, 0, 0, 0));
    function.setItem(COSName.C1, numbers(0, 0.2f, 0.8f, 0));
    function.setInt(COSName.N, 1);
    return function;
  }

  static COSArray numbers(float... values) {
    var array = new COSArray();
    array.setFloatArray(values);
    return array;
  }
}
