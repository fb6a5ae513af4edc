package org.qirtas.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.qirtas.Fault;
import org.qirtas.QirtasException;
import org.qirtas.archive.Archive;
import org.qirtas.archive.Audit;
import org.qirtas.archive.AuditFinding;
import org.qirtas.archive.Audited;
import org.qirtas.catalog.Catalog;
import org.qirtas.catalog.CatalogAudit;
import org.qirtas.catalog.Query;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code qirtas verify}: holds what is stored against its digests, inventories and folders. */
@Command(name = "verify")
@SuppressWarnings("NullAway.Init") // picocli sets the parent
final class Verify implements Callable<Integer> {
  private static final int WHOLE = 1_000_000;

  @ParentCommand private Qirtas qirtas;

  @Parameters(paramLabel = "ID", descriptionKey = "ID", arity = "0..*")
  private List<String> ids = new ArrayList<>();

  @Option(names = "--sample", paramLabel = "N%")
  private @Nullable String sample;

  @Option(names = "--since", paramLabel = "DAY")
  private @Nullable String since;

  @Option(names = "--report", paramLabel = "FILE")
  private @Nullable Path report;

  @Option(names = "--jobs", paramLabel = "N")
  private int jobs = Runtime.getRuntime().availableProcessors();

  private final AuditReport found = new AuditReport();
  private Progress progress;

  @Override
  public Integer call() {
    if (jobs < 1) {
      throw new QirtasException(Fault.USAGE, "usage.value", "--jobs", jobs);
    }
    int share = share();
    Optional<LocalDate> from =
        Optional.ofNullable(since).map(typed -> Days.of("--since", typed)).map(Days::first);
    Archive archive = qirtas.archive();
    Instant began = qirtas.clock().instant();
    try (CatalogAudit catalog = CatalogAudit.begin(archive, this::tell)) {
      progress = progress(archive);
      var audit = new Audit(archive, jobs);
      boolean whole = ids.isEmpty() && share == WHOLE && from.isEmpty();
      if (ids.isEmpty()) {
        audit.all(
            sampled(share, began.getEpochSecond()).and(path -> isSince(archive, path, from)),
            item -> tell(item, catalog),
            this::tell);
      } else {
        var naming = new Naming(qirtas, archive);
        var paths = ids.stream().map(id -> naming.path(id)).toList();
        audit.these(paths.iterator(), item -> tell(item, catalog));
      }
      catalog.end(whole, this::tell);
    }
    progress.clear();
    return end(archive, began).code();
  }

  private Exit end(Archive archive, Instant began) {
    Instant ended = qirtas.clock().instant();
    if (report != null) {
      write(report, found.document(archive.root().toString(), began, ended, asked()));
    }
    if (qirtas.json()) {
      qirtas.terminal().out().println(ItemJson.line(found.summary()));
    } else {
      qirtas.say("verify.done", found.items(), found.damages(), found.notes());
    }
    return found.damages() == 0 ? Exit.DONE : Exit.DAMAGE;
  }

  private String asked() {
    return ids.isEmpty()
        ? (sample == null ? "" : "--sample " + sample) + (since == null ? "" : " --since " + since)
        : String.join(" ", ids);
  }

  private static void write(Path file, String text) {
    try {
      Path aside = file.resolveSibling(file.getFileName() + ".part");
      Files.writeString(aside, text, StandardCharsets.UTF_8);
      Files.move(aside, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new QirtasException(e, Fault.OUTPUT, "output.unwritable", file);
    }
  }

  private Progress progress(Archive archive) {
    boolean watched = Progress.isWatched(qirtas);
    if (!watched) {
      return new Progress(qirtas, false, 0);
    }
    try (Catalog catalog = qirtas.catalog(archive)) {
      return new Progress(qirtas, true, catalog.count(new Query.All()));
    }
  }

  private void tell(Audited item, CatalogAudit catalog) {
    item.item().ifPresent(catalog::compare);
    item.findings().forEach(this::tell);
    found.count();
    progress.step(found.damages());
  }

  private void tell(AuditFinding finding) {
    found.add(finding);
    if (progress != null) {
      progress.clear();
    }
    if (qirtas.json()) {
      qirtas.terminal().out().println(ItemJson.line(AuditReport.json(finding)));
    } else {
      qirtas.terminal().out().println(AuditReport.line(qirtas.messages(), finding));
    }
  }

  /** A sample is another one each time, and can be drawn again by the time in the report. */
  private static Predicate<String> sampled(int share, long seed) {
    return share == WHOLE
        ? _ -> true
        : path ->
            new java.util.SplittableRandom(seed * 31 + path.hashCode()).nextInt(WHOLE) < share;
  }

  private static boolean isSince(Archive archive, String path, Optional<LocalDate> since) {
    if (since.isEmpty()) {
      return true;
    }
    try {
      Instant first = since.get().atStartOfDay().toInstant(ZoneOffset.UTC);
      return !archive.at(path).created().isBefore(first);
    } catch (QirtasException damaged) {
      return true;
    }
  }

  /** {@return how many of a million items} */
  private int share() {
    if (sample == null) {
      return WHOLE;
    }
    try {
      double percent = Double.parseDouble(sample.strip().replaceAll("[%٪]$", ""));
      if (percent > 0 && percent <= 100) {
        return Math.max(1, (int) Math.round(percent * WHOLE / 100));
      }
    } catch (NumberFormatException none) {
      // Told below, with what cannot be a share either.
    }
    throw new QirtasException(Fault.USAGE, "usage.value", "--sample", sample);
  }
}
