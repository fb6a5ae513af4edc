package org.qirtas.cli;

import java.util.Optional;
import org.qirtas.QirtasException;
import org.qirtas.archive.ArchiveItem;
import org.qirtas.article.Article;

/** What became of one input of an import. */
sealed interface Outcome {
  /**
   * It is in the archive now.
   *
   * @param item empty in a rehearsal
   */
  record Stored(Optional<ArchiveItem> item, Article article) implements Outcome {}

  /** It was there already. */
  record Duplicate(String path) implements Outcome {}

  /**
   * It is kept, but nothing could be read from it.
   *
   * @param item empty in a rehearsal
   */
  record Quarantined(Optional<ArchiveItem> item, QirtasException cause) implements Outcome {}

  /** There was nothing to keep. */
  record Failed(QirtasException cause) implements Outcome {}
}
