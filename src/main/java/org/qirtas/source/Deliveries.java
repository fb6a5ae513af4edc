package org.qirtas.source;

import java.util.List;
import java.util.Optional;

/** All that comes out of one file, part after part. Not for use by several threads. */
public interface Deliveries extends AutoCloseable {
  /** {@return the next part; empty after the last} */
  Optional<Delivery> next();

  /** {@return whether the file holds others, and is not itself its only part; known at the end} */
  boolean isContainer();

  /** {@return what lay in the file and was not taken out of it; known at the end} */
  List<PassedOver> passedOver();

  @Override
  void close();
}
