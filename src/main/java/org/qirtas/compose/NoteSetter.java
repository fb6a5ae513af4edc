package org.qirtas.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.qirtas.article.Block;
import org.qirtas.measure.Length;
import org.qirtas.profile.TypeStyle;

/** Sets footnotes, each with its mark before it. */
final class NoteSetter {
  private final Desk desk;
  private final Element part;

  NoteSetter(Desk desk, Element part) {
    this.desk = desk;
    this.part = part;
  }

  /** A note for the foot of a column. */
  List<Strip> foot(Block.Footnote note) {
    var galley = new Galley();
    set(note, galley);
    var strips = new ArrayList<>(galley.strips());
    if (!strips.isEmpty()) {
      // Between two notes there is what the style wants below each.
      strips.set(0, strips.getFirst().after(desk.styles().note().spaceAfter()));
    }
    return strips;
  }

  /** Notes one below the other, in the flow of text. */
  void end(List<Block.Footnote> notes, Galley galley) {
    galley.space(desk.profile().notes().space());
    for (Block.Footnote note : notes) {
      set(note, galley);
      galley.space(desk.styles().note().spaceAfter());
    }
  }

  private void set(Block.Footnote note, Galley galley) {
    TypeStyle style = desk.styles().note();
    Element owner = part.child(Element.Role.NOTE, Element.Marks.to(note.name()));
    Length measure = desk.profile().page().columnWidth();
    var place = new BlockSetter.Place(owner, measure, 0);
    String label = "(" + desk.noteLabels().getOrDefault(note.name(), "*") + ") ";
    List<Block> blocks = new ArrayList<>(note.blocks());
    if (blocks.isEmpty() || !(blocks.getFirst() instanceof Block.Paragraph)) {
      blocks.addFirst(Block.Paragraph.of(""));
    }
    var setter = new BlockSetter(desk);
    setter.paragraph(
        (Block.Paragraph) blocks.getFirst(), style.unindented(), place, Optional.of(label), galley);
    setter.set(blocks.subList(1, blocks.size()), style.unindented(), place, galley);
  }
}
