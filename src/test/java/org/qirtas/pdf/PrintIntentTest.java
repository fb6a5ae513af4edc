package org.qirtas.pdf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qirtas.Fault;
import org.qirtas.QirtasException;
import org.qirtas.profile.PrintProfile;

class PrintIntentTest {
  @TempDir private Path folder;

  private Path file(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private static QirtasException refusal(Path file) {
    return assertThrows(QirtasException.class, () -> PrintIntent.of(file.toString()));
  }

  /** The shipped profile under another name of the same length. */
  private static byte[] renamed(String name) {
    byte[] bytes = OutputIntents.shipped("FOGRA39L_coated.icc");
    byte[] old = "FOGRA39L Coated".getBytes(StandardCharsets.US_ASCII);
    byte[] other = Arrays.copyOf(name.getBytes(StandardCharsets.US_ASCII), old.length);
    for (int at = 0; at + old.length <= bytes.length; at++) {
      if (Arrays.equals(bytes, at, at + old.length, old, 0, old.length)) {
        System.arraycopy(other, 0, bytes, at, old.length);
      }
    }
    return bytes;
  }

  @Test
  void pressIsNamedByTheRegistrysNameWhereItsProfileTellsIt() throws IOException {
    assertEquals("FOGRA39", PrintIntent.of(" Fogra39 ").condition());
    PrintIntent other = PrintIntent.of(file("a.icc", renamed("Fogra 51L coated")).toString());
    assertEquals("FOGRA51", other.condition());
    assertEquals("http://www.color.org", other.registry());
    PrintIntent house = PrintIntent.of(file("h.icc", renamed("Our own press 2")).toString());
    assertEquals("Our own press 2", house.condition());
    assertEquals("", house.registry());
  }

  @Test
  void whatIsNoPressIsRefusedWithItsReason() throws IOException {
    assertEquals("intent.absent", refusal(folder.resolve("fogra51")).key());
    assertEquals(Fault.USAGE, refusal(folder.resolve("fogra51")).fault());
    assertEquals(
        "intent.colours", refusal(file("rgb.icc", OutputIntents.shipped("sRGB.icc"))).key());
    byte[] whole = OutputIntents.shipped("FOGRA39L_coated.icc");
    assertEquals("intent.broken", refusal(file("cut.icc", Arrays.copyOf(whole, 5000))).key());
    assertEquals(
        "intent.broken",
        refusal(file("text.icc", "no profile".getBytes(StandardCharsets.US_ASCII))).key());
    assertEquals("intent.broken", refusal(file("empty.icc", new byte[0])).key());
    assertEquals("profile.unreadable", refusal(folder).key());
    byte[] scanner = whole.clone();
    System.arraycopy("scnr".getBytes(StandardCharsets.US_ASCII), 0, scanner, 12, 4);
    assertEquals("intent.kind", refusal(file("scanner.icc", scanner)).key());
    byte[] late = whole.clone();
    late[8] = 5;
    assertEquals("intent.version", refusal(file("late.icc", late)).key());
  }

  @Test
  void profileIsEmbeddedOnceForBothIntents() throws IOException {
    byte[] profile = renamed("Our own press 2");
    PrintIntent house = PrintIntent.of(file("h.icc", profile).toString());
    var run = new PressRun(house, Set.of());
    Proof proof = Proof.of(Specimens.plain("نص"), PrintProfile.articleA4(), run, folder);
    assertEquals(List.of(), Preflight.of(proof.pdf(), Edition.PRINT));
    try (PDDocument document = Loader.loadPDF(proof.pdf().toFile())) {
      COSArray intents =
          document.getDocumentCatalog().getCOSObject().getCOSArray(COSName.OUTPUT_INTENTS);
      assertEquals(2, intents.size());
      var press = (COSDictionary) intents.getObject(0);
      assertEquals("GTS_PDFX", press.getNameAsString(COSName.S));
      assertEquals("Our own press 2", press.getString(COSName.OUTPUT_CONDITION_IDENTIFIER));
      assertEquals("Our own press 2", press.getString(COSName.INFO));
      var stream = (COSStream) press.getDictionaryObject(COSName.DEST_OUTPUT_PROFILE);
      assertArrayEquals(profile, stream.createInputStream().readAllBytes());
      var archive = (COSDictionary) intents.getObject(1);
      assertEquals(stream, archive.getDictionaryObject(COSName.DEST_OUTPUT_PROFILE));
    }
  }
}
