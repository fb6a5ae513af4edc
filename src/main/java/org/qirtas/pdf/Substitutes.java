package org.qirtas.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.font.CIDFontMapping;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.font.FontMapping;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.jspecify.annotations.Nullable;

/**
 * What stands in for a font that a PDF does not carry: one and the same font everywhere.
 *
 * <p>Left alone, PDFBox looks through all fonts of the machine, which takes seconds, leaves a file
 * behind in the home folder, and gives other pictures on other machines.
 */
public final class Substitutes implements FontMapper {
  private static final String PLAIN = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  private static final Substitutes ALL = new Substitutes();

  private @Nullable TrueTypeFont plain;

  private Substitutes() {}

  /** Has PDFBox ask here, in the whole process. */
  public static void settle() {
    FontMappers.set(ALL);
  }

  private synchronized TrueTypeFont plain() {
    if (plain == null) {
      try (InputStream in = PDType1Font.class.getResourceAsStream(PLAIN)) {
        if (in == null) {
          throw new IOException("PDFBox comes without " + PLAIN);
        }
        plain = new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return plain;
  }

  @Override
  public FontMapping<TrueTypeFont> getTrueTypeFont(
      @Nullable String name, @Nullable PDFontDescriptor wanted) {
    return new FontMapping<>(plain(), true);
  }

  @Override
  public FontMapping<FontBoxFont> getFontBoxFont(
      @Nullable String name, @Nullable PDFontDescriptor wanted) {
    return new FontMapping<>(plain(), true);
  }

  @Override
  public CIDFontMapping getCIDFont(
      @Nullable String name, @Nullable PDFontDescriptor wanted, @Nullable PDCIDSystemInfo letters) {
    return new CIDFontMapping(null, plain(), true);
  }
}
