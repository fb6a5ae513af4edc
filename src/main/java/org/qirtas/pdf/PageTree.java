package org.qirtas.pdf;

import java.io.IOException;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.jspecify.annotations.Nullable;

/** The page tree (ISO 32000-1, 7.7.3), its pages in nodes of some dozens. */
final class PageTree {
  private static final int MOST_IN_NODE = 50;

  private final PdfFile file;
  private final Reference root;
  private final COSArray nodes = new COSArray();
  private @Nullable Reference node;
  private COSArray kids = new COSArray();
  private int count;

  PageTree(PdfFile file) {
    this.file = file;
    this.root = file.reserve();
  }

  /** Writes the next page, to which its parent is added. */
  void add(Reference number, COSDictionary page) throws IOException {
    if (node == null) {
      node = file.reserve();
      nodes.add(node);
    }
    page.setItem(COSName.PARENT, node);
    file.write(number, page);
    kids.add(number);
    count++;
    if (kids.size() == MOST_IN_NODE) {
      closeNode(node);
    }
  }

  private void closeNode(Reference open) throws IOException {
    file.write(open, pages(kids, kids.size(), root));
    kids = new COSArray();
    node = null;
  }

  int count() {
    return count;
  }

  /** Writes what is left. */
  Reference finish() throws IOException {
    if (node != null) {
      closeNode(node);
    }
    file.write(root, pages(nodes, count, null));
    return root;
  }

  private static COSDictionary pages(COSArray kids, int count, @Nullable Reference parent) {
    var pages = new COSDictionary();
    pages.setItem(COSName.TYPE, COSName.PAGES);
    if (parent != null) {
      pages.setItem(COSName.PARENT, parent);
    }
    pages.setItem(COSName.KIDS, kids);
    pages.setInt(COSName.COUNT, count);
    return pages;
  }
}
