package org.qirtas.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.qirtas.Fault;
import org.qirtas.QirtasException;
import org.qirtas.archive.Archive;
import org.qirtas.archive.ArchiveItem;
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

  @Mixin private Described described;

  @Mixin private PrintOptions options;

  @Mixin private BookOptions book;

  @Parameters(paramLabel = "ID", descriptionKey = "ID", arity = "0..*")
  private List<String> ids = new ArrayList<>();

  @Option(names = "--version", paramLabel = "N")
  private @Nullable Integer version;

  @Option(names = "-o", paramLabel = "FILE.pdf|DIR")
  private @Nullable Path output;

  @Option(names = "--compare", paramLabel = "OLD.pdf")
  private @Nullable Path compare;

  @Override
  public Integer call() {
    Shaper.prepare();
    boolean selected = described.isGiven();
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
    for (Supplier<ArchiveItem> named : chosen(archive)) {
      try {
        ArchiveItem newest = named.get();
        items.add(version == null ? newest : archive.version(newest, version));
      } catch (QirtasException unknown) {
        exit = qirtas.failed(unknown);
      }
    }
    if (items.isEmpty() && exit == Exit.DONE) {
      qirtas.say("find.none");
      return Exit.DONE.code();
    }
    if (compare != null && items.size() > 1 && !book.isWanted()) {
      throw new QirtasException(Fault.USAGE, "export.compare.one");
    }
    if (book.isWanted()) {
      Exit outcome = printBook(archive, items);
      return (outcome == Exit.DONE ? exit : outcome).code();
    }
    Map<Path, ArchiveItem> targets = targets(items);
    Exit outcome =
        compare == null
            ? print(archive, targets)
            : compared(targets.keySet().iterator().next(), _ -> print(archive, targets));
    return (outcome == Exit.DONE ? exit : outcome).code();
  }

  private Exit print(Archive archive, Map<Path, ArchiveItem> targets) {
    var shelf = Printing.shelf();
    int threads = Runtime.getRuntime().availableProcessors();
    try (var room =
        new PressRoom(
            qirtas, archive, options, options.profile(shelf), shelf, targets.size(), threads)) {
      return room.print(targets);
    }
  }

  private Exit printBook(Archive archive, List<ArchiveItem> items) {
    var export = new BookExport(qirtas, archive, options, book);
    return compared(bookTarget(), file -> export.print(items, file));
  }

  /** What is printed is held against an older PDF, which may be the one that it replaces. */
  private Exit compared(Path target, Function<Path, Exit> print) {
    if (compare == null) {
      return print.apply(target);
    }
    try (var before = ComparisonReport.kept(compare)) {
      Exit outcome = print.apply(target);
      if (!Files.isRegularFile(target)) {
        return outcome;
      }
      String name = String.valueOf(target.getFileName()).replaceFirst("\\.pdf$", "");
      new ComparisonReport(qirtas, ComparisonReport.USUAL_DOTS)
          .of(before.path(), target, target.resolveSibling(name + "-compare"));
      // An export that changed something is what was wanted.
      return outcome;
    }
  }

  private Path bookTarget() {
    Path home = Path.of(System.getProperty("qirtas.home", "."), "exports");
    Path named = output == null ? home : output;
    boolean file = named.toString().endsWith(".pdf") && !Files.isDirectory(named);
    String suffix = options.edition() == Edition.PRINT ? "-print" : "";
    return file ? named : named.resolve("book" + suffix + ".pdf");
  }

  private List<Supplier<ArchiveItem>> chosen(Archive archive) {
    var items = new ChosenItems(qirtas, archive);
    return ids.isEmpty() ? described.in(items) : items.named(ids);
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
}
