package org.qirtas.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import org.jsoup.parser.Parser;
import org.qirtas.article.Block;
import org.qirtas.article.Evidence.Origin;
import org.qirtas.article.Flow;
import org.qirtas.article.Inline;
import org.qirtas.source.letters.Blanks;

/**
 * Reads the documents of text retrieval collections: {@code DOC} with {@code DOCNO}, {@code TITLE},
 * {@code TIME}, {@code TEXT} and the like. They look like XML and often are not: text stands in
 * them as it came, with bare {@code &} and {@code <}. So a field goes from its tag to its closing
 * one, or to the next field's.
 */
final class TrecReader {
  private static final Pattern FIELD =
      Pattern.compile(
          "<(DOCNO|DOCID|URL|SRC|SOURCE|CAT|CATEGORY|TITLE|HEADLINE|HEAD|SUBTITLE|TIME|DATE|DATE_TIME|AUTHOR|BYLINE|ABSTRACT|KEYWORDS|TEXT|BODY|DATELINE)>",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern DAY_IN_NUMBER =
      Pattern.compile("(?<!\\d)((?:19|20)\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01]))(?!\\d)");

  private TrecReader() {}

  /** The documents of a file that holds several; empty where it holds one. */
  static Optional<PieceStream> pieces(Source source) throws IOException {
    Slices slices = Slices.of(source);
    List<Slices.Element> documents = slices.elements("DOC");
    if (documents.size() < 2) {
      return Optional.empty();
    }
    var pieces = new ArrayList<Piece>();
    for (Slices.Element document : documents) {
      String slice = slices.text().substring(document.start(), document.end());
      Matcher number = Pattern.compile("<DOCNO>\\s*(.*?)\\s*</DOCNO>").matcher(slice);
      String name =
          number.find() ? slices.letters(number.group(1)) : "document " + (pieces.size() + 1);
      pieces.add(
          new Piece(
              Folders.last(name) + ".txt",
              name,
              Optional.of(MediaTypes.TREC),
              List.of(),
              Piece.Content.held(slices.bytes(slice))));
    }
    return Optional.of(PieceStream.of(pieces));
  }

  static Matter read(String text) throws DataFormatException {
    Map<String, String> fields = fields(text);
    if (fields.isEmpty()) {
      throw new DataFormatException("no field of a document");
    }
    var claims = new Claims();
    for (String name : List.of("TITLE", "HEADLINE", "HEAD")) {
      claims.title(Origin.TEXT_RECORD, field(fields, name));
    }
    for (String name : List.of("AUTHOR", "BYLINE")) {
      claims.author(Origin.TEXT_RECORD, field(fields, name));
    }
    for (String name : List.of("TIME", "DATE", "DATE_TIME", "DATELINE")) {
      claims.date(Origin.TEXT_RECORD, field(fields, name));
    }
    // Collections number their documents by day; that tells an ambiguous 03/04 apart.
    Matcher day = DAY_IN_NUMBER.matcher(field(fields, "DOCNO"));
    if (day.find()) {
      claims.date(Origin.FILE_NAME, day.group(1));
    }
    claims.publisher(field(fields, "SRC"));
    claims.publisher(field(fields, "SOURCE"));
    claims.address(field(fields, "URL"));
    claims.tag(field(fields, "CAT"));
    claims.tag(field(fields, "CATEGORY"));
    List.of(field(fields, "KEYWORDS").split("[,،;؛]", -1)).forEach(claims::tag);
    return Matter.of(blocks(fields), claims);
  }

  private static List<Block> blocks(Map<String, String> fields) {
    var blocks = new ArrayList<Block>();
    String subtitle = field(fields, "SUBTITLE");
    if (!subtitle.isEmpty()) {
      blocks.add(new Block.Heading(2, List.of(new Inline.Text(subtitle)), Flow.UNMARKED));
    }
    String text = fields.getOrDefault("TEXT", fields.getOrDefault("BODY", ""));
    String lead = fields.getOrDefault("ABSTRACT", "");
    // The abstract is the text's beginning in most collections, and must not be printed twice.
    String start = letters(lead);
    if (!start.isEmpty() && !letters(text).startsWith(start)) {
      blocks.addAll(TextReader.read(lead).blocks());
    }
    blocks.addAll(TextReader.read(text).blocks());
    return blocks;
  }

  private static String letters(String text) {
    return text.replaceAll("[^\\p{L}\\p{Nd}]", "");
  }

  private static String field(Map<String, String> fields, String name) {
    return Blanks.collapse(fields.getOrDefault(name, ""));
  }

  private static Map<String, String> fields(String text) {
    var fields = new TreeMap<String, String>();
    Matcher tag = FIELD.matcher(text);
    int at = 0;
    while (tag.find(at)) {
      String name = tag.group(1).toUpperCase(Locale.ROOT);
      int from = tag.end();
      int close = closing(text, name, from);
      boolean next = tag.find(from);
      int to = close >= 0 ? close : next ? tag.start() : end(text, from);
      fields.putIfAbsent(name, Parser.unescapeEntities(text.substring(from, to), false));
      at = to;
    }
    return fields;
  }

  private static int closing(String text, String name, int from) {
    int upper = text.indexOf("</" + name + ">", from);
    return upper >= 0 ? upper : text.indexOf("</" + name.toLowerCase(Locale.ROOT) + ">", from);
  }

  private static int end(String text, int from) {
    int end = text.indexOf("</DOC>", from);
    return end < 0 ? text.length() : end;
  }
}
