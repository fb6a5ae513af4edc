package org.qirtas.source;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.qirtas.TemporaryFolder;
import org.qirtas.article.Recognition;

/**
 * Reads the text off pages that only show it, page after page, each with a time of its own. A page
 * that cannot be read is passed over and counted. Not for use by several threads.
 */
final class ScanReader {
  /** What people of one archive mostly read, where nobody says what a page is in. */
  private static final List<String> USUAL = List.of("ara", "fas", "eng");

  private static final Duration LONGEST = Duration.ofSeconds(100);

  private final Tesseract tesseract;
  private final TimeLimit limit;
  private final Duration longest;
  private final Runnable alive;
  private Optional<String> language = Optional.empty();
  private Optional<List<String>> choice = Optional.empty();
  private Optional<String> engine = Optional.empty();

  /**
   * A reader of scans.
   *
   * @param limit how long a page may take
   * @param alive is run after each page
   */
  ScanReader(Tesseract tesseract, TimeLimit limit, Runnable alive) {
    this.tesseract = tesseract;
    this.limit = limit;
    // The program is to be ended before the reading of the page is.
    Duration share = limit.longest().multipliedBy(3).dividedBy(4);
    this.longest = share.compareTo(LONGEST) < 0 ? share : LONGEST;
    this.alive = alive;
  }

  /**
   * What stands on the pages.
   *
   * @param text a paragraph a line; empty where there is none, or none that makes sense
   * @param recognition by what it was read, and how sure that is
   */
  record Script(String text, Recognition recognition) {}

  /** {@return what stands on a source's pages; empty where the program does not work} */
  Optional<Script> read(Source source) throws IOException {
    List<String> languages = languages();
    if (languages.isEmpty()) {
      return Optional.empty();
    }
    language = languages.size() == 1 ? Optional.of(languages.getFirst()) : Optional.empty();
    Path folder = TemporaryFolder.make("scan");
    try (Scan scan = in(source, () -> Scan.open(source))) {
      var pages = new ArrayList<RecognisedPage>();
      int unread = 0;
      for (int number = 0; number < scan.pages(); number++) {
        int page = number;
        Optional<RecognisedPage> read = in(source, () -> page(scan, page, folder));
        unread += read.isEmpty() ? 1 : 0;
        read.ifPresent(pages::add);
        alive.run();
      }
      return Optional.of(script(scan.pages(), unread, pages, languages));
    } finally {
      TemporaryFolder.delete(folder);
    }
  }

  private <T> T in(Source source, Callable<T> step) {
    return limit.run(source.name(), step);
  }

  private Script script(int count, int unread, List<RecognisedPage> pages, List<String> languages) {
    int words = pages.stream().mapToInt(RecognisedPage::words).sum();
    double sum = pages.stream().mapToDouble(RecognisedPage::sum).sum();
    String text =
        String.join("\n", pages.stream().flatMap(page -> page.paragraphs().stream()).toList());
    return new Script(
        text,
        new Recognition(
            engine.orElse(""),
            language.orElse(String.join("+", languages)),
            count,
            unread,
            words == 0 ? 0 : (int) Math.round(sum / words)));
  }

  /** The languages to choose from; what the archivist names is one choice. */
  private List<String> languages() {
    if (choice.isEmpty()) {
      engine = tesseract.version();
      List<String> installed = engine.isEmpty() ? List.of() : tesseract.installed();
      choice =
          Optional.of(
              installed.isEmpty() || tesseract.languages().isEmpty()
                  ? USUAL.stream().filter(installed::contains).toList()
                  : List.of(tesseract.languages()));
    }
    return choice.get();
  }

  private Optional<RecognisedPage> page(Scan scan, int number, Path folder) throws IOException {
    Optional<Path> picture;
    try {
      picture = scan.page(number, folder);
    } catch (IOException | RuntimeException broken) {
      return Optional.empty();
    }
    if (picture.isEmpty()) {
      return Optional.empty();
    }
    if (language.isPresent()) {
      return read(picture.get(), language.get(), folder);
    }
    // One model for each, and the one that is surest: two models at once are worse than the right.
    var tries = new ArrayList<RecognisedPage>();
    for (String candidate : languages()) {
      read(picture.get(), candidate, folder).ifPresent(tries::add);
    }
    Optional<RecognisedPage> best =
        tries.stream().max(Comparator.comparingDouble(RecognisedPage::fitness));
    language = best.filter(page -> page.words() > 0).map(RecognisedPage::language);
    return best;
  }

  private Optional<RecognisedPage> read(Path picture, String candidate, Path folder)
      throws IOException {
    return tesseract
        .read(picture, candidate, longest, folder)
        .map(table -> RecognisedPage.of(table, candidate));
  }
}
