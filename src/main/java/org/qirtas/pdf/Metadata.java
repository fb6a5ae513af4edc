package org.qirtas.pdf;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The XMP packet (ISO 16684-1) that says what the document information dictionary says, which
 * standards the file claims, and the schemas that PDF/A does not know by itself.
 */
final class Metadata {
  private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
  static final String DC = "http://purl.org/dc/elements/1.1/";
  static final String XMP = "http://ns.adobe.com/xap/1.0/";
  static final String MM = "http://ns.adobe.com/xap/1.0/mm/";
  static final String PDF = "http://ns.adobe.com/pdf/1.3/";
  static final String A_ID = "http://www.aiim.org/pdfa/ns/id/";
  static final String UA_ID = "http://www.aiim.org/pdfua/ns/id/";
  static final String X_ID = "http://www.npes.org/pdfx/ns/id/";
  private static final String EXTENSION = "http://www.aiim.org/pdfa/ns/extension/";
  private static final String SCHEMA = "http://www.aiim.org/pdfa/ns/schema#";
  private static final String PROPERTY = "http://www.aiim.org/pdfa/ns/property#";

  private final Colophon colophon;
  private final Edition edition;
  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter xml;

  private Metadata(Colophon colophon, Edition edition) throws XMLStreamException {
    this.colophon = colophon;
    this.edition = edition;
    this.xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
  }

  static byte[] packet(Colophon colophon, Edition edition) {
    try {
      var metadata = new Metadata(colophon, edition);
      metadata.write();
      return metadata.text.toString().getBytes(StandardCharsets.UTF_8);
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a string takes every character", e);
    }
  }

  private void write() throws XMLStreamException {
    text.append("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n");
    xml.writeStartElement("x", "xmpmeta", "adobe:ns:meta/");
    xml.writeNamespace("x", "adobe:ns:meta/");
    xml.writeStartElement("rdf", "RDF", RDF);
    xml.writeNamespace("rdf", RDF);
    description();
    if (edition == Edition.PRINT) {
      pressDescription();
    }
    extensions();
    xml.writeEndElement();
    xml.writeEndElement();
    xml.flush();
    text.append("\n<?xpacket end=\"r\"?>");
  }

  private void startDescription(String... namespaces) throws XMLStreamException {
    xml.writeStartElement("rdf", "Description", RDF);
    xml.writeAttribute("rdf", RDF, "about", "");
    for (int i = 0; i < namespaces.length; i += 2) {
      xml.writeNamespace(namespaces[i], namespaces[i + 1]);
    }
  }

  private void description() throws XMLStreamException {
    startDescription("dc", DC, "xmp", XMP, "pdf", PDF, "pdfaid", A_ID, "pdfuaid", UA_ID);
    simple("dc", DC, "format", "application/pdf");
    xml.writeStartElement("dc", "title", DC);
    list("Alt", List.of(Information.title(colophon)));
    xml.writeEndElement();
    if (!colophon.authors().isEmpty()) {
      xml.writeStartElement("dc", "creator", DC);
      // Info has one string; the two must say the same (ISO 19005-3, 6.6.3).
      list("Seq", List.of(Information.author(colophon)));
      xml.writeEndElement();
    }
    if (!colophon.subjects().isEmpty()) {
      simple("pdf", PDF, "Keywords", Information.keywords(colophon));
    }
    xml.writeStartElement("dc", "language", DC);
    list("Bag", List.of(colophon.language().tag()));
    xml.writeEndElement();
    String created = colophon.created().truncatedTo(ChronoUnit.SECONDS).toString();
    simple("xmp", XMP, "CreateDate", created);
    simple("xmp", XMP, "ModifyDate", created);
    simple("xmp", XMP, "MetadataDate", created);
    simple("xmp", XMP, "CreatorTool", Information.PRODUCER);
    simple("pdf", PDF, "Producer", Information.PRODUCER);
    if (edition == Edition.PRINT) {
      simple("pdf", PDF, "Trapped", "False");
    }
    simple("pdfaid", A_ID, "part", "3");
    simple("pdfaid", A_ID, "conformance", "A");
    simple("pdfuaid", UA_ID, "part", "1");
    xml.writeEndElement();
  }

  private void pressDescription() throws XMLStreamException {
    startDescription("xmpMM", MM, "pdfxid", X_ID);
    simple("xmpMM", MM, "DocumentID", "uuid:" + Information.identity(colophon));
    simple("xmpMM", MM, "VersionID", "1");
    simple("xmpMM", MM, "RenditionClass", "default");
    simple("pdfxid", X_ID, "GTS_PDFXVersion", "PDF/X-4");
    xml.writeEndElement();
  }

  private void simple(String prefix, String namespace, String name, String value)
      throws XMLStreamException {
    xml.writeStartElement(prefix, name, namespace);
    xml.writeCharacters(value);
    xml.writeEndElement();
  }

  private void list(String kind, List<String> values) throws XMLStreamException {
    xml.writeStartElement("rdf", kind, RDF);
    for (String value : values) {
      xml.writeStartElement("rdf", "li", RDF);
      if (kind.equals("Alt")) {
        xml.writeAttribute("xml", "http://www.w3.org/XML/1998/namespace", "lang", "x-default");
      }
      xml.writeCharacters(value);
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  /** Schemas beyond PDF/A's own must be described in the file (ISO 19005-3, 6.6.2.3). */
  private void extensions() throws XMLStreamException {
    startDescription("pdfaExtension", EXTENSION, "pdfaSchema", SCHEMA, "pdfaProperty", PROPERTY);
    xml.writeStartElement("pdfaExtension", "schemas", EXTENSION);
    xml.writeStartElement("rdf", "Bag", RDF);
    schema("PDF/UA identification", UA_ID, "pdfuaid", "part", "Integer", "Part of ISO 14289");
    if (edition == Edition.PRINT) {
      schema("PDF/X identification", X_ID, "pdfxid", "GTS_PDFXVersion", "Text", "Version of PDF/X");
      // PDF/X-4 asks for it, and PDF/A-3 knows the schema without it.
      schema("Adobe PDF", PDF, "pdf", "Trapped", "Text", "Whether pages are trapped");
    }
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private void schema(
      String name, String namespace, String prefix, String property, String type, String meaning)
      throws XMLStreamException {
    xml.writeStartElement("rdf", "li", RDF);
    xml.writeAttribute("rdf", RDF, "parseType", "Resource");
    simple("pdfaSchema", SCHEMA, "schema", name);
    simple("pdfaSchema", SCHEMA, "namespaceURI", namespace);
    simple("pdfaSchema", SCHEMA, "prefix", prefix);
    xml.writeStartElement("pdfaSchema", "property", SCHEMA);
    xml.writeStartElement("rdf", "Seq", RDF);
    xml.writeStartElement("rdf", "li", RDF);
    xml.writeAttribute("rdf", RDF, "parseType", "Resource");
    simple("pdfaProperty", PROPERTY, "name", property);
    simple("pdfaProperty", PROPERTY, "valueType", type);
    simple("pdfaProperty", PROPERTY, "category", "internal");
    simple("pdfaProperty", PROPERTY, "description", meaning);
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndElement();
  }
}
