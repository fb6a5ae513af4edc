package org.qirtas.source;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.qirtas.article.Block;
import org.qirtas.article.Related;
import org.qirtas.source.letters.Blanks;
import org.qirtas.source.letters.CharsetLabel;
import org.qirtas.source.letters.Decoder;

/** Reads a web page: what it says of itself, then its article, then what stood around that. */
final class HtmlReader {
  private static final Pattern LABEL =
      Pattern.compile(
          "(?:charset|encoding)\\s*=\\s*[\"']?\\s*([A-Za-z0-9_:.\\-]{2,40})",
          Pattern.CASE_INSENSITIVE);
  private static final int LABEL_WITHIN = 4096;

  /** So few letters are no article where a script holds one. */
  private static final int SCANTY = 250;

  private HtmlReader() {}

  static Matter read(byte[] bytes) {
    return read(bytes, Optional.empty());
  }

  /** The same where a server named a charset, which goes before what the page itself says. */
  static Matter read(byte[] bytes, Optional<Charset> named) {
    return read(text(bytes, named));
  }

  /** A page's markup. */
  static String text(byte[] bytes, Optional<Charset> named) {
    return Decoder.decode(bytes, named.or(() -> label(bytes))).text();
  }

  static Matter read(String html) {
    var shelf = new PictureShelf();
    return read(html, shelf, HtmlBlocks.pictures(shelf));
  }

  /** The same where pictures came along, which {@code pictures} finds and puts on the shelf. */
  static Matter read(
      String html, PictureShelf shelf, Function<Element, Optional<String>> pictures) {
    // A NUL within a page's text is passed over (WHATWG HTML, 13.2.6.4.7).
    Document page = Jsoup.parse(html.indexOf('\0') < 0 ? html : html.replace("\0", ""));
    var claims = new Claims();
    Optional<String> stamped = SavedPage.undress(page, html);
    page.select("amp-img, amp-anim").forEach(image -> image.tagName("img"));
    List<String> scripts = ScriptedBody.scripts(page);
    ToldBody told = ToldBody.of(HtmlClaims.collect(page, claims));
    SavedPage.moment(html).or(() -> stamped).ifPresent(claims::captured);
    SavedPage.address(html).ifPresent(claims::address);
    page.setBaseUri(claims.firstAddress().orElse(""));
    var furniture = new ArrayList<String>();
    var related = new ArrayList<Related>();
    Element article = new HtmlBody(furniture, related).find(page, told);
    List<Block> blocks =
        new HtmlTail(told, related, furniture).cut(HtmlBlocks.of(article, pictures));
    Optional<Element> lead =
        HtmlLead.above(page.body(), article)
            .filter(opening -> told.length() == 0 || told.attests(opening.text()));
    lead.map(Element::text)
        .filter(HtmlLead::subtitle)
        .ifPresent(words -> claims.subtitle(Blanks.collapse(words)));
    List<Block> head = claims.dates().isEmpty() ? HtmlHead.above(article) : List.of();
    if (told.length() > 0 && ToldBody.letters(Block.textOf(blocks)).length() * 2 < told.length()) {
      // The page builds its text by a script; its record tells it all the same.
      blocks = List.copyOf(told.paragraphs().stream().map(Block.Paragraph::of).toList());
    }
    if (!scripts.isEmpty() && ToldBody.letters(Block.textOf(blocks)).length() < SCANTY) {
      blocks = ScriptedBody.in(scripts).map(body -> HtmlBlocks.of(body, pictures)).orElse(blocks);
    }
    if (lead.filter(opening -> !HtmlLead.subtitle(opening.text())).isPresent()) {
      var opening =
          new Block.Paragraph(
              HtmlInlines.of(lead.get().childNodes()), HtmlInlines.flow(lead.get()));
      blocks = Stream.concat(Stream.of(opening), blocks.stream()).toList();
    }
    if (!head.isEmpty()) {
      blocks = Stream.concat(head.stream(), blocks.stream()).toList();
    }
    return new Matter(blocks, claims, related, furniture, shelf.pictures());
  }

  /** The charset that the page says it is in; pages are often wrong. */
  static Optional<Charset> label(byte[] bytes) {
    String start =
        new String(bytes, 0, Math.min(LABEL_WITHIN, bytes.length), StandardCharsets.ISO_8859_1);
    Matcher matcher = LABEL.matcher(start);
    return matcher.find() ? CharsetLabel.named(matcher.group(1)) : Optional.empty();
  }
}
