package org.qirtas.source;

import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.qirtas.article.Block;
import org.qirtas.article.Evidence.Origin;

/** Reads what Tika makes of a word processor's or a presentation's document. */
final class TikaReader {
  private TikaReader() {}

  static Matter office(TikaDoor door, Source source) {
    TikaDoor.Extract extract = door.parse(source.file(), source.name(), source.mediaType());
    var shelf = new PictureShelf();
    List<Block> blocks =
        HtmlBlocks.of(
            Jsoup.parse(extract.xhtml()).body(),
            image ->
                Optional.ofNullable(
                        extract.pictures().get(image.attr("src").replaceFirst("^embedded:", "")))
                    .flatMap(shelf::put));
    return new Matter(blocks, claims(extract), List.of(), List.of(), shelf.pictures());
  }

  private static Claims claims(TikaDoor.Extract extract) {
    var claims = new Claims();
    values(extract, "dc:title").forEach(words -> title(claims, words));
    values(extract, "dc:creator").forEach(name -> claims.author(Origin.DOCUMENT_PROPERTIES, name));
    values(extract, "dcterms:created").forEach(date -> created(claims, date));
    values(extract, "dc:language").forEach(claims::language);
    return claims;
  }

  /** Takes the title that a document's properties have, where it is one. */
  static void title(Claims claims, String words) {
    if (!isFileName(words)) {
      claims.title(Origin.DOCUMENT_PROPERTIES, words);
    }
  }

  /** Takes the instant at which a document was made. */
  static void created(Claims claims, String instant) {
    // Fixed dates of the epoch come from reproducible builds and say nothing.
    if (!instant.startsWith("1970-01-01") && !instant.startsWith("1601-01-01")) {
      claims.date(Origin.DOCUMENT_PROPERTIES, instant);
    }
  }

  /** Printing programs put the file's name where the title should stand. */
  private static boolean isFileName(String title) {
    return title.matches(
        "(?i).*\\.(?:docx?|pdf|indd|qxd|pmd|tex|dvi|odt|rtf)\\s*$|Microsoft Word - .*|untitled.*");
  }

  private static List<String> values(TikaDoor.Extract extract, String name) {
    return extract.metadata().getOrDefault(name, List.of());
  }
}
