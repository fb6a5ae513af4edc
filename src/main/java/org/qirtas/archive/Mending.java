package org.qirtas.archive;

/** Something that was put right about an item, without touching its content. */
public enum Mending {
  /** It got the inventory of its newest version, which a crash or damage had kept from it. */
  INVENTORY,
  /** The file that says that the folder is an OCFL object was written again. */
  DECLARATION,
  /** It went to the folder of its date. */
  MOVED
}
