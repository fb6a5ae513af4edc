package org.qirtas.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qirtas.archive.Archive;
import org.qirtas.archive.ArchiveItem;
import org.qirtas.archive.ArchiveWriter;
import org.qirtas.archive.Shelf;
import org.qirtas.article.Article;
import org.qirtas.article.Block;
import org.qirtas.article.Flow;
import org.qirtas.article.Inline;
import org.qirtas.profile.Profiles;
import picocli.CommandLine;

/** Several items, printed by one press and by several. */
class PressRoomTest {
  private static final int ITEMS = 9;

  @TempDir Path temporary;
  private Archive archive;
  private final List<ArchiveItem> items = new ArrayList<>();

  /** What was printed by so many threads: the exit, the files, what was said. */
  private record Printed(Exit exit, Map<String, String> files, String out, String err) {}

  @BeforeEach
  void fill() {
    archive = Archive.create(temporary.resolve("archive"), Shelf.CLOCK);
    try (ArchiveWriter writer = archive.writer()) {
      for (int i = 0; i < ITEMS; i++) {
        items.add(writer.store(Shelf.reading(temporary, article(i))));
      }
      items.add(
          4,
          writer.quarantine(
              Shelf.source(temporary, "bad.pdf", "%PDF"),
              java.util.Optional.empty(),
              "source.corrupt [bad.pdf]"));
    }
  }

  /** Each is of another length, so that the first is not the first that is ready. */
  private static Article article(int number) {
    String text = "رست الباخرة رقم " + number + " فجرًا في المرسى الغربي، ثم أبحرت ليلًا. ";
    Article.Draft draft = Shelf.article("وصول الباخرة " + number, text);
    for (int i = number; i < ITEMS; i++) {
      draft.block(Block.Paragraph.of(text.repeat(12) + "AB " + i));
    }
    draft.block(
        new Block.Paragraph(
            List.of(new Inline.Text(text), new Inline.NoteReference("n")), Flow.UNMARKED));
    draft.block(
        new Block.Footnote("n", List.of(Block.Paragraph.of("حاشية " + number)), Flow.UNMARKED));
    if (number == 2) {
      draft.block(new Block.Figure("absent.png", "", List.of(), Flow.UNMARKED));
    }
    return draft.finish();
  }

  private Printed print(int threads, String... options) throws IOException {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var terminal =
        new Terminal(
            new ByteArrayInputStream(new byte[0]),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false,
            false,
            80);
    var qirtas = new Qirtas(terminal, new Messages(Locale.ENGLISH, false), Map.of(), Shelf.CLOCK);
    PrintOptions chosen = CommandLine.populateCommand(new PrintOptions(), options);
    var shelf = Printing.shelf();
    Path folder = temporary.resolve("printed");
    var targets = new LinkedHashMap<Path, ArchiveItem>();
    for (ArchiveItem item : items) {
      targets.put(folder.resolve(item.slug() + ".pdf"), item);
    }
    Exit exit;
    try (var room =
        new PressRoom(
            qirtas,
            archive,
            chosen,
            Profiles.read("magazine", PrintOptions.families(shelf)),
            shelf,
            targets.size(),
            threads)) {
      exit = room.print(targets);
    }
    var files = new LinkedHashMap<String, String>();
    for (Path file : targets.keySet()) {
      if (Files.exists(file)) {
        files.put(
            file.getFileName().toString(),
            Base64.getEncoder().encodeToString(Files.readAllBytes(file)));
        Files.delete(file);
      }
    }
    return new Printed(
        exit, files, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  @Test
  void severalPressesPrintTheBytesOfOneAndSpeakInOrder() throws IOException {
    Printed one = print(1);
    assertEquals(ITEMS, one.files().size(), one.err());
    assertEquals(Exit.SOME_FAILED, one.exit());
    List<String> said = one.err().lines().toList();
    assertEquals(ITEMS + 2, said.size(), one.err());
    assertTrue(said.get(2).contains("absent.png"), one.err());
    assertTrue(said.get(5).contains("bad.pdf"), one.err());
    assertEquals(one, print(2));
    assertEquals(one, print(5));
  }

  @Test
  void severalPressesReadTheirPagesBack() throws IOException {
    Printed one = print(1, "--check", "--edition=PRINT");
    assertEquals(ITEMS, one.files().size(), one.err());
    assertEquals(one, print(3, "--check", "--edition=PRINT"));
  }
}
