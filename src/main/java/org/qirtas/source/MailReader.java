package org.qirtas.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.apache.james.mime4j.util.ByteSequence;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.qirtas.article.Attested;
import org.qirtas.article.Block;
import org.qirtas.article.Evidence.Origin;
import org.qirtas.article.Flow;
import org.qirtas.source.letters.Blanks;
import org.qirtas.source.letters.CharsetLabel;
import org.qirtas.source.letters.Decoder;

/**
 * Reads a mail: its head, and its body as HTML where it has one. The MIME parser is Tika's own, but
 * asked directly: through Tika the date comes out shifted to UTC, and a part's charset is guessed
 * although the mail names it.
 */
final class MailReader {
  private static final int MOST_PARTS = 2000;

  /** Of mails within mails. */
  private static final int DEEPEST = 8;

  private final PictureShelf shelf;
  private final Map<String, String> pictures = new TreeMap<>();
  private final Claims claims = new Claims();
  private Optional<String> html = Optional.empty();
  private Optional<String> text = Optional.empty();
  private final Attachments attachments;
  private final List<MailReader> inner = new ArrayList<>();
  private final List<Block> unpacked = new ArrayList<>();
  private String contentId = "";
  private String location = "";
  private String fileName = "";
  private boolean attached;
  private boolean ofPart;
  private final int depth;

  private MailReader(PictureShelf shelf) {
    this(shelf, new Attachments(), 1);
  }

  private MailReader(PictureShelf shelf, Attachments attachments, int depth) {
    this.shelf = shelf;
    this.attachments = attachments;
    this.depth = depth;
  }

  static Matter read(Source source) throws IOException {
    var reader = new MailReader(new PictureShelf());
    reader.parse(source);
    return reader.matter();
  }

  /** A page that was saved with all that belongs to it (RFC 2557), read as a page. */
  static Matter page(Source source) throws IOException {
    var reader = new MailReader(new PictureShelf());
    reader.parse(source);
    if (reader.html.isEmpty()) {
      return reader.matter();
    }
    Matter page = HtmlReader.read(reader.html.get(), reader.shelf, reader::picture);
    reader.claims.addresses().forEach(page.claims()::address);
    if (page.claims().titles().isEmpty()) {
      reader
          .claims
          .titles()
          .forEach(title -> page.claims().title(Origin.META_ELEMENT, title.value()));
    }
    return page;
  }

  /** The text of a saved page that lies in another document. */
  static List<Block> inside(byte[] page, PictureShelf shelf) throws IOException {
    var reader = new MailReader(shelf);
    try {
      reader.parse(new ByteArrayInputStream(page));
    } catch (MimeException _) {
      // What came before is good.
    }
    return reader.matter().blocks();
  }

  private void parse(Source source) throws IOException {
    try (InputStream in = Files.newInputStream(source.file())) {
      parse(in);
    } catch (MimeException e) {
      throw Refusal.CORRUPT.of(source.name(), e);
    }
  }

  private void parse(InputStream in) throws IOException, MimeException {
    var stream =
        new MimeTokenStream(
            MimeConfig.custom()
                .setMaxLineLen(-1)
                .setMaxHeaderLen(200_000)
                .setMaxHeaderCount(5000)
                .build());
    stream.setRecursionMode(RecursionMode.M_NO_RECURSE);
    stream.parse(in);
    int parts = 0;
    ofPart = false;
    for (EntityState state = stream.getState();
        state != EntityState.T_END_OF_STREAM;
        state = stream.next()) {
      switch (state) {
        case T_START_MESSAGE, T_START_BODYPART -> ofPart = state == EntityState.T_START_BODYPART;
        case T_START_HEADER -> {
          contentId = "";
          location = "";
          fileName = "";
          attached = false;
        }
        case T_FIELD -> field(stream.getField());
        case T_BODY -> {
          parts++;
          if (parts > MOST_PARTS) {
            throw new MimeException("more than " + MOST_PARTS + " parts");
          }
          body(stream);
        }
        default -> {}
      }
    }
  }

  private void field(Field field) {
    String words = decoded(field);
    String name = field.getName().toLowerCase(java.util.Locale.ROOT);
    switch (name) {
      case "content-id" -> contentId = words.replaceAll("[<>\\s]", "");
      case "content-location" -> location = words;
      case "snapshot-content-location" -> claims.address(words);
      case "content-disposition" -> {
        attached = words.toLowerCase(java.util.Locale.ROOT).startsWith("attachment");
        fileName = Attachments.fileName(field).orElse(fileName);
      }
      case "content-type" -> {
        fileName = fileName.isEmpty() ? Attachments.fileName(field).orElse("") : fileName;
      }
      default -> {
        // The head of a part says nothing of the whole.
        if (!ofPart) {
          head(name, words);
        }
      }
    }
  }

  private void head(String name, String words) {
    switch (name) {
      case "date" ->
          claims.date(Origin.MAIL_HEADER, words.replaceFirst("\\s*\\([^)]*\\)\\s*$", ""));
      case "subject" -> claims.title(Origin.MAIL_HEADER, MailText.subject(words));
      case "from" -> from(words);
      case "content-language" -> claims.language(words);
      case "list-id", "organization" -> claims.publisher(words);
      default -> {}
    }
  }

  private void from(String words) {
    String name = words.replaceFirst("\\s*<[^>]*>\\s*$", "").replaceAll("^\"|\"$", "");
    claims.author(Origin.MAIL_HEADER, name.isBlank() ? words.replaceAll("[<>]", "") : name);
  }

  private static String decoded(Field field) {
    // Some programs write letters into the head as they are, in whatever charset their text is.
    @Nullable ByteSequence raw = field.getRaw();
    String plain = field.getBody();
    if (raw != null) {
      String line = Decoder.decode(raw.toByteArray(), Optional.empty()).text();
      plain = line.substring(line.indexOf(':') + 1);
    }
    return Blanks.collapse(DecoderUtil.decodeEncodedWords(plain, DecodeMonitor.SILENT));
  }

  private void body(MimeTokenStream stream) throws IOException {
    BodyDescriptor part = stream.getBodyDescriptor();
    String type = part.getMimeType().toLowerCase(java.util.Locale.ROOT);
    boolean first =
        type.equals("text/html") ? html.isEmpty() : type.equals("text/plain") && text.isEmpty();
    boolean wanted = first && !attached;
    boolean shown = type.startsWith("image/") && !(contentId + location).isEmpty();
    if (type.equals("message/rfc822") && depth < DEEPEST) {
      within(bytes(stream));
    } else if (Winmail.is(type, fileName)) {
      unpacked.addAll(Winmail.unpack(bytes(stream), shelf, attachments));
    } else if (shown) {
      byte[] bytes = bytes(stream);
      Optional<String> name = shelf.put(bytes);
      name.ifPresent(known -> pictures.put(contentId, known));
      name.ifPresent(known -> pictures.put(location, known));
    } else if (attached || (!wanted && !fileName.isEmpty())) {
      attachments.put(fileName, type, bytes(stream));
    } else if (wanted && type.equals("text/html")) {
      byte[] bytes = bytes(stream);
      if (!location.isEmpty()) {
        claims.address(location);
      }
      html =
          Optional.of(
              Decoder.decode(bytes, charset(part.getCharset()).or(() -> HtmlReader.label(bytes)))
                  .text());
    } else if (wanted) {
      text = Optional.of(Decoder.decode(bytes(stream), charset(part.getCharset())).text());
    }
  }

  /** A mail that came along in this one. */
  private void within(byte[] mail) throws IOException {
    var reader = new MailReader(shelf, attachments, depth + 1);
    try {
      reader.parse(new ByteArrayInputStream(mail));
    } catch (MimeException _) {
      // What came before is good.
    }
    inner.add(reader);
  }

  /** Its words, below a line that says whose they are. */
  private Block quoted() {
    var blocks = new ArrayList<Block>();
    String head =
        Stream.of(claims.titles(), claims.authors(), claims.dates())
            .flatMap(said -> said.stream().limit(1))
            .map(Attested::value)
            .collect(Collectors.joining(" – "));
    if (!head.isEmpty()) {
      blocks.add(Block.Paragraph.of(head));
    }
    blocks.addAll(blocks());
    return new Block.Quotation(blocks, Flow.UNMARKED);
  }

  private static byte[] bytes(MimeTokenStream stream) throws IOException {
    try (InputStream in = stream.getDecodedInputStream()) {
      return in.readNBytes(64 << 20);
    }
  }

  private static Optional<Charset> charset(@Nullable String name) {
    // US-ASCII is what a mail says that says nothing.
    return name == null || name.equalsIgnoreCase("us-ascii")
        ? Optional.empty()
        : CharsetLabel.named(name);
  }

  private Matter matter() {
    return new Matter(
        blocks(),
        claims,
        List.of(),
        pageText().isPresent() ? List.of() : MailText.signatures(text.orElse("")),
        shelf.pictures(),
        attachments.kept());
  }

  /** The page that the mail is, where it shows any words. */
  private Optional<Document> pageText() {
    return html.map(Jsoup::parse).filter(page -> !Blanks.blank(page.text()));
  }

  private List<Block> blocks() {
    Optional<Document> page = pageText();
    page.map(shown -> shown.select("html").attr("lang")).ifPresent(claims::language);
    List<Block> own =
        page.map(shown -> HtmlBlocks.of(shown.body(), this::picture))
            .orElseGet(() -> MailText.blocks(MailText.unsigned(text.orElse(""))));
    List<Block> said = own.isEmpty() ? unpacked : own;
    // A mail that hands another one on and says nothing is that one.
    return said.isEmpty() && inner.size() == 1
        ? inner.getFirst().blocks()
        : Stream.concat(said.stream(), inner.stream().map(MailReader::quoted)).toList();
  }

  /** A picture that came along: by its id or by its address. */
  private Optional<String> picture(Element image) {
    String src = image.attr("src");
    String name = src.startsWith("cid:") ? src.substring(4) : src;
    String absolute = image.absUrl("src");
    return Optional.ofNullable(pictures.get(name))
        .or(() -> Optional.ofNullable(pictures.get(absolute)))
        .or(() ->
            src.startsWith("cid:") ? Optional.empty() : HtmlBlocks.pictures(shelf).apply(image));
  }
}
