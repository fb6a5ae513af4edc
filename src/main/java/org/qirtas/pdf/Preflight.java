package org.qirtas.pdf;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.qirtas.pdf.PreflightFinding.Code;
import org.qirtas.pdf.PreflightFinding.Demand;
import org.qirtas.pdf.PreflightFinding.Level;

/**
 * Preflight: what a press, an archive or a screen reader would refuse, found before it leaves the
 * house.
 *
 * <p>It reads any PDF, trusts nothing that the writer knows, and collects all findings. It knows
 * the rules that an edition can break; veraPDF, in the tests, knows all of PDF/A and PDF/UA.
 */
public final class Preflight {
  private final PDDocument document;
  private final Rules rules;
  private final Findings findings;

  private Preflight(PDDocument document, Rules rules, Findings findings) {
    this.document = document;
    this.rules = rules;
    this.findings = findings;
  }

  /**
   * What came of an examination.
   *
   * @param pages how many pages there are; 0 where nobody can tell
   * @param claims the standards that the file says that it keeps
   * @param findings all that was found, by page, then by rule
   */
  public record Report(int pages, List<String> claims, List<PreflightFinding> findings) {
    /** Takes copies. */
    public Report {
      claims = List.copyOf(claims);
      findings = List.copyOf(findings);
    }
  }

  /** Findings as they come: each once, however often a page repeats it; of each rule so many. */
  static final class Findings {
    private static final int MOST = 500;
    private static final int LONGEST = 200;

    private final TreeSet<PreflightFinding> all = new TreeSet<>();
    private final Map<Code, Integer> counts = new EnumMap<>(Code.class);
    private Rules rules;

    Findings(Rules rules) {
      this.rules = rules;
    }

    void add(Code code, int page, String detail) {
      Optional<Level> level = rules.own() ? Optional.of(code.level()) : code.level(rules.demands());
      if (level.isEmpty()) {
        return;
      }
      String plain = detail.length() <= LONGEST ? detail : detail.substring(0, LONGEST) + "…";
      var finding = new PreflightFinding(code, level.get(), page, plain);
      if (counts.getOrDefault(code, 0) < MOST) {
        if (all.add(finding)) {
          counts.merge(code, 1, Integer::sum);
        }
      } else if (!all.contains(finding)) {
        counts.merge(code, 1, Integer::sum);
      }
    }

    void add(Code code) {
      add(code, 0, "");
    }

    /** Adds the finding unless the rule holds. */
    void unless(boolean holds, Code code) {
      if (!holds) {
        add(code);
      }
    }

    /** How many were too many to be kept is told, too. */
    List<PreflightFinding> finished() {
      counts.forEach((code, count) -> {
        if (count > MOST) {
          Level level = rules.own() ? code.level() : code.level(rules.demands()).orElseThrow();
          all.add(new PreflightFinding(code, level, 0, "+ " + (count - MOST)));
        }
      });
      return List.copyOf(all);
    }
  }

  /**
   * Examines a file of ours, of which all is asked that its edition promises.
   *
   * @param pdf where it lies
   * @param edition what it claims to be for
   * @return all that was found, by page, then by rule; empty where the file is as it should be
   */
  public static List<PreflightFinding> of(Path pdf, Edition edition) {
    return examine(pdf, Rules.ofOurs(edition)).findings();
  }

  /**
   * Examines any file: of it is asked what a press needs, and what it claims itself.
   *
   * @param pdf where it lies
   * @param edition whether it is to be printed; else only its claims count
   * @return what was found
   */
  public static Report foreign(Path pdf, Edition edition) {
    return examine(pdf, Rules.ofOthers(edition, Claims.NONE));
  }

  private static Report examine(Path pdf, Rules asked) {
    Substitutes.settle();
    var findings = new Findings(asked);
    var claims = Claims.NONE;
    int pages = 0;
    try (PDDocument document =
        Patience.OF_A_PAGE.await(
            () -> Loader.loadPDF(pdf.toFile(), IOUtils.createTempFileOnlyStreamCache()))) {
      if (!asked.own()) {
        claims = Patience.OF_A_PAGE.await(() -> Claims.of(document));
        findings.rules = Rules.ofOthers(asked.edition(), claims);
      }
      pages = Patience.OF_A_PAGE.await(document::getNumberOfPages);
      new Preflight(document, findings.rules, findings).examine();
    } catch (InvalidPasswordException e) {
      findings.add(Code.ENCRYPTED);
      if (!asked.demands(Demand.PRESS)) {
        findings.add(Code.UNREADABLE, 0, "password");
      }
    } catch (IOException | RuntimeException e) {
      // Any exception at all: PDFBox throws many kinds at broken files.
      findings.add(Code.UNREADABLE, 0, String.valueOf(e.getMessage()));
    }
    if (!asked.own()) {
      judge(claims, findings);
    }
    return new Report(pages, claims.names(), findings.finished());
  }

  /** Holds what a file claims against what was found in it. */
  private static void judge(Claims claims, Findings findings) {
    claims
        .standards()
        .forEach((name, demands) -> {
          if (demands.isEmpty()) {
            findings.add(Code.CLAIM_NOT_EXAMINED, 0, name);
            return;
          }
          String broken =
              findings.all.stream()
                  .filter(PreflightFinding::isError)
                  .map(PreflightFinding::code)
                  .filter(code -> demands.stream().anyMatch(code::isDemandedBy))
                  .distinct()
                  .sorted()
                  .map(Code::name)
                  .collect(Collectors.joining(", "));
          if (!broken.isEmpty()) {
            findings.add(Code.CLAIM_BROKEN, 0, name + ": " + broken);
          }
        });
  }

  private void examine() throws IOException {
    part(
        0,
        () -> {
          new FileCheck(document, rules, findings).run();
          return true;
        });
    part(
        0,
        () -> {
          new MetadataCheck(document, rules, findings).run();
          return true;
        });
    part(
        0,
        () -> {
          new IntentCheck(document, rules, findings).run();
          return true;
        });
    var fonts = new FontCheck(findings);
    int number = 1;
    for (PDPage page : document.getPages()) {
      int at = number;
      part(
          at,
          () -> {
            PageCheck.of(page, at, rules, findings);
            fonts.declared(page, at);
            new ContentCheck(page, at, rules, fonts, findings).processPage(page);
            return true;
          });
      number++;
    }
  }

  /** What is broken in one part keeps nobody from looking at the next. */
  private void part(int page, Callable<Boolean> check) throws Patience.Exceeded {
    try {
      Patience.OF_A_PAGE.await(check);
    } catch (Patience.Exceeded e) {
      throw e;
    } catch (IOException e) {
      findings.add(Code.UNREADABLE, page, String.valueOf(e.getMessage()));
    }
  }
}
