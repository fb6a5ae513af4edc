package org.qirtas.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.qirtas.font.FontFile;

/** All type cases of a document: a second one for a font whose first is full. */
final class TypeCases {
  private final List<TypeCase> cases = new ArrayList<>();
  private final IdentityHashMap<FontFile, Cabinet> byFont = new IdentityHashMap<>();
  private final PdfFile file;
  private final Reference resources;
  private final PlainSorts plain = new PlainSorts();

  TypeCases(PdfFile file) {
    this.file = file;
    this.resources = file.reserve();
  }

  /** The sorts of one glyph, for whoever puts runs into sorts. */
  PlainSorts plain() {
    return plain;
  }

  /** Where a sort lies: its case, and its number there. */
  record Place(TypeCase sorts, int cid) {}

  /** The cases of one font. */
  private static final class Cabinet {
    final List<TypeCase> cases = new ArrayList<>();
    final Map<Sort, Place> places = new HashMap<>();
  }

  /** Finds a sort, or puts it in. */
  Place place(FontFile font, Sort sort) {
    Cabinet cabinet = byFont.computeIfAbsent(font, _ -> new Cabinet());
    Place known = cabinet.places.get(sort);
    if (known != null) {
      return known;
    }
    if (cabinet.cases.isEmpty() || cabinet.cases.getLast().isFull()) {
      var fresh = new TypeCase(font, "F" + (cases.size() + 1));
      cases.add(fresh);
      cabinet.cases.add(fresh);
    }
    TypeCase open = cabinet.cases.getLast();
    var place = new Place(open, open.cid(sort));
    cabinet.places.put(sort, place);
    return place;
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
