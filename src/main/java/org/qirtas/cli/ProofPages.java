package org.qirtas.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.qirtas.Fault;
import org.qirtas.QirtasException;
import org.qirtas.pdf.Patience;
import org.qirtas.press.Stamping;
import org.qirtas.proof.ContactSheet;
import org.qirtas.proof.Lettering;
import org.qirtas.proof.PageImages;
import org.qirtas.proof.Png;
import org.qirtas.proof.Stamp;

/** Writes the proofs of one PDF: its pages, its contact sheets, a stamped copy. */
final class ProofPages {
  /**
   * What is wanted.
   *
   * @param dots how many dots an inch a page's picture has
   * @param pages which pages; all without
   * @param each whether each page is a picture
   * @param together whether there are contact sheets
   * @param stamp what pages are stamped with; empty words mean the usual ones
   * @param copy whether there is a stamped PDF
   */
  record Wish(
      int dots,
      Optional<String> pages,
      boolean each,
      boolean together,
      Optional<String> stamp,
      boolean copy) {}

  /** So many pages are drawn between two collections. */
  private static final int PAGES_A_COLLECTION = 96;

  private final Qirtas qirtas;
  private final Wish wish;
  private final List<Path> written = new ArrayList<>();
  private Exit exit = Exit.DONE;
  private int drawn;

  ProofPages(Qirtas qirtas, Wish wish) {
    this.qirtas = qirtas;
    this.wish = wish;
  }

  Exit pull(Proof.Pulled input, Path folder, String name) {
    try (PageImages pages = PageImages.open(input.pdf());
        var lettering = new Lettering(Printing.shelf())) {
      List<Integer> wanted =
          wish.pages()
              .map(typed -> PageRanges.pages(typed, pages.count()))
              .orElseGet(() -> IntStream.rangeClosed(1, pages.count()).boxed().toList());
      Optional<Stamp> stamp =
          wish.stamp()
              .map(words -> words.isBlank() ? Stamp.draft(pages) : words)
              .map(words -> Stamp.of(words, lettering));
      try (var progress = progress(wanted.size())) {
        if (wish.each()) {
          each(pages, wanted, stamp, progress, folder.resolve(name));
        }
        if (wish.together()) {
          together(new ContactSheet(pages, lettering, stamp), wanted, progress, folder, name);
        }
      } catch (Patience.Exceeded e) {
        exit = qirtas.failed(new QirtasException(e, Fault.INPUT, "proof.slow", input.shown()));
      }
      if (wish.copy() && stamp.isPresent()) {
        Path copy = folder.resolve(name + "-draft.pdf");
        Printing.toFile(copy, out -> Stamping.stamp(input.pdf(), stamp.get()::across, out));
        written.add(copy);
      }
      report(input, pages.count(), folder);
      return exit;
    }
  }

  private Progress progress(int pages) {
    int times = (wish.each() ? 1 : 0) + (wish.together() ? 1 : 0);
    return new Progress(qirtas, Progress.isWatched(qirtas), (long) pages * times, "proof.progress");
  }

  private void each(
      PageImages pages, List<Integer> wanted, Optional<Stamp> stamp, Progress progress, Path stem)
      throws Patience.Exceeded {
    String form = number(pages.count());
    for (int page : wanted) {
      try {
        float dots = pages.finest(page, wish.dots());
        if (dots < wish.dots()) {
          progress.clear();
          qirtas.say("proof.coarser", pages.file(), page, Math.max(1, (int) dots));
        }
        BufferedImage image = pages.image(page, dots);
        stamp.ifPresent(words -> words.press(image));
        write(
            image,
            dots,
            stem.resolveSibling(stem.getFileName() + String.format(Locale.ROOT, form, page)));
      } catch (Patience.Exceeded e) {
        throw e;
      } catch (IOException e) {
        broken(pages, page, e, progress);
      }
      stepped(progress);
    }
  }

  /**
   * Some 60 MB live, however many pages are drawn; but the serial collector would sooner let what
   * is dead fill the whole heap that it may have.
   */
  private void stepped(Progress progress) {
    progress.step(0);
    if (++drawn % PAGES_A_COLLECTION == 0) {
      Runtime.getRuntime().gc();
    }
  }

  /** Wide enough that files are listed in the order of pages. */
  private static String number(int count) {
    return "-%0" + Math.max(3, Integer.toString(count).length()) + "d.png";
  }

  private void broken(PageImages pages, int page, IOException failure, Progress progress) {
    progress.clear();
    exit =
        qirtas.failed(
            new QirtasException(
                failure,
                Fault.INPUT,
                "proof.page",
                pages.file(),
                page,
                String.valueOf(failure.getMessage())));
  }

  private void together(
      ContactSheet contact, List<Integer> wanted, Progress progress, Path folder, String name)
      throws Patience.Exceeded {
    List<List<Integer>> sheets = ContactSheet.sheets(wanted);
    for (int i = 0; i < sheets.size(); i++) {
      String number = sheets.size() == 1 ? "" : String.format(Locale.ROOT, "-%02d", i + 1);
      try {
        BufferedImage sheet =
            contact.sheet(
                sheets.get(i),
                (page, failure) -> {
                  // Where each page is a picture of its own, this has been told.
                  if (failure.isPresent() && !wish.each()) {
                    broken(contact.pages(), page, failure.get(), progress);
                  }
                  stepped(progress);
                });
        write(sheet, PageImages.UNITS, folder.resolve(name + "-contact" + number + ".png"));
      } catch (Patience.Exceeded e) {
        throw e;
      } catch (IOException e) {
        throw new QirtasException(e, Fault.OUTPUT, "output.unwritable", folder);
      }
    }
  }

  private void write(BufferedImage image, float dots, Path file) {
    Printing.toFile(file, out -> Png.write(image, dots, out));
    written.add(file);
  }

  private void report(Proof.Pulled input, int pages, Path folder) {
    if (qirtas.json()) {
      ObjectNode line = ItemJson.object();
      line.put("input", input.shown()).put("pages", pages);
      ArrayNode files = line.putArray("files");
      written.forEach(file -> files.add(file.toString()));
      qirtas.terminal().out().println(ItemJson.line(line));
    } else if (!written.isEmpty()) {
      qirtas.say("proof.done", input.shown(), pages, written.size(), folder);
    }
  }
}
