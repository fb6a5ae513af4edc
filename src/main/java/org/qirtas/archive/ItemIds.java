package org.qirtas.archive;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;

/**
 * Makes ids that rise in the order they are made, also within one millisecond and when the clock
 * goes back (RFC 9562, section 6.2, method 1: {@code rand_a} is a counter).
 */
final class ItemIds {
  private static final int COUNTER_BITS = 12;

  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();
  private long last;

  ItemIds(InstantSource clock) {
    this.clock = clock;
  }

  ItemId next() {
    // Time and counter are one number: when the counter is used up, the next millisecond is.
    last = Math.max(last + 1, clock.millis() << COUNTER_BITS);
    long high = (last >>> COUNTER_BITS << 16) | 0x7000L | (last & 0xFFF);
    long low = 0x8000_0000_0000_0000L | (random.nextLong() >>> 2);
    return new ItemId(new UUID(high, low));
  }
}
