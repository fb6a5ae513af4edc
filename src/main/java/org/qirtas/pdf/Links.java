package org.qirtas.pdf;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.qirtas.compose.Element;
import org.qirtas.compose.PageItem;
import org.qirtas.compose.PlacedRun;
import org.qirtas.measure.Length;

/** The link annotations of one page (ISO 32000-1, 12.5.6.5), each tied to its part of the tree. */
final class Links {
  /** Where a reader may be led. Not {@code javascript:}, not {@code file:}. */
  private static final Set<String> SCHEMES = Set.of("http", "https", "mailto");

  private static final int PRINT = 4;

  private final PdfFile file;
  private final StructureTree structure;
  private final Reference page;
  private final COSArray annotations = new COSArray();

  Links(PdfFile file, StructureTree structure, Reference page) {
    this.file = file;
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

  void add(LineWriter.Group group, Length baseline, Optional<PageItem.Turned> turn)
      throws IOException {
    Optional<Element> at = Optional.of(group.owner());
    while (at.isPresent() && at.get().role() != Element.Role.LINK) {
      at = at.get().parent();
    }
    Optional<String> to = at.flatMap(Links::address);
    if (to.isPresent()) {
      var action = new COSDictionary();
      action.setItem(COSName.S, COSName.URI);
      action.setString(COSName.URI, to.get());
      var annotation = new COSDictionary();
      annotation.setItem(COSName.A, action);
      annotation.setString(COSName.CONTENTS, to.get());
      add(group, baseline, turn, at.get(), annotation);
    }
    Optional<Element> reference = crossReference(group.owner());
    if (reference.isPresent()) {
      var annotation = new COSDictionary();
      annotation.setString(COSName.DEST, reference.get().marks().target().orElseThrow());
      annotation.setString(COSName.CONTENTS, words(group));
      add(group, baseline, turn, reference.get(), annotation);
    }
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

  private void add(
      LineWriter.Group group,
      Length baseline,
      Optional<PageItem.Turned> turn,
      Element link,
      COSDictionary annotation)
      throws IOException {
    PlacedRun first = group.runs().getFirst();
    PlacedRun last = group.runs().getLast();
    Length size = first.run().size();
    var bounds =
        new Bounds(
            first.x(),
            baseline.minus(size.times(0.35)),
            last.x().plus(last.width()),
            baseline.plus(size.times(0.85)));
    var border = new COSArray();
    for (int i = 0; i < 3; i++) {
      border.add(COSInteger.ZERO);
    }
    annotation.setItem(COSName.TYPE, COSName.ANNOT);
    annotation.setItem(COSName.SUBTYPE, COSName.getPDFName("Link"));
    annotation.setItem(COSName.RECT, bounds.on(turn).rectangle());
    annotation.setItem(COSName.BORDER, border);
    annotation.setInt(COSName.F, PRINT);
    Reference self = file.reserve();
    annotation.setInt(COSName.STRUCT_PARENT, structure.addAnnotation(link, page, self));
    file.write(self, annotation);
    annotations.add(self);
  }

  /** Puts the page's links into its dictionary. */
  void finish(COSDictionary dictionary) {
    if (annotations.size() > 0) {
      dictionary.setItem(COSName.ANNOTS, annotations);
    }
  }
}
