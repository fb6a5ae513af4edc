package org.qirtas.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code qirtas completion}: what makes bash and zsh complete commands and options. */
@Command(name = "completion")
@SuppressWarnings("NullAway.Init") // picocli sets the parent
final class Completion implements Callable<Integer> {
  @ParentCommand private Qirtas qirtas;

  @Override
  public Integer call() {
    // This run knows of one command only; the script has to know of all.
    var whole = Main.commandLine(qirtas, List.of());
    qirtas.terminal().out().print(AutoComplete.bash("qirtas", whole));
    return Exit.DONE.code();
  }
}
