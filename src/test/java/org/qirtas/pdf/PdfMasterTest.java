package org.qirtas.pdf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.qirtas.article.Article;
import org.qirtas.article.Block;
import org.qirtas.article.Direction;
import org.qirtas.article.Flow;
import org.qirtas.article.Inline;
import org.qirtas.article.Language;
import org.qirtas.compose.Composer;
import org.qirtas.compose.FirstFit;
import org.qirtas.compose.LineBreaker;
import org.qirtas.compose.OptimumFit;
import org.qirtas.compose.Page;
import org.qirtas.font.FontShelf;
import org.qirtas.profile.PrintProfile;
import org.qirtas.profile.Profiles;

class PdfMasterTest {
  private static final FontShelf SHELF = FontShelf.open(Path.of("fonts"));
  private static final String SENTENCE =
      "وصل القطار إلى المحطة القديمة في المساء، ونزل منه المسافرون واحدا بعد الآخر، ثم غادرها. ";
  private static final Colophon COLOPHON =
      new Colophon(
          "كتاب",
          List.of(),
          List.of(),
          Language.ARABIC,
          Direction.RIGHT_TO_LEFT,
          Instant.parse("2020-10-23T02:44:00Z"));

  /** Enough for several pieces, with headings and a list. */
  private static Article book(int chapters) {
    Article.Draft draft = Article.draft(Language.ARABIC);
    for (int chapter = 1; chapter <= chapters; chapter++) {
      draft.block(
          new Block.Heading(
              2, List.of(new Inline.Text("الفصل " + chapter + ": " + SENTENCE)), Flow.UNMARKED));
      draft.block(Block.Paragraph.of((chapter + " " + SENTENCE).repeat(9)));
      draft.block(
          new Block.ItemList(
              true,
              List.of(List.of(Block.Paragraph.of(SENTENCE)), List.of(Block.Paragraph.of(SENTENCE))),
              Flow.UNMARKED));
    }
    return draft.finish();
  }

  private static byte[] print(
      Article article, PrintProfile profile, LineBreaker breaker, Edition edition, int threads)
      throws IOException {
    var out = new ByteArrayOutputStream();
    try (var composer = new Composer(profile, SHELF, breaker, threads);
        var master = new PdfMaster(COLOPHON, edition, out)) {
      composer.compose(article, Map.of(), page -> add(master, page));
      master.finish();
    }
    return out.toByteArray();
  }

  private static void add(PdfMaster master, Page page) {
    try {
      master.add(page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @EnumSource
  void bytesAreTheSameHoweverManyThreadsSetGalleys(Edition edition) throws IOException {
    Article article = book(24);
    for (String name : List.of("article-a4", "newspaper")) {
      PrintProfile profile = Profiles.shipped(name);
      byte[] one = print(article, profile, new OptimumFit(false), edition, 1);
      for (int threads : new int[] {2, 5}) {
        assertArrayEquals(one, print(article, profile, new OptimumFit(false), edition, threads));
      }
    }
  }

  @Test
  void aPageIsWrittenWhenItIsAdded() throws IOException {
    var out = new ByteArrayOutputStream();
    var sizes = new java.util.ArrayList<Integer>();
    try (var composer = new Composer(PrintProfile.articleA4(), SHELF, new FirstFit());
        var master = new PdfMaster(COLOPHON, Edition.SCREEN, out)) {
      composer.compose(
          book(20),
          Map.of(),
          page -> {
            add(master, page);
            sizes.add(out.size());
          });
      master.finish();
    }
    assertTrue(sizes.size() > 5);
    for (int i = 1; i < sizes.size(); i++) {
      assertTrue(sizes.get(i) > sizes.get(i - 1), "page " + i);
    }
  }

  @Test
  void everyHeadingOfALongBookIsInTheOutline() throws IOException {
    byte[] pdf = print(book(150), PrintProfile.articleA4(), new FirstFit(), Edition.SCREEN, 1);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      int headings = 0;
      for (var item : document.getDocumentCatalog().getDocumentOutline().children()) {
        headings++;
        assertTrue(item.getTitle().startsWith("الفصل " + headings + ":"), item.getTitle());
        assertTrue(item.findDestinationPage(document) != null);
      }
      assertEquals(150, headings);
      assertEquals(
          document.getNumberOfPages(),
          document.getDocumentCatalog().getPageLabels().getLabelsByPageIndices().length);
    }
  }

  /** Behind a wider one pdf.js judges the line's direction anew. */
  @Test
  void noAdjustmentIsAsWideAsAGap() throws IOException {
    PrintProfile narrow = Profiles.shipped("newspaper");
    byte[] pdf = print(book(6), narrow, new FirstFit(), Edition.SCREEN, 1);
    var adjustment = Pattern.compile(">(-?[0-9.]+)<");
    try (PDDocument document = Loader.loadPDF(pdf)) {
      for (PDPage page : document.getPages()) {
        byte[] content = page.getContents().readAllBytes();
        Matcher found = adjustment.matcher(new String(content, StandardCharsets.US_ASCII));
        while (found.find()) {
          assertTrue(Double.parseDouble(found.group(1)) > -550, found.group());
        }
      }
    }
  }
}
