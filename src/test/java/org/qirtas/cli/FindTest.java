package org.qirtas.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qirtas.archive.Archive;
import org.qirtas.archive.ArchiveWriter;
import org.qirtas.archive.Shelf;
import org.qirtas.article.Article;
import org.qirtas.article.ArticleDate.Precision;
import org.qirtas.article.Attested;
import org.qirtas.article.Block;
import org.qirtas.article.Evidence;
import org.qirtas.article.Language;

/** {@code find}, {@code show} and {@code reindex} on one small archive. */
class FindTest {
  @TempDir Path temporary;
  private Path archive;

  @BeforeEach
  void fill() {
    archive = temporary.resolve("archive");
    try (ArchiveWriter writer = Archive.create(archive, Shelf.CLOCK).writer()) {
      store(
          writer,
          Shelf.article("الأمن \u202Eأولا\u001B[31m", "فقرة.")
              .block(Block.Paragraph.of("فقرة ثانية."))
              .author(Attested.asWritten("سلمى الحداد", Evidence.Origin.DATE_LINE))
              .publisher("صحيفة النهر")
              .tag("سياسة")
              .date(Shelf.date("2020-10-23T02:44", Precision.MINUTE))
              .finish());
      store(
          writer,
          Shelf.article("شهر", "ن").date(Shelf.date("2020-10-01T00:00", Precision.MONTH)).finish());
      store(writer, Shelf.article("شهرزاد", "ن").language(Language.ENGLISH).finish());
      writer.quarantine(
          Shelf.source(temporary, "bad.pdf", "%PDF"),
          java.util.Optional.empty(),
          "source.corrupt [bad.pdf]");
    }
    run("reindex");
  }

  private void store(ArchiveWriter writer, Article article) {
    writer.store(Shelf.reading(temporary, article));
  }

  private Run run(Object... arguments) {
    return Run.of(Stream.concat(Stream.of("--archive", archive), Stream.of(arguments)).toArray());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --on 2020-10-23            | 2
          --on ٢٠٢٠-١٠-٢٣            | 2
          --on ۲۰۲۰/۱۰/۲۳            | 2
          --on 2020-10-24            | 1
          --on 2020-10               | 2
          --on 2020                  | 2
          --on 2021                  | 0
          --from 2020-10-24          | 1
          --to 2020-09               | 0
          --from 2020 --to 2020-10   | 2
          --undated                  | 2
          --author الحداد            | 1
          --source النهر             | 1
          --tag سياسه                | 1
          --lang-of en               | 1
          امن                        | 1
          «فقرة ثانية»               | 1
          «ثانية فقرة»               | 0
          --limit 1                  | 1
          --author الحداد --on 2021  | 0
          """)
  void findsWhatAllConditionsHoldFor(String line, int count) {
    Object[] words =
        Stream.concat(Stream.of("find", "--csv"), Stream.of(line.split(" +", -1))).toArray();
    Run run = line.contains("«") ? run("find", "--csv", line) : run(words);
    assertEquals(0, run.code(), run.err());
    assertEquals(count, run.outLines().size() - 1, run.out());
  }

  @Test
  void tableIsolatesEachCellAndAlignsThem() {
    Run run = run("find");
    assertEquals(4, run.outLines().size());
    for (String line : run.outLines()) {
      assertEquals(4, line.chars().filter(unit -> unit == 0x2068).count());
      assertEquals(4, line.chars().filter(unit -> unit == 0x2069).count());
      assertFalse(line.contains("\u202E") || line.contains("\u001B"), line);
    }
    List<Integer> titles =
        run.outLines().stream()
            .map(line -> Cell.width(line.substring(0, line.lastIndexOf('\u2068'))))
            .distinct()
            .toList();
    assertEquals(1, titles.size(), run.out());
    assertEquals("qirtas: found: 4\n", run.err());
  }

  @Test
  void tableFitsTheScreen() {
    Run run = Run.onScreen("--archive", archive, "find");
    run.outLines().forEach(line -> assertTrue(Cell.width(line) <= 80, line));
  }

  @Test
  void pageOfHitsSaysWhereItStandsAndWhatComesNext() {
    List<String> all = run("find", "--csv").outLines();
    Run first = run("find", "--limit", "3");
    assertEquals("qirtas: shown: 1 to 3 of 4; the next: --skip 3\n", first.err());
    Run last = run("find", "--limit", "3", "--skip", "3");
    assertEquals("qirtas: shown: 4 to 4 of 4\n", last.err());
    assertEquals(List.of(all.get(0), all.get(4)), run("find", "--csv", "--skip", "3").outLines());
    assertEquals(2, run("find", "--skip", "-1").code());
  }

  @Test
  void excerptsShowTheWordsAroundAHitAndMarkIt() throws IOException {
    Run plain = run("find", "فقرات", "--excerpts");
    assertEquals(0, plain.code(), plain.err());
    assertEquals("    \u2068فقرة.  فقرة ثانية.\u2069", plain.outLines().get(1));
    Run bold = run("find", "فقرات", "--excerpts", "--color", "always");
    assertEquals(
        "    \u2068\u001B[1mفقرة\u001B[0m.  \u001B[1mفقرة\u001B[0m ثانية.\u2069",
        bold.outLines().get(1));
    JsonNode json = new ObjectMapper().readTree(run("find", "فقرة", "--excerpts", "--json").out());
    assertEquals("فقرة.  فقرة ثانية.", json.get("excerpts").get(0).asText());
    // What only the title has, the text cannot show.
    assertEquals(1, run("find", "شهرزاد", "--excerpts").outLines().size());
  }

  @Test
  void nothingFoundIsNoFailure() {
    Run run = run("find", "--on", "1900");
    assertEquals(0, run.code());
    assertEquals("", run.out());
    assertEquals("qirtas: nothing found\n", run.err());
  }

  @Test
  void jsonHasTheFieldsOfTheContract() throws IOException {
    Run run = run("find", "--json", "--on", "2020-10-23", "--author", "سلمى");
    JsonNode item = new ObjectMapper().readTree(run.out());
    assertEquals(1, run.outLines().size());
    for (String field :
        List.of(
            "id",
            "path",
            "version",
            "status",
            "title",
            "authors",
            "place",
            "date",
            "dateEvidence",
            "language",
            "source",
            "tags",
            "related",
            "text",
            "files")) {
      assertTrue(item.has(field), field);
    }
    assertEquals("2020-10-23T02:44", item.path("date").asText());
    assertEquals("date-line", item.path("dateEvidence").path("source").asText());
    assertEquals("gregorian", item.path("dateEvidence").path("calendar").asText());
    assertEquals("فقرة.\n\nفقرة ثانية.", item.path("text").asText());
    assertEquals("سلمى الحداد", item.path("authors").path(0).asText());
    assertEquals("", run.err());
  }

  @Test
  void itemIsShownByIdSlugPathAndTheirBeginnings() throws IOException {
    JsonNode item = new ObjectMapper().readTree(run("find", "--json", "--tag", "سياسة").out());
    String id = item.path("id").asText();
    String path = item.path("path").asText();
    for (String name :
        List.of(
            id,
            id.toUpperCase(java.util.Locale.ROOT),
            id.substring(0, 18),
            path,
            path + "/",
            path.substring(11),
            "2020/10/23/",
            archive.resolve(path).toString(),
            "\u2068" + path + "\u2069")) {
      Run run = run("show", name, "--json");
      assertEquals(0, run.code(), () -> name + run.err());
      assertEquals(id, new ObjectMapper().readTree(run.out()).path("id").asText());
    }
  }

  @Test
  void exactSlugIsMeantBeforeALongerOne() {
    assertTrue(run("show", "شهر").out().contains("2020/10/شهر"));
    Run several = run("show", "شه");
    assertEquals(2, several.code());
    assertTrue(several.err().contains("2020/10/شهر") && several.err().contains("undated/شهرزاد"));
    Run none = run("show", "لاشيء");
    assertEquals(1, none.code());
    assertEquals(1, run("show", "").code());
  }

  @Test
  void pathOutOfTheArchiveNamesNothing() {
    assertEquals(1, run("show", "../archive2/x").code());
    assertEquals(1, run("show", "\u0000").code());
  }

  @Test
  void textIsTheBodyAlone() {
    assertEquals(
        "فقرة.\n\nفقرة ثانية.\n", run("show", "2020/10/23", "--text").out().replace("\r", ""));
    Run bad = run("show", "bad", "--text");
    assertEquals(1, bad.code());
    assertEquals(1, bad.errLines().size());
  }

  @Test
  void originalComesOutAsItWentIn() throws IOException {
    Path copy = temporary.resolve("copy.pdf");
    assertEquals(0, run("show", "bad", "--original", "-o", copy).code());
    assertArrayEquals("%PDF".getBytes(StandardCharsets.UTF_8), Files.readAllBytes(copy));
    assertEquals("%PDF", run("show", "bad", "--original", "-o", "-").out());
    Run refused = run("show", "bad", "--original", "-o", temporary.resolve("no/such/folder"));
    assertEquals(1, refused.code());
  }

  @Test
  void readableArticleShowsWhereItsDateIsFrom() {
    String out = run("show", "2020/10/23").out();
    assertTrue(out.contains("Date: 2020-10-23T02:44 (from: 2020-10-23T02:44)"), out);
    assertFalse(out.contains("\u001B"));
    assertTrue(run("show", "2020/10/23", "--color", "always").out().contains("\u001B[1m"));
  }

  @Test
  void reindexGivesTheSameAnswersFromTheFoldersAlone() throws IOException {
    String before = run("find", "--csv").out();
    try (Stream<Path> files = Files.walk(archive.resolve(".qirtas"))) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
    Run reindex = run("reindex");
    assertEquals(0, reindex.code());
    assertEquals("qirtas: items in the catalog: 4; damaged: 0\n", reindex.err());
    assertEquals(before, run("find", "--csv").out());
  }

  @Test
  void reindexNamesWhatIsDamagedAndKeepsTheRest() throws IOException {
    Files.writeString(archive.resolve("2020/10/شهر/inventory.json"), "{");
    Run reindex = run("reindex");
    assertEquals(3, reindex.code());
    assertTrue(reindex.err().contains("2020/10/شهر"), reindex.err());
    assertEquals(3, run("find").outLines().size());
  }

  @Test
  void lookUpHealsACatalogThatIsGoneAndSaysSoOnce() throws IOException {
    try (Stream<Path> files = Files.list(archive.resolve(".qirtas/catalog"))) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Run first = run("find");
    assertEquals(4, first.outLines().size());
    assertEquals(2, first.errLines().size(), first.err());
    assertEquals(1, run("find").errLines().size());
  }

  @Test
  void csvQuotesWhatASpreadsheetWouldTakeForMore() {
    assertEquals(
        "'=1+1,\"a,b\",\"say \"\"x\"\"\"\r\n", Csv.line(Stream.of("=1+1", "a,b", "say \"x\"")));
  }
}
