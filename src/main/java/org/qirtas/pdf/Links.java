package org.qirtas.pdf;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.qirtas.compose.Element;
import org.qirtas.compose.PlacedRun;
import org.qirtas.measure.Length;

/** The link annotations of one page (ISO 32000-1, 12.5.6.5), each tied to its part of the tree. */
final class Links {
  /** Where a reader may be led. Not {@code javascript:}, not {@code file:}. */
  private static final Set<String> SCHEMES = Set.of("http", "https", "mailto");

  private static final int PRINT = 4;

  private final StructureTree structure;
  private final COSDictionary page;
  private final COSArray annotations = new COSArray();

  Links(StructureTree structure, COSDictionary page) {
    this.structure = structure;
    this.page = page;
  }

  static Optional<String> address(Element link) {
    return link.marks()
        .target()
        .flatMap(target -> {
          try {
            var uri = new URI(target.strip());
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            return SCHEMES.contains(scheme) ? Optional.of(uri.toASCIIString()) : Optional.empty();
          } catch (URISyntaxException e) {
            return Optional.empty();
          }
        });
  }

  void add(LineWriter.Group group, Length baseline) {
    Optional<Element> at = Optional.of(group.owner());
    while (at.isPresent() && at.get().role() != Element.Role.LINK) {
      at = at.get().parent();
    }
    at.ifPresent(link ->
        address(link)
            .ifPresent(to -> {
              var action = new COSDictionary();
              action.setItem(COSName.S, COSName.URI);
              action.setString(COSName.URI, to);
              COSDictionary annotation = add(group, baseline, link);
              annotation.setItem(COSName.A, action);
              annotation.setString(COSName.CONTENTS, to);
            }));
    crossReference(group.owner())
        .ifPresent(link -> {
          COSDictionary annotation = add(group, baseline, link);
          annotation.setString(COSName.DEST, link.marks().target().orElseThrow());
          annotation.setString(COSName.CONTENTS, words(group));
        });
  }

  private static Optional<Element> crossReference(Element owner) {
    Optional<Element> at = Optional.of(owner);
    while (at.isPresent() && at.get().role() != Element.Role.CROSS_REFERENCE) {
      at = at.get().parent();
    }
    return at;
  }

  private static String words(LineWriter.Group group) {
    return group.runs().stream()
        .sorted(Comparator.comparingInt(placed -> placed.run().start()))
        .map(placed -> placed.run().text())
        .collect(Collectors.joining());
  }

  private COSDictionary add(LineWriter.Group group, Length baseline, Element link) {
    PlacedRun first = group.runs().getFirst();
    PlacedRun last = group.runs().getLast();
    Length size = first.run().size();
    var box = new COSArray();
    box.add(number(first.x()));
    box.add(number(baseline.minus(size.times(0.35))));
    box.add(number(last.x().plus(last.width())));
    box.add(number(baseline.plus(size.times(0.85))));
    var border = new COSArray();
    for (int i = 0; i < 3; i++) {
      border.add(COSInteger.ZERO);
    }
    var annotation = new COSDictionary();
    annotation.setItem(COSName.TYPE, COSName.ANNOT);
    annotation.setItem(COSName.SUBTYPE, COSName.getPDFName("Link"));
    annotation.setItem(COSName.RECT, box);
    annotation.setItem(COSName.BORDER, border);
    annotation.setInt(COSName.F, PRINT);
    annotation.setInt(COSName.STRUCT_PARENT, structure.addAnnotation(link, page, annotation));
    annotations.add(annotation);
    return annotation;
  }

  private static COSFloat number(Length length) {
    return new COSFloat((float) length.inPoints());
  }

  void finish() {
    if (annotations.size() > 0) {
      page.setItem(COSName.ANNOTS, annotations);
    }
  }
}
