package org.qirtas.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.qirtas.font.FontFile;

/** All type cases of a document: a second one for a font whose first is full. */
final class TypeCases {
  private final List<TypeCase> cases = new ArrayList<>();
  private final IdentityHashMap<FontFile, List<TypeCase>> byFont = new IdentityHashMap<>();
  private final PdfFile file;
  private final Reference resources;

  TypeCases(PdfFile file) {
    this.file = file;
    this.resources = file.reserve();
  }

  TypeCase caseFor(FontFile font, Sort sort) {
    List<TypeCase> known = byFont.computeIfAbsent(font, _ -> new ArrayList<>());
    for (TypeCase sorts : known) {
      if (sorts.holds(sort)) {
        return sorts;
      }
    }
    if (known.isEmpty() || known.getLast().isFull()) {
      var fresh = new TypeCase(font, "F" + (cases.size() + 1));
      cases.add(fresh);
      known.add(fresh);
    }
    return known.getLast();
  }

  /** The font resources that all pages share; written when all pages are there. */
  Reference resources() {
    return resources;
  }

  void embed() throws IOException {
    var fonts = new COSDictionary();
    for (TypeCase sorts : cases) {
      Reference font = file.write(new EmbeddedFont(sorts).dictionary());
      fonts.setItem(COSName.getPDFName(sorts.name()), font);
    }
    file.write(resources, fonts);
  }
}
