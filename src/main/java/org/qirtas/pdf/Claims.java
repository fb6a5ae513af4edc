package org.qirtas.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamException;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.qirtas.pdf.PreflightFinding.Demand;

/**
 * The standards that a file says that it keeps, by what demands them; and the part of PDF/A.
 *
 * @param standards their names, such as {@code PDF/X-4}, in a fixed order
 * @param part the part of ISO 19005; 0 where none is claimed
 */
record Claims(Map<String, Set<Demand>> standards, int part) {
  static final Claims NONE = new Claims(Map.of(), 0);

  /** Those of a file; what cannot be read claims nothing. */
  static Claims of(PDDocument document) {
    Map<String, String> said = said(document);
    var standards = new TreeMap<String, Set<Demand>>();
    press(document, said)
        .ifPresent(name ->
            standards.put(
                name, name.startsWith("PDF/X-4") ? EnumSet.of(Demand.X4) : Set.<Demand>of()));
    String part = said.getOrDefault(Metadata.A_ID + "part", "").strip();
    if (part.matches("[1-9]")) {
      String level = said.getOrDefault(Metadata.A_ID + "conformance", "").strip();
      standards.put("PDF/A-" + part + level.toLowerCase(java.util.Locale.ROOT), archive(level));
    }
    String access = said.getOrDefault(Metadata.UA_ID + "part", "").strip();
    if (access.matches("[1-9]")) {
      standards.put(
          "PDF/UA-" + access,
          access.equals("1") ? EnumSet.of(Demand.UA, Demand.TAGS) : Set.<Demand>of());
    }
    return new Claims(standards, part.matches("[1-9]") ? Integer.parseInt(part) : 0);
  }

  private static Set<Demand> archive(String level) {
    return level.equalsIgnoreCase("A") ? EnumSet.of(Demand.A, Demand.TAGS) : EnumSet.of(Demand.A);
  }

  private static Optional<String> press(PDDocument document, Map<String, String> said) {
    COSDictionary information = document.getDocumentInformation().getCOSObject();
    String key = information.getString(COSName.getPDFName("GTS_PDFXVersion"));
    String claimed = said.getOrDefault(Metadata.X_ID + "GTS_PDFXVersion", key == null ? "" : key);
    String name = claimed.strip();
    return name.startsWith("PDF/X") && name.length() < 40 ? Optional.of(name) : Optional.empty();
  }

  private static Map<String, String> said(PDDocument document) {
    try {
      PDMetadata packet = document.getDocumentCatalog().getMetadata();
      if (packet == null) {
        return Map.of();
      }
      try (InputStream in = packet.exportXMPMetadata()) {
        return XmpPacket.read(in);
      }
    } catch (IOException | XMLStreamException | RuntimeException broken) {
      return Map.of();
    }
  }

  /** {@return the standards' names} */
  List<String> names() {
    return List.copyOf(standards.keySet());
  }

  /** {@return all that is demanded of the file because of what it claims} */
  Set<Demand> demands() {
    var all = EnumSet.noneOf(Demand.class);
    standards.values().forEach(all::addAll);
    return all;
  }
}
