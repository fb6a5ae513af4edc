package org.qirtas.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;

/** Which colours the file means (ISO 32000-1, 14.11.5): one profile, shared by all intents. */
final class OutputIntents {
  private OutputIntents() {}

  static COSArray of(PdfFile file, Edition edition, PrintIntent press) throws IOException {
    var intents = new COSArray();
    switch (edition) {
      case SCREEN -> {
        Reference profile = profile(file, "sRGB.icc", 3);
        intents.add(
            intent(
                "GTS_PDFA1",
                "sRGB IEC61966-2.1",
                "sRGB IEC61966-2.1",
                "http://www.color.org",
                profile));
      }
      case PRINT -> {
        var description = new COSDictionary();
        description.setInt(COSName.N, 4);
        Reference profile = file.writeStream(description, press.profile());
        for (String kind : new String[] {"GTS_PDFX", "GTS_PDFA1"}) {
          intents.add(
              intent(kind, press.condition(), press.description(), press.registry(), profile));
        }
      }
    }
    return intents;
  }

  private static COSDictionary intent(
      String kind, String condition, String description, String registry, Reference profile) {
    var intent = new COSDictionary();
    intent.setItem(COSName.TYPE, COSName.OUTPUT_INTENT);
    intent.setName(COSName.S, kind);
    intent.setString(COSName.OUTPUT_CONDITION_IDENTIFIER, condition);
    if (!registry.isEmpty()) {
      intent.setString(COSName.REGISTRY_NAME, registry);
    }
    intent.setString(COSName.INFO, description);
    intent.setItem(COSName.DEST_OUTPUT_PROFILE, profile);
    return intent;
  }

  /** A profile that ships with Qirtas, as a stream that colour spaces and intents may share. */
  static Reference profile(PdfFile file, String name, int components) throws IOException {
    var description = new COSDictionary();
    description.setInt(COSName.N, components);
    return file.writeStream(description, shipped(name));
  }

  static byte[] shipped(String name) {
    try (InputStream in =
        Objects.requireNonNull(OutputIntents.class.getResourceAsStream(name), name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException("the profile ships with the program", e);
    }
  }
}
