package org.qirtas.compose;

import java.util.List;
import org.qirtas.measure.Length;

/**
 * A column that is filled.
 *
 * @param text what stands in it, from the head down
 * @param notes what stands at its foot
 * @param end the first piece of matter that is not in it
 * @param carried what belongs here or above, and found no room
 * @param across what was to stand in no column, and must be put elsewhere
 * @param depth where its text ends, from its head
 * @param kept the first words of what had to be parted against the rules; empty where nothing was
 */
record Column(
    List<Placed> text,
    List<Strip> notes,
    int end,
    Carried carried,
    List<Matter.Insert> across,
    Length depth,
    List<String> kept) {

  /**
   * A strip in its place.
   *
   * @param top how far below the column's head its own is
   */
  record Placed(Strip strip, Length top) {}

  /**
   * What is left over from the columns before.
   *
   * @param notes the rest of notes that did not end at their foot
   * @param inserts what found no room where it was written
   */
  record Carried(List<Strip> notes, List<Matter.Insert> inserts) {
    static final Carried NOTHING = new Carried(List.of(), List.of());

    Carried {
      notes = List.copyOf(notes);
      inserts = List.copyOf(inserts);
    }

    boolean isEmpty() {
      return notes.isEmpty() && inserts.isEmpty();
    }
  }
}
