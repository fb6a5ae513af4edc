package org.qirtas.pdf;

import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.ICOSVisitor;

/**
 * An indirect reference (ISO 32000-1, 7.3.10): stands for an object of the file that is written
 * elsewhere, perhaps later.
 */
final class Reference extends COSBase {
  private final int number;

  Reference(int number) {
    this.number = number;
  }

  /** The object's number in the file, from 1. */
  int number() {
    return number;
  }

  /** PDFBox's visitors know their own references only; these are written by {@link PdfFile}. */
  @Override
  public void accept(ICOSVisitor visitor) {
    throw new UnsupportedOperationException("reference " + number);
  }
}
