package org.qirtas.archive;

/**
 * That an item has another's text.
 *
 * @param kind how
 * @param id the other item's id
 */
public record Kinship(Kind kind, ItemId id) {
  /** How texts are akin. */
  public enum Kind {
    /** Schema.org's {@code sameAs}: the same words, in other bytes. */
    SAME_AS,
    /** Dublin Core's {@code isVersionOf}: edited, and published again. */
    VERSION_OF
  }
}
