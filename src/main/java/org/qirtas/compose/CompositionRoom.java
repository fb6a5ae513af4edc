package org.qirtas.compose;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.qirtas.article.Article;
import org.qirtas.article.Block;
import org.qirtas.font.FontShelf;
import org.qirtas.profile.PrintProfile;
import org.qirtas.text.FontChoice;
import org.qirtas.text.Shaper;

/**
 * Where galleys are set: a few compositors, each with a shaper of its own, take pieces of an
 * article one after the other; what they set is handed on in the article's order.
 */
final class CompositionRoom implements AutoCloseable {
  /** So many pieces a compositor are set ahead of the page that is being made. */
  private static final int AHEAD = 3;

  private final BlockingQueue<Compositor> free;
  private final List<Compositor> all;
  private final Compositor foreman;
  private final @Nullable ExecutorService threads;

  /** One who sets: what the shaper has is no other thread's. */
  private record Compositor(Shaper shaper, ParagraphSetter paragraphs) {
    static Compositor of(PrintProfile profile, FontShelf fonts, LineBreaker breaker) {
      var shaper = new Shaper();
      return new Compositor(
          shaper, new ParagraphSetter(new FontChoice(fonts), shaper, breaker, profile));
    }
  }

  CompositionRoom(PrintProfile profile, FontShelf fonts, LineBreaker breaker, int threads) {
    this.foreman = Compositor.of(profile, fonts, breaker);
    this.all = new java.util.ArrayList<>(List.of(foreman));
    this.free = new ArrayBlockingQueue<>(Math.max(1, threads));
    if (threads > 1) {
      for (int i = 0; i < threads; i++) {
        Compositor more = Compositor.of(profile, fonts, breaker);
        all.add(more);
        free.add(more);
      }
      this.threads = Executors.newFixedThreadPool(threads, Thread.ofPlatform().daemon().factory());
    } else {
      this.threads = null;
    }
  }

  /** What is to be set. */
  record Work(
      Article article,
      Map<String, Picture> pictures,
      Map<String, String> noteLabels,
      Footnotes notes,
      Element part,
      PrintProfile profile,
      Standing standing) {
    Desk desk(ParagraphSetter paragraphs) {
      return new Desk(article, profile, paragraphs, pictures, noteLabels, standing);
    }
  }

  /**
   * A piece that is set.
   *
   * @param notes the footnotes that are marked in it, by name
   */
  record Piece(Galley galley, Map<String, List<Strip>> notes, List<Notice> notices) {}

  /** Who sets on the calling thread. */
  ParagraphSetter paragraphs() {
    return foreman.paragraphs();
  }

  Order begin(Work work) {
    return new Order(work);
  }

  /** One article being set. */
  final class Order {
    private final Work work;

    private Order(Work work) {
      this.work = work;
    }

    /** Who sets for whoever makes up pages, on the calling thread. */
    ParagraphSetter paragraphs() {
      return foreman.paragraphs();
    }

    void opening(Consumer<Galley> galleys) {
      galleys.accept(head(foreman.paragraphs()));
    }

    Galley head(ParagraphSetter paragraphs) {
      var galley = new Galley();
      new HeadSetter(work.desk(paragraphs), work.part()).set(galley);
      return galley;
    }

    /** Sets pieces, and hands them on in order. */
    void set(List<List<Block>> pieces, Consumer<Piece> target) {
      if (pieces.size() == 1) {
        target.accept(piece(pieces.getFirst(), foreman.paragraphs()));
        return;
      }
      inOrder(
          pieces.stream()
              .<Function<ParagraphSetter, Piece>>map(piece -> setter -> piece(piece, setter))
              .iterator(),
          target);
    }

    Piece piece(List<Block> blocks, ParagraphSetter paragraphs) {
      Desk desk = work.desk(paragraphs);
      var galley = new Galley();
      if (!blocks.isEmpty() && blocks.getFirst() instanceof Block.Footnote) {
        new NoteSetter(desk, work.part())
            .end(blocks.stream().map(Block.Footnote.class::cast).toList(), galley);
      } else {
        var place = new BlockSetter.Place(work.part(), work.profile().page().columnWidth(), 0);
        new BlockSetter(desk).set(blocks, desk.styles().body(), place, galley);
      }
      Map<String, List<Strip>> notes = notes(galley, desk);
      return new Piece(galley, notes, paragraphs.takeNotices());
    }

    private Map<String, List<Strip>> notes(Galley galley, Desk desk) {
      var set = new HashMap<String, List<Strip>>();
      boolean atFoot = work.profile().notes().place() == org.qirtas.profile.Notes.Place.FOOT;
      if (atFoot && !work.notes().isEmpty()) {
        var setter = new NoteSetter(desk, work.part());
        galley.matter().forEach(piece -> notes(piece.strips(), setter, set));
      }
      return set;
    }

    private void notes(List<Strip> strips, NoteSetter setter, Map<String, List<Strip>> set) {
      for (Strip strip : strips) {
        for (String name : NoteMarks.namesIn(strip)) {
          work.notes()
              .named(name)
              .filter(_ -> !set.containsKey(name))
              .ifPresent(note -> {
                List<Strip> told = setter.foot(note);
                set.put(name, told);
                notes(told, setter, set);
              });
        }
      }
    }
  }

  /** Who sets for whoever makes up pages, on the calling thread. */
  ParagraphSetter foreman() {
    return foreman.paragraphs();
  }

  /**
   * Has pieces of work done, several at once, and hands them on in order.
   *
   * @param pieces each is asked for shortly before it is wanted, on the calling thread
   */
  <T> void inOrder(Iterator<Function<ParagraphSetter, T>> pieces, Consumer<T> target) {
    ExecutorService executor = threads;
    if (executor == null) {
      pieces.forEachRemaining(piece -> target.accept(piece.apply(foreman.paragraphs())));
      return;
    }
    var ahead = new ArrayDeque<Future<T>>();
    try {
      while (pieces.hasNext() || !ahead.isEmpty()) {
        while (pieces.hasNext() && ahead.size() < AHEAD * all.size()) {
          Function<ParagraphSetter, T> piece = pieces.next();
          ahead.add(executor.submit(() -> taken(piece)));
        }
        target.accept(finished(ahead.remove()));
      }
    } finally {
      // What is not wanted any more is not set.
      ahead.forEach(piece -> piece.cancel(true));
    }
  }

  private <T> T taken(Function<ParagraphSetter, T> piece) throws InterruptedException {
    Compositor compositor = free.take();
    try {
      return piece.apply(compositor.paragraphs());
    } finally {
      free.add(compositor);
    }
  }

  private static <T> T finished(Future<T> piece) {
    try {
      return piece.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a galley was set", e);
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        case null, default -> throw new IllegalStateException(e);
      }
    }
  }

  @Override
  public void close() {
    if (threads != null) {
      threads.shutdownNow();
      boolean interrupted = false;
      while (!interrupted && !threads.isTerminated()) {
        try {
          threads.awaitTermination(1, java.util.concurrent.TimeUnit.MINUTES);
        } catch (InterruptedException e) {
          interrupted = true;
          Thread.currentThread().interrupt();
        }
      }
    }
    all.forEach(compositor -> compositor.shaper().close());
  }
}
