package org.qirtas.cli;

import java.util.ArrayList;
import java.util.List;
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

  private final Qirtas qirtas;
  private final Highlights highlights;
  private final List<List<String>> first = new ArrayList<>();
  private int dates;
  private int authors;
  private boolean begun;

  /** A table whose titles show the words that were looked for, where a screen can. */
  HitTable(Qirtas qirtas, Highlights highlights) {
    this.qirtas = qirtas;
    this.highlights = highlights;
  }

  void add(Hit hit) {
    List<String> row = row(hit);
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
    for (List<String> row : first) {
      dates = Math.max(dates, Cell.width(Cell.plain(row.get(0))));
      authors = Math.max(authors, Cell.width(Cell.plain(row.get(2))));
    }
    authors = Math.min(authors, WIDEST_AUTHOR);
    first.forEach(this::print);
    first.clear();
  }

  private List<String> row(Hit hit) {
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
        String.join(messages.say("list.separator"), hit.authors()),
        hit.title().orElse(hit.path()));
  }

  private void print(List<String> row) {
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
    line.append(shown(Cell.last(row.get(3), room)));
    qirtas.terminal().out().println(line);
  }

  private String shown(String title) {
    if (!qirtas.showsColour() || highlights.isEmpty()) {
      return title;
    }
    var shown = new StringBuilder();
    int done = 0;
    for (Highlights.Place place : highlights.in(title)) {
      shown.append(title, done, place.start());
      shown.append(qirtas.bold(title.substring(place.start(), place.end())));
      done = place.end();
    }
    return shown.append(title.substring(done)).toString();
  }
}
