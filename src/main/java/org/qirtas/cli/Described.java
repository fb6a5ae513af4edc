package org.qirtas.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.qirtas.archive.ArchiveItem;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The items that a command line describes, where what stands on it by itself is something else. */
@SuppressWarnings("NullAway.Init") // picocli sets the selection
final class Described {
  @Mixin private Selection selection;

  @Option(names = "--words", paramLabel = "WORDS")
  private List<String> words = new ArrayList<>();

  /** {@return whether it describes any} */
  boolean isGiven() {
    return selection.isGiven() || !words.isEmpty();
  }

  /**
   * {@return those that are described, by date}
   *
   * @param items what can be chosen from
   */
  List<Supplier<ArchiveItem>> in(ChosenItems items) {
    return items.found(selection, words);
  }
}
