package org.qirtas.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.qirtas.Fault;
import org.qirtas.QirtasException;
import org.qirtas.archive.Archive;
import org.qirtas.archive.ArchiveItem;
import org.qirtas.article.Article;
import org.qirtas.article.Block;
import org.qirtas.compose.Book;
import org.qirtas.compose.Composer;
import org.qirtas.compose.FirstFit;
import org.qirtas.compose.LineBreaker;
import org.qirtas.compose.Notice;
import org.qirtas.compose.OptimumFit;
import org.qirtas.compose.Page;
import org.qirtas.compose.PageItem;
import org.qirtas.compose.Picture;
import org.qirtas.font.FontShelf;
import org.qirtas.measure.Length;
import org.qirtas.pdf.Attachment;
import org.qirtas.pdf.Colophon;
import org.qirtas.pdf.Edition;
import org.qirtas.pdf.PageMarks;
import org.qirtas.pdf.PdfMaster;
import org.qirtas.pdf.PressRun;
import org.qirtas.profile.PrintProfile;
import org.qirtas.profile.PrinterMark;

/**
 * Brings fonts, composer and PDF together: one article in, one file out. To be closed.
 *
 * <p>A file appears whole or not at all: it is written aside and renamed.
 */
final class Printing implements AutoCloseable {
  private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

  /** So many pages of a book are written between two collections. */
  private static final int PAGES_A_COLLECTION = 500;

  private final Edition edition;
  private final Composer composer;
  private final PrintProfile profile;
  private final PressRun run;
  private final Set<Notice> notices = Collections.synchronizedSet(new LinkedHashSet<>());

  /**
   * A press for one profile.
   *
   * @param explained whether it shall be known afterwards why lines broke as they did
   */
  Printing(PrintProfile profile, FontShelf shelf, PrintOptions options, boolean explained) {
    this(profile, shelf, options.edition(), options.run(profile), explained, PROCESSORS);
  }

  /** The same for the usual press, without marks. */
  Printing(PrintProfile profile, FontShelf shelf, Edition edition, boolean explained) {
    this(profile, shelf, edition, PressRun.usual(), explained, PROCESSORS);
  }

  /**
   * The same with so many threads at work.
   *
   * @param threads how many set an article's blocks
   */
  Printing(
      PrintProfile profile,
      FontShelf shelf,
      Edition edition,
      PressRun run,
      boolean explained,
      int threads) {
    this.edition = edition;
    this.profile = profile;
    this.run = run;
    LineBreaker breaker =
        switch (profile.lines().breaking()) {
          case OPTIMAL -> new OptimumFit(explained);
          case FIRST_FIT -> new FirstFit();
        };
    this.composer = new Composer(profile, shelf, breaker, threads);
  }

  /** {@return how pages look} */
  PrintProfile profile() {
    return profile;
  }

  /** {@return the shelf of fonts, which stands beside the launcher} */
  static FontShelf shelf() {
    return FontShelf.open(fontFolder());
  }

  /** {@return the folder of that shelf} */
  static Path fontFolder() {
    return Path.of(System.getProperty("qirtas.home", "."), "fonts");
  }

  /**
   * What is to be printed.
   *
   * @param picture gives a picture's bytes by the name that the article calls it by
   */
  record Order(
      Article article,
      Colophon colophon,
      Function<String, Optional<byte[]>> picture,
      Optional<Attachment> original) {}

  /**
   * {@return what is printed of an item}
   *
   * @throws QirtasException {@code INPUT} where nothing could be read from it
   */
  static Order order(Archive archive, ArchiveItem item) {
    Article article =
        archive
            .article(item)
            .orElseThrow(() ->
                new QirtasException(
                    Fault.INPUT, "item.quarantined", item.path(), item.cause().orElse("")));
    return new Order(
        article,
        Colophons.of(article, item.slug(), item.created()),
        name -> archive.picture(item, name),
        Optional.of(
            new Attachment(
                item.origin().name(), item.origin().mediaType(), archive.original(item))));
  }

  /** Prints to a file; {@code pages} sees each page as it is made. */
  void print(Order order, Path file, Consumer<Page> pages) {
    toFile(file, out -> print(order, out, pages));
  }

  /** Prints a book to a file; {@code pages} sees each page as it is made. */
  void print(Book book, Colophon colophon, Path file, Consumer<Page> pages) {
    toFile(
        file,
        out -> {
          try (var master = new PdfMaster(colophon, edition, run, out)) {
            composer.compose(book, new Printer(master, colophon, pages));
            master.finish();
          } catch (UncheckedIOException e) {
            throw e.getCause();
          }
        });
  }

  /** Prints the cover that goes around a book to a file. */
  void printCover(Book book, Colophon colophon, Length spine, Path file) {
    Page sheet = composer.coverSheet(book, spine);
    toFile(
        file,
        out -> {
          try (var master = new PdfMaster(colophon, edition, run, out)) {
            new Printer(master, colophon, _ -> {}).accept(sheet);
            master.finish();
          } catch (UncheckedIOException e) {
            throw e.getCause();
          }
        });
  }

  /** Writes what a file shall hold. */
  interface Writing {
    void write(OutputStream out) throws IOException;
  }

  /** A file appears whole or not at all. */
  static void toFile(Path file, Writing writing) {
    Path folder = file.toAbsolutePath().getParent();
    Path aside = null;
    try {
      Files.createDirectories(folder);
      aside = Files.createTempFile(folder, ".qirtas-", ".pdf");
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(aside))) {
        writing.write(out);
      }
      // A temporary file is its maker's alone; a PDF is for others to read.
      aside.toFile().setReadable(true, false);
      Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new QirtasException(e, Fault.OUTPUT, "output.unwritable", file);
    } finally {
      if (aside != null) {
        aside.toFile().delete();
      }
    }
  }

  /** Prints to a stream, which is not closed. */
  void print(Order order, OutputStream out, Consumer<Page> pages) throws IOException {
    try (var master = new PdfMaster(order.colophon(), edition, run, out)) {
      composer.compose(
          order.article(), pictures(order), new Printer(master, order.colophon(), pages));
      if (order.original().isPresent()) {
        master.attach(order.original().get());
      }
      master.finish();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Takes pages as they are made: a line for the printer is put to them, and they are written. */
  private final class Printer implements Consumer<Page> {
    private final PdfMaster master;
    private final Colophon colophon;
    private final Consumer<Page> pages;
    private final SlugLine slug;
    private int written;

    Printer(PdfMaster master, Colophon colophon, Consumer<Page> pages) {
      this.master = master;
      this.colophon = colophon;
      this.pages = pages;
      this.slug = new SlugLine(colophon, run);
    }

    @Override
    public void accept(Page made) {
      boolean slugged = edition == Edition.PRINT && run.marks().contains(PrinterMark.SLUG);
      Page page =
          slugged
              ? composer.slugged(
                  made, slug.words(made), colophon.language(), PageMarks.slugLine(made))
              : made;
      pages.accept(page);
      if (edition == Edition.PRINT) {
        tellCoarse(page);
      }
      try {
        master.add(page);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      if (++written % PAGES_A_COLLECTION == 0) {
        // The serial collector would sooner let what is dead fill the whole heap that it may have.
        Runtime.getRuntime().gc();
      }
    }
  }

  /** A press shows the dots of a picture that has too few where it is printed. */
  private void tellCoarse(Page page) {
    for (PageItem item : page.upright()) {
      if (item instanceof PageItem.Picture shown) {
        double inches = shown.extent().width().inPoints() / 72;
        long dpi = Math.round(shown.picture().columns() / inches);
        if (dpi < profile.pictures().leastDpi()) {
          notices.add(
              new Notice(
                  "compose.picture-coarse",
                  List.of(
                      shown.picture().name(),
                      String.valueOf(dpi),
                      String.valueOf(profile.pictures().leastDpi()),
                      page.label())));
        }
      }
    }
  }

  /** An article's pictures, by the names that it calls them by. Any thread's. */
  Map<String, Picture> pictures(Order order) {
    var pictures = new TreeMap<String, Picture>();
    collect(order.article().body(), order, pictures);
    return pictures;
  }

  private void collect(List<Block> blocks, Order order, Map<String, Picture> pictures) {
    for (Block block : blocks) {
      switch (block) {
        case Block.Figure figure -> picture(figure.picture(), order, pictures);
        case Block.Quotation quotation -> collect(quotation.blocks(), order, pictures);
        case Block.ItemList list -> list.items().forEach(item -> collect(item, order, pictures));
        case Block.Table table ->
            table
                .rows()
                .forEach(
                    row -> row.cells().forEach(cell -> collect(cell.blocks(), order, pictures)));
        case Block.Footnote note -> collect(note.blocks(), order, pictures);
        case Block.Heading _, Block.Paragraph _, Block.Verse _ -> {}
      }
    }
  }

  /** A picture is looked at once, however often the article shows it. */
  private void picture(String name, Order order, Map<String, Picture> pictures) {
    if (name.isEmpty() || pictures.containsKey(name)) {
      return;
    }
    Optional<byte[]> bytes = order.picture().apply(name);
    if (bytes.isEmpty()) {
      notices.add(new Notice("compose.picture-absent", List.of(name)));
    }
    bytes
        .flatMap(found -> Picture.read(name, found, notices::add))
        .ifPresent(picture -> pictures.put(name, picture));
  }

  /** What could not be set as it should be since this was last asked. */
  List<Notice> takeNotices() {
    var all = new ArrayList<>(notices);
    all.addAll(composer.takeNotices());
    notices.clear();
    return all;
  }

  @Override
  public void close() {
    composer.close();
  }
}
