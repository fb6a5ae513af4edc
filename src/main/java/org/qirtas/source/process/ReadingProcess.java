package org.qirtas.source.process;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.qirtas.QirtasException;
import org.qirtas.source.Part;
import org.qirtas.source.Parts;
import org.qirtas.source.Reading;
import org.qirtas.source.Source;
import org.qirtas.source.SourceReader;
import org.qirtas.source.Tesseract;
import org.qirtas.source.TimeLimit;
import org.qirtas.source.pdf.KnownFonts;

/**
 * A process that reads files for a {@link ReadingPool} and can be lost: orders come in on its
 * standard input, what it makes of them goes out on its standard output.
 *
 * <p>It ends with its parent, however that ends, since its input then does; and it ends itself
 * where a reader does not come back, since a thread cannot be killed.
 */
final class ReadingProcess {
  /** The exit code after a file that took too long. */
  static final int TIMEOUT = 4;

  /** The exit code of a JVM that was told to end when its memory does. */
  static final int MEMORY = 3;

  private static final long STACK = 64L << 20;
  private static final int BUFFER = 1 << 16;

  private final DataOutputStream out;
  private final SourceReader reader;
  private final Path handOver;
  private int handedOver;

  /** When work began on the part that comes next. */
  private long begun;

  private ReadingProcess(
      OutputStream out,
      Duration longest,
      Path handOver,
      Path fonts,
      Optional<Tesseract> tesseract) {
    this.out = new DataOutputStream(new BufferedOutputStream(out, BUFFER));
    var limit = new TimeLimit.Ending(longest, () -> end(TIMEOUT));
    this.reader = new SourceReader(limit, Clock.systemUTC(), KnownFonts.in(fonts), tesseract);
    reader.whileAlive(this::tellAlive);
    this.handOver = handOver;
  }

  /**
   * Reads what it is told to until nothing more can come.
   *
   * @param arguments the seconds that a file may take, the folder for what comes out of one, and
   *     the folder of known fonts; where there is one, the program that reads scans, and their
   *     languages
   */
  public static void main(String[] arguments) {
    NoNetwork.enforce();
    // Ctrl-C reaches every process of a terminal, but when this one ends is the parent's to say.
    Runtime.getRuntime().addShutdownHook(new Thread(ReadingProcess::outlast, "outlast"));
    var orders = new LinkedBlockingQueue<Frame.Order>();
    var out = new FileOutputStream(FileDescriptor.out);
    // A library that prints would break the frames.
    System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    var process =
        new ReadingProcess(
            out,
            Duration.ofSeconds(Long.parseLong(arguments[0])),
            Path.of(arguments[1]),
            Path.of(arguments[2]),
            tesseract(arguments));
    var work = new Thread(null, () -> process.work(orders), "work", STACK);
    work.setDaemon(true);
    work.start();
    listen(orders);
    // Nobody waits for what is being read.
    end(0);
  }

  /** As long as a hook runs, so does all else. */
  private static void outlast() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Optional<Tesseract> tesseract(String[] arguments) {
    return arguments.length < 5
        ? Optional.empty()
        : Optional.of(new Tesseract(Path.of(arguments[3]), arguments[4]));
  }

  private void tellAlive() {
    try {
      Frame.write(out, new Frame.Alive());
      out.flush();
    } catch (IOException parentHasGone) {
      end(0);
    }
  }

  /** Whatever it has started ends with it. */
  private static void end(int code) {
    ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
    Runtime.getRuntime().halt(code);
  }

  private static void listen(BlockingQueue<Frame.Order> orders) {
    try (var in = new DataInputStream(new BufferedInputStream(System.in))) {
      while (true) {
        if (Frame.read(in) instanceof Frame.Order order) {
          orders.add(order);
        }
      }
    } catch (IOException parentHasGone) {
      // That is how this process ends.
    }
  }

  private void work(BlockingQueue<Frame.Order> orders) {
    try {
      while (true) {
        carryOut(orders.take());
        if (orders.isEmpty()) {
          out.flush();
        }
      }
    } catch (InterruptedException | IOException parentHasGone) {
      end(0);
    }
  }

  private void carryOut(Frame.Order order) throws IOException {
    begun = System.nanoTime();
    Source source;
    try {
      source = reader.identify(order.source());
    } catch (QirtasException refusal) {
      Frame.write(out, new Frame.Begun("", Optional.empty()));
      refuse(refusal);
      Frame.write(out, new Frame.Done(false, List.of()));
      return;
    }
    try (Parts parts = reader.parts(source)) {
      boolean container = parts.isContainer();
      int count = 0;
      for (Optional<Part> part = parts.next(); part.isPresent(); part = parts.next()) {
        count++;
        if (count > order.skip()) {
          read(part.get(), source);
          begun = System.nanoTime();
        }
      }
      Frame.write(out, new Frame.Done(container, parts.passedOver()));
    }
  }

  private void read(Part part, Source whole) throws IOException {
    Optional<Source> source = part.source();
    if (source.isPresent() && !source.get().file().equals(whole.file())) {
      source = Optional.of(handOver(source.get()));
    }
    Frame.write(out, new Frame.Begun(part.place(), source));
    // Whatever reading does, the other side knows what was read.
    out.flush();
    if (part.refusal().isPresent()) {
      refuse(part.refusal().get());
      return;
    }
    try {
      Reading reading = reader.read(source.orElseThrow());
      Frame.write(
          out,
          new Frame.Read(taken(), reading.article(), reading.pictures(), reading.attachments()));
    } catch (QirtasException refusal) {
      refuse(refusal);
    }
  }

  private void refuse(QirtasException why) throws IOException {
    Frame.write(out, Frame.Refused.of(why, taken()));
  }

  private long taken() {
    return System.nanoTime() - begun;
  }

  /** A piece's own file would go away before the other side has stored it; a listed file stays. */
  private Source handOver(Source source) throws IOException {
    if (!source.file().startsWith(handOver)) {
      return source;
    }
    Path kept = handOver.resolve("piece-" + ProcessHandle.current().pid() + "-" + ++handedOver);
    Files.move(source.file(), kept);
    return source.at(kept);
  }
}
