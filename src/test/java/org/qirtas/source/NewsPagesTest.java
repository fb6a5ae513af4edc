package org.qirtas.source;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.qirtas.article.Article;
import org.qirtas.article.Attested;
import org.qirtas.article.Block;
import org.qirtas.source.letters.Blanks;
import org.qirtas.text.Corpus;

/**
 * Pages of newspapers, read against what people say stands in them. The figures are printed, and
 * each page that misses is named in {@code target/figures}.
 */
class NewsPagesTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** After the last of the pages. */
  private static final LocalDate TODAY = LocalDate.of(2026, 12, 31);

  private static final String PRESS = "html-fundus/fundus/tests/resources/parser/test_data";
  private static final String BODIES = "html-aeb/aeb";

  @Test
  void pagesOfManyPublishersAreRead() throws IOException {
    var days = new Tally("day");
    var titles = new Tally("title");
    var authors = new Tally("authors");
    int exact = 0;
    var bodies = new ArrayList<Double>();
    try (PrintStream misses = report("html-fundus.tsv")) {
      for (PressPage page : pages(Corpus.file(PRESS))) {
        Article article = page.read();
        days.count(page.name(), page.day(), day(article), misses);
        titles.count(page.name(), letters(page.title()), letters(title(article)), misses);
        exact += plain(page.title()).equals(plain(title(article))) ? 1 : 0;
        if (!page.authors().isEmpty()) {
          authors.count(page.name(), names(page.authors()), names(authors(article)), misses);
        }
        BodyMatch body = BodyMatch.ofWords(page.body(), text(article));
        bodies.add(body.f1());
        if (body.f1() < 0.95) {
          misses.printf(
              "body\t%s\t%.3f\tright %.3f\tfound %.3f%n",
              page.name(), body.f1(), body.right(), body.found());
        }
      }
    }
    System.out.printf(
        "html-fundus: %s, %s (%d to the sign), %s, body F1 mean %.4f, median %.4f%n",
        days, titles, exact, authors, mean(bodies), median(bodies));
    assertAll(
        () -> assertTrue(days.share() >= 0.97, days::toString),
        () -> assertTrue(titles.share() >= 0.91, titles::toString),
        () -> assertTrue(authors.share() >= 0.85, authors::toString),
        () -> assertTrue(mean(bodies) >= 0.95, () -> "mean " + mean(bodies)),
        () -> assertTrue(median(bodies) >= 0.975, () -> "median " + median(bodies)));
  }

  @Test
  void bodiesAreFoundAsTheOpenBenchmarkCounts() throws IOException {
    var right = new ArrayList<Double>();
    var found = new ArrayList<Double>();
    JsonNode truth = JSON.readTree(Corpus.file(BODIES + "/ground-truth.json").toFile());
    try (PrintStream misses = report("html-aeb.tsv")) {
      for (var entry : truth.properties()) {
        Path file = Corpus.file(BODIES + "/html/" + entry.getKey() + ".html.gz");
        String text = text(Sifter.sift(HtmlReader.read(unzipped(file)), TODAY));
        BodyMatch body = BodyMatch.ofShingles(entry.getValue().path("articleBody").asText(), text);
        right.add(body.right());
        found.add(body.found());
        if (body.f1() < 0.95) {
          misses.printf(
              "%s\t%.3f\tright %.3f\tfound %.3f\t%s%n",
              entry.getKey().substring(0, 12),
              body.f1(),
              body.right(),
              body.found(),
              entry.getValue().path("url").asText());
        }
      }
    }
    var whole = new BodyMatch(mean(right), mean(found));
    System.out.printf(
        "html-aeb: F1 %.4f, precision %.4f, recall %.4f%n",
        whole.f1(), whole.right(), whole.found());
    assertTrue(whole.f1() >= 0.96, whole::toString);
  }

  /** One page and what is true of it. */
  record PressPage(
      String name, Path file, String day, String title, List<String> authors, String body) {
    Article read() throws IOException {
      return Sifter.sift(HtmlReader.read(unzipped(file)), TODAY);
    }
  }

  /** A publisher's pages, by their names, stand in the order of what is said of them. */
  static List<PressPage> pages(Path folder) throws IOException {
    var pages = new ArrayList<PressPage>();
    List<Path> publishers;
    try (var walk = Files.walk(folder)) {
      publishers = walk.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
    for (Path publisher : publishers) {
      String name = String.valueOf(publisher.getFileName()).replace(".json", "");
      List<Path> files;
      try (var beside = Files.list(publisher.resolveSibling(""))) {
        files =
            beside
                .filter(file ->
                    String.valueOf(file.getFileName())
                        .matches(Pattern.quote(name) + "_[\\d_]+\\.html\\.gz"))
                .sorted()
                .toList();
      }
      int at = 0;
      for (JsonNode truth : JSON.readTree(publisher.toFile())) {
        Path file = files.get(at++);
        pages.add(page(String.valueOf(file.getFileName()).replace(".html.gz", ""), file, truth));
      }
    }
    return pages;
  }

  private static PressPage page(String name, Path file, JsonNode truth) {
    var body = new ArrayList<String>();
    JsonNode said = truth.path("body");
    said.path("summary").forEach(part -> body.add(part.asText()));
    for (JsonNode section : said.path("sections")) {
      section.path("headline").forEach(part -> body.add(part.asText()));
      section.path("paragraphs").forEach(part -> body.add(part.asText()));
    }
    var authors = new ArrayList<String>();
    truth.path("authors").forEach(author -> authors.add(author.asText()));
    String day = truth.path("publishing_date").asText();
    return new PressPage(
        name,
        file,
        day.substring(0, Math.min(10, day.length())),
        truth.path("title").asText(),
        authors,
        String.join("\n", body));
  }

  static byte[] unzipped(Path file) throws IOException {
    try (var in = new GZIPInputStream(Files.newInputStream(file))) {
      return in.readAllBytes();
    }
  }

  private static PrintStream report(String name) throws IOException {
    Path folder = Files.createDirectories(Path.of("target", "figures"));
    return new PrintStream(
        Files.newOutputStream(folder.resolve(name)), false, StandardCharsets.UTF_8);
  }

  private static String day(Article article) {
    return article.date().map(date -> date.from().toLocalDate().toString()).orElse("undated");
  }

  private static String title(Article article) {
    return article.title().map(Attested::value).orElse("");
  }

  private static List<String> authors(Article article) {
    return article.authors().stream().map(Attested::value).toList();
  }

  /** The paragraphs of the body; what stands below pictures is not one of them. */
  static String text(Article article) {
    return article.body().stream()
        .filter(block -> !(block instanceof Block.Figure))
        .map(Block::text)
        .collect(Collectors.joining("\n\n"));
  }

  /** Quotation marks and blanks are set in many ways. */
  private static String letters(String title) {
    return title.replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }

  static String plain(String title) {
    return Blanks.collapse(title.replace('\u00a0', ' '));
  }

  private static String names(List<String> names) {
    Set<String> sorted = new TreeSet<>();
    names.forEach(name -> sorted.add(plain(name)));
    return String.join("; ", sorted);
  }

  private static double mean(List<Double> values) {
    return DoubleStream.of(values.stream().mapToDouble(Double::doubleValue).toArray())
        .average()
        .orElse(0);
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int half = sorted.size() / 2;
    return sorted.isEmpty()
        ? 0
        : sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
  }

  /** How many of how many were right. */
  private static final class Tally {
    private final String what;
    private int right;
    private int all;

    Tally(String what) {
      this.what = what;
    }

    void count(String page, String truth, String read, PrintStream misses) {
      all++;
      if (truth.equals(read)) {
        right++;
      } else {
        misses.printf("%s\t%s\t[%s]\t[%s]%n", what, page, truth, read);
      }
    }

    double share() {
      return all == 0 ? 0 : (double) right / all;
    }

    @Override
    public String toString() {
      return "%s %d of %d (%.1f %%)".formatted(what, right, all, 100 * share());
    }
  }
}
