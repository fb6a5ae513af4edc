package org.qirtas.pdf;

import java.util.Optional;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.qirtas.measure.Length;

/**
 * The places that links lead to, by name (ISO 32000-1, 12.3.2.3): a page may refer to one that is
 * not written yet.
 */
final class Destinations {
  /** A little above the baseline of what is there, so that its letters are seen. */
  private static final int ABOVE = 6;

  private final TreeMap<String, COSArray> byName = new TreeMap<>();

  void add(String name, Reference page, Length y) {
    var place = new COSArray();
    place.add(page);
    place.add(COSName.getPDFName("XYZ"));
    place.add(COSNull.NULL);
    place.add(COSInteger.get((long) Math.ceil(y.inPoints()) + ABOVE));
    place.add(COSNull.NULL);
    byName.putIfAbsent(name, place);
  }

  /** The name tree; names are ASCII, so that their order is that of their bytes. */
  Optional<COSDictionary> finish() {
    if (byName.isEmpty()) {
      return Optional.empty();
    }
    var names = new COSArray();
    byName.forEach((name, place) -> {
      names.add(EmbeddedFont.text(name));
      names.add(place);
    });
    var tree = new COSDictionary();
    tree.setItem(COSName.NAMES, names);
    return Optional.of(tree);
  }
}
