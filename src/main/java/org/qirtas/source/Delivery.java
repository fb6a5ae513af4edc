package org.qirtas.source;

import java.time.Duration;
import java.util.Optional;
import org.qirtas.QirtasException;

/**
 * A part of a file, told of before it is read, so that it has an identity whatever reading does.
 */
public interface Delivery {
  /** {@return the part; its bytes lie there only until the next delivery is asked for} */
  Part part();

  /**
   * {@return what was read out of it}
   *
   * @throws QirtasException with {@link org.qirtas.Fault#INPUT} where nothing could be
   */
  Reading read();

  /** {@return how long that took, in whatever process; known once it has been asked for} */
  Duration took();

  /**
   * {@return a file that nothing can be read from}
   *
   * @param source the file
   * @param why why
   */
  static Delivery refused(Source source, QirtasException why) {
    var part = new Part("", Optional.of(source), Optional.of(why));
    return new Delivery() {
      @Override
      public Part part() {
        return part;
      }

      @Override
      public Reading read() {
        throw why;
      }

      @Override
      public Duration took() {
        return Duration.ZERO;
      }
    };
  }
}
