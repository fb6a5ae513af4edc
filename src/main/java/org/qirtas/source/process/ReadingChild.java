package org.qirtas.source.process;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.qirtas.QirtasException;
import org.qirtas.source.Refusal;
import org.qirtas.source.Tesseract;

/** A {@link ReadingProcess}, seen from the pool. Not for use by several threads, but to end it. */
final class ReadingChild implements AutoCloseable {
  /** How much longer than a file may take its answer may: the process itself says so first. */
  private static final Duration GRACE = Duration.ofSeconds(3);

  private static final int BUFFER = 1 << 16;
  private static final long NEVER = Long.MAX_VALUE;

  private final Process process;
  private final DataOutputStream to;
  private final DataInputStream from;
  private final Duration longest;
  private final int megabytes;
  private final Watch watch;
  private volatile long deadline = NEVER;
  private volatile boolean late;

  private ReadingChild(Process process, Duration longest, int megabytes, Watch watch) {
    this.process = process;
    this.to = new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), BUFFER));
    this.from = new DataInputStream(new BufferedInputStream(process.getInputStream(), BUFFER));
    this.longest = longest;
    this.megabytes = megabytes;
    this.watch = watch;
    watch.add(this);
  }

  static ReadingChild start(
      Path scratch,
      Path fonts,
      Duration longest,
      int megabytes,
      Watch watch,
      Optional<Tesseract> tesseract)
      throws IOException {
    Path folder = Files.createDirectories(scratch.resolve("work"));
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx" + megabytes + "m",
            "-XX:MaxMetaspaceSize=192m",
            "-XX:MaxDirectMemorySize=64m",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:-CreateCoredumpOnCrash",
            "-XX:ErrorFile=" + folder.resolve("crash-%p.log"),
            "-XX:+UseSerialGC",
            "-XX:-UsePerfData",
            "-XX:TieredStopAtLevel=1",
            "-Xlog:disable",
            "-Djava.awt.headless=true",
            "-Dfile.encoding=UTF-8",
            "-Djava.io.tmpdir=" + folder,
            NoNetwork.CHANNELS));
    cache().ifPresent(command::add);
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            System.getProperty("java.class.path"),
            ReadingProcess.class.getName(),
            Long.toString(longest.toSeconds()),
            folder.toString(),
            fonts.toString()));
    tesseract.ifPresent(eyes -> {
      command.add(eyes.program().toString());
      command.add(eyes.languages());
    });
    var builder = new ProcessBuilder(command);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    Map<String, String> environment = builder.environment();
    Optional<String> models = Optional.ofNullable(environment.get(Tesseract.MODELS));
    // It gets no more than it needs, least of all what others keep in variables.
    environment.clear();
    models
        .filter(_ -> tesseract.isPresent())
        .ifPresent(at -> environment.put(Tesseract.MODELS, at));
    // Names of files are in UTF-8 wherever there are Arabic ones.
    environment.put("LC_ALL", "C.UTF-8");
    return new ReadingChild(builder.start(), longest, megabytes, watch);
  }

  /**
   * The classes that were linked when Qirtas was built; a cache that does not fit is passed over.
   */
  private static Optional<String> cache() {
    return ProcessHandle.current().info().arguments().stream()
        .flatMap(Arrays::stream)
        .filter(argument -> argument.startsWith("-XX:AOTCache="))
        .findFirst();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  void send(Frame.Order order) throws IOException {
    Frame.write(to, order);
    to.flush();
  }

  /**
   * {@return what it says next}
   *
   * @throws IOException where it has ended, or was ended for being late
   */
  Frame.Content receive() throws IOException {
    deadline = System.nanoTime() + longest.plus(GRACE).toNanos();
    try {
      return Frame.read(from);
    } finally {
      deadline = NEVER;
    }
  }

  void endIfLate(long now) {
    if (deadline != NEVER && now - deadline > 0) {
      late = true;
      end();
    }
  }

  void end() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  /** {@return why it is lost} */
  QirtasException cause(String name) {
    int code = exit();
    if (late || code == ReadingProcess.TIMEOUT) {
      return Refusal.TIMEOUT.of(name, longest.toSeconds() + " s");
    }
    return code == ReadingProcess.MEMORY
        ? Refusal.MEMORY.of(name, megabytes + " MB")
        : Refusal.CRASHED.of(name, Integer.toString(code));
  }

  /** It may only have broken its word; then it is ended now. */
  private int exit() {
    try {
      if (!process.waitFor(2, TimeUnit.SECONDS)) {
        end();
      }
      return process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return -1;
    }
  }

  @Override
  public void close() {
    watch.remove(this);
    if (process.isAlive()) {
      try {
        to.close();
      } catch (IOException gone) {
        // That was the aim.
      }
    }
    exit();
  }
}
