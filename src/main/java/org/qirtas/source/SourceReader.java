package org.qirtas.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.zip.DataFormatException;
import org.jspecify.annotations.Nullable;
import org.qirtas.QirtasException;
import org.qirtas.article.Article;
import org.qirtas.article.Block;
import org.qirtas.article.Evidence.Origin;
import org.qirtas.source.letters.Blanks;
import org.qirtas.source.letters.Decoder;
import org.qirtas.source.letters.Utf8Lines;
import org.qirtas.source.pdf.KnownFonts;

/**
 * Reads files of any format that articles come in.
 *
 * <p>Reading is bounded in time and in what it may produce, whatever the input. Nothing is loaded
 * before the first file is identified. Not for use by several threads at once.
 */
public final class SourceReader implements AutoCloseable {
  /** Raised when the same bytes come to be read as another article. */
  public static final int VERSION = 3;

  private static final Duration LONGEST = Duration.ofMinutes(2);
  private static final int LARGEST_TEXT = 64 << 20;
  private static final int SAMPLE = 1 << 16;

  private final TimeLimit limit;
  private final KnownFonts fonts;
  private final Clock clock;
  private final Optional<ScanReader> scans;
  private Runnable alive = () -> {};
  private @Nullable TikaDoor door;

  /** A reader that gives each file two minutes. What is only shown it does not read. */
  public SourceReader() {
    this(new TimeLimit.Waiting(LONGEST), Clock.systemUTC(), KnownFonts.NONE, Optional.empty());
  }

  /**
   * A reader that gives each file two minutes, and each page of a scan as much; it knows fonts.
   *
   * @param fonts a folder with fonts in it or in folders of it: glyphs that a PDF does not name are
   *     told by what they look like
   * @param tesseract reads what is only shown
   */
  public SourceReader(Path fonts, Optional<Tesseract> tesseract) {
    this(new TimeLimit.Waiting(LONGEST), Clock.systemUTC(), KnownFonts.in(fonts), tesseract);
  }

  /**
   * A reader that gives each file so much time.
   *
   * @param limit how long
   * @param clock tells the day after which nothing can have been published
   * @param fonts what glyphs without a name are compared with
   * @param tesseract reads what is only shown
   */
  public SourceReader(
      TimeLimit limit, Clock clock, KnownFonts fonts, Optional<Tesseract> tesseract) {
    this.limit = limit;
    this.clock = clock;
    this.fonts = fonts;
    scans = tesseract.map(eyes -> new ScanReader(eyes, limit, () -> alive.run()));
  }

  /**
   * Has somebody know that reading goes on, where it takes longer than a file may.
   *
   * @param told is run now and then
   */
  public void whileAlive(Runnable told) {
    alive = told;
  }

  /**
   * Takes a file's digest and tells its media type, without parsing it.
   *
   * @param file the file
   * @return the file as a source
   * @throws QirtasException with {@link org.qirtas.Fault#INPUT} where it is missing, empty, a
   *     folder or unreadable
   */
  public Source identify(Path file) {
    Source bare = unread(file);
    return identify(file, bare.name(), bare.digest(), bare.size());
  }

  /**
   * {@return a source with its media type}
   *
   * @param source whose type may be known already
   */
  public Source identify(Source source) {
    return source.mediaType().equals(MediaTypes.ANY)
        ? identify(source.file(), source.name(), source.digest(), source.size())
        : source;
  }

  private Source identify(Path file, String name, Digest digest, long size) {
    String type = limit.run(name, () -> mediaType(file, name));
    return new Source(name, file, digest, size, type);
  }

  /**
   * Takes a file's digest, and looks no further: its media type stays {@code
   * application/octet-stream}.
   *
   * @param file the file
   * @return the file as a source
   * @throws QirtasException with {@link org.qirtas.Fault#INPUT} where it is missing, empty, a
   *     folder or unreadable
   */
  public static Source unread(Path file) {
    Path last = file.getFileName();
    String name = last == null ? file.toString() : last.toString();
    if (!Files.exists(file)) {
      throw Refusal.MISSING.of(name, file.toString());
    }
    if (!Files.isRegularFile(file)) {
      throw Refusal.UNREADABLE.of(name, file.toString());
    }
    try {
      long size = Files.size(file);
      if (size == 0) {
        throw Refusal.EMPTY.of(name, file.toString());
      }
      return new Source(name, file, Digest.of(file), size, MediaTypes.ANY);
    } catch (IOException e) {
      throw Refusal.UNREADABLE.of(name, e);
    }
  }

  /**
   * Opens a source that may hold several articles: ZIP, TAR, mailboxes, feeds, web archives,
   * manifests. A source that is an article is its own only part.
   *
   * @param source what {@link #identify} gave
   * @return its parts, to be closed; each can be given to {@link #read}
   */
  public Parts parts(Source source) {
    return new Parts(source, new Containers(this::mediaType), limit);
  }

  /**
   * Reads all that comes out of a source, within this process.
   *
   * @param source what {@link #unread} or {@link #identify} gave
   * @return what comes out, to be closed; each part is read when that is asked for
   * @throws QirtasException with {@link org.qirtas.Fault#INPUT} where not even its kind can be told
   */
  public Deliveries deliveries(Source source) {
    return new HereAndNow(this, identify(source));
  }

  /**
   * Reads the article out of a source.
   *
   * @param source what {@link #identify} gave
   * @return the article and its pictures
   * @throws QirtasException with {@link org.qirtas.Fault#INPUT} where it is corrupt, encrypted, too
   *     large, takes too long or is of no known format
   */
  public Reading read(Source source) {
    Reading reading = limit.run(source.name(), () -> reading(source, this::sift));
    return scans.isPresent() && reading.article().isWithoutText() && isShown(source)
        ? recognised(source, reading, scans.get())
        : reading;
  }

  private Article sift(Matter matter) {
    return Sifter.sift(matter, LocalDate.now(clock));
  }

  /** Reads what a source only shows; what it says besides, such as its properties, still holds. */
  private Reading recognised(Source source, Reading unread, ScanReader eyes) {
    Optional<ScanReader.Script> script;
    try {
      script = eyes.read(source);
    } catch (IOException e) {
      throw Refusal.UNREADABLE.of(source.name(), e);
    }
    if (script.isEmpty()) {
      return unread;
    }
    if (script.get().text().isEmpty()) {
      Article blank = unread.article().revise().recognition(script.get().recognition()).finish();
      return unread.with(blank);
    }
    return limit.run(
        source.name(),
        () ->
            reading(
                source,
                script.get().text(),
                matter -> sift(matter).revise().recognition(script.get().recognition()).finish()));
  }

  private static boolean isShown(Source source) {
    Format format = Format.of(source.mediaType());
    return format == Format.PDF || format == Format.PICTURE;
  }

  /**
   * Reads a source as a typesetter gets it: of plain text every line is printed as it is written,
   * and only {@code # } marks the title and headings. Other formats are read as by {@link #read}.
   *
   * @param source what {@link #identify} gave
   * @return the article and its pictures
   * @throws QirtasException as {@link #read} does
   */
  public Reading manuscript(Source source) {
    return Format.of(source.mediaType()) != Format.TEXT
        ? read(source)
        : limit.run(
            source.name(),
            () -> new Reading(source, Sifter.asWritten(asWritten(source)), Empty.PICTURES));
  }

  private static Matter asWritten(Source source) throws IOException {
    refuseTooLarge(source);
    Optional<Matter> plain = Utf8Lines.read(source.file(), new TextReader.Manuscript());
    return plain.isPresent() ? plain.get() : TextReader.manuscript(text(source));
  }

  @Override
  public void close() {
    limit.close();
  }

  private Reading reading(Source source, Function<Matter, Article> sieve)
      throws IOException, DataFormatException {
    Matter matter = matter(source);
    boolean blank = matter.pictures().isEmpty() && Blanks.blank(Block.textOf(matter.blocks()));
    if (blank && isShown(source)) {
      if (Format.of(source.mediaType()) == Format.PDF && !Scan.shows(source)) {
        throw Refusal.EMPTY.of(source.name(), source.mediaType());
      }
      matter.claims().title(Origin.FILE_NAME, source.name());
    } else if (blank && matter.claims().titles().isEmpty()) {
      throw Refusal.EMPTY.of(source.name(), source.mediaType());
    }
    return reading(source, matter, sieve);
  }

  private Reading reading(Source source, String text, Function<Matter, Article> sieve)
      throws IOException, DataFormatException {
    Matter read = TextReader.read(text);
    Claims claims = matter(source).claims();
    read.claims().titles().forEach(title -> claims.title(title.evidence().origin(), title.value()));
    return reading(source, Matter.of(read.blocks(), claims), sieve);
  }

  private Reading reading(Source source, Matter matter, Function<Matter, Article> sieve) {
    var hints = new Hints(source);
    hints.claim(matter.claims());
    FileDates.inName(source.name()).ifPresent(day -> matter.claims().date(Origin.FILE_NAME, day));
    return new Reading(
        source,
        hints.overrule(dated(source, sieve.apply(matter))),
        matter.pictures(),
        matter.attachments());
  }

  private static Article dated(Source source, Article article) {
    Article.Draft draft = article.revise();
    if (article.date().isEmpty() && source.within().isEmpty()) {
      FileDates.written(source).ifPresent(draft::otherDate);
    }
    return draft.finish();
  }

  private Matter matter(Source source) throws IOException, DataFormatException {
    return matter(source, new Hints(source).charset());
  }

  private Matter matter(Source source, Optional<Charset> charset)
      throws IOException, DataFormatException {
    return switch (Format.of(source.mediaType())) {
      case TEXT -> TextReader.read(Decoder.decode(bytes(source), charset).text());
      case HTML -> HtmlReader.read(bytes(source), charset);
      case WORD -> WordReader.read(source);
      case ODT -> OdtReader.read(source);
      case EPUB -> EpubReader.read(source);
      case MAIL -> MailReader.read(source);
      case MHTML -> MailReader.page(source);
      case MSG -> MsgReader.read(source);
      case MARKDOWN -> MarkdownReader.read(Decoder.decode(bytes(source), charset).text());
      case TEI -> TeiReader.read(bytes(source));
      case TREC -> TrecReader.read(text(source));
      case FEED -> FeedReader.read(bytes(source));
      case JSON_LD -> JsonLdReader.read(bytes(source));
      case ARCHIVED_PAGE -> ArchivedPage.read(source, this::matter);
      case PDF -> PdfReader.read(source, fonts);
      case PICTURE -> picture(source);
      case DOC -> DocReader.read(door(), source);
      case RTF -> RtfReader.read(door(), source);
      case OFFICE -> TikaReader.office(door(), source);
      case UNKNOWN -> throw Refusal.UNKNOWN.of(source.name(), source.mediaType());
      case ENCRYPTED -> throw Refusal.ENCRYPTED.of(source.name(), source.mediaType());
    };
  }

  /** Nothing is read off it here; that it is a picture must be so. */
  private static Matter picture(Source source) throws IOException {
    Scan.check(source);
    return Matter.of(List.of(), new Claims());
  }

  private static String text(Source source) throws IOException {
    return Decoder.decode(bytes(source), Optional.empty()).text();
  }

  private static byte[] bytes(Source source) throws IOException {
    refuseTooLarge(source);
    return Files.readAllBytes(source.file());
  }

  private static void refuseTooLarge(Source source) {
    if (source.size() > LARGEST_TEXT) {
      throw Refusal.TOOLARGE.of(source.name(), (source.size() >> 20) + " MB");
    }
  }

  private String mediaType(Path file, String name) throws IOException {
    byte[] start;
    try (InputStream in = Files.newInputStream(file)) {
      start = in.readNBytes(SAMPLE);
    }
    Optional<String> signed = MediaTypes.signed(start);
    if (signed.isPresent()) {
      return signed.get();
    }
    String type = door().detect(file, name);
    // Charsets that Tika does not know look like noise to it.
    boolean text = type.equals(MediaTypes.ANY) && Decoder.readsAsText(start);
    return MediaTypes.refine(text ? "text/plain" : type, name, start);
  }

  private TikaDoor door() {
    TikaDoor open = door;
    if (open == null) {
      open = new TikaDoor();
      door = open;
    }
    return open;
  }

  /** Where a format has no pictures. */
  private static final class Empty {
    static final SortedMap<String, byte[]> PICTURES =
        java.util.Collections.unmodifiableSortedMap(new java.util.TreeMap<>());
  }
}
