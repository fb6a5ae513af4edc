package org.qirtas.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.qirtas.article.Evidence.Origin;

/**
 * A web archive (WARC 1.0 and 1.1, ISO 28500; ARC): each page that was fetched with success is a
 * piece, its record as it lies there, still packed where it is, and so itself a web archive of one
 * record. Pictures, scripts, requests and what failed are no articles and stay where they are.
 */
final class WarcPieces implements PieceStream {
  private static final int HEAD = 1 << 12;

  private final Source source;
  private final WarcReader reader;
  private Optional<WarcRecord> waiting = Optional.empty();
  private Optional<IOException> damage = Optional.empty();
  private final Set<String> pages;
  private final Counted passed = new Counted();
  private int count;

  private WarcPieces(Source source, WarcReader reader) {
    this.source = source;
    this.reader = reader;
    this.pages =
        source.hints().stream()
            .filter(hint -> hint.field() == Hint.Field.PAGE)
            .map(hint -> bare(hint.words()))
            .collect(Collectors.toCollection(HashSet::new));
  }

  static PieceStream open(Source source) throws IOException {
    return packedAsAWhole(source)
        ? PieceStream.of(List.of(Unpacking.packed(source)))
        : new WarcPieces(source, reader(source.file()));
  }

  /** Records can be cut out of a packed file only where each is packed by itself, as it should. */
  private static boolean packedAsAWhole(Source source) throws IOException {
    try (WarcReader reader = reader(source.file())) {
      // Where the whole file is one stretch of packing, every record seems to begin at its end.
      if (reader.compression() != WarcCompression.GZIP) {
        return false;
      }
      long before = -1;
      for (Optional<WarcRecord> record = reader.next();
          record.isPresent() && before <= 0;
          record = reader.next()) {
        long at = record.get().position();
        if (at <= before || (at > 0 && at >= source.size())) {
          return true;
        }
        before = at;
      }
      return false;
    }
  }

  static WarcReader reader(Path file) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file));
    in.mark(HEAD);
    boolean arc = ArcHeads.begin(in.readNBytes(HEAD));
    if (!arc) {
      in.close();
    } else {
      in.reset();
    }
    var reader = arc ? new WarcReader(new ArcHeads(in)) : new WarcReader(file);
    // Addresses with blanks and heads without a colon are common, and no reason to lose a page.
    reader.setLenient(true);
    return reader;
  }

  @Override
  public Optional<Piece> next() throws IOException {
    while (damage.isEmpty()) {
      Optional<WarcRecord> record = waiting.isPresent() ? waiting : reader.next();
      waiting = Optional.empty();
      if (record.isEmpty()) {
        return Optional.empty();
      }
      Optional<ArchivedPage> page = ArchivedPage.head(record.get());
      if (page.isEmpty()) {
        ArchivedPage.moved(record.get()).filter(move -> listed(move.from())).ifPresent(this::list);
        ArchivedPage.passedOver(record.get()).ifPresent(passed::add);
      } else if (!listed(page.get().address())) {
        passed.add(PassedOver.Kind.UNLISTED);
      } else if (page.get().lists()) {
        passed.add(PassedOver.Kind.INDEX);
      } else {
        long from = record.get().position();
        return Optional.of(piece(page.get(), from, end()));
      }
    }
    throw damage.get();
  }

  private boolean listed(String address) {
    return pages.isEmpty() || pages.contains(bare(address));
  }

  /** What a listed page moved to is listed, too: the list names what its readers asked for. */
  private void list(ArchivedPage.Move move) {
    if (!pages.isEmpty()) {
      pages.add(bare(move.to()));
    }
  }

  /** An address as others may write it, too: decoded, without a place within the page. */
  private static String bare(String address) {
    String page = ArcHeads.address(address).replaceFirst("#.*$", "");
    try {
      return URLDecoder.decode(page.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return page;
    }
  }

  /** Where the record that the reader stands at ends. */
  private long end() {
    try {
      waiting = reader.next();
    } catch (IOException e) {
      // The page before is as good as it is; what comes behind it is not.
      damage = Optional.of(e);
    }
    return waiting.map(WarcRecord::position).orElse(source.size());
  }

  private Piece piece(ArchivedPage page, long from, long to) {
    count++;
    String packed = reader.compression() == WarcCompression.GZIP ? ".warc.gz" : ".warc";
    String path = page.address().replaceFirst("[?#].*$", "").replaceFirst("^[a-z]+://[^/]*", "");
    String stem =
        Folders.last(path.isBlank() ? "index" : path).replaceFirst("\\.[A-Za-z]{2,5}$", "");
    var hints =
        new ArrayList<>(List.of(new Hint(Hint.Field.ADDRESS, page.address(), Origin.TEXT_RECORD)));
    page.captured()
        .ifPresent(at -> hints.add(new Hint(Hint.Field.CAPTURED, at, Origin.TEXT_RECORD)));
    return new Piece(
        (stem.equals("part") ? "index" : stem) + packed,
        "record " + count + " " + page.address(),
        Optional.of(MediaTypes.WARC),
        hints,
        new Piece.Content.Stretch(source.file(), from, to));
  }

  @Override
  public List<PassedOver> passedOver() {
    return passed.all();
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
