package org.qirtas.source;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A count of what was passed over. Not for use by several threads. */
final class Counted {
  private final Map<PassedOver.Kind, Integer> counts = new EnumMap<>(PassedOver.Kind.class);

  void add(PassedOver.Kind kind) {
    counts.merge(kind, 1, Integer::sum);
  }

  void add(List<PassedOver> others) {
    others.forEach(other -> counts.merge(other.kind(), other.count(), Integer::sum));
  }

  /** Each kind that there was, in the order of the kinds. */
  List<PassedOver> all() {
    return counts.entrySet().stream()
        .map(count -> new PassedOver(count.getKey(), count.getValue()))
        .toList();
  }
}
