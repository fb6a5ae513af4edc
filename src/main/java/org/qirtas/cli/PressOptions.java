package org.qirtas.cli;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qirtas.Fault;
import org.qirtas.QirtasException;
import org.qirtas.pdf.Edition;
import org.qirtas.pdf.PressRun;
import org.qirtas.pdf.PrintIntent;
import org.qirtas.press.PaperStock;
import org.qirtas.profile.PrintProfile;
import org.qirtas.profile.PrinterMark;
import picocli.CommandLine.Option;

/** The options that say what an edition for print is printed with. */
final class PressOptions {
  @Option(names = "--intent", paramLabel = "fogra39|FILE.icc")
  private @Nullable String intent;

  @Option(names = "--marks", paramLabel = "crop,registration,bars,slug|all|none")
  private @Nullable String marks;

  @Option(names = "--paper", paramLabel = "NAME|GSM,BULK")
  private @Nullable String paper;

  /**
   * {@return the press, and what is printed around pages}
   *
   * @param edition what the PDF is for
   * @param profile which marks there are where none are named
   * @throws QirtasException {@code USAGE} where something is said of print that is not for it, or
   *     that is not known; {@code INPUT} where a profile of a press is none
   */
  PressRun run(Edition edition, PrintProfile profile) {
    boolean said = intent != null || marks != null || paper != null;
    if (said && edition != Edition.PRINT) {
      throw new QirtasException(Fault.USAGE, "press.unwanted");
    }
    return new PressRun(
        intent == null ? PrintIntent.usual() : PrintIntent.of(intent),
        marks == null ? profile.page().marks() : marks(marks));
  }

  private static Set<PrinterMark> marks(String typed) {
    return PrinterMark.named(Arrays.stream(typed.split(",", -1)).map(String::strip).toList())
        .orElseThrow(() ->
            new QirtasException(
                Fault.USAGE, "press.marks", typed, String.join(" | ", PrinterMark.choices())));
  }

  /** {@return the paper that is printed on, if anybody says which} */
  Optional<PaperStock> paper() {
    return Optional.ofNullable(paper)
        .map(typed ->
            PaperStock.of(typed)
                .orElseThrow(() ->
                    new QirtasException(
                        Fault.USAGE, "press.paper", typed, String.join(", ", PaperStock.names()))));
  }
}
