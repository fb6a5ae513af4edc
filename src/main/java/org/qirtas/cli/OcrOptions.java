package org.qirtas.cli;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qirtas.Fault;
import org.qirtas.QirtasException;
import org.qirtas.source.Tesseract;
import picocli.CommandLine.Option;

/** The option that says how scans and pictures are read. */
final class OcrOptions {
  @Option(names = "--ocr", paramLabel = "LANGUAGES|none")
  private @Nullable String ocr;

  /**
   * {@return what reads them; empty where nothing is there for that, or it is not wanted}
   *
   * @throws QirtasException {@code USAGE} where languages are named that cannot be read
   */
  Optional<Tesseract> tesseract(Qirtas qirtas) {
    if (ocr == null) {
      return Tesseract.find(qirtas.environment(), "");
    }
    if (ocr.equals("none")) {
      return Optional.empty();
    }
    if (!Tesseract.isLanguages(ocr)) {
      throw new QirtasException(Fault.USAGE, "usage.value", "--ocr", ocr);
    }
    // Who names languages wants them read.
    Optional<Tesseract> found = Tesseract.find(qirtas.environment(), ocr);
    List<String> installed = found.map(Tesseract::installed).orElse(List.of());
    if (!installed.containsAll(List.of(ocr.split("\\+", -1)))) {
      throw new QirtasException(
          Fault.USAGE, "usage.ocr", ocr, installed.isEmpty() ? "-" : String.join(", ", installed));
    }
    return found;
  }
}
