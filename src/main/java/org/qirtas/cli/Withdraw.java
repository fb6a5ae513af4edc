package org.qirtas.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.qirtas.Fault;
import org.qirtas.QirtasException;
import org.qirtas.archive.Archive;
import org.qirtas.archive.ArchiveItem;
import org.qirtas.archive.Change;
import org.qirtas.archive.Status;
import org.qirtas.article.Article;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code qirtas withdraw}: an item counts no longer, and its record says why. */
@Command(name = "withdraw")
@SuppressWarnings("NullAway.Init") // picocli sets the parent and the amendment
final class Withdraw implements Callable<Integer> {
  @ParentCommand private Qirtas qirtas;

  @Mixin private Amendment amendment;

  @Option(names = "--purge")
  private boolean purge;

  @Option(names = "--undo")
  private boolean undo;

  @Override
  public Integer call() {
    if (purge && undo) {
      throw new QirtasException(Fault.USAGE, "usage.withdraw");
    }
    Archive archive = qirtas.archive();
    ArchiveItem item = new Naming(qirtas, archive).item(amendment.id());
    boolean withdrawn = item.status() == Status.WITHDRAWN;
    Optional<Article> article = archive.article(item);
    boolean purged = withdrawn && item.original().isEmpty();
    if (purged || (undo ? !withdrawn : withdrawn && !purge)) {
      qirtas.say("withdraw.nothing." + item.status().word(), item.path());
      return Exit.DONE.code();
    }
    Change change = amendment.change();
    try (var desk = new Desk(qirtas, archive)) {
      ArchiveItem now =
          purge
              ? desk.added(desk.writer().purge(item, change), Optional.empty())
              : desk.added(desk.writer().withdraw(item, !undo, change), article);
      if (purge) {
        desk.catalog().forget();
      }
      desk.commit();
      Edit.tell(
          qirtas, purge ? "withdraw.purged" : undo ? "withdraw.undone" : "withdraw.done", now);
    }
    return Exit.DONE.code();
  }
}
