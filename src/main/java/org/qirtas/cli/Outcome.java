package org.qirtas.cli;

import java.util.List;
import java.util.Optional;
import org.qirtas.QirtasException;
import org.qirtas.archive.ArchiveItem;
import org.qirtas.article.Article;
import org.qirtas.catalog.Hit;
import org.qirtas.catalog.Kin;
import org.qirtas.source.PassedOver;

/** What became of one input of an import. */
sealed interface Outcome {
  /**
   * It is in the archive now.
   *
   * @param item empty in a rehearsal
   * @param kin an item that had its text before
   */
  record Stored(Optional<ArchiveItem> item, Article article, Optional<Kin> kin)
      implements Outcome {}

  /**
   * Its source was there already, with other bytes, and has a new version now.
   *
   * @param item the item, as it is now
   */
  record Version(ArchiveItem item, Article article) implements Outcome {}

  /**
   * It was there already.
   *
   * @param path the item's, or in a rehearsal the file's that came before
   * @param hit the item; empty where that is of the same rehearsal
   */
  record Duplicate(String path, Optional<Hit> hit) implements Outcome {}

  /**
   * It is kept, but nothing could be read from it.
   *
   * @param item empty in a rehearsal
   */
  record Quarantined(Optional<ArchiveItem> item, QirtasException cause) implements Outcome {}

  /**
   * It held others, each of which has an outcome of its own.
   *
   * @param parts how many came out of it
   * @param passed what was not taken out of it
   */
  record Opened(long parts, List<PassedOver> passed) implements Outcome {}

  /**
   * It held others, each of which has an outcome of its own, and came to an end of its own besides:
   * most often what is left of it could not be read.
   *
   * @param end what became of itself
   * @param parts how many came out of it
   * @param passed what was not taken out of it
   */
  record Partly(Outcome end, long parts, List<PassedOver> passed) implements Outcome {}

  /** There was nothing to keep. */
  record Failed(QirtasException cause) implements Outcome {}

  /** It came to its end in an import before, and has not changed since. */
  record Unchanged() implements Outcome {}

  /** {@return why nothing, or not all, could be read} */
  default Optional<QirtasException> trouble() {
    return switch (this) {
      case Quarantined(_, QirtasException cause) -> Optional.of(cause);
      case Failed(QirtasException cause) -> Optional.of(cause);
      case Partly(Outcome end, _, _) -> end.trouble();
      case Stored _, Version _, Duplicate _, Opened _, Unchanged _ -> Optional.empty();
    };
  }
}
