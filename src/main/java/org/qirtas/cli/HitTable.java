package org.qirtas.cli;

import java.util.ArrayList;
import java.util.List;
import org.qirtas.catalog.Excerpts;
import org.qirtas.catalog.Highlights;
import org.qirtas.catalog.Hit;

/**
 * Hits on a screen, one a line: date, id, authors, title. Each cell is isolated, so that a title
 * from the right leaves its neighbours where they are; the title is last, so that nothing has to be
 * measured after it.
 *
 * <p>Columns are as wide as the first rows want; a table of millions begins at once.
 */
final class HitTable {
  private static final int ROWS_MEASURED = 200;
  private static final int WIDEST_AUTHOR = 24;
  private static final int NARROWEST_TITLE = 20;

  /** So much of an id, its moment and counter, no two items of one archive share. */
  private static final int ID = 18;

  private static final String INDENT = "    ";
  private static final String ELLIPSIS = "…";

  private record Row(List<String> cells, List<Excerpts.Excerpt> excerpts) {}

  private final Qirtas qirtas;
  private final Highlights highlights;
  private final String separator;
  private final List<Row> first = new ArrayList<>();
  private int dates;
  private int authors;
  private boolean begun;

  /** A table whose titles show the words that were looked for, where a screen can. */
  HitTable(Qirtas qirtas, Highlights highlights) {
    this.qirtas = qirtas;
    this.highlights = highlights;
    this.separator = qirtas.messages().say("list.separator");
  }

  /** Adds a hit, and below it words of its text. */
  void add(Hit hit, List<Excerpts.Excerpt> excerpts) {
    var row = new Row(cells(hit), excerpts);
    if (begun) {
      print(row);
      return;
    }
    first.add(row);
    if (first.size() == ROWS_MEASURED) {
      begin();
    }
  }

  void finish() {
    if (!begun) {
      begin();
    }
  }

  private void begin() {
    begun = true;
    for (Row row : first) {
      dates = Math.max(dates, Cell.width(Cell.plain(row.cells().get(0))));
      authors = Math.max(authors, Cell.width(Cell.plain(row.cells().get(2))));
    }
    authors = Math.min(authors, WIDEST_AUTHOR);
    first.forEach(this::print);
    first.clear();
  }

  private List<String> cells(Hit hit) {
    Messages messages = qirtas.messages();
    String date =
        switch (hit.status()) {
          case STORED -> hit.date().orElseGet(() -> messages.say("find.undated"));
          case QUARANTINED -> messages.say("find.quarantined");
          case WITHDRAWN -> messages.say("find.withdrawn");
        };
    return List.of(
        date,
        hit.id().substring(0, ID),
        String.join(separator, hit.authors()),
        hit.title().orElse(hit.path()));
  }

  private void print(Row whole) {
    List<String> row = whole.cells();
    var line = new StringBuilder();
    line.append(Cell.fixed(row.get(0), dates)).append("  ");
    line.append(Cell.fixed(row.get(1), ID)).append("  ");
    if (authors > 0) {
      line.append(Cell.fixed(row.get(2), authors)).append("  ");
    }
    int used = dates + ID + authors + (authors > 0 ? 6 : 4);
    int room =
        qirtas.terminal().outIsScreen()
            ? Math.max(NARROWEST_TITLE, qirtas.terminal().columns() - used)
            : Integer.MAX_VALUE;
    String title = Cell.last(row.get(3), room);
    boolean marked = qirtas.showsColour() && !highlights.isEmpty();
    line.append(marked ? bold(title, highlights.in(title)) : title);
    qirtas.terminal().out().println(line);
    whole.excerpts().forEach(excerpt -> qirtas.terminal().out().println(INDENT + line(excerpt)));
  }

  /** In one isolate, the ellipses too, so that they stand where its words begin and end. */
  private String line(Excerpts.Excerpt excerpt) {
    String begin = excerpt.begins() ? "" : ELLIPSIS + " ";
    String end = excerpt.ends() ? "" : " " + ELLIPSIS;
    return Cell.isolate(begin + bold(Cell.blanked(excerpt.text()), excerpt.hits()) + end);
  }

  private String bold(String text, List<Highlights.Place> places) {
    var shown = new StringBuilder();
    int done = 0;
    for (Highlights.Place place : places) {
      if (place.start() >= done) {
        shown.append(text, done, place.start());
        shown.append(qirtas.bold(text.substring(place.start(), place.end())));
        done = place.end();
      }
    }
    return shown.append(text.substring(done)).toString();
  }
}
