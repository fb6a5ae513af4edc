package org.qirtas.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qirtas.archive.CutVolume.Luck;

/** Whenever the power goes, each item is as the last commit left it, or as the next would. */
class PowerCutTest {
  private static final int TRIES = Boolean.getBoolean("qirtas.thorough") ? 40 : 2;

  @TempDir Path temporary;

  @Test
  void powerCutLeavesEachItemBeforeOrAfterACommit() throws IOException {
    Path root = temporary.resolve("archive");
    Archive.create(root, Shelf.CLOCK);
    var volume = new CutVolume(root);
    var day = new Day(temporary.resolve("inbox"), volume::time);
    day.work(Archive.open(root, Shelf.CLOCK, volume));
    var random = new Random(8);
    int cuts = 0;
    for (int moment : volume.moments()) {
      for (Luck luck : List.of(Luck.NOTHING, Luck.EVERYTHING, Luck.SOMETHING)) {
        for (int i = 0; i < (luck == Luck.EVERYTHING ? 1 : TRIES); i++) {
          Path cut = temporary.resolve("cut-" + cuts++);
          volume.restore(moment, luck, random, cut);
          day.check(Archive.open(cut, Shelf.CLOCK), moment);
        }
      }
    }
  }
}
