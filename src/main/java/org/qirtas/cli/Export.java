package org.qirtas.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.qirtas.Fault;
import org.qirtas.QirtasException;
import org.qirtas.archive.Archive;
import org.qirtas.archive.ArchiveItem;
import org.qirtas.article.Article;
import org.qirtas.catalog.Catalog;
import org.qirtas.catalog.Hit;
import org.qirtas.catalog.Order;
import org.qirtas.pdf.Attachment;
import org.qirtas.pdf.Edition;
import org.qirtas.text.Shaper;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code qirtas export}: items of the archive as PDFs. */
@Command(name = "export")
@SuppressWarnings("NullAway.Init") // picocli sets the parent
final class Export implements Callable<Integer> {
  @ParentCommand private Qirtas qirtas;

  @Mixin private Selection selection;

  @Mixin private PrintOptions options;

  @Mixin private BookOptions book;

  @Parameters(paramLabel = "ID", descriptionKey = "ID", arity = "0..*")
  private List<String> ids = new ArrayList<>();

  @Option(names = "--version", paramLabel = "N")
  private @Nullable Integer version;

  @Option(names = "--words", paramLabel = "WORDS")
  private List<String> words = new ArrayList<>();

  @Option(names = "-o", paramLabel = "FILE.pdf|DIR")
  private @Nullable Path output;

  @Override
  public Integer call() {
    Shaper.prepare();
    boolean selected = selection.isGiven() || !words.isEmpty();
    if (ids.isEmpty() && !selected) {
      throw new QirtasException(Fault.USAGE, "export.nothing");
    }
    if (version != null && ids.size() != 1) {
      throw new QirtasException(Fault.USAGE, "export.version");
    }
    if (!ids.isEmpty() && selected) {
      throw new QirtasException(Fault.USAGE, "export.both");
    }
    Archive archive = qirtas.archive();
    Exit exit = Exit.DONE;
    List<ArchiveItem> items = new ArrayList<>();
    for (Named named : named(archive)) {
      try {
        ArchiveItem newest = named.item();
        items.add(version == null ? newest : archive.version(newest, version));
      } catch (QirtasException unknown) {
        exit = qirtas.failed(unknown);
      }
    }
    if (items.isEmpty() && exit == Exit.DONE) {
      qirtas.say("find.none");
      return Exit.DONE.code();
    }
    if (book.isWanted()) {
      Exit outcome = new BookExport(qirtas, archive, options, book).print(items, bookTarget());
      return (outcome == Exit.DONE ? exit : outcome).code();
    }
    var shelf = Printing.shelf();
    var profile = options.profile(shelf);
    try (var printing = new Printing(profile, shelf, options, false)) {
      for (Map.Entry<Path, ArchiveItem> target : targets(items).entrySet()) {
        Exit outcome = export(archive, target.getValue(), target.getKey(), printing);
        exit = outcome == Exit.DONE ? exit : outcome;
      }
    }
    return exit.code();
  }

  private Path bookTarget() {
    Path home = Path.of(System.getProperty("qirtas.home", "."), "exports");
    Path named = output == null ? home : output;
    boolean file = named.toString().endsWith(".pdf") && !Files.isDirectory(named);
    String suffix = options.edition() == Edition.PRINT ? "-print" : "";
    return file ? named : named.resolve("book" + suffix + ".pdf");
  }

  /** An item whose name may yet turn out to name nothing. */
  private interface Named {
    ArchiveItem item();
  }

  private List<Named> named(Archive archive) {
    var named = new ArrayList<Named>();
    if (!ids.isEmpty()) {
      var naming = new Naming(qirtas, archive);
      ids.forEach(id -> named.add(() -> naming.item(id)));
      return named;
    }
    try (Catalog catalog = qirtas.catalog(archive)) {
      Iterator<Hit> hits = catalog.find(selection.query(words), Order.DATE, Integer.MAX_VALUE);
      while (hits.hasNext()) {
        Hit hit = hits.next();
        named.add(() -> archive.at(hit.path()));
      }
    }
    return named;
  }

  /** Where each item goes: one PDF to the file that is named, several into the folder. */
  private Map<Path, ArchiveItem> targets(List<ArchiveItem> items) {
    var targets = new LinkedHashMap<Path, ArchiveItem>();
    boolean file =
        output != null && output.toString().endsWith(".pdf") && !Files.isDirectory(output);
    if (file && items.size() > 1) {
      throw new QirtasException(
          Fault.USAGE, "export.several", items.size(), String.valueOf(output));
    }
    Path folder =
        output != null ? output : Path.of(System.getProperty("qirtas.home", "."), "exports");
    String suffix = options.edition() == Edition.PRINT ? "-print" : "";
    for (ArchiveItem item : items) {
      Path target = file && output != null ? output : folder.resolve(item.slug() + suffix + ".pdf");
      // Two days may each have an article of that name.
      for (int n = 2; targets.containsKey(target); n++) {
        target = folder.resolve(item.slug() + "-" + n + suffix + ".pdf");
      }
      targets.put(target, item);
    }
    return targets;
  }

  private Exit export(Archive archive, ArchiveItem item, Path target, Printing printing) {
    try {
      Article article =
          archive
              .article(item)
              .orElseThrow(() ->
                  new QirtasException(
                      Fault.INPUT, "item.quarantined", item.path(), item.cause().orElse("")));
      var order =
          new Printing.Order(
              article,
              Colophons.of(article, item.slug(), item.created()),
              name -> archive.picture(item, name),
              Optional.of(
                  new Attachment(
                      item.origin().name(), item.origin().mediaType(), archive.original(item))));
      var report = new PrintReport(qirtas, options, printing.profile(), target);
      report.begin(article);
      printing.print(order, target, report::page);
      report.warn(printing.takeNotices());
      return report.finish();
    } catch (QirtasException failure) {
      return qirtas.failed(failure);
    }
  }
}
