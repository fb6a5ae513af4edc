package org.qirtas.source;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.qirtas.article.Article;
import org.qirtas.article.ArticleDate;
import org.qirtas.article.Attested;
import org.qirtas.text.Corpus;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * News of a text retrieval collection, read whole from their files: each day against the record's
 * own words, and those that are no XML word for word. With {@code -Dqirtas.thorough=true} all are
 * read, otherwise one of ten.
 */
class TrecCorpusTest {
  private static final int SOME = 10;

  @Test
  void daysAreTheRecordsOwn() throws IOException {
    int step = Boolean.getBoolean("qirtas.thorough") ? 1 : SOME;
    List<Path> files = files();
    int right = 0;
    int all = 0;
    int untold = 0;
    int ambiguous = 0;
    int guessed = 0;
    var wrong = new ArrayList<String>();
    try (var reader = new SourceReader()) {
      for (int i = 0; i < files.size(); i += step) {
        Optional<String> time = field(text(files.get(i)), "TIME");
        if (time.isEmpty()) {
          continue;
        }
        Optional<ArticleDate> read = reader.read(reader.identify(files.get(i))).article().date();
        Optional<LocalDate> truth = DatingTest.truth(time.get());
        if (truth.isEmpty()) {
          ambiguous++;
          guessed += read.filter(ArticleDate::certain).isPresent() ? 1 : 0;
          continue;
        }
        all++;
        if (read.isEmpty()) {
          untold++;
        } else if (read.get().from().toLocalDate().equals(truth.get())) {
          right++;
        } else {
          wrong.add(files.get(i).getFileName() + " " + time.get() + " " + read.get().edtf());
        }
      }
    }
    System.out.printf(
        "news-ant11 read whole: day right in %d of %d (%.2f %%), wrong in %d, none in %d; %d ambiguous, %d of them told apart%n",
        right, all, 100.0 * right / all, wrong.size(), untold, ambiguous, guessed);
    int days = right;
    int whole = all;
    assertTrue(days >= whole * 0.995, () -> days + " of " + whole);
    assertTrue(wrong.size() <= whole * 0.001, wrong::toString);
  }

  @Test
  void filesThatAreNoXmlLoseNothing() throws IOException {
    int broken = 0;
    var lost = new ArrayList<String>();
    try (var reader = new SourceReader()) {
      for (Path file : files()) {
        String raw = text(file);
        if (wellFormed(raw)) {
          continue;
        }
        broken++;
        Article article = reader.read(reader.identify(file)).article();
        String title = letters(field(raw, "TITLE").orElse(""));
        String read = letters(article.title().map(Attested::value).orElse(""));
        if (!title.equals(read)) {
          lost.add(file.getFileName() + ": title «" + title + "» read «" + read + "»");
        }
        String text = letters(article.text());
        for (String line : field(raw, "TEXT").orElse("").lines().toList()) {
          boolean kept = text.contains(letters(line)) || elsewhere(article, line);
          if (!kept) {
            lost.add(file.getFileName() + ": " + line);
          }
        }
      }
    }
    System.out.printf("news-ant11: %d files are no XML, lost of them: %s%n", broken, lost);
    int files = broken;
    assertAll(() -> assertTrue(files >= 28, files + " files"), () -> assertEquals(List.of(), lost));
  }

  /** What was told apart from the body is kept in the record. */
  private static boolean elsewhere(Article article, String line) {
    String letters = letters(line);
    return article.furniture().stream().anyMatch(words -> letters(words).contains(letters))
        || article.related().stream().anyMatch(to -> letters.contains(letters(to.title())))
        || article.tags().stream().anyMatch(tag -> letters.contains(letters(tag)));
  }

  private static String letters(String text) {
    return text.replaceAll("[^\\p{L}\\p{Nd}]", "");
  }

  private static Optional<String> field(String raw, String name) {
    Matcher matcher =
        Pattern.compile("<" + name + ">\\s*(.*?)\\s*</" + name + ">", Pattern.DOTALL).matcher(raw);
    return matcher.find() && !matcher.group(1).isBlank()
        ? Optional.of(Parser.unescapeEntities(matcher.group(1), false))
        : Optional.empty();
  }

  private static boolean wellFormed(String raw) {
    try {
      SAXParserFactory.newInstance()
          .newSAXParser()
          .parse(
              new InputSource(new StringReader(raw)),
              new DefaultHandler() {
                @Override
                public void fatalError(org.xml.sax.SAXParseException e) throws SAXException {
                  throw e;
                }
              });
      return true;
    } catch (SAXException | ParserConfigurationException | IOException _) {
      return false;
    }
  }

  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }

  private static List<Path> files() throws IOException {
    try (var walk = Files.walk(Corpus.file("news-ant11/ant11"))) {
      return walk.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
    }
  }
}
