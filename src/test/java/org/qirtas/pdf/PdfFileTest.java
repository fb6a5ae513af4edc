package org.qirtas.pdf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.COSObjectable;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.junit.jupiter.api.Test;

class PdfFileTest {
  private static final COSName WORDS = COSName.getPDFName("Words");

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  private PdfFile file() throws IOException {
    return new PdfFile(bytes, "1.7");
  }

  /** Ends a file whose catalog has something of its own, and reads it back. */
  private PDDocument finished(PdfFile file, COSDictionary root) throws IOException {
    root.setItem(COSName.TYPE, COSName.CATALOG);
    root.setItem(COSName.PAGES, new PageTree(file).finish());
    file.finish(file.write(root), file.write(new COSDictionary()));
    file.close();
    return Loader.loadPDF(bytes.toByteArray());
  }

  @Test
  void everyKindOfObjectIsReadBackAsItWas() throws IOException {
    PdfFile file = file();
    var all = new COSArray();
    all.add(new COSString("قرطاس (ورق) \\"));
    all.add(COSName.getPDFName("a b#c/قلم"));
    all.add(COSInteger.get(-12_345_678_901L));
    all.add(new COSFloat(0.0625f));
    all.add(COSNull.NULL);
    all.add(org.apache.pdfbox.cos.COSBoolean.TRUE);
    var root = new COSDictionary();
    root.setItem(WORDS, file.write(all));
    try (PDDocument document = finished(file, root)) {
      COSArray read = document.getDocumentCatalog().getCOSObject().getCOSArray(WORDS);
      assertEquals("قرطاس (ورق) \\", read.getString(0));
      assertEquals("a b#c/قلم", read.getName(1));
      assertEquals(-12_345_678_901L, ((COSInteger) read.get(2)).longValue());
      assertEquals(new COSFloat(0.0625f), read.get(3));
      assertNull(read.getObject(4));
      assertEquals(org.apache.pdfbox.cos.COSBoolean.TRUE, read.get(5));
    }
  }

  @Test
  void moreObjectsThanAPackHoldsAreAllFound() throws IOException {
    PdfFile file = file();
    var all = new COSArray();
    for (int i = 0; i < 1_000; i++) {
      var one = new COSDictionary();
      one.setInt(WORDS, i);
      all.add(file.write(one));
    }
    var root = new COSDictionary();
    root.setItem(WORDS, all);
    try (PDDocument document = finished(file, root)) {
      COSArray read = document.getDocumentCatalog().getCOSObject().getCOSArray(WORDS);
      for (int i = 0; i < 1_000; i++) {
        assertEquals(i, ((COSDictionary) read.getObject(i)).getInt(WORDS));
      }
    }
  }

  @Test
  void aStreamWithinADictionaryBecomesAnObjectOfItsOwn() throws IOException {
    PdfFile file = file();
    var stream = new COSStream();
    byte[] words = "نصّ طويل ".repeat(500).getBytes(StandardCharsets.UTF_8);
    try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
      out.write(words);
    }
    var twice = new COSArray();
    twice.add(stream);
    twice.add(stream);
    var root = new COSDictionary();
    root.setItem(WORDS, twice);
    try (PDDocument document = finished(file, root)) {
      COSArray read = document.getDocumentCatalog().getCOSObject().getCOSArray(WORDS);
      assertEquals(read.getObject(0), read.getObject(1));
      try (InputStream in = ((COSStream) read.getObject(0)).createInputStream()) {
        assertArrayEquals(words, in.readAllBytes());
      }
    }
  }

  @Test
  void anObjectIsWrittenOnce() throws IOException {
    PdfFile file = file();
    Reference reference = file.write(new COSDictionary());
    assertThrows(IllegalStateException.class, () -> file.write(reference, new COSDictionary()));
  }

  @Test
  void aReservedNumberMustBeUsed() throws IOException {
    PdfFile file = file();
    file.reserve();
    assertThrows(IllegalStateException.class, () -> finished(file, new COSDictionary()));
  }

  @Test
  void aNumberTreeOfManyLeavesKnowsEveryKey() throws IOException {
    PdfFile file = file();
    var tree = new NumberTree(file);
    for (int i = 0; i < 500; i++) {
      assertEquals(i, tree.add(COSInteger.get(10L * i)));
    }
    var root = new COSDictionary();
    root.setItem(WORDS, file.write(tree.finish()));
    try (PDDocument document = finished(file, root)) {
      var read =
          new PDNumberTreeNode(
              document.getDocumentCatalog().getCOSObject().getCOSDictionary(WORDS), Value.class);
      assertEquals(COSInteger.get(4990), ((Value) read.getValue(499)).getCOSObject());
      assertEquals(COSInteger.get(640), ((Value) read.getValue(64)).getCOSObject());
      assertTrue(read.getKids().size() > 1);
    }
  }

  /** PDFBox makes them by this constructor. */
  public record Value(COSInteger value) implements COSObjectable {
    @Override
    public COSBase getCOSObject() {
      return value;
    }
  }
}
