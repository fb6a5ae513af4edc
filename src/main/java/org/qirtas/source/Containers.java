package org.qirtas.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Tells which sources hold others, and opens them. */
final class Containers {
  /** Tells a file's media type by its content and its name. */
  interface Recognition {
    String mediaType(Path file, String name) throws IOException;
  }

  private final Recognition recognition;

  Containers(Recognition recognition) {
    this.recognition = recognition;
  }

  String mediaType(Path file, String name) throws IOException {
    return recognition.mediaType(file, name);
  }

  /**
   * The pieces of a container; empty where the source is an article itself.
   *
   * @throws org.qirtas.QirtasException where it is a container that cannot be opened
   */
  Optional<PieceStream> open(Source source) throws IOException {
    return switch (source.mediaType()) {
      case MediaTypes.ZIP -> Optional.of(new ZipPieces(source));
      case MediaTypes.TAR, MediaTypes.GZIP, MediaTypes.BZIP2, MediaTypes.XZ ->
          Optional.of(Unpacking.of(source));
      case MediaTypes.MBOX -> Optional.of(new MboxPieces(source));
      case MediaTypes.MANIFEST -> Optional.of(Manifest.pieces(source));
      case MediaTypes.WARC -> Optional.of(WarcPieces.open(source));
      case MediaTypes.WACZ -> Optional.of(new WaczPieces(source));
      case MediaTypes.RSS, MediaTypes.ATOM -> FeedPieces.open(source);
      case MediaTypes.TREC -> TrecReader.pieces(source);
      case MediaTypes.TEI -> TeiPieces.open(source);
      case MediaTypes.JSON_LD -> JsonLdReader.pieces(source);
      default -> Optional.empty();
    };
  }
}
