package org.qirtas.source;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What comes out of a source, read within this process. */
final class HereAndNow implements Deliveries {
  private final SourceReader reader;
  private final Parts parts;
  private final boolean container;

  HereAndNow(SourceReader reader, Source source) {
    this.reader = reader;
    parts = reader.parts(source);
    container = parts.isContainer();
  }

  @Override
  public Optional<Delivery> next() {
    return parts.next().map(Piecemeal::new);
  }

  @Override
  public boolean isContainer() {
    return container;
  }

  @Override
  public List<PassedOver> passedOver() {
    return parts.passedOver();
  }

  @Override
  public void close() {
    parts.close();
  }

  private final class Piecemeal implements Delivery {
    private final Part part;
    private Duration took = Duration.ZERO;

    Piecemeal(Part part) {
      this.part = part;
    }

    @Override
    public Part part() {
      return part;
    }

    @Override
    public Reading read() {
      if (part.refusal().isPresent()) {
        throw part.refusal().get();
      }
      long begun = System.nanoTime();
      try {
        return reader.read(part.source().orElseThrow());
      } finally {
        took = Duration.ofNanos(System.nanoTime() - begun);
      }
    }

    @Override
    public Duration took() {
      return took;
    }
  }
}
