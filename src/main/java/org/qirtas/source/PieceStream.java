package org.qirtas.source;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** A container's pieces, one after the other, in the order in which they lie in it. */
interface PieceStream extends AutoCloseable {
  /** The next piece; the one before need not have been read. */
  Optional<Piece> next() throws IOException;

  /** What was passed over on the way, each kind once. */
  default List<PassedOver> passedOver() {
    return List.of();
  }

  @Override
  void close() throws IOException;

  /** A stream of pieces that are known at once. */
  static PieceStream of(List<Piece> pieces) {
    Iterator<Piece> left = pieces.iterator();
    return new PieceStream() {
      @Override
      public Optional<Piece> next() {
        return left.hasNext() ? Optional.of(left.next()) : Optional.empty();
      }

      @Override
      public void close() {
        // Nothing is open.
      }
    };
  }
}
