package org.qirtas.pdf;

import java.util.EnumSet;
import java.util.Set;
import org.qirtas.pdf.PreflightFinding.Demand;

/**
 * What is asked of a file.
 *
 * @param edition what it is for
 * @param own whether it is one of ours, which promises all that its edition promises
 * @param demands who demands something of it
 * @param part the part of ISO 19005 that it claims; 0 for none
 */
record Rules(Edition edition, boolean own, Set<Demand> demands, int part) {
  static Rules ofOurs(Edition edition) {
    var all = EnumSet.allOf(Demand.class);
    if (edition == Edition.SCREEN) {
      all.removeAll(EnumSet.of(Demand.PRESS, Demand.X4));
    }
    return new Rules(edition, true, all, 3);
  }

  static Rules ofOthers(Edition edition, Claims claims) {
    Set<Demand> demands = claims.demands();
    if (edition == Edition.PRINT) {
      demands.add(Demand.PRESS);
    }
    return new Rules(edition, false, demands, claims.part());
  }

  boolean demands(Demand demand) {
    return demands.contains(demand);
  }

  boolean isForThePress() {
    return edition == Edition.PRINT;
  }
}
