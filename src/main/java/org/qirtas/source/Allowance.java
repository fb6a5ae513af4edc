package org.qirtas.source;

/**
 * How much may come out of one container and all that lies in it. A text packs to a tenth, at best
 * to a fiftieth; what grows beyond that is a bomb.
 */
final class Allowance {
  static final int DEEPEST = 5;
  private static final int MOST_PIECES = 5_000_000;
  private static final long LARGEST_PIECE = 1L << 30;
  private static final long ALWAYS = 2L << 30;
  private static final long GROWTH = 50;
  private static final long SMALL = 64L << 20;
  private static final long PIECE_GROWTH = 200;

  private long left;
  private int pieces;

  /** What a container of that many bytes may hold. */
  Allowance(long size) {
    left = Math.max(ALWAYS, size * GROWTH);
  }

  /** Whether a piece may be as large as that, {@code packed} being its size in the container. */
  boolean permits(long unpacked, long packed) {
    boolean bomb = packed >= 0 && unpacked > SMALL && unpacked / PIECE_GROWTH > packed;
    return !bomb && unpacked <= LARGEST_PIECE && unpacked <= left;
  }

  /** Takes a piece off what is left; whether that was still there. */
  boolean take(long bytes) {
    left -= bytes;
    pieces++;
    return left >= 0 && pieces <= MOST_PIECES;
  }
}
