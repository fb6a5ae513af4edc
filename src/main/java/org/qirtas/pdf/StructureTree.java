package org.qirtas.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.jspecify.annotations.Nullable;
import org.qirtas.article.Direction;
import org.qirtas.compose.Element;

/**
 * The structure tree (ISO 32000-1, 14.7), grown as content comes in reading order: a part is put
 * below its parent when its first text is written, and is written itself, and forgotten, once no
 * page has had text of it for a while.
 */
final class StructureTree {
  private static final COSName STRUCT_ELEM = COSName.getPDFName("StructElem");

  /**
   * For so many pages a part may be silent. What a page end parts goes on at the next but for what
   * stands between; should one come back later still, it is a second part of the same kind.
   */
  private static final int MOST_SILENT = 8;

  private final PdfFile file;
  private final Reference root;
  private final COSArray kids = new COSArray();
  private final IdentityHashMap<Element, Node> nodes = new IdentityHashMap<>();

  /** The same nodes, parents before their children. */
  private List<Node> inOrder = new ArrayList<>();

  private final NumberTree parents;
  private final List<Reference> notes = new ArrayList<>();
  private final Direction direction;
  private final Edition edition;
  private int page;
  private int lastHeading;

  StructureTree(PdfFile file, Direction direction, Edition edition) {
    this.file = file;
    this.root = file.reserve();
    this.parents = new NumberTree(file);
    this.direction = direction;
    this.edition = edition;
  }

  /** A part that may still grow. */
  private final class Node {
    final Element part;
    final @Nullable Node parent;
    final Reference self = file.reserve();
    final COSDictionary dictionary = new COSDictionary();
    final COSArray kids = new COSArray();

    /** The page that bare numbers of marked content mean. */
    @Nullable Reference home;

    int open;
    int touched = page;

    Node(Element part, @Nullable Node parent) {
      this.part = part;
      this.parent = parent;
    }

    void write() throws IOException {
      if (kids.size() > 0) {
        dictionary.setItem(COSName.K, kids.size() == 1 ? kids.get(0) : kids);
      }
      if (home != null) {
        dictionary.setItem(COSName.PG, home);
      }
      file.write(self, dictionary);
    }
  }

  /** The key under which a page, or an annotation, finds its parents in the parent tree. */
  int newParentKey(COSBase of) throws IOException {
    return parents.add(of);
  }

  /** Puts a piece of marked content of a page below its part. */
  void add(Element owner, Reference on, int mcid, COSArray pageParents) {
    Node node = node(owner);
    if (node.home == null) {
      node.home = on;
    }
    if (node.home == on) {
      node.kids.add(COSInteger.get(mcid));
    } else {
      var reference = new COSDictionary();
      reference.setItem(COSName.TYPE, COSName.getPDFName("MCR"));
      reference.setItem(COSName.PG, on);
      reference.setInt(COSName.MCID, mcid);
      node.kids.add(reference);
    }
    while (pageParents.size() <= mcid) {
      pageParents.add(COSInteger.ZERO);
    }
    pageParents.set(mcid, node.self);
  }

  /** Puts a part into the tree, though it may have no content. */
  void begin(Element part) {
    node(part);
  }

  /** Puts an annotation below its part; the key for the annotation's StructParent. */
  int addAnnotation(Element owner, Reference on, Reference annotation) throws IOException {
    Node node = node(owner);
    var reference = new COSDictionary();
    reference.setItem(COSName.TYPE, COSName.getPDFName("OBJR"));
    reference.setItem(COSName.PG, on);
    reference.setItem(COSName.getPDFName("Obj"), annotation);
    node.kids.add(reference);
    return newParentKey(node.self);
  }

  void box(Element owner, Bounds bounds) {
    var layout = attributes("Layout");
    layout.setItem(COSName.BBOX, bounds.rectangle());
    layout.setName(COSName.getPDFName("Placement"), "Block");
    node(owner).dictionary.setItem(COSName.A, layout);
  }

  private Node node(Element part) {
    Node node = nodes.get(part);
    if (node == null) {
      node = grown(part);
    }
    for (Node at = node; at != null && at.touched != page; at = at.parent) {
      at.touched = page;
    }
    return node;
  }

  private Node grown(Element part) {
    Node parent = part.parent().map(this::node).orElse(null);
    var node = new Node(part, parent);
    node.dictionary.setItem(COSName.TYPE, STRUCT_ELEM);
    node.dictionary.setName(COSName.S, type(part));
    if (parent == null) {
      node.dictionary.setItem(COSName.P, root);
      kids.add(node.self);
    } else {
      node.dictionary.setItem(COSName.P, parent.self);
      parent.kids.add(node.self);
      parent.open++;
    }
    describe(part, node);
    nodes.put(part, node);
    inOrder.add(node);
    return node;
  }

  /** All content of a page has been added. */
  void endPage() throws IOException {
    page++;
    // Seldom, because all that is open is looked at.
    if (page % MOST_SILENT == 0) {
      write(page - MOST_SILENT);
    }
  }

  /** Writes what has been silent since a page, and has nothing below it that has not. */
  private void write(int since) throws IOException {
    var left = new ArrayList<Node>();
    for (Node node : inOrder.reversed()) {
      if (node.touched < since && node.open == 0) {
        node.write();
        nodes.remove(node.part);
        if (node.parent != null) {
          node.parent.open--;
        }
      } else {
        left.add(node);
      }
    }
    inOrder = new ArrayList<>(left.reversed());
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

  private void describe(Element part, Node node) {
    COSDictionary element = node.dictionary;
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
        notes.add(node.self);
        element.setString(COSName.getPDFName("ID"), noteId(notes.size() - 1));
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

  /** Writes what is left; the tree's root. */
  Reference finish() throws IOException {
    write(Integer.MAX_VALUE);
    var tree = new COSDictionary();
    tree.setItem(COSName.TYPE, COSName.STRUCT_TREE_ROOT);
    tree.setItem(COSName.K, kids);
    tree.setItem(COSName.PARENT_TREE, file.write(parents.finish()));
    tree.setInt(COSName.PARENT_TREE_NEXT_KEY, parents.size());
    if (!notes.isEmpty()) {
      tree.setItem(COSName.getPDFName("IDTree"), file.write(idTree()));
    }
    file.write(root, tree);
    return root;
  }

  private COSDictionary idTree() {
    var byId = new TreeMap<String, Reference>();
    for (int i = 0; i < notes.size(); i++) {
      byId.put(noteId(i), notes.get(i));
    }
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
    var leaves = new COSArray();
    leaves.add(leaf);
    var tree = new COSDictionary();
    tree.setItem(COSName.KIDS, leaves);
    return tree;
  }

  private static String noteId(int at) {
    return "note-" + (at + 1);
  }
}
