package org.qirtas.pdf;

import java.io.IOException;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;

/**
 * A number tree (ISO 32000-1, 7.9.7) whose keys count from 0. What is full of it is written, and
 * not held any longer.
 */
final class NumberTree {
  private static final int MOST_IN_LEAF = 64;

  private final PdfFile file;
  private final COSArray leaves = new COSArray();
  private COSArray numbers = new COSArray();
  private int first;
  private int next;

  NumberTree(PdfFile file) {
    this.file = file;
  }

  /** Adds a value; its key. */
  int add(COSBase value) throws IOException {
    numbers.add(COSInteger.get(next));
    numbers.add(value);
    next++;
    if (next - first == MOST_IN_LEAF) {
      closeLeaf();
    }
    return next - 1;
  }

  private void closeLeaf() throws IOException {
    var limits = new COSArray();
    limits.add(COSInteger.get(first));
    limits.add(COSInteger.get(next - 1L));
    var leaf = new COSDictionary();
    leaf.setItem(COSName.LIMITS, limits);
    leaf.setItem(COSName.NUMS, numbers);
    leaves.add(file.write(leaf));
    numbers = new COSArray();
    first = next;
  }

  int size() {
    return next;
  }

  /** The tree's root, complete. */
  COSDictionary finish() throws IOException {
    var root = new COSDictionary();
    if (leaves.size() == 0) {
      root.setItem(COSName.NUMS, numbers);
      return root;
    }
    if (next > first) {
      closeLeaf();
    }
    root.setItem(COSName.KIDS, leaves);
    return root;
  }
}
