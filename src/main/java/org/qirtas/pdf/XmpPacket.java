package org.qirtas.pdf;

import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An XMP packet's plain properties (ISO 16684-1): by namespace and name, the values of a list put
 * together with {@code "; "}, as the information dictionary has them.
 */
final class XmpPacket {
  private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

  /** Below {@code x:xmpmeta}, {@code rdf:RDF} and {@code rdf:Description}. */
  private static final int PROPERTY_DEPTH = 4;

  private final XMLStreamReader xml;
  private final Map<String, String> properties = new TreeMap<>();
  private final StringBuilder value = new StringBuilder();
  private int depth;

  private XmpPacket(XMLStreamReader xml) {
    this.xml = xml;
  }

  static Map<String, String> read(InputStream in) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    var packet = new XmpPacket(factory.createXMLStreamReader(in));
    packet.read();
    return packet.properties;
  }

  private void read() throws XMLStreamException {
    String property = "";
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          depth++;
          if (depth < PROPERTY_DEPTH) {
            attributes();
          } else if (depth == PROPERTY_DEPTH) {
            property = xml.getNamespaceURI() + xml.getLocalName();
            value.setLength(0);
          } else if (xml.getLocalName().equals("li") && !value.toString().isBlank()) {
            value.append("; ");
          }
        }
        case XMLStreamConstants.CHARACTERS -> {
          // White space between elements is layout.
          if (!xml.isWhiteSpace()) {
            value.append(xml.getText());
          }
        }
        case XMLStreamConstants.END_ELEMENT -> {
          if (depth == PROPERTY_DEPTH) {
            properties.put(property, value.toString());
          }
          depth--;
        }
        default -> {}
      }
    }
  }

  private void attributes() {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      String namespace = String.valueOf(xml.getAttributeNamespace(i));
      if (!namespace.equals(RDF)) {
        properties.put(namespace + xml.getAttributeLocalName(i), xml.getAttributeValue(i));
      }
    }
  }
}
