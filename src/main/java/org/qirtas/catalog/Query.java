package org.qirtas.catalog;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.qirtas.archive.Status;

/**
 * What is looked for. Words are compared folded: without vowel signs, and with the spellings of
 * alef, hamza, yeh, kaf and teh marbuta made alike.
 */
public sealed interface Query {
  /** Every item. */
  record All() implements Query {}

  /**
   * Items whose date may lie in a span of days; one of which only the month is known may lie in
   * every span that overlaps the month.
   *
   * @param from the first day; empty for a span without a beginning
   * @param until the last day, included; empty for a span without an end
   */
  record Within(Optional<LocalDate> from, Optional<LocalDate> until) implements Query {}

  /** Items without a date. */
  record Undated() implements Query {}

  /**
   * Items with all of some words, in any form and anywhere.
   *
   * @param words the words
   */
  record Words(String words) implements Query {}

  /**
   * Items with a word that is written almost so: one letter of it may differ, of a long word two.
   *
   * @param word the word
   */
  record Alike(String word) implements Query {}

  /**
   * Items with some words side by side, in the forms given.
   *
   * @param words the words, in order
   */
  record Phrase(String words) implements Query {}

  /**
   * Items by somebody.
   *
   * @param name the name, or some words of it
   */
  record Author(String name) implements Query {}

  /**
   * Items from somewhere.
   *
   * @param name the place, or some words of its name
   */
  record Place(String name) implements Query {}

  /**
   * Items with a tag.
   *
   * @param tag the tag, or some successive words of it
   */
  record Tag(String tag) implements Query {}

  /**
   * Items that a paper or a site published.
   *
   * @param name its name, or some words of it, or its host on the web
   */
  record Publisher(String name) implements Query {}

  /**
   * Items whose body has so many words.
   *
   * @param least at least so many
   * @param most at most so many
   */
  record Length(int least, int most) implements Query {}

  /**
   * Items in a language.
   *
   * @param tag a BCP 47 tag; a primary subtag alone also finds the tags that begin with it
   */
  record InLanguage(String tag) implements Query {}

  /**
   * Items that something became of.
   *
   * @param status what
   */
  record Having(Status status) implements Query {}

  /**
   * The items that a name stands for.
   *
   * @param name an id, a slug or a path, in full
   */
  record Named(String name) implements Query {}

  /**
   * The items that an abbreviated name may stand for.
   *
   * @param start the beginning of an id, a slug or a path
   */
  record NamedFrom(String start) implements Query {}

  /**
   * The item made from a file of these bytes.
   *
   * @param sha512 their digest, in lower-case hexadecimal
   */
  record SameBytes(String sha512) implements Query {}

  /**
   * Items that stood at an address on the web.
   *
   * @param address the address; the scheme, {@code www.} before the host and a slash at the end
   *     make no difference
   */
  record At(String address) implements Query {}

  /**
   * Items that several queries all find.
   *
   * @param queries the queries; none finds every item
   */
  record And(List<Query> queries) implements Query {
    /** Takes a copy. */
    public And {
      queries = List.copyOf(queries);
    }
  }

  /**
   * Items that at least one of several queries finds.
   *
   * @param queries the queries; none finds no item
   */
  record Or(List<Query> queries) implements Query {
    /** Takes a copy. */
    public Or {
      queries = List.copyOf(queries);
    }
  }

  /**
   * Items that a query does not find.
   *
   * @param query the query
   */
  record Not(Query query) implements Query {}
}
