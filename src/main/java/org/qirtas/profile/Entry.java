package org.qirtas.profile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value in a profile file, before anybody knows what it means. */
sealed interface Entry {
  /** Where it stands. */
  Spot spot();

  /** A single value. */
  record Word(Spot spot, String text) implements Entry {}

  /** Several, one after another. */
  record Sequence(Spot spot, List<Entry> items) implements Entry {}

  /** A key, where it stands, and its value. */
  record Field(Spot spot, Entry value) {}

  /** Values by their keys, in the order of the file. */
  record Section(Spot spot, Map<String, Field> fields) implements Entry {
    /** This section, with what it does not say itself as the other says it. */
    Section over(Section base) {
      var merged = new LinkedHashMap<>(base.fields);
      fields.forEach((key, own) -> merged.merge(key, own, Section::over));
      return new Section(spot, merged);
    }

    private static Field over(Field base, Field own) {
      return base.value() instanceof Section below && own.value() instanceof Section above
          ? new Field(own.spot(), above.over(below))
          : own;
    }

    /** The same without some keys. */
    Section without(String... keys) {
      var rest = new LinkedHashMap<>(fields);
      rest.keySet().removeAll(List.of(keys));
      return new Section(spot, rest);
    }
  }
}
