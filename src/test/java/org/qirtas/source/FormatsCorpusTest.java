package org.qirtas.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qirtas.article.Article;

/** Files that nobody on the project wrote, where they lie at hand. */
class FormatsCorpusTest {
  private static final Pattern ISO_TIME = Pattern.compile("<TIME>(\\d{4}-\\d{2}-\\d{2})T");

  private static List<Path> files(String group) throws IOException {
    String corpus = System.getenv("QIRTAS_CORPUS");
    Path folder = Path.of(corpus == null ? "none" : corpus, group);
    Assumptions.assumeTrue(corpus != null && Files.isDirectory(folder));
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile).sorted().toList();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"hostile", "warc", "legacy-enc", "formats-tika", "office", "epub", "pdf-ar"})
  void everyFileIsReadOrRefusedAndNothingElse(String group) throws IOException {
    for (Path file : files(group)) {
      if (Files.size(file) == 0) {
        continue;
      }
      List<Seen> parts = Seen.all(file);
      assertFalse(parts.isEmpty(), file.toString());
      for (Seen part : parts) {
        assertTrue(
            part.article().isPresent() != !part.cause().isEmpty(), file + " " + part.cause());
      }
    }
  }

  @Test
  void noPdfLeavesPresentationForms() throws IOException {
    for (Path file : files("pdf-ar")) {
      if (file.toString().endsWith(".pdf")) {
        for (Seen part : Seen.all(file)) {
          String text = part.article().map(Article::text).orElse("");
          assertTrue(
              // Ornate parentheses, U+FD3E and U+FD3F, are signs of their own.
              text.chars()
                  .filter(c -> c != 0xFD3E && c != 0xFD3F)
                  .noneMatch(c -> (c >= 0xFB50 && c <= 0xFDCF) || (c >= 0xFE70 && c <= 0xFEFC)),
              file.toString());
        }
      }
    }
  }

  @Test
  void newsComeWithTitleAndTextAndTheDayThatTheyName() throws IOException {
    List<Path> news = files("news-ant11");
    var wrong = new ArrayList<String>();
    int dated = 0;
    for (int i = 0; i < news.size(); i += 20) {
      String raw = Files.readString(news.get(i));
      if (!raw.contains("<TITLE>")) {
        continue;
      }
      Article article = Seen.all(news.get(i)).getFirst().article().orElseThrow();
      assertTrue(article.title().isPresent(), news.get(i).toString());
      Matcher time = ISO_TIME.matcher(raw);
      if (time.find()) {
        dated++;
        Optional<String> day = article.date().map(date -> date.from().toLocalDate().toString());
        if (!day.equals(Optional.of(time.group(1)))) {
          wrong.add(news.get(i) + " " + day);
        }
      }
    }
    assertTrue(dated > 100);
    assertEquals(List.of(), wrong);
  }

  @Test
  void webArchivesGiveTheirPages() throws IOException {
    long pages = 0;
    for (Path file : files("warc")) {
      pages +=
          Seen.all(file).stream().filter(part -> part.title().equals("Example Domain")).count();
    }
    assertTrue(pages >= 8, pages + " pages");
  }
}
