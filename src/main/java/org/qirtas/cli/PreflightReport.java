package org.qirtas.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.qirtas.Fault;
import org.qirtas.QirtasException;
import org.qirtas.pdf.Edition;
import org.qirtas.pdf.Preflight;
import org.qirtas.pdf.PreflightFinding;

/** Tells what a press, an archive or a screen reader would refuse in a PDF, one finding a line. */
final class PreflightReport {
  private final Qirtas qirtas;

  PreflightReport(Qirtas qirtas) {
    this.qirtas = qirtas;
  }

  /**
   * Examines a PDF.
   *
   * @param shown what the file is called
   * @param edition what it shall be for; without, for the press, and for what it claims to be
   */
  Exit of(Path pdf, String shown, Optional<Edition> edition) {
    if (!Files.isRegularFile(pdf)) {
      throw new QirtasException(Fault.INPUT, "proof.absent", pdf);
    }
    Preflight.Report report = Preflight.foreign(pdf, edition.orElse(Edition.PRINT));
    long errors = report.findings().stream().filter(PreflightFinding::isError).count();
    long warnings = report.findings().size() - errors;
    if (qirtas.json()) {
      qirtas.terminal().out().println(ItemJson.line(json(shown, report)));
    } else {
      together(report.findings())
          .forEach((found, pages) -> qirtas.terminal().out().println(line(shown, found, pages)));
      String claims = report.claims().isEmpty() ? "-" : String.join(", ", report.claims());
      qirtas.say("preflight.done", shown, report.pages(), errors, warnings, claims);
    }
    return errors == 0 ? Exit.DONE : Exit.SOME_FAILED;
  }

  /** What many pages have alike is told once, with the pages: in the order of the first of them. */
  private static Map<PreflightFinding, List<Integer>> together(List<PreflightFinding> findings) {
    var together = new LinkedHashMap<PreflightFinding, List<Integer>>();
    for (PreflightFinding found : findings) {
      var anywhere = new PreflightFinding(found.code(), found.level(), 0, found.detail());
      together.computeIfAbsent(anywhere, _ -> new ArrayList<>()).add(found.page());
    }
    return together;
  }

  /** Pages as ranges: 1-4, 7. */
  private static String ranges(List<Integer> pages) {
    var ranges = new StringJoiner(", ");
    for (int i = 0; i < pages.size(); ) {
      int last = i;
      while (last + 1 < pages.size() && pages.get(last + 1) == pages.get(last) + 1) {
        last++;
      }
      ranges.add(last == i ? pages.get(i).toString() : pages.get(i) + "-" + pages.get(last));
      i = last + 1;
    }
    return ranges.toString();
  }

  private String line(String shown, PreflightFinding found, List<Integer> pages) {
    String level = found.isError() ? "error" : "warning";
    String where =
        pages.equals(List.of(0))
            ? qirtas.messages().say("preflight.file")
            : qirtas
                .messages()
                .say(pages.size() == 1 ? "preflight.page" : "preflight.pages", ranges(pages));
    return qirtas
        .messages()
        .say(
            "preflight.line",
            shown,
            where,
            qirtas.messages().say("preflight." + level),
            found.code().name(),
            found.detail(),
            qirtas.messages().say("preflight." + found.code().name()));
  }

  private ObjectNode json(String shown, Preflight.Report report) {
    ObjectNode line = ItemJson.object();
    line.put("input", shown).put("pages", report.pages());
    ArrayNode claims = line.putArray("claims");
    report.claims().forEach(claims::add);
    ArrayNode list = line.putArray("findings");
    for (PreflightFinding found : report.findings()) {
      list.addObject()
          .put("code", found.code().name())
          .put("level", found.level().name().toLowerCase(Locale.ROOT))
          .put("page", found.page())
          .put("detail", found.detail())
          .put("message", qirtas.messages().say("preflight." + found.code().name()));
    }
    return line;
  }
}
