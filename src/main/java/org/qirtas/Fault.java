package org.qirtas;

/** What kind of thing went wrong, for whoever must decide what becomes of the run. */
public enum Fault {
  /** The command line or a profile asks for what cannot be asked for. */
  USAGE,
  /** One input could not be read or understood; the others are not touched by it. */
  INPUT,
  /** Something stored is not as it was written. */
  DAMAGE,
  /** The archive is held by another process, or its folder cannot be read or written. */
  ARCHIVE,
  /** The result could not be written. */
  OUTPUT
}
