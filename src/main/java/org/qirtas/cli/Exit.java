package org.qirtas.cli;

import org.qirtas.Fault;

/** How a run ended, as the shell is told. */
enum Exit {
  DONE(0),
  SOME_FAILED(1),
  USAGE(2),
  DAMAGE(3),
  ARCHIVE(4),
  /** EX_SOFTWARE of BSD's sysexits. */
  BUG(70);

  private final int code;

  Exit(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }

  static Exit of(Fault fault) {
    return switch (fault) {
      case USAGE -> USAGE;
      case INPUT, OUTPUT -> SOME_FAILED;
      case DAMAGE -> DAMAGE;
      case ARCHIVE -> ARCHIVE;
    };
  }
}
