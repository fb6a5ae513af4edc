package org.qirtas.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcTargetRecord;
import org.qirtas.article.Evidence.Origin;

/**
 * A web archive (WARC 1.0 and 1.1, ISO 28500; ARC): each page that was fetched with success is a
 * piece, its record as it lies there, still packed where it is, and so itself a web archive of one
 * record. Pictures, scripts, requests and what failed are no articles and stay where they are.
 */
final class WarcPieces implements PieceStream {
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
            .map(Hint::words)
            .collect(Collectors.toSet());
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
    var reader = new WarcReader(file);
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
      boolean wanted =
          pages.isEmpty() || page.filter(it -> pages.contains(it.address())).isPresent();
      if (page.isPresent() && wanted) {
        long to = end();
        return Optional.of(
            piece((WarcTargetRecord) record.get(), page.get(), record.get().position(), to));
      }
      if (page.isPresent()) {
        passed.add(PassedOver.Kind.UNLISTED);
      } else {
        ArchivedPage.passedOver(record.get()).ifPresent(passed::add);
      }
    }
    throw damage.get();
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

  private Piece piece(WarcTargetRecord record, ArchivedPage page, long from, long to) {
    count++;
    String packed = reader.compression() == WarcCompression.GZIP ? ".warc.gz" : ".warc";
    String path = record.target().replaceFirst("[?#].*$", "").replaceFirst("^[a-z]+://[^/]*", "");
    String stem =
        Folders.last(path.isBlank() ? "index" : path).replaceFirst("\\.[A-Za-z]{2,5}$", "");
    var hints =
        new ArrayList<>(List.of(new Hint(Hint.Field.ADDRESS, record.target(), Origin.TEXT_RECORD)));
    page.captured()
        .ifPresent(at -> hints.add(new Hint(Hint.Field.CAPTURED, at, Origin.TEXT_RECORD)));
    return new Piece(
        (stem.equals("part") ? "index" : stem) + packed,
        "record " + count + " " + record.target(),
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
