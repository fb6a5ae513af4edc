package org.qirtas.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Calendar;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.jspecify.annotations.Nullable;

/** The rules for what the file says of itself, in its XMP packet and information dictionary. */
final class MetadataCheck {
  private static final String VERSION = "GTS_PDFXVersion";

  private final PDDocument document;
  private final Rules rules;
  private final Preflight.Findings findings;

  MetadataCheck(PDDocument document, Rules rules, Preflight.Findings findings) {
    this.document = document;
    this.rules = rules;
    this.findings = findings;
  }

  void run() {
    PDMetadata packet = document.getDocumentCatalog().getMetadata();
    if (packet == null) {
      findings.add(PreflightFinding.Code.METADATA_MISSING);
      return;
    }
    Map<String, String> said;
    try (InputStream in = packet.exportXMPMetadata()) {
      said = XmpPacket.read(in);
    } catch (IOException | XMLStreamException e) {
      findings.add(PreflightFinding.Code.METADATA_MISSING, 0, String.valueOf(e.getMessage()));
      return;
    }
    claims(said);
    PDDocumentInformation information = document.getDocumentInformation();
    if (rules.isForThePress()) {
      press(said, information);
    }
    agreement(said, information);
  }

  private void claims(Map<String, String> said) {
    boolean a3a =
        "3".equals(said.get(Metadata.A_ID + "part"))
            && "A".equals(said.get(Metadata.A_ID + "conformance"));
    findings.unless(a3a, PreflightFinding.Code.A3_KEY_MISSING);
    findings.unless(
        "1".equals(said.get(Metadata.UA_ID + "part")), PreflightFinding.Code.UA_KEY_MISSING);
  }

  /** What ISO 15930-7 wants in the packet beyond the standard's name. */
  private void press(Map<String, String> said, PDDocumentInformation information) {
    if (!"PDF/X-4".equals(said.get(Metadata.X_ID + VERSION))) {
      findings.add(PreflightFinding.Code.X4_KEY_MISSING, 0, "pdfxid:" + VERSION);
    }
    if (!"PDF/X-4".equals(information.getCustomMetadataValue(VERSION))) {
      findings.add(PreflightFinding.Code.X4_KEY_MISSING, 0, "Info " + VERSION);
    }
    for (String property :
        new String[] {
          Metadata.MM + "DocumentID",
          Metadata.MM + "VersionID",
          Metadata.MM + "RenditionClass",
          Metadata.XMP + "CreateDate",
          Metadata.XMP + "ModifyDate",
          Metadata.XMP + "MetadataDate",
          Metadata.DC + "title"
        }) {
      if (said.getOrDefault(property, "").isBlank()) {
        findings.add(PreflightFinding.Code.X4_KEY_MISSING, 0, property);
      }
    }
    String trapped = String.valueOf(information.getTrapped());
    if (!trapped.equals("True") && !trapped.equals("False")) {
      findings.add(PreflightFinding.Code.TRAPPED_UNKNOWN, 0, trapped);
    }
  }

  private void agreement(Map<String, String> said, PDDocumentInformation information) {
    same("Title", information.getTitle(), said.get(Metadata.DC + "title"));
    same("Author", information.getAuthor(), said.get(Metadata.DC + "creator"));
    same("Subject", information.getSubject(), said.get(Metadata.DC + "description"));
    same("Keywords", information.getKeywords(), said.get(Metadata.PDF + "Keywords"));
    same("Creator", information.getCreator(), said.get(Metadata.XMP + "CreatorTool"));
    same("Producer", information.getProducer(), said.get(Metadata.PDF + "Producer"));
    same("Trapped", information.getTrapped(), said.get(Metadata.PDF + "Trapped"));
    sameTime("CreationDate", information.getCreationDate(), said, "CreateDate");
    sameTime("ModDate", information.getModificationDate(), said, "ModifyDate");
  }

  private void same(String key, @Nullable String information, @Nullable String packet) {
    if (information != null && !information.equals(packet)) {
      findings.add(
          PreflightFinding.Code.XMP_INFO_DIFFER, 0, key + ": " + information + " / " + packet);
    }
  }

  private void sameTime(
      String key, @Nullable Calendar information, Map<String, String> said, String property) {
    String packet = said.getOrDefault(Metadata.XMP + property, "");
    if (information != null && !information.toInstant().equals(instant(packet))) {
      findings.add(
          PreflightFinding.Code.XMP_INFO_DIFFER,
          0,
          key + ": " + information.toInstant() + " / " + packet);
    }
  }

  private static Instant instant(String written) {
    try {
      return OffsetDateTime.parse(written).toInstant();
    } catch (DateTimeException e) {
      return Instant.MIN;
    }
  }
}
