package org.qirtas.catalog;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.qirtas.archive.Archive;
import org.qirtas.archive.ArchiveItem;
import org.qirtas.archive.ArchiveWriter;
import org.qirtas.archive.Change;
import org.qirtas.archive.Shelf;
import org.qirtas.archive.Status;
import org.qirtas.article.Article;
import org.qirtas.article.ArticleDate.Precision;

/**
 * Works in an archive until it is killed: imports, edits, moves, withdrawals. What was committed it
 * says at once, a line an item.
 */
final class Toil {
  private final Random random;
  private final Path inbox;
  private final ArchiveWriter writer;
  private final CatalogWriter catalog;
  private final List<ArchiveItem> items = new ArrayList<>();
  private final List<ArchiveItem> changed = new ArrayList<>();

  private Toil(Path inbox, ArchiveWriter writer, CatalogWriter catalog, long seed) {
    this.inbox = inbox;
    this.writer = writer;
    this.catalog = catalog;
    this.random = new Random(seed);
    try (Stream<ArchiveItem> all = writer.archive().items()) {
      all.filter(item -> item.status() != Status.WITHDRAWN).forEach(items::add);
    }
  }

  /** The arguments: the archive, the folder of inputs, a seed. */
  public static void main(String[] arguments) {
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Archive archive = Archive.create(Path.of(arguments[0]), InstantSource.system());
    try (ArchiveWriter writer = archive.writer();
        CatalogWriter catalog = CatalogWriter.open(writer, _ -> {}, _ -> {})) {
      var toil = new Toil(Path.of(arguments[1]), writer, catalog, Long.parseLong(arguments[2]));
      out.println("ready");
      while (true) {
        toil.commit(out);
      }
    }
  }

  private void commit(PrintStream out) {
    changed.clear();
    int works = 1 + random.nextInt(8);
    for (int i = 0; i < works; i++) {
      work();
    }
    catalog.commit();
    // An item is changed once a commit, so that who was not told of one knows what it may be now.
    changed.stream().filter(item -> item.status() == Status.STORED).forEach(items::add);
    changed.forEach(item ->
        out.println(item.id() + "\t" + item.version() + "\t" + item.status() + "\t" + item.path()));
    out.println("committed");
  }

  private void work() {
    if (items.size() < 5 || random.nextInt(3) == 0) {
      Article article = article(1);
      done(writer.store(Shelf.reading(inbox, article)), Optional.of(article));
      return;
    }
    ArchiveItem item = items.remove(random.nextInt(items.size()));
    Change change = Change.byUser("toil");
    switch (random.nextInt(5)) {
      case 0 -> {
        ArchiveItem gone = writer.withdraw(item, true, change);
        Article article = writer.archive().article(item).orElseThrow();
        catalog.add(gone, Optional.of(article));
        changed.add(gone);
      }
      case 1 -> {
        ArchiveItem gone = writer.purge(item, change);
        catalog.add(gone, Optional.empty());
        changed.add(gone);
      }
      default -> {
        Article article = article(item.version() + 1);
        done(writer.revise(item, article, change), Optional.of(article));
      }
    }
  }

  /** Its text says which version it is of. */
  private Article article(int version) {
    LocalDate day = LocalDate.of(2020, 1, 1).plusDays(random.nextInt(60));
    return Shelf.article("مادة " + random.nextInt(1000), "الإصدار " + version)
        .date(Shelf.date(day + "T00:00", Precision.DAY))
        .tag("n" + random.nextLong())
        .finish();
  }

  private void done(ArchiveItem item, Optional<Article> article) {
    catalog.add(item, article);
    changed.add(item);
  }
}
