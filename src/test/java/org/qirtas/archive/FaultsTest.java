package org.qirtas.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qirtas.Fault;
import org.qirtas.QirtasException;

/** Whatever the disk fails at, and whenever: no item that was committed is changed or lost. */
class FaultsTest {
  /** By hand: more of it, with {@code -Dqirtas.thorough=true}. */
  private static final boolean THOROUGH = Boolean.getBoolean("qirtas.thorough");

  @TempDir Path temporary;

  @ParameterizedTest
  @CsvSource({"No space left on device, true", "Input/output error, false"})
  void noCommittedItemIsChangedOrLost(String reason, boolean forGood) throws IOException {
    int all = asked();
    assertTrue(all > 150, "a day asks for much: " + all);
    var random = new Random(8);
    for (int failing = 0; failing < all; failing += THOROUGH ? 1 : 1 + random.nextInt(9)) {
      Path root = temporary.resolve(forGood + "-" + failing);
      Archive.create(root, Shelf.CLOCK);
      var volume = new FaultyVolume(failing, forGood, reason);
      var day = new Day(temporary.resolve("inbox"), volume::asked);
      fail(() -> day.work(Archive.open(root, Shelf.CLOCK, volume)), root, reason);
      // The disk may fail once more while that is being mended.
      var again = new FaultyVolume(random.nextInt(12), true, reason);
      fail(() -> Archive.open(root, Shelf.CLOCK, again).writer().close(), root, reason);
      day.check(Archive.open(root, Shelf.CLOCK));
    }
  }

  private int asked() {
    Path root = temporary.resolve("whole");
    Archive.create(root, Shelf.CLOCK);
    var volume = new FaultyVolume(Integer.MAX_VALUE, true, "");
    new Day(temporary.resolve("inbox"), volume::asked)
        .work(Archive.open(root, Shelf.CLOCK, volume));
    return volume.asked();
  }

  /** A failure, if there is one, is told as one of the archive's, with the disk's own reason. */
  private static void fail(Runnable work, Path root, String reason) {
    try {
      work.run();
    } catch (QirtasException told) {
      assertEquals(Fault.ARCHIVE, told.fault(), told::toString);
      assertEquals(root, told.values().getFirst());
      assertEquals(reason, told.values().getLast());
    }
  }
}
