package org.qirtas.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.qirtas.Fault;
import org.qirtas.QirtasException;
import org.qirtas.archive.Archive;
import org.qirtas.archive.ArchiveItem;
import org.qirtas.archive.Audit;
import org.qirtas.archive.AuditFinding;
import org.qirtas.archive.Audited;
import org.qirtas.archive.Bag;
import org.qirtas.archive.Change;
import org.qirtas.article.Article;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code qirtas unpack}: items out of bags and OCFL roots, and corrections out of a table. */
@Command(name = "unpack")
@SuppressWarnings("NullAway.Init") // picocli sets the parent
final class Unpack implements Callable<Integer> {
  private static final int ITEMS_A_COMMIT = 500;

  @ParentCommand private Qirtas qirtas;

  @Parameters(paramLabel = "DIR", descriptionKey = "DIR", arity = "0..*")
  private List<Path> folders = new ArrayList<>();

  @Option(names = "--csv", paramLabel = "FILE")
  private @Nullable Path csv;

  @Option(names = "--reason", paramLabel = "TEXT")
  private @Nullable String reason;

  private int done;
  private int known;
  private int failed;

  @Override
  public Integer call() {
    if (folders.isEmpty() == (csv == null) || (csv != null && reason == null)) {
      throw new QirtasException(Fault.USAGE, "unpack.what");
    }
    try (var desk = new Desk(qirtas, qirtas.archiveToFill())) {
      for (Path folder : folders) {
        unpack(desk, folder);
      }
      if (csv != null) {
        correct(desk, csv);
      }
      desk.commit();
    }
    qirtas.say("unpack.done", done, known, failed);
    return (failed == 0 ? Exit.DONE : Exit.SOME_FAILED).code();
  }

  private void unpack(Desk desk, Path folder) {
    Path base = folder;
    if (Files.exists(folder.resolve("bagit.txt"))) {
      var bag = new Bag(folder);
      bag.check();
      base = bag.payload();
    }
    Archive other = Archive.open(base, qirtas.clock());
    List<String> paths = objects(other.root());
    if (paths.isEmpty()) {
      throw new QirtasException(Fault.INPUT, "unpack.nothing", folder);
    }
    var audit = new Audit(other, 1);
    for (String path : paths) {
      adopt(desk, other, audit.item(path));
    }
  }

  private void adopt(Desk desk, Archive other, Audited audited) {
    // Where it lay is the other's affair; where it belongs is found out here.
    Optional<AuditFinding> damage =
        audited.findings().stream()
            .filter(finding -> finding.isDamage() && !finding.code().equals("Q005"))
            .findFirst();
    if (damage.isPresent() || audited.item().isEmpty()) {
      failed++;
      damage.ifPresent(found -> qirtas.complain(AuditReport.line(qirtas.messages(), found)));
      return;
    }
    ArchiveItem item = audited.item().get();
    if (desk.catalog().known(item.id()).isPresent()) {
      known++;
      return;
    }
    desk.added(desk.writer().adopt(other, item), other.article(item));
    counted(desk);
  }

  private void counted(Desk desk) {
    if (++done % ITEMS_A_COMMIT == 0) {
      desk.commit();
    }
  }

  private static List<String> objects(Path root) {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(file -> String.valueOf(file.getFileName()).startsWith("0=ocfl_object_"))
          .map(file -> root.relativize(file.resolveSibling("")).toString().replace('\\', '/'))
          .sorted()
          .toList();
    } catch (IOException | java.io.UncheckedIOException e) {
      throw new QirtasException(e, Fault.INPUT, "ingest.folder", root);
    }
  }

  /** Each column that the table has is taken at its word; an empty cell takes a statement away. */
  private void correct(Desk desk, Path table) {
    try (CSVParser rows =
        CSVParser.parse(
            table,
            StandardCharsets.UTF_8,
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get())) {
      for (CSVRecord row : rows) {
        try {
          correct(desk, row);
        } catch (QirtasException failure) {
          failed++;
          qirtas.failed(failure);
        }
      }
    } catch (IOException | java.io.UncheckedIOException | IllegalArgumentException e) {
      throw new QirtasException(
          e, Fault.INPUT, "source.corrupt", table, String.valueOf(e.getMessage()));
    }
  }

  private void correct(Desk desk, CSVRecord row) {
    Archive archive = desk.writer().archive();
    String id = cell(row, "id").orElse("");
    ArchiveItem item =
        desk.catalog()
            .named(id)
            .map(hit -> archive.at(hit.path()))
            .orElseThrow(() -> new QirtasException(Fault.INPUT, "item.unknown", id));
    Article before =
        archive
            .article(item)
            .orElseThrow(() ->
                new QirtasException(
                    Fault.INPUT, "item.quarantined", item.path(), item.cause().orElse("")));
    var corrections = new Corrections(before);
    cell(row, "title").ifPresent(corrections::title);
    cell(row, "authors").map(Unpack::list).ifPresent(corrections::authors);
    cell(row, "place").ifPresent(corrections::place);
    cell(row, "date").ifPresent(corrections::date);
    cell(row, "language").filter(tag -> !tag.isBlank()).ifPresent(corrections::language);
    cell(row, "source").ifPresent(corrections::publisher);
    cell(row, "tags").map(Unpack::list).ifPresent(corrections::tags);
    Article after = corrections.finish();
    if (after.equals(before)) {
      known++;
      return;
    }
    String why = String.valueOf(reason);
    desk.added(desk.writer().revise(item, after, Change.byUser(why)), Optional.of(after));
    counted(desk);
  }

  private static Optional<String> cell(CSVRecord row, String column) {
    // What a spreadsheet would take for a formula was written with an apostrophe.
    return row.isMapped(column) && row.isSet(column)
        ? Optional.of(row.get(column).replaceFirst("^'(?=[=+@\\t\\r-])", ""))
        : Optional.empty();
  }

  private static List<String> list(String cell) {
    return Arrays.stream(cell.split(";", -1)).map(String::strip).toList();
  }
}
