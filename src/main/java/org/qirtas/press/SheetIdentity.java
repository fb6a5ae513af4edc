package org.qirtas.press;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Map;
import org.openpdf.text.pdf.PdfArray;
import org.openpdf.text.pdf.PdfBoolean;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfEncryption;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfWriter;

/**
 * What sheets say of themselves: all of it comes from the master and the job, nothing from the
 * clock.
 */
final class SheetIdentity {
  private static final String NO_DATE = "D:19700101000000Z";

  private final PdfReader reader;
  private final Map<String, String> master;
  private final byte[] id;

  SheetIdentity(PdfReader reader, Job job) {
    this.reader = reader;
    this.master = reader.getInfo();
    this.id = digest(reader, job.toString());
  }

  /** The identifiers of what is made of a master by some work. */
  static PdfObject ids(PdfReader reader, String work) {
    byte[] id = digest(reader, work);
    return PdfEncryption.createInfoId(id, id);
  }

  /** The master's identifier where it has one, and the job. */
  private static byte[] digest(PdfReader reader, String job) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      PdfArray ids = reader.getTrailer().getAsArray(PdfName.ID);
      if (ids != null && ids.size() > 1) {
        digest.update(ids.getAsString(1).getBytes());
      }
      digest.update(
          new java.util.TreeMap<>(reader.getInfo()).toString().getBytes(StandardCharsets.UTF_8));
      digest.update((job + " " + reader.getNumberOfPages()).getBytes(StandardCharsets.UTF_8));
      return Arrays.copyOf(digest.digest(), 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  String title() {
    return master.getOrDefault("Title", "");
  }

  void describe(PdfWriter writer) throws IOException {
    PdfDictionary information = writer.getInfo();
    String date = master.getOrDefault("CreationDate", NO_DATE);
    information.put(PdfName.CREATIONDATE, new PdfString(date));
    information.put(PdfName.MODDATE, new PdfString(date));
    information.put(PdfName.PRODUCER, new PdfString("Qirtas 0.1 (OpenPDF)"));
    information.put(PdfName.CREATOR, new PdfString("Qirtas 0.1"));
    information.put(PdfName.TRAPPED, new PdfName("False"));
    if (!title().isEmpty()) {
      information.put(PdfName.TITLE, new PdfString(title(), PdfObject.TEXT_UNICODE));
    }
    information.put(PdfName.FILEID, PdfEncryption.createInfoId(id, id));
    takeIntents(writer);
    if (Master.runsFromTheRight(reader)) {
      writer.addViewerPreference(PdfName.DIRECTION, PdfName.R2L);
    }
    if (!title().isEmpty()) {
      writer.addViewerPreference(PdfName.DISPLAYDOCTITLE, PdfBoolean.PDFTRUE);
    }
  }

  /** Which inks the colours mean; a sheet is for the press, and keeps the press's intent alone. */
  private void takeIntents(PdfWriter writer) throws IOException {
    PdfArray intents = reader.getCatalog().getAsArray(PdfName.OUTPUTINTENTS);
    for (int i = 0; intents != null && i < intents.size(); i++) {
      PdfDictionary intent = intents.getAsDict(i);
      if (intent != null && PdfName.GTS_PDFX.equals(intent.getAsName(PdfName.S))) {
        PdfObject stream = PdfReader.getPdfObject(intent.get(PdfName.DESTOUTPUTPROFILE));
        byte[] profile =
            stream instanceof org.openpdf.text.pdf.PRStream coded
                ? PdfReader.getStreamBytes(coded)
                : null;
        if (profile != null) {
          writer.setOutputIntents(
              text(intent, PdfName.OUTPUTCONDITIONIDENTIFIER),
              text(intent, PdfName.OUTPUTCONDITION),
              text(intent, PdfName.REGISTRYNAME),
              text(intent, PdfName.INFO),
              profile);
        }
        return;
      }
    }
  }

  private static String text(PdfDictionary intent, PdfName key) {
    PdfString text = intent.getAsString(key);
    return text == null ? "" : text.toUnicodeString();
  }
}
