package org.qirtas.source.process;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.qirtas.Fault;
import org.qirtas.QirtasException;
import org.qirtas.article.Article;
import org.qirtas.source.PassedOver;
import org.qirtas.source.Refusal;
import org.qirtas.source.Source;

/**
 * What a pool and a process of it say to each other: a length, a kind, a {@linkplain RecordForm
 * record}.
 */
final class Frame {
  /** The most that may come of one part: its text, pictures and attachments. */
  static final int LARGEST = 256 << 20;

  private Frame() {}

  /** What a frame holds. */
  sealed interface Content {}

  /**
   * A file to read.
   *
   * @param source the file; its media type need not be known
   * @param skip how many of its parts are there already
   */
  record Order(Source source, int skip) implements Content {}

  /** A part that is about to be read; where that is refused already, a {@link Refused} follows. */
  record Begun(String place, Optional<Source> source) implements Content {}

  /**
   * What was read out of the part that was begun.
   *
   * @param nanoseconds how long that took
   */
  record Read(
      long nanoseconds,
      Article article,
      java.util.Map<String, byte[]> pictures,
      java.util.Map<String, byte[]> attachments)
      implements Content {}

  /**
   * Why the part that was begun gave nothing.
   *
   * @param nanoseconds how long that took
   */
  record Refused(long nanoseconds, String fault, String key, List<String> values)
      implements Content {
    static Refused of(QirtasException why, long nanoseconds) {
      return new Refused(
          nanoseconds,
          why.fault().name(),
          why.key(),
          why.values().stream().map(String::valueOf).toList());
    }

    QirtasException exception() {
      return new QirtasException(Fault.valueOf(fault), key, values.toArray());
    }
  }

  /** Reading goes on: a page of many is done. */
  record Alive() implements Content {}

  /** The file is done: whether it held others, and what of them was not taken out. */
  record Done(boolean container, List<PassedOver> passed) implements Content {}

  static void write(DataOutputStream out, Content content) throws IOException {
    byte[] bytes = RecordForm.write(content);
    if (bytes.length > LARGEST) {
      // The name is filled in by whoever knows it.
      throw Refusal.TOOLARGE.of("", (bytes.length >> 20) + " MB");
    }
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /**
   * Reads a frame.
   *
   * @throws IOException where it is none, or the other side has gone
   */
  static Content read(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > LARGEST) {
      throw new IOException("no frame is as long as " + length);
    }
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException();
    }
    return RecordForm.read(bytes, Content.class);
  }
}
