package org.qirtas.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.qirtas.article.Evidence.Origin;
import org.qirtas.source.letters.Blanks;

/**
 * A TEI edition of a periodical's issue: each article is a piece, a TEI document with the issue's
 * header, its front page and this one division, put together from the file's own bytes.
 */
final class TeiPieces {
  private TeiPieces() {}

  /** The articles; empty where there is one at most. */
  static Optional<PieceStream> open(Source source) throws IOException {
    Slices slices = Slices.of(source);
    var pieces = new ArrayList<Piece>();
    List<Slices.Element> headers = slices.elements("teiHeader");
    String head = slices.head();
    String root = head.substring(head.lastIndexOf('<') + 1).split("[\\s>]", 2)[0];
    String start =
        head
            + (headers.isEmpty() ? "" : cut(slices, headers.getFirst()))
            + "<text>"
            + front(slices);
    for (Division division : divisions(slices)) {
      String whole =
          start + "<body>" + cut(slices, division.element()) + "</body></text></" + root + ">";
      String place = division.id().isEmpty() ? "article " + (pieces.size() + 1) : division.id();
      List<Hint> hints =
          division.section().isEmpty()
              ? List.of()
              : List.of(new Hint(Hint.Field.TAG, division.section(), Origin.TEXT_RECORD));
      pieces.add(
          new Piece(
              source.name().replaceFirst("\\.[A-Za-z]+$", "") + "-" + (pieces.size() + 1) + ".xml",
              place,
              Optional.of(MediaTypes.TEI),
              hints,
              Piece.Content.held(slices.bytes(whole))));
    }
    return pieces.size() < 2 ? Optional.empty() : Optional.of(PieceStream.of(pieces));
  }

  private record Division(Slices.Element element, String id, String section) {}

  private static String front(Slices slices) {
    List<Slices.Element> fronts = slices.elements("front");
    return fronts.isEmpty() ? "" : cut(slices, fronts.getFirst());
  }

  private static String cut(Slices slices, Slices.Element element) {
    return slices.text().substring(element.start(), element.end());
  }

  /** The articles, also within sections, whose heading goes along. */
  private static List<Division> divisions(Slices slices) {
    var found = new ArrayList<Division>();
    for (Slices.Element body : slices.elements("body")) {
      within(slices, body.start() + 1, body.end(), "", found, 0);
    }
    return found;
  }

  private static void within(
      Slices slices, int from, int to, String section, List<Division> found, int depth) {
    for (Slices.Element element : slices.elements(from, to, "div", "div1", "div2")) {
      String text = cut(slices, element);
      String tag = text.substring(0, text.indexOf('>') + 1);
      var parsed = Xml.parse(slices.letters(tag)).children().first();
      if (parsed != null && TeiReader.isArticle(parsed)) {
        found.add(new Division(element, parsed.attr("xml:id"), section));
      } else if (depth < 8) {
        within(slices, element.start() + 1, element.end(), heading(slices, text), found, depth + 1);
      }
    }
  }

  private static String heading(Slices slices, String division) {
    int head = division.indexOf("<head");
    int end = division.indexOf("</head>");
    int inner = division.indexOf("<div", 1);
    boolean own = head > 0 && end > head && (inner < 0 || head < inner);
    return own
        ? Blanks.collapse(Xml.parse(slices.letters(division.substring(head, end + 7))).wholeText())
        : "";
  }
}
