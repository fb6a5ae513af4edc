package org.qirtas.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.zip.Deflater;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;

/**
 * A PDF file that is written object by object, each as soon as it is finished, so that no more of
 * it is held than what still changes. PDFBox holds a whole document until it is saved; 5,000 pages
 * are too many for that.
 *
 * <p>Streams stand by themselves, all else in object streams (ISO 32000-1, 7.5.7); what is where is
 * told at the end by a cross-reference stream (7.5.8). One thread's.
 */
final class PdfFile implements AutoCloseable {
  /** More in one stream makes a reader unpack much for one object. */
  private static final int MOST_PACKED = 200;

  /** How many bytes a file is named by. */
  private static final int IDENTITY = 16;

  private final OutputStream out;
  private final MessageDigest digest = sha256();
  private final Deflater deflater = new Deflater();
  private final byte[] deflated = new byte[1 << 13];
  private final Places places = new Places();
  private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();
  private final IdentityHashMap<COSStream, Reference> numbers = new IdentityHashMap<>();
  private final Pack pack = new Pack();
  private long position;
  private int last;

  /**
   * A file without objects.
   *
   * @param out where it is written to; not closed
   * @param version as in {@code 1.7}
   */
  PdfFile(OutputStream out, String version) throws IOException {
    this.out = out;
    put(("%PDF-" + version + "\n").getBytes(StandardCharsets.US_ASCII));
    // Four bytes by which others tell that it is not text (7.5.2).
    put(new byte[] {'%', (byte) 0xF6, (byte) 0xE4, (byte) 0xFC, (byte) 0xDF, '\n'});
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** A number for an object that is written later. */
  Reference reserve() {
    last++;
    return new Reference(last);
  }

  /** Writes an object that nothing changes any more. */
  Reference write(COSBase object) throws IOException {
    Reference reference = reserve();
    write(reference, object);
    return reference;
  }

  /** Writes an object whose number was reserved. */
  void write(Reference reference, COSBase object) throws IOException {
    if (object instanceof COSStream stream) {
      stream(reference, stream);
    } else {
      pack.add(reference, object);
    }
    while (!waiting.isEmpty()) {
      Waiting next = waiting.remove();
      numbers.remove(next.stream());
      stream(next.reference(), next.stream());
    }
  }

  /** A stream that stands within an object that has been written. */
  private record Waiting(Reference reference, COSStream stream) {}

  /** Writes a stream of the given content, which is compressed. */
  Reference writeStream(COSDictionary description, byte[] content) throws IOException {
    description.setItem(COSName.FILTER, COSName.FLATE_DECODE);
    return writeCoded(description, deflate(content));
  }

  /** Writes a stream whose content is coded as its description says. */
  Reference writeCoded(COSDictionary description, byte[] content) throws IOException {
    Reference reference = reserve();
    stream(reference, description, content);
    return reference;
  }

  /** The same for content that is better not held whole. */
  Reference writeStream(COSDictionary description, InputStream content) throws IOException {
    deflater.reset();
    var packed = new ByteArrayOutputStream();
    var piece = new byte[1 << 13];
    for (int n = content.read(piece); n >= 0; n = content.read(piece)) {
      deflater.setInput(piece, 0, n);
      while (!deflater.needsInput()) {
        packed.write(deflated, 0, deflater.deflate(deflated));
      }
    }
    description.setItem(COSName.FILTER, COSName.FLATE_DECODE);
    return writeCoded(description, finished(packed));
  }

  private byte[] deflate(byte[] content) {
    deflater.reset();
    deflater.setInput(content);
    return finished(new ByteArrayOutputStream(content.length / 3 + 64));
  }

  private byte[] finished(ByteArrayOutputStream packed) {
    deflater.finish();
    while (!deflater.finished()) {
      packed.write(deflated, 0, deflater.deflate(deflated));
    }
    return packed.toByteArray();
  }

  /** As it was filled; its bytes are given back. */
  private void stream(Reference reference, COSStream stream) throws IOException {
    byte[] content;
    try (InputStream in = stream.createRawInputStream()) {
      content = in.readAllBytes();
    }
    stream(reference, stream, content);
    stream.close();
  }

  private void stream(Reference reference, COSDictionary description, byte[] content)
      throws IOException {
    description.setInt(COSName.LENGTH, content.length);
    if (!COSName.XREF.equals(description.getItem(COSName.TYPE))) {
      // The table that holds the places is written when all are known.
      places.inFile(reference.number(), position);
    }
    var bytes = new ByteArrayOutputStream();
    var notation = notation(bytes);
    notation.ascii(reference.number() + " 0 obj\n");
    notation.dictionary(description);
    notation.ascii("\nstream\n");
    put(bytes.toByteArray());
    put(content);
    put("\nendstream\nendobj\n".getBytes(StandardCharsets.US_ASCII));
  }

  private Notation notation(ByteArrayOutputStream bytes) {
    return new Notation(bytes, this::numberOf);
  }

  /** A stream that stands within another object is written right after it. */
  private Reference numberOf(COSStream stream) {
    return numbers.computeIfAbsent(
        stream,
        fresh -> {
          Reference reference = reserve();
          waiting.add(new Waiting(reference, fresh));
          return reference;
        });
  }

  private void put(byte[] bytes) throws IOException {
    out.write(bytes);
    digest.update(bytes);
    position += bytes.length;
  }

  /**
   * Writes what is left and the cross-references; nothing can be written afterwards. The trailer
   * names the file by a digest of all that is in it (14.4): another order of articles, another
   * profile or another press make another file.
   *
   * @param root the catalog
   * @param information the document information
   */
  void finish(Reference root, Reference information) throws IOException {
    pack.flush();
    byte[] identity = Arrays.copyOf(digest.digest(), IDENTITY);
    Reference self = reserve();
    long start = position;
    var trailer = new COSDictionary();
    trailer.setItem(COSName.TYPE, COSName.XREF);
    trailer.setInt(COSName.SIZE, last + 1);
    trailer.setItem(COSName.ROOT, root);
    trailer.setItem(COSName.INFO, information);
    var id = new COSArray();
    id.add(new COSString(identity, true));
    id.add(new COSString(identity, true));
    trailer.setItem(COSName.ID, id);
    var widths = new COSArray();
    for (int width : Places.WIDTHS) {
      widths.add(COSInteger.get(width));
    }
    trailer.setItem(COSName.W, widths);
    trailer.setItem(COSName.FILTER, COSName.FLATE_DECODE);
    places.inFile(self.number(), start);
    stream(self, trailer, deflate(places.table(last)));
    put(("startxref\n" + start + "\n%%EOF\n").getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public void close() {
    deflater.end();
  }

  /** The object stream that is being filled. */
  private final class Pack {
    private final ByteArrayOutputStream objects = new ByteArrayOutputStream();
    private final StringBuilder index = new StringBuilder();
    private int count;
    private Reference self = new Reference(0);

    void add(Reference reference, COSBase object) throws IOException {
      if (count == 0) {
        self = reserve();
      }
      places.packed(reference.number(), self.number(), count);
      index.append(reference.number()).append(' ').append(objects.size()).append(' ');
      notation(objects).write(object);
      objects.write('\n');
      count++;
      if (count == MOST_PACKED) {
        flush();
      }
    }

    void flush() throws IOException {
      if (count == 0) {
        return;
      }
      byte[] head = index.toString().getBytes(StandardCharsets.US_ASCII);
      var all = new ByteArrayOutputStream(head.length + objects.size());
      all.writeBytes(head);
      objects.writeTo(all);
      var description = new COSDictionary();
      description.setItem(COSName.TYPE, COSName.OBJ_STM);
      description.setInt(COSName.N, count);
      description.setInt(COSName.FIRST, head.length);
      description.setItem(COSName.FILTER, COSName.FLATE_DECODE);
      stream(self, description, deflate(all.toByteArray()));
      objects.reset();
      index.setLength(0);
      count = 0;
    }
  }

  /** Where each object is: its place in the file, or its object stream and its rank in it. */
  private static final class Places {
    static final int[] WIDTHS = {1, 5, 1};

    private static final int BYTES = 7;
    private static final int IN_FILE = 1;
    private static final int PACKED = 2;

    private byte[] rows = new byte[BYTES << 10];

    void inFile(int number, long offset) {
      row(number, IN_FILE, offset, 0);
    }

    void packed(int number, int stream, int rank) {
      row(number, PACKED, stream, rank);
    }

    private void row(int number, int kind, long place, int rank) {
      int at = number * BYTES;
      if (at + BYTES > rows.length) {
        rows = Arrays.copyOf(rows, Math.max(2 * rows.length, at + BYTES));
      }
      if (rows[at] != 0) {
        throw new IllegalStateException("object " + number + " is written twice");
      }
      rows[at] = (byte) kind;
      for (int i = 5; i > 0; i--) {
        rows[at + i] = (byte) place;
        place >>= 8;
      }
      rows[at + 6] = (byte) rank;
    }

    /** All rows, from that of the object 0, which no file has (7.5.4). */
    byte[] table(int last) {
      for (int number = 1; number <= last; number++) {
        if (number * BYTES >= rows.length || rows[number * BYTES] == 0) {
          throw new IllegalStateException("object " + number + " was never written");
        }
      }
      return Arrays.copyOf(rows, (last + 1) * BYTES);
    }
  }
}
