package org.qirtas.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.qirtas.article.ArticleDate;
import org.qirtas.source.Reading;

/**
 * A day's work in an archive, all kinds of it, and what must be true of the archive wherever that
 * was cut short: each item is as the last finished commit left it, or as the one under way would.
 */
final class Day {
  /** After a commit: how the items stood, and what the next one was to make of some. */
  private record Stand(
      int time, Map<ItemId, ArchiveItem> items, Map<ItemId, ArchiveItem> promised) {}

  /** Tells how far the disk's time has come. */
  interface Time {
    int now();
  }

  private final Path inbox;
  private final Time time;
  private final List<Stand> stands = new ArrayList<>();
  private Map<ItemId, ArchiveItem> items = new HashMap<>();
  private Map<ItemId, ArchiveItem> promised = new HashMap<>();

  Day(Path inbox, Time time) {
    this.inbox = inbox;
    this.time = time;
    stands.add(new Stand(0, Map.of(), promised));
  }

  /** Does the work, until the disk fails or it is done. */
  void work(Archive archive) {
    try (ArchiveWriter writer = archive.writer()) {
      ArchiveItem first = promise(writer.store(reading("أول", "2020-10-23T00:00")));
      ArchiveItem second = promise(writer.store(reading("ثان", "2020-10-23T00:00")));
      ArchiveItem third = promise(writer.store(reading("ثالث", "2019-01-01T00:00")));
      commit(writer);
      promise(writer.store(reading("أول", "2020-10-24T00:00")));
      first =
          promise(
              writer.revise(first, Shelf.article("أول مصحح", "نص").finish(), Change.byUser("خطأ")));
      second =
          promise(
              writer.revise(
                  second,
                  Shelf.article("ثان", "نص")
                      .date(Shelf.date("2021-03-04T00:00", ArticleDate.Precision.DAY))
                      .finish(),
                  Change.byUser("تاريخ")));
      commit(writer);
      third = promise(writer.withdraw(third, true, Change.byUser("سحب")));
      promise(
          writer.quarantine(
              Shelf.source(inbox, "bad.pdf", "%PDF"),
              java.util.Optional.empty(),
              "source.corrupt [bad.pdf]"));
      commit(writer);
      promise(writer.purge(first, Change.byUser("محو")));
      Reading again = reading("ثان مرة أخرى", "2021-03-04T00:00");
      promise(writer.renew(second, again, Optional.of("/in/x"), Change.byUser("ingest")));
      promise(writer.withdraw(third, false, Change.byUser("عودة")));
      commit(writer);
    }
  }

  private Reading reading(String title, String day) {
    return Shelf.reading(
        inbox,
        Shelf.article(title, "نص " + day)
            .date(Shelf.date(day, ArticleDate.Precision.DAY))
            .finish());
  }

  private ArchiveItem promise(ArchiveItem item) {
    promised.put(item.id(), item);
    return item;
  }

  private void commit(ArchiveWriter writer) {
    writer.commit();
    items = new HashMap<>(items);
    items.putAll(promised);
    promised = new HashMap<>();
    stands.add(new Stand(time.now(), items, promised));
  }

  /** Checks an archive that was cut short as the work stands now. */
  void check(Archive archive) throws IOException {
    check(archive, stands.getLast());
  }

  /** Checks an archive that was cut short at some time of the disk's. */
  void check(Archive archive, int cut) throws IOException {
    check(archive, stands.stream().filter(stand -> stand.time() <= cut).toList().getLast());
  }

  private static void check(Archive archive, Stand stand) throws IOException {
    archive.writer().close();
    var found = new HashMap<ItemId, ArchiveItem>();
    try (Stream<String> paths = archive.paths()) {
      for (String path : paths.toList()) {
        var findings = new Findings(path);
        new ObjectAudit(archive.folder(path), findings).check();
        assertTrue(findings.all().isEmpty(), () -> findings.all().toString());
        ArchiveItem item = archive.at(path);
        archive.events(item);
        assertEquals(null, found.put(item.id(), item), "twice: " + path);
      }
    }
    stand
        .items()
        .forEach((id, before) -> {
          ArchiveItem now = found.remove(id);
          assertTrue(
              before.equals(now) || (now != null && now.equals(stand.promised().get(id))),
              () -> before + " became " + now + ", not " + stand.promised().get(id));
        });
    found.forEach((id, item) -> assertEquals(stand.promised().get(id), item));
    assertTrue(Files.notExists(archive.staging()), "staging is left");
  }
}
