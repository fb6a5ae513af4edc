package org.qirtas.catalog;

/** The order that hits come in; equal ones follow by id, so that the order is always the same. */
public enum Order {
  /** Newest first, undated last. */
  DATE,
  /** Best match first. */
  RELEVANCE
}
