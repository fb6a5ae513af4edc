package org.qirtas.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qirtas.archive.Archive;
import org.qirtas.archive.ArchiveItem;
import org.qirtas.archive.ArchiveWriter;
import org.qirtas.archive.Shelf;
import org.qirtas.article.Article;
import org.qirtas.article.Attested;
import org.qirtas.article.Block;
import org.qirtas.article.Evidence;
import org.qirtas.source.Reading;
import org.qirtas.source.Source;
import org.qirtas.source.SourceReader;

class RereadTest {
  private static final String TEXT = "عنوان المقال\n\nفقرة أولى من الكلام.\n\nوفقرة ثانية منه.\n";

  @TempDir Path temporary;
  private Path archive;
  private Path file;

  @BeforeEach
  void name() throws IOException {
    archive = temporary.resolve("archive");
    file = Files.writeString(temporary.resolve("a.txt"), TEXT);
  }

  /** As another reader left it: with another title, and half of the text. */
  private ArchiveItem store() {
    Archive shelf = Archive.create(archive, Shelf.CLOCK);
    try (ArchiveWriter writer = shelf.writer();
        var reader = new SourceReader()) {
      Source source = reader.identify(file);
      Article article =
          reader
              .read(source)
              .article()
              .revise()
              .title(Attested.asWritten("عنوان آخر", Evidence.Origin.FIRST_WORDS))
              .finish();
      Article poorer =
          new Article(
              article.language(),
              article.direction(),
              article.title(),
              article.subtitle(),
              article.authors(),
              article.place(),
              article.date(),
              article.otherDates(),
              article.publisher(),
              article.address(),
              article.tags(),
              List.of(Block.Paragraph.of("فقرة أولى من الكلام.")),
              article.related(),
              article.furniture(),
              article.recognition(),
              article.gaps());
      return writer.store(
          new Reading(source, poorer, new TreeMap<>()), Optional.of(file.toString()));
    }
  }

  private Run run(Object... arguments) {
    return Run.of(Stream.concat(Stream.of("--archive", archive), Stream.of(arguments)).toArray());
  }

  private Article article() {
    Archive shelf = Archive.open(archive, Shelf.CLOCK);
    return shelf.article(item()).orElseThrow();
  }

  private ArchiveItem item() {
    try (Stream<ArchiveItem> items = Archive.open(archive, Shelf.CLOCK).items()) {
      return items.findFirst().orElseThrow();
    }
  }

  private static int tally(Run run, String row) {
    return run.outLines().stream()
        .filter(line -> line.startsWith(row + " "))
        .map(line -> Integer.parseInt(line.substring(row.length()).strip()))
        .findFirst()
        .orElse(0);
  }

  @Test
  void itemGetsNewVersionOnlyWhereItsArticleIsAnotherNow() {
    store();
    Run first = run("ingest", "--reread");
    assertEquals(0, first.code(), first.err());
    assertEquals(1, tally(first, "New versions"), first.out());
    assertEquals(2, item().version());
    assertEquals("عنوان المقال", article().title().map(Attested::value).orElse(""));
    assertTrue(article().text().contains("ثانية"));
    Run second = run("ingest", "--reread");
    assertEquals(1, tally(second, "Unchanged"), second.out());
    assertEquals(2, item().version());
    Run verified = run("verify");
    assertEquals(0, verified.code(), verified.out() + verified.err());
  }

  @Test
  void whatPeopleCorrectedStaysHoweverOftenItIsReadAgain() {
    store();
    String id = item().id().toString();
    assertEquals(
        0, run("edit", id, "--subtitle", "عنوان ثان", "--tag", "ثقافة", "--reason", "نقص").code());
    run("ingest", "--reread", id);
    assertEquals(3, item().version());
    assertEquals(Optional.of("عنوان ثان"), article().subtitle());
    assertEquals(List.of("ثقافة"), article().tags());
    assertTrue(article().text().contains("ثانية"));
    assertEquals(
        0, run("edit", id, "--replace", "ثانية", "--with", "تالية", "--reason", "خطأ").code());
    Run again = run("ingest", "--reread", id);
    assertEquals(1, tally(again, "Unchanged"), again.out());
    assertTrue(article().text().contains("تالية"));
    assertEquals(Optional.of("عنوان ثان"), article().subtitle());
  }

  @Test
  void whatWasSaidOnTheImportStays() {
    run("ingest", "--date", "2020-10-23", "--source", "مجلة الضفة", file);
    Run again = run("ingest", "--reread", "--on", "2020");
    assertEquals(1, tally(again, "Unchanged"), again.out() + again.err());
    assertEquals(Optional.of("مجلة الضفة"), article().publisher());
  }

  @Test
  void resumeGoesOnWhereARereadingEnded() {
    store();
    run("ingest", "--reread");
    Run again = run("--json", "ingest", "--reread", "--resume");
    assertEquals(1, again.outLines().size(), again.out());
    assertTrue(again.out().contains("\"status\":\"unchanged\""), again.out());
  }

  @Test
  void rehearsalTellsWhatWouldChangeAndChangesNothing() {
    store();
    Run run = run("ingest", "--reread", "--dry-run");
    assertEquals(1, tally(run, "New versions"), run.out());
    assertTrue(run.out().contains("would get a new version"), run.out());
    assertEquals(1, item().version());
  }

  @Test
  void damagedOriginalIsNotReadAndMakesNoVersion() throws IOException {
    store();
    Archive shelf = Archive.open(archive, Shelf.CLOCK);
    Files.writeString(shelf.original(item()), "كلام آخر");
    Run run = run("ingest", "--reread");
    assertEquals(1, run.code());
    assertEquals(1, tally(run, "Failed"), run.out());
    assertEquals(1, item().version());
    assertTrue(run.err().contains("original is damaged"), run.err());
  }

  @Test
  void whatCouldNotBeReadIsAnArticleOnceItCan() throws IOException {
    Archive shelf = Archive.create(archive, Shelf.CLOCK);
    try (ArchiveWriter writer = shelf.writer();
        var reader = new SourceReader()) {
      writer.quarantine(reader.identify(file), Optional.of(file.toString()), "source.unknown []");
    }
    Run run = run("ingest", "--reread");
    assertEquals(1, tally(run, "New versions"), run.out() + run.err());
    assertEquals("عنوان المقال", article().title().map(Attested::value).orElse(""));
  }

  @Test
  void itemsAreNamedByIdOrByTheOptionsOfFindNotByBoth() {
    store();
    assertEquals(2, run("ingest", "--reread", item().id(), "--undated").code());
    assertEquals(2, run("ingest", "--reread", "--watch").code());
    assertEquals(2, run("ingest", "--undated", file).code());
    assertEquals(2, run("ingest").code());
    Run none = run("ingest", "--reread", "--on", "1999");
    assertEquals(0, none.code());
    assertFalse(none.out().isEmpty());
  }
}
