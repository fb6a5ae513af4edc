package org.qirtas.pdf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.jspecify.annotations.Nullable;
import org.qirtas.compose.Element;
import org.qirtas.compose.Page;
import org.qirtas.compose.PageItem;
import org.qirtas.measure.Length;
import org.qirtas.profile.Colour;
import org.qirtas.profile.PrinterMark;

/** Writes one page after the other: its content, what of it is tagged, its links. */
final class PageWriter {
  /** A dash of no length at all is passed over by some who print, in points. */
  private static final double SHORTEST = 0.01;

  private static final Length HAIR = Length.points(SHORTEST);

  private final PdfFile file;
  private final PageTree tree;
  private final TypeCases cases;
  private final StructureTree structure;
  private final Outlines outlines;
  private final Edition edition;
  private final Set<PrinterMark> marks;
  private final Destinations destinations;
  private final Pictures pictures;

  PageWriter(
      PdfFile file,
      PageTree tree,
      TypeCases cases,
      StructureTree structure,
      Outlines outlines,
      Destinations destinations,
      Edition edition,
      PressRun press) {
    this.file = file;
    this.tree = tree;
    this.cases = cases;
    this.structure = structure;
    this.outlines = outlines;
    this.destinations = destinations;
    this.edition = edition;
    this.marks = edition == Edition.PRINT ? press.marks() : Set.of();
    this.pictures = new Pictures(file, edition, press.intent());
  }

  void write(Page page) throws IOException {
    new Open(page).write();
  }

  /** The page that is being written. */
  private final class Open {
    private final Page page;
    private final Reference target = file.reserve();
    private final COSDictionary xObjects = new COSDictionary();
    private final COSArray parents = new COSArray();
    private final Links links;
    private final StringBuilder content = new StringBuilder();
    private final Inks inks = new Inks(edition);
    private final LineWriter lines = new LineWriter(cases, content);
    private PageItem.@Nullable Turned turn;
    private @Nullable Element tagged;
    private int mcid;

    Open(Page page) {
      this.page = page;
      this.links = new Links(file, structure, target);
    }

    /** The finished page begins at the origin, and a bleed lies around it. */
    private PDRectangle box(Length around) {
      double bleed = around.inPoints();
      return new PDRectangle(
          (float) -bleed,
          (float) -bleed,
          (float) (page.trim().width().inPoints() + 2 * bleed),
          (float) (page.trim().height().inPoints() + 2 * bleed));
    }

    void write() throws IOException {
      inks.open(Colour.BLACK, content);
      write(page.items());
      endTag();
      marks();
      finish();
    }

    private void write(List<PageItem> items) throws IOException {
      for (PageItem item : items) {
        switch (item) {
          case PageItem.Line line -> line(line);
          case PageItem.Rule rule -> rule(rule);
          case PageItem.Leader leader -> leader(leader);
          case PageItem.Anchor(String name, Length y) -> destinations.add(name, target, y);
          case PageItem.Picture picture -> picture(picture);
          case PageItem.Place place -> structure.begin(place.owner());
          case PageItem.Turned turned -> turned(turned);
          case PageItem.Fold _ -> {}
        }
      }
    }

    /** Readers turn the page, so that it stands upright to them; a press does not. */
    private void turned(PageItem.Turned turned) throws IOException {
      endTag();
      content.append("q ").append(turned.clockwise() ? "0 -1 1 0 " : "0 1 -1 0 ");
      number(turned.x()).number(turned.y());
      content.append("cm\n");
      Colour before = inks.current();
      turn = turned;
      write(turned.items());
      turn = null;
      endTag();
      content.append("Q\n");
      inks.restored(before);
    }

    /** Beyond the page and its bleed; neither cut nor overprinted by anything. */
    private void marks() {
      if (!marks.isEmpty()) {
        content.append("/Artifact BMC\n");
        content.append(
            new String(new PageMarks(page, marks).operators(), StandardCharsets.US_ASCII));
        content.append("EMC\n");
      }
    }

    private void line(PageItem.Line line) throws IOException {
      outlines.note(line, target);
      inks.change(line.colour(), content);
      List<LineWriter.Group> groups = LineWriter.groups(line.runs());
      if (groups.size() == 1) {
        LineWriter.Group only = groups.getFirst();
        tag(only.owner());
        if (LineWriter.isWrittenInReadingOrder(line)) {
          lines.writeInReadingOrder(only.runs(), line.baseline());
        } else {
          lines.write(only.runs(), line.baseline(), DirectionalMarks.of(line), 0);
        }
      } else {
        endTag();
        int first = mcid;
        DirectionalMarks marks = DirectionalMarks.of(line);
        int place = 0;
        for (LineWriter.Group group : groups) {
          beginTag(group.owner(), mcid++);
          place = lines.write(group.runs(), line.baseline(), marks, place);
          content.append("EMC\n");
        }
        addInReadingOrder(groups, first);
      }
      if (edition == Edition.SCREEN) {
        for (LineWriter.Group group : groups) {
          links.add(group, line.baseline(), Optional.ofNullable(turn));
        }
      }
    }

    /** The content stands in visual order; the tree has it in the order of reading. */
    private void addInReadingOrder(List<LineWriter.Group> groups, int first) {
      List<Integer> order =
          java.util.stream.IntStream.range(0, groups.size())
              .boxed()
              .sorted(Comparator.comparingInt(i -> groups.get(i).start()))
              .toList();
      for (int i : order) {
        Element owner = groups.get(i).owner();
        if (owner.role() != Element.Role.FURNITURE) {
          structure.add(owner, target, first + i, parents);
        }
      }
    }

    private void tag(Element owner) {
      if (tagged == owner) {
        return;
      }
      endTag();
      beginTag(owner, mcid);
      tagged = owner;
      if (owner.role() != Element.Role.FURNITURE) {
        structure.add(owner, target, mcid, parents);
        mcid++;
      }
    }

    private void beginTag(Element owner, int id) {
      if (owner.role() == Element.Role.FURNITURE) {
        content.append("/Artifact <</Type /Pagination>> BDC\n");
      } else {
        content.append("/Span <</MCID ").append(id).append(">> BDC\n");
      }
    }

    private void endTag() {
      if (tagged != null) {
        content.append("EMC\n");
        tagged = null;
      }
    }

    private void rule(PageItem.Rule rule) {
      tag(Element.FURNITURE);
      inks.change(rule.colour(), content);
      number(rule.x()).number(rule.y());
      number(rule.extent().width()).number(rule.extent().height());
      content.append("re f\n");
    }

    /** Round dots are dashes without length whose ends are round (ISO 32000-1, 8.4.3.3). */
    private void leader(PageItem.Leader leader) throws IOException {
      tag(Element.FURNITURE);
      content.append("q ");
      inks.stroke(leader.colour(), content);
      number(leader.diameter());
      content.append("w 1 J [");
      Decimal.write(content, SHORTEST);
      content.append(' ');
      Decimal.write(content, leader.step().inPoints() - SHORTEST);
      content.append("] 0 d ");
      number(leader.x()).number(leader.y());
      content.append("m ");
      number(leader.x().plus(leader.step().times((double) leader.dots() - 1)).plus(HAIR));
      number(leader.y());
      content.append("l S Q\n");
    }

    private void picture(PageItem.Picture item) throws IOException {
      String name = pictures.place(item.picture(), xObjects);
      tag(item.owner());
      var bounds =
          new Bounds(
              item.x(),
              item.y(),
              item.x().plus(item.extent().width()),
              item.y().plus(item.extent().height()));
      structure.box(item.owner(), bounds.on(Optional.ofNullable(turn)));
      content.append("q ");
      if (edition == Edition.PRINT) {
        // A picture covers what is below it: overprinting is for black text.
        content.append(Inks.COVER);
      }
      item.frame().ifPresent(this::clip);
      turn(item);
      content.append("cm /").append(name).append(" Do Q\n");
    }

    private void clip(PageItem.Frame frame) {
      number(frame.x()).number(frame.y());
      number(frame.extent().width()).number(frame.extent().height());
      content.append("re W n ");
    }

    /** The unit square of a stored picture, onto its place as it is seen (ISO 32000-1, 8.9.5). */
    private void turn(PageItem.Picture item) {
      Length w = item.extent().width();
      Length h = item.extent().height();
      Length left = item.x();
      Length right = left.plus(w);
      Length foot = item.y();
      Length head = foot.plus(h);
      Length no = Length.ZERO;
      switch (item.picture().orientation()) {
        case UPRIGHT -> matrix(w, no, no, h, left, foot);
        case MIRRORED -> matrix(w.times(-1), no, no, h, right, foot);
        case TURNED_ABOUT -> matrix(w.times(-1), no, no, h.times(-1), right, head);
        case UPENDED -> matrix(w, no, no, h.times(-1), left, head);
        case TRANSPOSED -> matrix(no, h.times(-1), w.times(-1), no, right, head);
        case TURNED_RIGHT -> matrix(no, h.times(-1), w, no, left, head);
        case TRANSVERSED -> matrix(no, h, w, no, left, foot);
        case TURNED_LEFT -> matrix(no, h, w.times(-1), no, right, foot);
      }
    }

    private void matrix(Length... values) {
      for (Length value : values) {
        number(value);
      }
    }

    private Open number(Length length) {
      Decimal.write(content, length.inPoints());
      content.append(' ');
      return this;
    }

    private void finish() throws IOException {
      byte[] painted = content.toString().getBytes(StandardCharsets.US_ASCII);
      var dictionary = new COSDictionary();
      dictionary.setItem(COSName.TYPE, COSName.PAGE);
      dictionary.setItem(
          COSName.MEDIA_BOX,
          box(edition == Edition.PRINT ? new PageMarks(page, marks).around() : Length.ZERO));
      dictionary.setItem(COSName.CONTENTS, file.writeStream(new COSDictionary(), painted));
      var resources = new COSDictionary();
      resources.setItem(COSName.FONT, cases.resources());
      if (xObjects.size() > 0) {
        resources.setItem(COSName.XOBJECT, xObjects);
      }
      if (edition == Edition.PRINT) {
        resources.setItem(COSName.EXT_G_STATE, overprint());
        dictionary.setItem(COSName.TRIM_BOX, box(Length.ZERO));
        dictionary.setItem(COSName.BLEED_BOX, box(page.bleed()));
      }
      dictionary.setItem(COSName.RESOURCES, resources);
      if (edition == Edition.SCREEN) {
        page.items().stream()
            .filter(PageItem.Turned.class::isInstance)
            .map(PageItem.Turned.class::cast)
            .filter(PageItem.Turned::turnsPage)
            .findFirst()
            .ifPresent(turned -> dictionary.setInt(COSName.ROTATE, turned.clockwise() ? 270 : 90));
      }
      dictionary.setName(COSName.getPDFName("Tabs"), "S");
      dictionary.setInt(COSName.STRUCT_PARENTS, structure.newParentKey(file.write(parents)));
      links.finish(dictionary);
      tree.add(target, dictionary);
      structure.endPage();
    }

    /** What {@link Inks} changes between. */
    private COSDictionary overprint() {
      var states = new COSDictionary();
      states.setItem(COSName.getPDFName("Overprint"), state(true));
      states.setItem(COSName.getPDFName("Covering"), state(false));
      return states;
    }

    private static COSDictionary state(boolean overprints) {
      var state = new COSDictionary();
      state.setBoolean(COSName.getPDFName("OP"), overprints);
      state.setBoolean(COSName.getPDFName("op"), overprints);
      state.setInt(COSName.getPDFName("OPM"), overprints ? 1 : 0);
      return state;
    }
  }
}
