package org.qirtas.cli;

import java.util.List;
import java.util.Optional;
import org.qirtas.QirtasException;
import org.qirtas.source.Deliveries;
import org.qirtas.source.Delivery;
import org.qirtas.source.PassedOver;
import org.qirtas.source.Source;
import org.qirtas.source.SourceReader;
import org.qirtas.source.process.ReadingPool;

/**
 * Who reads the files of an import: processes that can be lost, where there are many; this process
 * where there are so few that starting others would take longer than reading.
 */
sealed interface Readers extends AutoCloseable {
  /** {@return what comes out of a source, perhaps while others are read} */
  Deliveries read(Source source);

  /** {@return how many files are given out before the first must be settled} */
  int ahead(int most);

  /** {@return in how many processes files are read; none where that is this one} */
  int processes();

  @Override
  void close();

  /** Processes of their own. */
  record Pool(ReadingPool pool, int processes) implements Readers {
    @Override
    public Deliveries read(Source source) {
      return pool.order(source);
    }

    @Override
    public int ahead(int most) {
      return most;
    }

    @Override
    public void close() {
      pool.close();
    }
  }

  /** This process. */
  record Here(SourceReader reader) implements Readers {
    @Override
    public Deliveries read(Source source) {
      try {
        return reader.deliveries(source);
      } catch (QirtasException why) {
        return new Unknown(source, why);
      }
    }

    @Override
    public int ahead(int most) {
      return 0;
    }

    @Override
    public int processes() {
      return 0;
    }

    @Override
    public void close() {
      reader.close();
    }
  }

  /** A file of which not even the kind could be told. */
  final class Unknown implements Deliveries {
    private final Source source;
    private final QirtasException why;
    private boolean told;

    Unknown(Source source, QirtasException why) {
      this.source = source;
      this.why = why;
    }

    @Override
    public Optional<Delivery> next() {
      if (told) {
        return Optional.empty();
      }
      told = true;
      return Optional.of(Delivery.refused(source, why));
    }

    @Override
    public boolean isContainer() {
      return false;
    }

    @Override
    public List<PassedOver> passedOver() {
      return List.of();
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }
}
