package org.qirtas.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qirtas.Fault;
import org.qirtas.QirtasException;
import org.qirtas.archive.Archive;
import org.qirtas.archive.ArchiveItem;
import org.qirtas.archive.Bag;
import org.qirtas.archive.StorageRoot;
import org.qirtas.catalog.Catalog;
import org.qirtas.catalog.Order;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code qirtas pack}: items of the archive as a bag or an OCFL root, or their records. */
@Command(name = "pack")
@SuppressWarnings("NullAway.Init") // picocli sets the parent
final class Pack implements Callable<Integer> {
  /** What items can be packed as. */
  enum Form {
    BAG,
    OCFL
  }

  @ParentCommand private Qirtas qirtas;

  @Mixin private Selection selection;

  @Parameters(paramLabel = "ID", descriptionKey = "ID", arity = "0..*")
  private List<String> ids = new ArrayList<>();

  @Option(names = "-o", paramLabel = "DIR")
  private @Nullable Path output;

  @Option(names = "--as", paramLabel = "bag|ocfl")
  private Form form = Form.BAG;

  @Option(names = "--csv", paramLabel = "FILE")
  private @Nullable Path csv;

  @Option(names = "--jsonld", paramLabel = "FILE")
  private @Nullable Path jsonLd;

  @Option(names = "--dc", paramLabel = "FILE")
  private @Nullable Path dublinCore;

  @Override
  public Integer call() {
    if (output == null && csv == null && jsonLd == null && dublinCore == null) {
      throw new QirtasException(Fault.USAGE, "pack.nowhere");
    }
    Archive archive = qirtas.archive();
    List<String> paths = paths(archive);
    if (paths.isEmpty()) {
      qirtas.say("find.none");
      return Exit.DONE.code();
    }
    Exit exit = output == null ? Exit.DONE : pack(archive, paths, output);
    try (var records = new Records(csv, jsonLd, dublinCore)) {
      for (String path : paths) {
        records.add(archive.read(path), archive);
      }
    }
    qirtas.say("pack.done", paths.size(), output == null ? "" : output);
    return exit.code();
  }

  private List<String> paths(Archive archive) {
    if (!ids.isEmpty()) {
      var naming = new Naming(qirtas, archive);
      return ids.stream().map(naming::path).toList();
    }
    var paths = new ArrayList<String>();
    try (Catalog catalog = qirtas.catalog(archive)) {
      Iterator<org.qirtas.catalog.Hit> hits =
          catalog.find(selection.query(List.of()), Order.DATE, Integer.MAX_VALUE);
      hits.forEachRemaining(hit -> paths.add(hit.path()));
    }
    return paths;
  }

  /** Packs beside the place and moves there what is whole. */
  private Exit pack(Archive archive, List<String> paths, Path to) {
    Path target = to.toAbsolutePath().normalize();
    if (Files.exists(target)) {
      throw new QirtasException(Fault.OUTPUT, "pack.there", to);
    }
    Path aside = target.resolveSibling(target.getFileName() + ".part");
    try {
      if (Files.exists(aside)) {
        throw new QirtasException(Fault.OUTPUT, "pack.there", aside);
      }
      var bag = new Bag(aside);
      var root = new StorageRoot(aside);
      for (String path : paths) {
        ArchiveItem item = archive.at(path);
        copy(
            archive.folder(path),
            switch (form) {
              case BAG -> bag.payload().resolve(path);
              case OCFL -> root.place(item.id());
            });
      }
      switch (form) {
        case BAG ->
            bag.seal(
                qirtas.clock().instant().atOffset(ZoneOffset.UTC).toLocalDate().toString(),
                paths.size());
        case OCFL -> root.declare();
      }
      Files.move(aside, target);
      return Exit.DONE;
    } catch (IOException | UncheckedIOException e) {
      throw new QirtasException(e, Fault.OUTPUT, "output.unwritable", to);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to.resolveSibling(""));
    try (Stream<Path> all = Files.walk(from)) {
      for (Path source : all.sorted().toList()) {
        Files.copy(source, to.resolve(from.relativize(source).toString()));
      }
    }
  }
}
