package org.qirtas.pdf;

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
  private final COSDictionary resources = new COSDictionary();

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

  /** The font resources that all pages share; filled when all pages are there. */
  COSDictionary resources() {
    return resources;
  }

  void embed() throws java.io.IOException {
    for (TypeCase sorts : cases) {
      resources.setItem(COSName.getPDFName(sorts.name()), new EmbeddedFont(sorts).dictionary());
    }
  }
}
