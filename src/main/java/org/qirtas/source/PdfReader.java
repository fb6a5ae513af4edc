package org.qirtas.source;

import java.io.IOException;
import java.util.Calendar;
import java.util.List;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.jspecify.annotations.Nullable;
import org.qirtas.article.Evidence.Origin;
import org.qirtas.article.Gap;
import org.qirtas.source.letters.PresentationForms;
import org.qirtas.source.pdf.KnownFonts;
import org.qirtas.source.pdf.PdfText;

/** Reads a PDF by where its glyphs stand (ISO 32000-2, 9), and its document properties. */
final class PdfReader {
  private static final long MEMORY = 256L << 20;
  private static final int MOST_PAGES = 5000;
  private static final int MOST_LETTERS = 40_000_000;

  private PdfReader() {}

  /**
   * Reads a PDF.
   *
   * @param known the fonts that glyphs without a name are compared with
   */
  static Matter read(Source source, KnownFonts known) throws IOException {
    try (PDDocument document =
        Loader.loadPDF(source.file().toFile(), MemoryUsageSetting.setupMixed(MEMORY).streamCache)) {
      Claims claims = claims(document);
      PdfText text = text(document, source, known);
      if (text.unnamed() > 0) {
        claims.gap(new Gap(Gap.Kind.UNNAMED_GLYPHS, text.unnamed()));
      }
      return new Matter(text.blocks(), claims, List.of(), text.furniture(), new TreeMap<>());
    } catch (InvalidPasswordException e) {
      throw Refusal.ENCRYPTED.of(source.name(), e);
    }
  }

  private static PdfText text(PDDocument document, Source source, KnownFonts known)
      throws IOException {
    int count = document.getNumberOfPages();
    if (count > MOST_PAGES) {
      throw Refusal.TOOLARGE.of(source.name(), count + " pages");
    }
    return PdfText.of(
        document,
        known,
        letters -> {
          if (letters > MOST_LETTERS) {
            throw Refusal.TOOLARGE.of(source.name(), letters + " letters");
          }
        });
  }

  private static Claims claims(PDDocument document) {
    var claims = new Claims();
    PDDocumentInformation properties = document.getDocumentInformation();
    String title = PresentationForms.written(or(properties.getTitle()));
    if (!isFileName(title)) {
      claims.title(Origin.DOCUMENT_PROPERTIES, title);
    }
    claims.author(
        Origin.DOCUMENT_PROPERTIES, PresentationForms.written(or(properties.getAuthor())));
    if (properties.getCreationDate() != null) {
      Calendar created = properties.getCreationDate();
      // The day where it was made, not UTC's.
      String day =
          created
              .toInstant()
              .atZone(created.getTimeZone().toZoneId())
              .toOffsetDateTime()
              .toString();
      // Fixed dates of the epoch come from reproducible builds and say nothing.
      claims.date(Origin.DOCUMENT_PROPERTIES, day.matches("(?:1970|1601)-01-01.*") ? "" : day);
    }
    List.of(or(properties.getKeywords()).split("[,،;؛]", -1)).forEach(claims::tag);
    claims.language(or(document.getDocumentCatalog().getLanguage()));
    return claims;
  }

  /** Printing programs put the file's name where the title should stand. */
  private static boolean isFileName(String title) {
    return title.matches(
        "(?i).*\\.(?:docx?|pdf|x?html?|indd|qxd|pmd|tex|dvi|odt|rtf)\\s*$|Microsoft Word - .*|untitled.*");
  }

  private static String or(@Nullable String words) {
    return words == null ? "" : words;
  }
}
