package org.qirtas.source;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.qirtas.source.letters.Blanks;
import org.qirtas.source.letters.Decoder;

/**
 * XML as it comes, well-formed or not. The parser knows no entities but XML's own, fetches nothing
 * and bounds its depth: there is no way for a bomb or an outside reference in.
 */
final class Xml {
  private static final int DEEPEST = 4000;

  private Xml() {}

  static Document parse(byte[] bytes) {
    return parse(Decoder.decode(bytes, HtmlReader.label(bytes)).text());
  }

  static Document parse(String text) {
    return Jsoup.parse(text, "", Parser.xmlParser().setMaxDepth(DEEPEST));
  }

  /** The words of the first element that a query finds; empty where there is none. */
  static String words(Element parent, String query) {
    @Nullable Element found = parent.selectFirst(query);
    return found == null ? "" : Blanks.collapse(found.wholeText());
  }
}
