package org.qirtas.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qirtas.Fault;
import org.qirtas.QirtasException;
import org.qirtas.article.Article;
import org.qirtas.compose.Notice;
import org.qirtas.compose.Page;
import org.qirtas.measure.Length;
import org.qirtas.measure.Size;
import org.qirtas.pdf.Preflight;
import org.qirtas.pdf.PreflightFinding;
import org.qirtas.pdf.ReadBack;
import org.qirtas.pdf.ReadBackFinding;
import org.qirtas.press.PaperStock;
import org.qirtas.profile.PrintProfile;

/** Follows one PDF from page to page: its galley, its warnings, what is said of it at the end. */
final class PrintReport implements AutoCloseable {
  private final Qirtas qirtas;
  private final PrintOptions options;
  private final Path target;
  private final @Nullable BufferedWriter galley;
  private final ReadBack readBack;
  private final List<Found> findings = new ArrayList<>();
  private boolean examined;
  private int pages;

  PrintReport(Qirtas qirtas, PrintOptions options, PrintProfile profile, Path target) {
    this(qirtas, options, profile, target, Optional.empty());
  }

  PrintReport(
      Qirtas qirtas,
      PrintOptions options,
      PrintProfile profile,
      Path target,
      Optional<Path> galley) {
    this.qirtas = qirtas;
    this.readBack = new ReadBack(profile);
    this.options = options;
    this.target = target;
    try {
      this.galley =
          galley.isEmpty() ? null : Files.newBufferedWriter(galley.get(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new QirtasException(e, Fault.OUTPUT, "output.unwritable", galley.orElseThrow());
    }
  }

  /** Notes what is going to be printed, so that it can be looked for afterwards. */
  void begin(Article article) {
    if (options.check()) {
      readBack.expect(article);
    }
  }

  void page(Page page) {
    pages++;
    if (options.check()) {
      readBack.expect(page);
    }
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

  /** Says what could not be set as it should be: warnings, no failures. */
  void warn(List<Notice> notices) {
    for (Notice notice : notices) {
      var values = new ArrayList<Object>();
      values.add(target);
      values.addAll(notice.values());
      qirtas.say("print." + notice.code(), values.toArray());
    }
  }

  /** Says what came of it; an error found by the check makes the run one with failures. */
  Exit finish() {
    examine();
    if (qirtas.json()) {
      qirtas.terminal().out().println(ItemJson.line(json(options.paper())));
    } else {
      qirtas.say("print.done", target, pages);
      options
          .paper()
          .ifPresent(paper ->
              qirtas.say(
                  "print.spine",
                  target,
                  millimetres(paper.spine(pages)),
                  Math.ceilDiv(pages, 2),
                  millimetres(paper.leaf())));
      tell();
    }
    return exit();
  }

  private void tell() {
    findings.forEach(found ->
        qirtas
            .terminal()
            .out()
            .println(
                qirtas
                    .messages()
                    .say("print.finding", target, found.page(), found.code(), found.detail())));
  }

  private Exit exit() {
    return findings.stream().anyMatch(Found::error) ? Exit.SOME_FAILED : Exit.DONE;
  }

  /** {@return how many pages there are so far} */
  int pages() {
    return pages;
  }

  /** Says what came of the cover that goes around a book: its one page is none of the book's. */
  static Exit cover(
      Qirtas qirtas, PrintOptions options, Printing printing, Path target, Length spine) {
    try (var report = new PrintReport(qirtas, options, printing.profile(), target)) {
      report.pages = 1;
      report.warn(printing.takeNotices());
      if (options.check()) {
        report.preflight();
      }
      Size leaf = printing.profile().trim();
      String width = millimetres(leaf.width().times(2).plus(spine));
      if (qirtas.json()) {
        ObjectNode line = report.json(Optional.empty());
        line.putObject("cover")
            .put("width", Double.parseDouble(width))
            .put("height", Double.parseDouble(millimetres(leaf.height())))
            .put("spine", Double.parseDouble(millimetres(spine)));
        qirtas.terminal().out().println(ItemJson.line(line));
      } else {
        qirtas.say("print.cover", target, width, millimetres(leaf.height()), millimetres(spine));
        report.tell();
      }
      return report.exit();
    }
  }

  /** A finding of either examination. */
  private record Found(String code, int page, String detail, boolean error) {}

  /** Reads the PDF back, where that was asked for; once. */
  void examine() {
    if (!options.check() || examined) {
      return;
    }
    examined = true;
    for (ReadBackFinding found : readBack.compare(target)) {
      findings.add(new Found(found.code().name(), found.page(), found.detail(), found.isError()));
    }
    preflight();
  }

  private void preflight() {
    for (PreflightFinding found : Preflight.of(target, options.edition())) {
      findings.add(new Found(found.code().name(), found.page(), found.detail(), found.isError()));
    }
  }

  /** To a hundredth; presses ask for no more. */
  private static String millimetres(Length length) {
    return String.format(Locale.ROOT, "%.2f", length.inMillimetres());
  }

  /** {@code stock} is what the pages are printed on, where its thickness matters. */
  private ObjectNode json(Optional<PaperStock> stock) {
    ObjectNode line = ItemJson.object();
    line.put("output", target.toString()).put("pages", pages);
    line.put("edition", options.edition().name().toLowerCase(Locale.ROOT));
    stock.ifPresent(paper ->
        line.putObject("spine")
            .put("millimetres", Double.parseDouble(millimetres(paper.spine(pages))))
            .put("leaves", Math.ceilDiv(pages, 2))
            .put("leaf", Double.parseDouble(millimetres(paper.leaf()))));
    if (options.check()) {
      ArrayNode list = line.putArray("findings");
      for (Found found : findings) {
        list.addObject()
            .put("code", found.code())
            .put("page", found.page())
            .put("detail", found.detail())
            .put("error", found.error());
      }
    }
    return line;
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
