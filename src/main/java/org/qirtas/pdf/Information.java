package org.qirtas.pdf;

import java.nio.charset.StandardCharsets;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;
import java.util.UUID;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/** The document information dictionary (ISO 32000-1, 14.3.3), in the words of the XMP packet. */
final class Information {
  static final String PRODUCER = "Qirtas 0.1";

  private Information() {}

  static PDDocumentInformation of(Colophon colophon, Edition edition) {
    var information = new PDDocumentInformation();
    information.setTitle(title(colophon));
    if (!colophon.authors().isEmpty()) {
      information.setAuthor(author(colophon));
    }
    if (!colophon.subjects().isEmpty()) {
      information.setKeywords(keywords(colophon));
    }
    information.setCreator(PRODUCER);
    information.setProducer(PRODUCER);
    Calendar created = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
    created.setTimeInMillis(colophon.created().getEpochSecond() * 1000);
    information.setCreationDate(created);
    information.setModificationDate(created);
    if (edition == Edition.PRINT) {
      information.setTrapped("False");
      information.getCOSObject().setString(COSName.getPDFName("GTS_PDFXVersion"), "PDF/X-4");
    }
    return information;
  }

  static String title(Colophon colophon) {
    return sayable(colophon.title());
  }

  static String author(Colophon colophon) {
    return sayable(String.join("; ", colophon.authors()));
  }

  static String keywords(Colophon colophon) {
    return sayable(String.join("; ", colophon.subjects()));
  }

  /** XML cannot hold every character (XML 1.0, 2.2), and both must say the same. */
  private static String sayable(String words) {
    var sayable = new StringBuilder();
    words
        .codePoints()
        .map(c -> {
          boolean space = c == '\t' || c == '\n' || c == '\r';
          boolean surrogate = c >= 0xD800 && c <= 0xDFFF;
          boolean forbidden = c < ' ' || surrogate || c == 0xFFFE || c == 0xFFFF;
          return space ? ' ' : forbidden ? 0xFFFD : c;
        })
        .forEach(sayable::appendCodePoint);
    return sayable.toString();
  }

  /** An identity that the same content always has. */
  static UUID identity(Colophon colophon) {
    String content = colophon.title() + '\n' + author(colophon) + '\n' + colophon.created();
    return UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8));
  }
}
