package org.qirtas.pdf;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.qirtas.article.Direction;
import org.qirtas.compose.Element;
import org.qirtas.measure.Size;

/**
 * The structure tree (ISO 32000-1, 14.7), grown as content comes in reading order: a part is put
 * below its parent when its first text is written.
 */
final class StructureTree {
  private static final COSName STRUCT_ELEM = COSName.getPDFName("StructElem");

  private final COSDictionary root = new COSDictionary();
  private final IdentityHashMap<Element, COSDictionary> elements = new IdentityHashMap<>();
  private final List<COSBase> parentTree = new ArrayList<>();
  private final List<COSDictionary> notes = new ArrayList<>();
  private final Direction direction;
  private final Edition edition;
  private int lastHeading;

  StructureTree(Direction direction, Edition edition) {
    this.direction = direction;
    this.edition = edition;
    root.setItem(COSName.TYPE, COSName.STRUCT_TREE_ROOT);
  }

  /** The key under which a page, or an annotation, finds its parents in the parent tree. */
  int newParentKey(COSBase parents) {
    parentTree.add(parents);
    return parentTree.size() - 1;
  }

  /** Puts a piece of marked content of a page below its part. */
  void add(Element owner, COSDictionary page, int mcid, COSArray pageParents) {
    COSDictionary element = element(owner);
    var reference = new COSDictionary();
    reference.setItem(COSName.TYPE, COSName.getPDFName("MCR"));
    reference.setItem(COSName.PG, page);
    reference.setInt(COSName.MCID, mcid);
    kids(element).add(reference);
    while (pageParents.size() <= mcid) {
      pageParents.add(COSInteger.ZERO);
    }
    pageParents.set(mcid, element);
  }

  /** Puts a part into the tree, though it may have no content. */
  void begin(Element part) {
    element(part);
  }

  /** Puts an annotation below its part; the key for the annotation's StructParent. */
  int addAnnotation(Element owner, COSDictionary page, COSDictionary annotation) {
    COSDictionary element = element(owner);
    var reference = new COSDictionary();
    reference.setItem(COSName.TYPE, COSName.getPDFName("OBJR"));
    reference.setItem(COSName.PG, page);
    reference.setItem(COSName.getPDFName("Obj"), annotation);
    kids(element).add(reference);
    return newParentKey(element);
  }

  void box(Element owner, double x, double y, Size extent) {
    var box = new COSArray();
    box.setFloatArray(
        new float[] {
          (float) x,
          (float) y,
          (float) (x + extent.width().inPoints()),
          (float) (y + extent.height().inPoints())
        });
    var layout = attributes("Layout");
    layout.setItem(COSName.BBOX, box);
    layout.setName(COSName.getPDFName("Placement"), "Block");
    element(owner).setItem(COSName.A, layout);
  }

  private static COSArray kids(COSDictionary element) {
    COSArray kids = element.getCOSArray(COSName.K);
    if (kids == null) {
      kids = new COSArray();
      element.setItem(COSName.K, kids);
    }
    return kids;
  }

  private COSDictionary element(Element part) {
    COSDictionary known = elements.get(part);
    if (known != null) {
      return known;
    }
    Optional<Element> above = part.parent();
    COSDictionary parent = above.map(this::element).orElse(root);
    var element = new COSDictionary();
    element.setItem(COSName.TYPE, STRUCT_ELEM);
    element.setName(COSName.S, type(part));
    element.setItem(COSName.P, parent);
    describe(part, element);
    kids(parent).add(element);
    elements.put(part, element);
    return element;
  }

  private String type(Element part) {
    return switch (part.role()) {
      case FURNITURE -> throw new IllegalArgumentException("furniture has no place in the tree");
      case DOCUMENT -> "Document";
      case PART -> "Part";
      case SECTION -> "Sect";
      case CONTENTS -> "TOC";
      case CONTENTS_ENTRY -> "TOCI";
      case INDEX -> "Index";
      case ARTICLE -> "Art";
      case HEADING_1 -> heading(1);
      case HEADING_2 -> heading(2);
      case HEADING_3 -> heading(3);
      case HEADING_4 -> heading(4);
      case HEADING_5 -> heading(5);
      case HEADING_6 -> heading(6);
      case PARAGRAPH -> "P";
      case BLOCK_QUOTATION -> "BlockQuote";
      case LIST -> "L";
      case LIST_ITEM -> "LI";
      case LABEL -> "Lbl";
      case LIST_BODY -> "LBody";
      case TABLE -> "Table";
      case TABLE_ROW -> "TR";
      case TABLE_HEADER -> "TH";
      case TABLE_CELL -> "TD";
      case FIGURE -> "Figure";
      case CAPTION -> "Caption";
      case NOTE -> "Note";
      case REFERENCE -> "Reference";
      // A link that nobody can follow is text.
      case LINK -> edition == Edition.SCREEN && Links.address(part).isPresent() ? "Link" : "Span";
      case CROSS_REFERENCE -> edition == Edition.SCREEN ? "Link" : "Reference";
      case SPAN -> "Span";
    };
  }

  /** Levels may not be skipped on the way down (ISO 14289-1, 7.4.2). */
  private String heading(int level) {
    lastHeading = Math.min(level, lastHeading + 1);
    return "H" + lastHeading;
  }

  private void describe(Element part, COSDictionary element) {
    Element.Marks marks = part.marks();
    marks.language().ifPresent(l -> element.setString(COSName.LANG, l.tag()));
    marks.alternateText().ifPresent(text -> element.setString(COSName.ALT, text));
    switch (part.role()) {
      case DOCUMENT -> {
        var layout = attributes("Layout");
        layout.setName(
            COSName.getPDFName("WritingMode"),
            direction == Direction.RIGHT_TO_LEFT ? "RlTb" : "LrTb");
        element.setItem(COSName.A, layout);
      }
      case NOTE -> {
        notes.add(element);
        element.setString(COSName.getPDFName("ID"), "note-" + notes.size());
      }
      case LIST -> {
        var list = attributes("List");
        list.setName(
            COSName.getPDFName("ListNumbering"), marks.target().isPresent() ? "Decimal" : "Disc");
        element.setItem(COSName.A, list);
      }
      case TABLE_HEADER, TABLE_CELL -> element.setItem(COSName.A, cell(part));
      default -> {}
    }
  }

  private static COSDictionary cell(Element part) {
    var table = attributes("Table");
    if (part.role() == Element.Role.TABLE_HEADER) {
      table.setName(COSName.getPDFName("Scope"), part.marks().rows() > 1 ? "Row" : "Column");
    }
    if (part.marks().columns() > 1) {
      table.setInt(COSName.getPDFName("ColSpan"), part.marks().columns());
    }
    if (part.marks().rows() > 1) {
      table.setInt(COSName.getPDFName("RowSpan"), part.marks().rows());
    }
    return table;
  }

  private static COSDictionary attributes(String owner) {
    var attributes = new COSDictionary();
    attributes.setName(COSName.O, owner);
    return attributes;
  }

  /** The tree's root, complete. */
  COSDictionary finish() {
    var numbers = new COSArray();
    for (int key = 0; key < parentTree.size(); key++) {
      numbers.add(COSInteger.get(key));
      numbers.add(parentTree.get(key));
    }
    var tree = new COSDictionary();
    tree.setItem(COSName.NUMS, numbers);
    root.setItem(COSName.PARENT_TREE, tree);
    root.setInt(COSName.PARENT_TREE_NEXT_KEY, parentTree.size());
    if (!notes.isEmpty()) {
      root.setItem(COSName.getPDFName("IDTree"), idTree());
    }
    return root;
  }

  private COSDictionary idTree() {
    var byId = new java.util.TreeMap<String, COSDictionary>();
    notes.forEach(note -> byId.put(note.getString(COSName.getPDFName("ID")), note));
    var names = new COSArray();
    byId.forEach((id, note) -> {
      names.add(EmbeddedFont.text(id));
      names.add(note);
    });
    var limits = new COSArray();
    limits.add(EmbeddedFont.text(byId.firstKey()));
    limits.add(EmbeddedFont.text(byId.lastKey()));
    var leaf = new COSDictionary();
    leaf.setItem(COSName.NAMES, names);
    leaf.setItem(COSName.LIMITS, limits);
    var kids = new COSArray();
    kids.add(leaf);
    var tree = new COSDictionary();
    tree.setItem(COSName.KIDS, kids);
    return tree;
  }
}
