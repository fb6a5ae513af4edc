package org.qirtas.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.qirtas.article.Article;
import org.qirtas.article.Attested;
import org.qirtas.article.Evidence;
import org.qirtas.article.Language;
import org.qirtas.compose.Composer;
import org.qirtas.compose.FirstFit;
import org.qirtas.compose.Page;
import org.qirtas.compose.Picture;
import org.qirtas.font.FontShelf;
import org.qirtas.profile.PrintProfile;
import org.qirtas.profile.PrinterMark;

/** An article as it was set and written. */
record Proof(Article article, List<Page> pages, Path pdf, Edition edition) {
  private static final FontShelf FONTS = FontShelf.open(Path.of("fonts"));

  static Proof of(Article article, Edition edition, Path folder) {
    return of(article, edition, folder, List.of());
  }

  static Proof of(Article article, Edition edition, Path folder, List<Attachment> attachments) {
    return write(article, pages(article, PrintProfile.articleA4()), edition, folder, attachments);
  }

  /** An article as it is set, not written yet. */
  static List<Page> pages(Article article, PrintProfile profile) {
    var pages = new ArrayList<Page>();
    try (var composer = new Composer(profile, FONTS, new FirstFit())) {
      composer.compose(article, Map.of("dots.png", Specimens.picture()), pages::add);
    }
    return pages;
  }

  /** The same on the default page, with pictures of its own. */
  static List<Page> pages(Article article, Map<String, Picture> pictures) {
    var pages = new ArrayList<Page>();
    try (var composer = new Composer(PrintProfile.articleA4(), FONTS, new FirstFit())) {
      composer.compose(article, pictures, pages::add);
    }
    return pages;
  }

  /** An article for a press, with the marks that its run asks for. */
  static Proof of(Article article, PrintProfile profile, PressRun run, Path folder) {
    var pages = new ArrayList<Page>();
    try (var composer = new Composer(profile, FONTS, new FirstFit())) {
      Consumer<Page> slugged =
          page ->
              pages.add(
                  composer.slugged(
                      page, "صفحة " + page.label(), article.language(), PageMarks.slugLine(page)));
      boolean slug = run.marks().contains(PrinterMark.SLUG);
      composer.compose(
          article, Map.of("dots.png", Specimens.picture()), slug ? slugged : pages::add);
    }
    return write(article, pages, Edition.PRINT, run, folder, List.of());
  }

  static Proof write(
      Article article,
      List<Page> pages,
      Edition edition,
      Path folder,
      List<Attachment> attachments) {
    return write(article, pages, edition, PressRun.usual(), folder, attachments);
  }

  private static Proof write(
      Article article,
      List<Page> pages,
      Edition edition,
      PressRun run,
      Path folder,
      List<Attachment> attachments) {
    try {
      Path pdf = Files.createTempFile(folder, "proof", ".pdf");
      try (OutputStream out = Files.newOutputStream(pdf);
          var master = new PdfMaster(colophon(article), edition, run, out)) {
        for (Page page : pages) {
          master.add(page);
        }
        for (Attachment attachment : attachments) {
          master.attach(attachment);
        }
        master.finish();
      }
      return new Proof(article, pages, pdf, edition);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Proof of(String text, Edition edition, Path folder) {
    return of(Specimens.plain(text), edition, folder);
  }

  private static Colophon colophon(Article article) {
    return new Colophon(
        article.title().map(Attested::value).orElse("بلا عنوان"),
        article.authors().stream().map(Attested::value).toList(),
        article.tags(),
        article.language(),
        article.direction(),
        Instant.parse("2020-10-23T02:44:00Z"));
  }

  /** What this proof reads back as. */
  List<ReadBackFinding> readBack() {
    return readBack(pdf);
  }

  /** What another file reads back as, where this proof is expected. */
  List<ReadBackFinding> readBack(Path other) {
    var reading = new ReadBack();
    reading.expect(article);
    pages.forEach(reading::expect);
    return reading.compare(other);
  }

  static Attested<String> said(String words) {
    return Attested.asWritten(words, Evidence.Origin.HEADING);
  }

  static Article.Draft arabic() {
    return Article.draft(Language.ARABIC);
  }
}
