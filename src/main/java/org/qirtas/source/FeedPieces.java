package org.qirtas.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.qirtas.article.Evidence.Origin;

/**
 * A feed (RSS 0.9 to 2.0, RSS 1.0, Atom): each entry is a piece, a feed with this one entry in it,
 * put together from the feed's own bytes. What else changes from one fetch to the next stays out,
 * so that an entry that comes again is the same bytes again.
 */
final class FeedPieces {
  private FeedPieces() {}

  /** The entries; empty where there is one at most, and the feed is an article itself. */
  static Optional<PieceStream> open(Source source) throws IOException {
    Slices slices = Slices.of(source);
    List<Slices.Element> entries = slices.elements("item", "entry");
    if (entries.size() < 2) {
      return Optional.empty();
    }
    String head = slices.head();
    String root = head.substring(head.lastIndexOf('<') + 1).split("[\\s>]", 2)[0];
    boolean channel = root.equals("rss");
    List<Hint> hints = hints(slices, entries);
    List<Hint> signed = signed(slices, entries, hints);
    var pieces = new ArrayList<Piece>();
    for (Slices.Element entry : entries) {
      String element = slices.text().substring(entry.start(), entry.end());
      String whole =
          head
              + (channel ? "<channel>" : "")
              + element
              + (channel ? "</channel>" : "")
              + "</"
              + root
              + ">";
      int number = pieces.size() + 1;
      pieces.add(
          new Piece(
              source.name().replaceFirst("\\.[A-Za-z]+$", "") + "-" + number + ".xml",
              "entry " + number,
              Optional.of(source.mediaType()),
              element.matches("(?s).*<(?:\\w+:)?(?:author|creator)[\\s>].*") ? hints : signed,
              Piece.Content.held(slices.bytes(whole))));
    }
    return Optional.of(PieceStream.of(pieces));
  }

  /** Whoever signs an Atom feed signs its entries that name nobody (RFC 4287, 4.1.1). */
  private static List<Hint> signed(Slices slices, List<Slices.Element> entries, List<Hint> hints) {
    var all = new ArrayList<Hint>(hints);
    for (Element name : around(slices, entries).select("feed > author > name")) {
      all.add(new Hint(Hint.Field.AUTHOR, name.text(), Origin.TEXT_RECORD));
    }
    return all;
  }

  private static Document around(Slices slices, List<Slices.Element> entries) {
    var rest = new StringBuilder();
    int at = 0;
    for (Slices.Element entry : entries) {
      rest.append(slices.text(), at, entry.start());
      at = entry.end();
    }
    return Xml.parse(
        slices.letters(rest.append(slices.text(), at, slices.text().length()).toString()));
  }

  /** What the feed says of itself holds for its entries, too. */
  private static List<Hint> hints(Slices slices, List<Slices.Element> entries) {
    Document feed = around(slices, entries);
    var hints = new ArrayList<Hint>();
    String title = Xml.words(feed, "channel > title, feed > title");
    if (!title.isEmpty()) {
      hints.add(new Hint(Hint.Field.PUBLISHER, title, Origin.TEXT_RECORD));
    }
    String language = Xml.words(feed, "channel > language, channel > dc|language");
    if (language.isEmpty()) {
      language = feed.select("feed").attr("xml:lang");
    }
    if (!language.isEmpty()) {
      hints.add(new Hint(Hint.Field.LANGUAGE, language, Origin.TEXT_RECORD));
    }
    return hints;
  }
}
