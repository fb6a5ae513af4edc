package org.qirtas.source;

import java.util.List;
import java.util.Optional;
import java.util.zip.DataFormatException;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.jspecify.annotations.Nullable;
import org.qirtas.article.Evidence.Origin;
import org.qirtas.source.letters.Blanks;

/**
 * Reads a TEI document (P5): its first article, or the whole of its body where it is not a
 * periodical's issue. What an article does not say of itself, its issue says in the header: the
 * periodical, the day in each calendar that it was dated in.
 */
final class TeiReader {
  /** A division that is an article, in the ways that editions of periodicals mark one. */
  private static final String ARTICLE =
      "div[type=article], div[type=item][subtype=article], div1[type=article], div2[type=article], div[type=item]:not([subtype])";

  private TeiReader() {}

  static boolean isArticle(Element division) {
    return division.is(ARTICLE);
  }

  static Matter read(byte[] bytes) throws DataFormatException {
    return read(Xml.parse(bytes));
  }

  private static Matter read(Document tei) throws DataFormatException {
    Element text =
        Optional.ofNullable(tei.selectFirst("text > body")).orElse(tei.selectFirst("text"));
    if (text == null) {
      throw new DataFormatException("a TEI header without a text");
    }
    // With a namespace prefix on every element nothing of this is found; such files are rare.
    @Nullable Element article = text.selectFirst(ARTICLE);
    Element root = article == null ? text : article;
    var claims = new Claims();
    header(tei, article != null, claims);
    own(root, article != null, claims);
    @Nullable Element marked = root.closest("[xml:lang~=.]");
    claims.language(marked == null ? "" : marked.attr("xml:lang"));
    return Matter.of(new TeiBlocks().of(root), claims);
  }

  /** What an article's own division says. */
  private static void own(Element root, boolean article, Claims claims) {
    claims.title(Origin.TEXT_RECORD, article ? Xml.words(root, "> head") : "");
    for (Element name : root.select("> byline persName, > byline docAuthor, > head ~ docAuthor")) {
      if (name.parents().is("byline, docAuthor") && name.select("persName").size() <= 1) {
        claims.author(Origin.TEXT_RECORD, Blanks.collapse(name.wholeText()));
      }
    }
    for (Element date : root.select("> dateline date, > opener date, > closer date")) {
      date(date, claims);
    }
    for (Element section : root.parents()) {
      claims.tag(section.is("div[type=section]") ? Xml.words(section, "> head") : "");
    }
  }

  /** What the header says of the issue, and the page's head of its day. */
  private static void header(Document tei, boolean issue, Claims claims) {
    Elements sources = tei.select("sourceDesc biblStruct, sourceDesc bibl, sourceDesc biblFull");
    @Nullable Element source = sources.isEmpty() ? null : sources.first();
    if (source != null) {
      claims.publisher(arabicFirst(source.select("title[level=j]:not([type=sub])")));
      for (Element date : source.select("imprint > date, > date, publicationStmt > date")) {
        date(date, claims);
      }
      if (!issue) {
        claims.title(
            Origin.TEXT_RECORD, arabicFirst(source.select("analytic > title, title[level=a]")));
        source
            .select("author")
            .forEach(author -> claims.author(Origin.TEXT_RECORD, person(author)));
      }
    }
    for (Element date : tei.select("text > front date")) {
      date(date, claims);
    }
    Element titles = tei.selectFirst("titleStmt");
    if (titles != null && !issue) {
      claims.title(Origin.TEXT_RECORD, arabicFirst(titles.select("> title:not([type=sub])")));
      titles
          .select("> author")
          .forEach(author -> claims.author(Origin.TEXT_RECORD, person(author)));
    }
    for (Element idno : tei.select("publicationStmt > idno[type=url]")) {
      claims.address(idno.text());
    }
  }

  private static String person(Element author) {
    @Nullable Element name = author.selectFirst("persName");
    return Blanks.collapse((name == null ? author : name).wholeText());
  }

  /**
   * The day that the edition normalised a date to, which is Gregorian whatever calendar the words
   * count in (TEI P5, att.datable.w3c), and then the words.
   */
  private static void date(Element date, Claims claims) {
    claims.date(Origin.TEXT_RECORD, date.attr("when"));
    claims.date(Origin.TEXT_RECORD, date.text());
  }

  /** Editions give names in the original script and in transcription. */
  private static String arabicFirst(Elements titles) {
    List<String> words = titles.stream().map(title -> Blanks.collapse(title.wholeText())).toList();
    return words.stream()
        .filter(title -> title.codePoints().anyMatch(c -> c >= 0x600 && c <= 0x6FF))
        .findFirst()
        .orElse(words.isEmpty() ? "" : words.getFirst());
  }
}
