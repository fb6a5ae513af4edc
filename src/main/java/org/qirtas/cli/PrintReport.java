package org.qirtas.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qirtas.Fault;
import org.qirtas.QirtasException;
import org.qirtas.compose.Page;

/** Follows one PDF from page to page: its galley, its warnings, what is said of it at the end. */
final class PrintReport implements AutoCloseable {
  private final Qirtas qirtas;
  private final PrintOptions options;
  private final Path target;
  private final @Nullable BufferedWriter galley;
  private int pages;

  PrintReport(Qirtas qirtas, PrintOptions options, Path target) {
    this(qirtas, options, target, Optional.empty());
  }

  PrintReport(Qirtas qirtas, PrintOptions options, Path target, Optional<Path> galley) {
    this.qirtas = qirtas;
    this.options = options;
    this.target = target;
    try {
      this.galley =
          galley.isEmpty() ? null : Files.newBufferedWriter(galley.get(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new QirtasException(e, Fault.OUTPUT, "output.unwritable", galley.orElseThrow());
    }
  }

  void page(Page page) {
    pages++;
    if (galley != null) {
      try {
        for (ObjectNode line : GalleyJson.lines(page)) {
          galley.write(ItemJson.line(line));
          galley.write('\n');
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Says what came of it. */
  Exit finish() {
    if (qirtas.json()) {
      ObjectNode line = ItemJson.object();
      line.put("output", target.toString()).put("pages", pages);
      line.put("edition", options.edition().name().toLowerCase(java.util.Locale.ROOT));
      qirtas.terminal().out().println(ItemJson.line(line));
    } else {
      qirtas.say("print.done", target, pages);
    }
    return Exit.DONE;
  }

  @Override
  public void close() {
    if (galley != null) {
      try {
        galley.close();
      } catch (IOException e) {
        throw new QirtasException(e, Fault.OUTPUT, "output.unwritable", "--galley");
      }
    }
  }
}
