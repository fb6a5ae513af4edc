package org.qirtas.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qirtas.QirtasException;
import org.qirtas.article.Article;
import org.qirtas.article.Attested;
import org.qirtas.article.Block;
import org.qirtas.article.Inline;
import org.qirtas.article.Language;
import org.qirtas.compose.Composer;
import org.qirtas.compose.Element;
import org.qirtas.compose.OptimumFit;
import org.qirtas.compose.Page;
import org.qirtas.compose.PageItem;
import org.qirtas.compose.PageRules;
import org.qirtas.compose.Picture;
import org.qirtas.font.FontShelf;
import org.qirtas.profile.PrintProfile;
import org.qirtas.profile.Profiles;
import org.qirtas.source.Part;
import org.qirtas.source.Parts;
import org.qirtas.source.Reading;
import org.qirtas.source.Source;
import org.qirtas.source.SourceReader;
import org.qirtas.text.Corpus;

/**
 * Galley against record: every character of an article's blocks is on a page exactly once, and
 * every picture and table is there.
 *
 * <p>{@code -Dqirtas.corpus.articles=2000} takes more articles of each group than a usual run does.
 */
class PrintedCorpusTest {
  private static final int MOST = Integer.getInteger("qirtas.corpus.articles", 12);
  private static final List<String> PROFILES =
      List.of("article-a4", "newspaper", "magazine", "book-a5", "manuscript", "large-print");

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"office", "epub", "html-fundus", "news-ant11"})
  void everyCharacterOfTheBlocksIsOnAPageOnce(String group) throws IOException {
    FontShelf shelf = FontShelf.open(Path.of("fonts"));
    var composers = new ArrayList<Composer>();
    var totals = new Totals();
    for (String profile : PROFILES) {
      composers.add(new Composer(profile(profile), shelf, new OptimumFit(false)));
    }
    try (var reader = new SourceReader()) {
      for (Path file : files(group)) {
        for (Reading reading : read(reader, file)) {
          Composer composer = composers.get(totals.articles % composers.size());
          check(reading, composer, file.getFileName().toString(), totals);
        }
      }
    } finally {
      composers.forEach(Composer::close);
    }
    assertTrue(totals.articles > 0, group + " has no article");
    System.out.println(group + ": " + totals);
  }

  /** Save where it is told that nothing else could be done. */
  @ParameterizedTest
  @CsvSource({"html-fundus", "news-ant11"})
  void noPageBreaksARuleUntold(String group) throws IOException {
    FontShelf shelf = FontShelf.open(Path.of("fonts"));
    var readings = new ArrayList<Reading>();
    try (var reader = new SourceReader()) {
      for (Path file : files(group)) {
        readings.addAll(read(reader, file));
      }
    }
    var broken = new ArrayList<String>();
    for (String name : PROFILES) {
      int told = 0;
      int pages = 0;
      try (var composer = new Composer(profile(name), shelf, new OptimumFit(false))) {
        for (Reading reading : readings) {
          var made = new ArrayList<Page>();
          composer.compose(reading.article(), Map.of(), made::add);
          boolean parted =
              composer.takeNotices().stream()
                  .anyMatch(notice -> notice.code().equals("compose.kept-parted"));
          List<String> faults = PageRules.faults(profile(name), reading.article().language(), made);
          told += parted ? 1 : 0;
          pages += made.size();
          if (!faults.isEmpty() && !parted) {
            broken.add(name + " " + reading.source().name() + ": " + faults);
          }
        }
      }
      System.out.printf(
          "%s, %s: %d articles, %d pages, %d told%n", group, name, readings.size(), pages, told);
    }
    assertEquals(List.of(), broken);
  }

  private static PrintProfile profile(String name) {
    return Profiles.shipped(name);
  }

  private List<Path> files(String group) throws IOException {
    try (Stream<Path> all = Files.walk(Corpus.file(group))) {
      return all.filter(Files::isRegularFile)
          .filter(file -> file.toString().matches(".*\\.(txt|html|gz|epub|docx|odt|pptx|xlsx)"))
          .filter(file -> !file.getFileName().toString().startsWith("README"))
          .sorted()
          .limit(MOST)
          .toList();
    }
  }

  private List<Reading> read(SourceReader reader, Path file) throws IOException {
    Path plain = file;
    if (file.toString().endsWith(".gz")) {
      plain = folder.resolve(file.getFileName().toString().replace(".gz", ""));
      try (var in = new GZIPInputStream(Files.newInputStream(file))) {
        Files.write(plain, in.readAllBytes());
      }
    }
    var readings = new ArrayList<Reading>();
    try (Parts parts = reader.parts(reader.identify(plain))) {
      for (Optional<Part> part = parts.next(); part.isPresent(); part = parts.next()) {
        if (part.get().refusal().isEmpty()) {
          part.get().source().map(reader::read).ifPresent(readings::add);
        }
      }
    } catch (QirtasException unreadable) {
      // What cannot be read is not printed.
    }
    if (readings.isEmpty() && plain.toString().endsWith(".txt")) {
      readings.add(lines(reader.identify(plain)));
    }
    return readings;
  }

  /** A text in a format that no reader knows: its lines, for they are to be printed here. */
  private static Reading lines(Source source) throws IOException {
    Article.Draft draft = Article.draft(Language.ARABIC);
    for (String line : Files.readAllLines(source.file())) {
      String words = line.replaceAll("<[^>]*>", "").strip();
      if (!words.isEmpty()) {
        draft.block(Block.Paragraph.of(words));
      }
    }
    return new Reading(source, draft.finish(), new TreeMap<>());
  }

  private static final class Totals {
    private int articles;
    private int pages;
    private long characters;
    private int pictures;
    private int tables;
    private int notes;

    @Override
    public String toString() {
      return "%d articles, %d pages, %d characters, %d pictures, %d tables, %d notes"
          .formatted(articles, pages, characters, pictures, tables, notes);
    }
  }

  private static void check(Reading reading, Composer composer, String name, Totals totals) {
    var pictures = new TreeMap<String, Picture>();
    reading
        .pictures()
        .forEach((picture, bytes) ->
            Picture.read(picture, bytes, _ -> {}).ifPresent(read -> pictures.put(picture, read)));
    var pages = new ArrayList<Page>();
    composer.compose(reading.article(), pictures, pages::add);
    var printed = new Printed();
    pages.forEach(printed::add);
    var wanted = new Wanted(pictures);
    wanted.add(reading.article());
    assertEquals(
        "", String.join("\n", without(wanted.texts, printed.texts())), name + ": not printed once");
    List<String> ours = without(printed.texts(), wanted.texts);
    assertTrue(ours.size() <= generated(reading.article()), name + ": printed besides " + ours);
    assertEquals(wanted.pictures, printed.pictures, name + ": pictures");
    assertEquals(wanted.tables, printed.tables.size(), name + ": tables");
    totals.articles++;
    totals.pages += pages.size();
    totals.pictures += printed.pictures;
    totals.tables += wanted.tables;
    totals.notes += wanted.notes;
    totals.characters += wanted.texts.stream().mapToLong(String::length).sum();
  }

  /** What is in the first list more often than in the second. */
  private static List<String> without(List<String> texts, List<String> others) {
    var left = new HashMap<String, Integer>();
    others.forEach(text -> left.merge(text, 1, Integer::sum));
    return texts.stream()
        .filter(text -> !text.isEmpty() && left.merge(text, -1, Integer::sum) < 0)
        .toList();
  }

  /** The head's lines of names and of the date are worded by Qirtas. */
  private static int generated(Article article) {
    boolean signed = article.place().isPresent() || !article.authors().isEmpty();
    return (signed ? 1 : 0) + (article.date().isPresent() ? 1 : 0);
  }

  /** What must be there: each paragraph's characters, without spaces. */
  private static final class Wanted {
    private final List<String> texts = new ArrayList<>();
    private final Map<String, Picture> known;
    private int pictures;
    private int tables;
    private int notes;

    Wanted(Map<String, Picture> known) {
      this.known = known;
    }

    void add(Article article) {
      article.title().map(Attested::value).ifPresent(this::text);
      article.subtitle().ifPresent(this::text);
      article.body().forEach(this::add);
    }

    private void text(String text) {
      texts.add(SourceText.bare(text));
    }

    private void add(Block block) {
      switch (block) {
        case Block.Heading heading -> text(heading.text());
        case Block.Paragraph paragraph -> text(paragraph.text());
        case Block.Quotation quotation -> quotation.blocks().forEach(this::add);
        case Block.ItemList list -> list.items().forEach(item -> item.forEach(this::add));
        case Block.Table table -> {
          tables++;
          text(Inline.textOf(table.caption()));
          table
              .rows()
              .forEach(row -> row.cells().forEach(cell -> cell.blocks().forEach(this::add)));
        }
        case Block.Figure figure -> {
          pictures += known.containsKey(figure.picture()) ? 1 : 0;
          text(figure.text());
        }
        case Block.Verse verse -> {
          var poem = new StringBuilder();
          verse.lines().forEach(line -> line.forEach(part -> poem.append(Inline.textOf(part))));
          text(poem.toString());
        }
        case Block.Footnote note -> {
          notes++;
          note.blocks().forEach(this::add);
        }
      }
    }
  }

  /** What is there: the same, by the part of the document that a paragraph is. */
  private static final class Printed {
    private final IdentityHashMap<Element, StringBuilder> byPart = new IdentityHashMap<>();
    private final IdentityHashMap<Element, Boolean> tables = new IdentityHashMap<>();
    private int pictures;

    void add(Page page) {
      for (PageItem item : page.upright()) {
        switch (item) {
          case PageItem.Line line ->
              line.runs().stream()
                  .sorted(Comparator.comparingInt(placed -> placed.run().start()))
                  .filter(placed -> !PrintedText.isFurniture(placed.owner(), true))
                  .forEach(placed ->
                      byPart
                          .computeIfAbsent(paragraph(placed.owner()), _ -> new StringBuilder())
                          .append(placed.run().text()));
          case PageItem.Picture _ -> pictures++;
          case PageItem.Place place -> noteTable(place.owner());
          case PageItem.Rule _,
              PageItem.Leader _,
              PageItem.Anchor _,
              PageItem.Turned _,
              PageItem.Fold _ -> {}
        }
      }
    }

    private void noteTable(Element owner) {
      Optional<Element> at = Optional.of(owner);
      while (at.isPresent()) {
        if (at.get().role() == Element.Role.TABLE) {
          tables.put(at.get(), true);
        }
        at = at.get().parent();
      }
    }

    private static Element paragraph(Element owner) {
      Element at = owner;
      while (at.role() == Element.Role.SPAN || at.role() == Element.Role.LINK) {
        at = at.parent().orElseThrow();
      }
      return at;
    }

    List<String> texts() {
      return byPart.values().stream().map(text -> SourceText.bare(text.toString())).toList();
    }
  }
}
