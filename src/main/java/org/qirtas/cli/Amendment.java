package org.qirtas.cli;

import org.jspecify.annotations.Nullable;
import org.qirtas.archive.Change;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The item that a command changes, and what its record says of the change. */
@SuppressWarnings("NullAway.Init") // picocli sets the id and the reason
final class Amendment {
  @Parameters(paramLabel = "ID", descriptionKey = "ID")
  private String id;

  @Option(names = "--reason", paramLabel = "TEXT", required = true)
  private String reason;

  @Option(names = "--by", paramLabel = "NAME")
  private @Nullable String by;

  /** {@return how the item is named on the command line} */
  String id() {
    return id;
  }

  /** {@return who changes it, and why} */
  Change change() {
    return by == null ? Change.byUser(reason) : new Change(by, reason);
  }
}
