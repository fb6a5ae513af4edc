package org.qirtas.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.qirtas.article.Article;
import org.qirtas.article.Block;
import org.qirtas.text.Corpus;

/**
 * Whether every word of documents and books that nobody on the project wrote stands in the record,
 * in its order: against a second reading of their files that knows nothing of the first.
 */
class EveryWordTest {
  private static final Set<String> INLINE =
      Set.of("a", "b", "big", "cite", "em", "font", "i", "s", "small", "span", "strong", "u");

  /** What is missing of a file and what stands elsewhere, as lines for a person to look at. */
  private record Comparison(int words, int missing, int added, List<String> places) {
    static Comparison of(List<String> expected, List<String> found) {
      var places = new ArrayList<String>();
      int missing = 0;
      int added = 0;
      for (AbstractDelta<String> delta : DiffUtils.diff(expected, found).getDeltas()) {
        missing += delta.getSource().size();
        added += delta.getTarget().size();
        places.add(
            "at word %d: [%s] instead of [%s]"
                .formatted(
                    delta.getSource().getPosition(),
                    brief(delta.getTarget().getLines()),
                    brief(delta.getSource().getLines())));
      }
      return new Comparison(expected.size(), missing, added, places);
    }

    private static String brief(List<String> words) {
      return words.stream().limit(12).collect(Collectors.joining(" "))
          + (words.size() > 12 ? " … (" + words.size() + ")" : "");
    }

    double share() {
      return 1 - (double) missing / words;
    }

    void print(String name) {
      System.out.printf(
          "%s: %d words, %d missing, %d added: %.3f %%%n",
          name, words, missing, added, 100 * share());
      places.stream().limit(40).forEach(place -> System.out.println("  " + place));
    }
  }

  @Test
  void aUnitedNationsReportKeepsEveryWordOfItsTextItsTablesAndItsNotes() throws IOException {
    Path file = Corpus.file("office/poi/test-data/integration/stress011.docx");
    var expected = new ArrayList<String>();
    int notes;
    try (var zip = new ZipFile(file.toFile())) {
      Document main = part(zip, "word/document.xml");
      var references = new LinkedHashSet<String>();
      main.select("w|body w|p").forEach(paragraph -> expected.addAll(words(paragraph)));
      main.select("w|footnoteReference").forEach(mark -> references.add(mark.attr("w:id")));
      Document footnotes = part(zip, "word/footnotes.xml");
      for (String reference : references) {
        footnotes
            .select("w|footnote[w:id=" + reference + "] w|p")
            .forEach(paragraph -> expected.addAll(words(paragraph)));
      }
      notes = references.size();
    }
    Article article = Seen.all(file).getFirst().article().orElseThrow();
    var comparison = Comparison.of(expected, words(article));
    comparison.print(file.getFileName().toString());
    assertEquals(notes, article.body().stream().filter(Block.Footnote.class::isInstance).count());
    assertTrue(comparison.share() >= 0.999, comparison.places().toString());
  }

  /** A paragraph's own words: those of a text box in it are another paragraph's. */
  private static List<String> words(Element paragraph) {
    var text = new StringBuilder();
    for (Element piece : paragraph.select("w|t, w|tab, w|br, w|noBreakHyphen")) {
      boolean own = paragraph.equals(piece.closest("w|p"));
      boolean fallback = piece.closest("mc|Fallback") != null;
      if (own && !fallback && piece.closest("w|del") == null) {
        text.append(
            switch (piece.normalName()) {
              case "w:t" -> piece.wholeText();
              case "w:nobreakhyphen" -> "\u2011";
              default -> " ";
            });
      }
    }
    return split(text.toString());
  }

  @Test
  void booksKeepEveryWordInTheOrderOfTheirSpine() throws IOException {
    try (Stream<Path> walk = Files.walk(Corpus.file("epub"))) {
      for (Path file : walk.filter(path -> path.toString().endsWith(".epub")).sorted().toList()) {
        List<String> expected = book(file);
        var comparison =
            Comparison.of(expected, words(Seen.all(file).getFirst().article().orElseThrow()));
        comparison.print(file.getFileName().toString());
        assertTrue(comparison.share() >= 0.999, comparison.places().toString());
      }
    }
  }

  private static List<String> book(Path file) throws IOException {
    var expected = new ArrayList<String>();
    try (var zip = new ZipFile(file.toFile())) {
      String path = part(zip, "META-INF/container.xml").select("rootfile").attr("full-path");
      Document record = part(zip, path);
      for (Element place : record.select("spine > itemref")) {
        Element item = record.getElementById(place.attr("idref"));
        if (item == null || item.attr("properties").contains("nav")) {
          continue;
        }
        String href = java.net.URI.create("/" + path).resolve(item.attr("href")).getPath();
        Document page = part(zip, href.substring(1));
        page.select("body").forEach(body -> expected.addAll(split(text(body))));
      }
    }
    return expected;
  }

  private static String text(Element body) {
    var text = new StringBuilder();
    body.traverse((node, depth) -> {
      if (node instanceof TextNode words) {
        text.append(words.getWholeText());
      } else if (node instanceof Element element && !INLINE.contains(element.normalName())) {
        text.append(' ');
      }
    });
    return text.toString();
  }

  private static Document part(ZipFile zip, String name) throws IOException {
    try (InputStream in = zip.getInputStream(zip.getEntry(name))) {
      return Jsoup.parse(
          new String(in.readAllBytes(), StandardCharsets.UTF_8), "", Parser.xmlParser());
    }
  }

  /** All words of a record: what its head took is a word of the text, too. */
  private static List<String> words(Article article) {
    var words = new ArrayList<String>();
    article.body().forEach(block -> words(block, words));
    return words;
  }

  private static void words(Block block, List<String> words) {
    switch (block) {
      case Block.Table table ->
          table
              .rows()
              .forEach(row ->
                  row.cells().forEach(cell -> cell.blocks().forEach(inner -> words(inner, words))));
      case Block.ItemList list ->
          list.items().forEach(item -> item.forEach(inner -> words(inner, words)));
      default -> words.addAll(split(block.text()));
    }
  }

  private static List<String> split(String text) {
    return Stream.of(text.split("[\\s\\u00A0]+")).filter(word -> !word.isEmpty()).toList();
  }
}
