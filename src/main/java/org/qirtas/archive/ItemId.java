package org.qirtas.archive;

import java.util.Objects;
import java.util.UUID;

/**
 * What an item is known by for ever, wherever its folder stands: a UUID of version 7 (RFC 9562),
 * which sorts by the moment of storing.
 *
 * @param uuid the UUID
 */
public record ItemId(UUID uuid) implements Comparable<ItemId> {
  private static final String URN = "urn:uuid:";

  /** Checks that there is one. */
  public ItemId {
    Objects.requireNonNull(uuid);
  }

  /**
   * {@return the id that an inventory names}
   *
   * @param urn such as {@code urn:uuid:0192…}
   * @throws IllegalArgumentException where that is no UUID's URN
   */
  static ItemId ofUrn(String urn) {
    if (!urn.startsWith(URN)) {
      throw new IllegalArgumentException(urn);
    }
    return new ItemId(UUID.fromString(urn.substring(URN.length())));
  }

  /** {@return as an inventory names it} */
  String urn() {
    return URN + uuid;
  }

  @Override
  public int compareTo(ItemId other) {
    // UUID's own order takes its halves as signed.
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return uuid.toString();
  }
}
