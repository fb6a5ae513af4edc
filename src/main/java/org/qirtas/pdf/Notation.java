package org.qirtas.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSBoolean;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfwriter.COSWriter;

/**
 * How objects are written down (ISO 32000-1, 7.3): dictionaries and arrays where they stand,
 * streams and what has a {@link Reference} by their numbers.
 */
final class Notation {
  private final ByteArrayOutputStream out;
  private final Function<COSStream, Reference> streams;

  /**
   * A notation.
   *
   * @param out where to
   * @param streams tells which number a stream has, which can only be written by itself
   */
  Notation(ByteArrayOutputStream out, Function<COSStream, Reference> streams) {
    this.out = out;
    this.streams = streams;
  }

  /** Writes an object; of a stream only its reference. */
  void write(COSBase object) throws IOException {
    switch (object) {
      case Reference reference -> reference(reference);
      case COSStream stream -> reference(streams.apply(stream));
      case COSDictionary dictionary -> dictionary(dictionary);
      case COSArray array -> array(array);
      case COSName name -> name.writePDF(out);
      case COSInteger integer -> ascii(Long.toString(integer.longValue()));
      case COSFloat real -> real.writePDF(out);
      case COSString string -> COSWriter.writeString(string, out);
      case COSBoolean bool -> bool.writePDF(out);
      case COSNull _ -> ascii("null");
      default -> throw new IllegalArgumentException("cannot be written: " + object.getClass());
    }
  }

  /** Writes the entries of a dictionary, also those of a stream's. */
  void dictionary(COSDictionary dictionary) throws IOException {
    ascii("<<");
    for (Map.Entry<COSName, COSBase> entry : dictionary.entrySet()) {
      entry.getKey().writePDF(out);
      out.write(' ');
      write(entry.getValue());
    }
    ascii(">>");
  }

  private void array(COSArray array) throws IOException {
    out.write('[');
    for (int i = 0; i < array.size(); i++) {
      if (i > 0) {
        out.write(' ');
      }
      COSBase item = array.get(i);
      write(item == null ? COSNull.NULL : item);
    }
    out.write(']');
  }

  private void reference(Reference reference) {
    ascii(reference.number() + " 0 R");
  }

  void ascii(String text) {
    out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
  }
}
