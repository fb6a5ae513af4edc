package org.qirtas.catalog;

/** How a catalog was found to be; all but the first lead to its being rebuilt. */
public enum Condition {
  /** As the folders are. */
  CURRENT,
  /** There is none, although there are items. */
  MISSING,
  /** Of a form that this program no longer reads, or does not read yet. */
  OTHER_FORM,
  /** It cannot be read. */
  DAMAGED,
  /** Items were stored that it does not know, because a run was cut short. */
  BEHIND
}
