package org.qirtas.compose;

import java.util.List;
import java.util.Optional;
import org.qirtas.measure.Length;
import org.qirtas.profile.Openers;

/** What a galley holds, before it is made up into pages. */
sealed interface Matter permits Matter.Opening, Matter.Insert, Strip {
  /** {@return the strips that it consists of, from the head down} */
  List<Strip> strips();

  /**
   * {@return the same with other strips}
   *
   * @param others as many, in the same order
   */
  Matter with(List<Strip> others);

  /**
   * The head of an article, as wide as all columns together.
   *
   * @param start where it may stand
   * @param running what running heads say from here on
   * @param sink how far below the head of a page it begins
   */
  record Opening(List<Strip> strips, Openers.Start start, RunningWords running, Length sink)
      implements Matter {
    public Opening {
      strips = List.copyOf(strips);
    }

    @Override
    public Opening with(List<Strip> others) {
      return new Opening(others, start, running, sink);
    }
  }

  /**
   * Something that stays together, and may move to the head of the next column or page if it finds
   * no room where it was written.
   *
   * @param stand where it stands
   * @param spaceAfter what is kept free below it
   */
  record Insert(List<Strip> strips, Stand stand, Length spaceAfter) implements Matter {
    public Insert {
      strips = List.copyOf(strips);
    }

    @Override
    public Insert with(List<Strip> others) {
      return new Insert(others, stand, spaceAfter);
    }

    /** Whether it stands in no column. */
    boolean leavesColumn() {
      return stand != Stand.COLUMN;
    }
  }

  /** Where an insert stands. */
  enum Stand {
    /** In a column, between its text. */
    COLUMN,
    /** As wide as all columns together, above or below them. */
    ACROSS,
    /** Turned by a quarter, alone on a page. */
    TURNED
  }

  /**
   * What running heads can say of an article.
   *
   * @param title its title
   * @param author who wrote it
   * @param date when it was published, as printed
   * @param publication where it was published
   */
  record RunningWords(
      Optional<String> title,
      Optional<String> author,
      Optional<String> date,
      Optional<String> publication) {
    static final RunningWords NONE =
        new RunningWords(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }
}
