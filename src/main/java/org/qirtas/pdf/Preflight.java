package org.qirtas.pdf;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * Preflight: what a press, an archive or a screen reader would refuse, found before it leaves the
 * house.
 *
 * <p>It reads any PDF, trusts nothing that the writer knows, and collects all findings. It knows
 * the rules that an edition can break; veraPDF, in the tests, knows all of PDF/A and PDF/UA.
 */
public final class Preflight {
  private final PDDocument document;
  private final Edition edition;
  private final Findings findings;

  private Preflight(PDDocument document, Edition edition, Findings findings) {
    this.document = document;
    this.edition = edition;
    this.findings = findings;
  }

  /** Findings as they come: each once, however often a page repeats it. */
  static final class Findings {
    private final TreeSet<PreflightFinding> all = new TreeSet<>();

    void add(PreflightFinding.Code code, int page, String detail) {
      all.add(new PreflightFinding(code, page, detail));
    }

    void add(PreflightFinding.Code code) {
      add(code, 0, "");
    }

    /** Adds the finding unless the rule holds. */
    void unless(boolean holds, PreflightFinding.Code code) {
      if (!holds) {
        add(code);
      }
    }
  }

  /**
   * Examines a file.
   *
   * @param pdf where it lies
   * @param edition what it claims to be for
   * @return all that was found, by page, then by rule; empty where the file is as it should be
   */
  public static List<PreflightFinding> of(Path pdf, Edition edition) {
    var findings = new Findings();
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      new Preflight(document, edition, findings).examine();
    } catch (InvalidPasswordException e) {
      findings.add(PreflightFinding.Code.ENCRYPTED);
    } catch (IOException | RuntimeException e) {
      // Any exception at all: PDFBox throws many kinds at broken files.
      findings.add(PreflightFinding.Code.UNREADABLE, 0, String.valueOf(e.getMessage()));
    }
    return List.copyOf(findings.all);
  }

  private void examine() {
    new FileCheck(document, edition, findings).run();
    new MetadataCheck(document, edition, findings).run();
    new IntentCheck(document, edition, findings).run();
    var fonts = new FontCheck(findings);
    int number = 1;
    for (PDPage page : document.getPages()) {
      PageCheck.of(page, number, edition, findings);
      readContent(page, number, fonts);
      number++;
    }
  }

  private void readContent(PDPage page, int number, FontCheck fonts) {
    try {
      fonts.declared(page, number);
      new ContentCheck(page, number, edition, fonts, findings).processPage(page);
    } catch (IOException | RuntimeException e) {
      findings.add(PreflightFinding.Code.UNREADABLE, number, String.valueOf(e.getMessage()));
    }
  }
}
