package org.qirtas.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.qirtas.Fault;
import org.qirtas.QirtasException;
import org.qirtas.source.SourceReader;
import org.qirtas.source.process.ReadingPool;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say how files are read, and what that may cost. */
final class ReadingOptions {
  @Option(names = "--jobs", paramLabel = "N")
  private @Nullable Integer jobs;

  @Option(names = "--time-limit", paramLabel = "SECONDS")
  private @Nullable Integer seconds;

  @Mixin private OcrOptions ocr = new OcrOptions();

  /** {@return whether processes are asked for, however few files there are} */
  boolean processes() {
    return jobs != null;
  }

  /**
   * {@return who reads}
   *
   * @param most so many processes at most; with none, files are read in this one
   * @param scratch a folder for what processes leave
   */
  Readers readers(Qirtas qirtas, int most, Supplier<Path> scratch) {
    if (most == 0) {
      return new Readers.Here(new SourceReader(Printing.fontFolder(), ocr.tesseract(qirtas)));
    }
    var limits = ReadingPool.Limits.USUAL;
    if (jobs != null) {
      limits = limits.with(positive("--jobs", jobs));
    }
    if (seconds != null) {
      limits = limits.with(Duration.ofSeconds(positive("--time-limit", seconds)));
    }
    limits = limits.with(Math.min(most, limits.processes()));
    return new Readers.Pool(
        new ReadingPool(scratch.get(), limits, Printing.fontFolder(), ocr.tesseract(qirtas)),
        limits.processes());
  }

  /**
   * {@return the value of an option}
   *
   * @throws QirtasException {@code USAGE} where it is less than one
   */
  static int positive(String option, int value) {
    if (value < 1) {
      throw new QirtasException(Fault.USAGE, "usage.value", option, value);
    }
    return value;
  }
}
