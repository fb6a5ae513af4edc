package org.qirtas.compose;

/** Whether a page or a column may end below a strip. */
enum Parting {
  /** It may. */
  FREE,
  /** Only where it would leave much white not to. */
  UNWELCOME,
  /** It must not: what follows belongs to what is above. */
  FORBIDDEN
}
