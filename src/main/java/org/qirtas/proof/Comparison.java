package org.qirtas.proof;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.qirtas.pdf.Patience;

/**
 * Two states of a document held against each other, page by page, as they look.
 *
 * <p>Pages are first brought together (an inserted page moves all that follow it), by Myers's
 * algorithm over pages that are the same or nearly; then each pair's pictures are compared.
 */
public final class Comparison {
  /** How much of a page's height is taken for its head, and for its foot. */
  private static final double EDGE = 0.12;

  private final PageImages before;
  private final PageImages after;
  private final float dots;

  /**
   * A comparison.
   *
   * @param before the older state
   * @param after the newer one
   * @param dots how many dots an inch are looked at
   */
  public Comparison(PageImages before, PageImages after, float dots) {
    this.before = before;
    this.after = after;
    this.dots = dots;
  }

  /** Is told of each page that has been looked at. */
  public interface Listener {
    /** Another page of either state. */
    void looked();
  }

  /** A page of each state, or of one of them: numbers from 1, or 0. */
  private record Pair(int before, int after) {}

  /**
   * {@return what became of each page, in the order of the newer state; pages that are there no
   * more stand where they stood}
   *
   * @param listener is told of each page
   * @throws Patience.Exceeded where a page takes too long to be drawn
   */
  public List<Change> changes(Listener listener) throws IOException {
    List<Optional<Fingerprint>> old = fingerprints(before, listener);
    List<Optional<Fingerprint>> fresh = fingerprints(after, listener);
    var changes = new ArrayList<Change>();
    for (Pair pair : pairs(old, fresh)) {
      changes.add(change(pair, old, fresh));
    }
    return changes;
  }

  /** Empty for a page that cannot be drawn. */
  private List<Optional<Fingerprint>> fingerprints(PageImages pages, Listener listener)
      throws Patience.Exceeded {
    var all = new ArrayList<Optional<Fingerprint>>();
    for (int page = 1; page <= pages.count(); page++) {
      try {
        all.add(Optional.of(Fingerprint.of(pages.image(page, dots), pages.text(page))));
      } catch (Patience.Exceeded e) {
        throw e;
      } catch (IOException broken) {
        all.add(Optional.empty());
      }
      listener.looked();
    }
    return all;
  }

  private static boolean isSamePage(Optional<Fingerprint> one, Optional<Fingerprint> other) {
    if (one.isPresent() && other.isPresent()) {
      return one.get().isLike(other.get());
    }
    return one.isEmpty() && other.isEmpty();
  }

  private static List<Pair> pairs(
      List<Optional<Fingerprint>> old, List<Optional<Fingerprint>> fresh) {
    var gone = new BitSet();
    var come = new BitSet();
    var algorithm = new MyersDiffWithLinearSpace<Optional<Fingerprint>>(Comparison::isSamePage);
    for (AbstractDelta<Optional<Fingerprint>> delta :
        DiffUtils.diff(old, fresh, algorithm, null).getDeltas()) {
      mark(delta.getSource(), gone);
      mark(delta.getTarget(), come);
    }
    var pairs = new ArrayList<Pair>();
    int before = 0;
    int after = 0;
    while (before < old.size() || after < fresh.size()) {
      // Where one took another's place, that is the same page written anew.
      boolean noneStays =
          (before < old.size() && gone.get(before)) || (after < fresh.size() && come.get(after));
      boolean took = before < old.size() && (!noneStays || gone.get(before));
      boolean gave = after < fresh.size() && (!noneStays || come.get(after));
      pairs.add(new Pair(took ? ++before : 0, gave ? ++after : 0));
    }
    return pairs;
  }

  private static void mark(Chunk<?> chunk, BitSet pages) {
    pages.set(chunk.getPosition(), chunk.getPosition() + chunk.size());
  }

  private Change change(
      Pair pair, List<Optional<Fingerprint>> old, List<Optional<Fingerprint>> fresh)
      throws IOException {
    if (pair.before() == 0 || pair.after() == 0) {
      Change.Kind kind = pair.before() == 0 ? Change.Kind.ADDED : Change.Kind.REMOVED;
      return new Change(kind, pair.before(), pair.after(), List.of(), 1);
    }
    Optional<Fingerprint> was = old.get(pair.before() - 1);
    Optional<Fingerprint> is = fresh.get(pair.after() - 1);
    if (was.isEmpty() || is.isEmpty()) {
      return new Change(Change.Kind.UNREADABLE, pair.before(), pair.after(), List.of(), 1);
    }
    if (was.get().digest().equals(is.get().digest())) {
      return new Change(Change.Kind.SAME, pair.before(), pair.after(), List.of(), 0);
    }
    BufferedImage page = after.image(pair.after(), dots);
    List<Rectangle> regions = ChangedRegions.of(before.image(pair.before(), dots), page);
    double area = (double) page.getWidth() * page.getHeight();
    double changed = regions.stream().mapToDouble(box -> (double) box.width * box.height).sum();
    boolean edges =
        was.get().words() == is.get().words()
            && regions.stream().allMatch(box -> isAtTheEdge(box, page.getHeight()));
    Change.Kind kind =
        regions.isEmpty() ? Change.Kind.SAME : edges ? Change.Kind.RENUMBERED : Change.Kind.CHANGED;
    return new Change(
        kind, pair.before(), pair.after(), regions, Math.min(1, changed / Math.max(1, area)));
  }

  private static boolean isAtTheEdge(Rectangle box, int height) {
    return box.getMaxY() <= EDGE * height || box.getMinY() >= (1 - EDGE) * height;
  }
}
