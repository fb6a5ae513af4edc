package org.qirtas.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import org.qirtas.Fault;
import org.qirtas.QirtasException;
import org.qirtas.archive.Archive;
import org.qirtas.archive.ArchiveItem;
import org.qirtas.archive.Holding;
import org.qirtas.article.Article;
import org.qirtas.article.ArticleDate;
import org.qirtas.article.Attested;
import org.qirtas.article.Language;

/**
 * What is known of items, for other programs: a table (CSV), JSON-LD {@code NewsArticle}s, and
 * simple Dublin Core as OAI-PMH wraps it. Each is written as the items come.
 */
final class Records implements AutoCloseable {
  /** The columns of the table; {@code unpack --csv} takes the same. */
  static final List<String> COLUMNS =
      List.of(
          "id",
          "path",
          "version",
          "status",
          "title",
          "authors",
          "place",
          "date",
          "language",
          "source",
          "tags");

  private static final String DC = "http://purl.org/dc/elements/1.1/";
  private static final String OAI_DC = "http://www.openarchives.org/OAI/2.0/oai_dc/";

  private final List<BufferedWriter> open = new ArrayList<>();
  private final @Nullable BufferedWriter csv;
  private final @Nullable BufferedWriter jsonLd;
  private final @Nullable XMLStreamWriter xml;
  private boolean first = true;

  Records(@Nullable Path csv, @Nullable Path jsonLd, @Nullable Path dublinCore) {
    try {
      this.csv = writer(csv);
      this.jsonLd = writer(jsonLd);
      BufferedWriter records = writer(dublinCore);
      this.xml =
          records == null ? null : XMLOutputFactory.newInstance().createXMLStreamWriter(records);
      if (this.csv != null) {
        this.csv.write(Csv.line(COLUMNS.stream()));
      }
      if (this.jsonLd != null) {
        this.jsonLd.write("[\n");
      }
      if (xml != null) {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("records");
        xml.writeNamespace("oai_dc", OAI_DC);
        xml.writeNamespace("dc", DC);
      }
    } catch (IOException | XMLStreamException e) {
      throw unwritable(e);
    }
  }

  private @Nullable BufferedWriter writer(@Nullable Path file) throws IOException {
    if (file == null) {
      return null;
    }
    var writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
    open.add(writer);
    return writer;
  }

  void add(Holding holding, Archive archive) {
    try {
      if (csv != null) {
        csv.write(Csv.line(row(holding)));
      }
      if (jsonLd != null) {
        jsonLd.write(first ? "" : ",\n");
        jsonLd.write(archive.record(holding.item()).strip());
      }
      if (xml != null) {
        dublinCore(holding, xml);
      }
      first = false;
    } catch (IOException | XMLStreamException e) {
      throw unwritable(e);
    }
  }

  private static Stream<String> row(Holding holding) {
    ArchiveItem item = holding.item();
    Optional<Article> article = holding.article();
    return Stream.of(
        item.id().toString(),
        item.path(),
        Integer.toString(item.version()),
        item.status().word(),
        article.flatMap(Article::title).map(Attested::value).orElse(""),
        String.join("; ", article.map(Records::authors).orElse(List.of())),
        article.flatMap(Article::place).map(Attested::value).orElse(""),
        article.flatMap(Article::date).map(ArticleDate::edtf).orElse(""),
        article
            .map(Article::language)
            .filter(known -> !known.equals(Language.UNKNOWN))
            .map(Language::tag)
            .orElse(""),
        article.flatMap(Article::publisher).orElse(""),
        String.join("; ", article.map(Article::tags).orElse(List.of())));
  }

  private static List<String> authors(Article article) {
    return article.authors().stream().map(Attested::value).toList();
  }

  private static void dublinCore(Holding holding, XMLStreamWriter xml) throws XMLStreamException {
    xml.writeStartElement("oai_dc", "dc", OAI_DC);
    element(xml, "identifier", "urn:uuid:" + holding.item().id());
    element(xml, "format", holding.item().origin().mediaType());
    Optional<Article> article = holding.article();
    if (article.isPresent()) {
      Article known = article.get();
      element(xml, "type", "Text");
      text(xml, "title", known.title().map(Attested::value));
      for (String author : authors(known)) {
        element(xml, "creator", author);
      }
      text(xml, "date", known.date().map(ArticleDate::edtf));
      text(xml, "publisher", known.publisher());
      text(xml, "coverage", known.place().map(Attested::value));
      text(xml, "source", known.address());
      if (!known.language().equals(Language.UNKNOWN)) {
        element(xml, "language", known.language().tag());
      }
      for (String tag : known.tags()) {
        element(xml, "subject", tag);
      }
    }
    xml.writeEndElement();
  }

  private static void text(XMLStreamWriter xml, String name, Optional<String> value)
      throws XMLStreamException {
    if (value.isPresent()) {
      element(xml, name, value.get());
    }
  }

  /** XML has no place for most controls, which a hostile title may hold. */
  private static void element(XMLStreamWriter xml, String name, String value)
      throws XMLStreamException {
    xml.writeStartElement("dc", name, DC);
    xml.writeCharacters(
        value.replaceAll(
            "[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", ""));
    xml.writeEndElement();
  }

  private static QirtasException unwritable(Exception e) {
    return new QirtasException(
        e, Fault.OUTPUT, "output.unwritable", String.valueOf(e.getMessage()));
  }

  @Override
  public void close() {
    try {
      if (jsonLd != null) {
        jsonLd.write("\n]\n");
      }
      if (xml != null) {
        xml.writeEndDocument();
        xml.flush();
      }
      for (BufferedWriter each : open) {
        each.close();
      }
    } catch (IOException | XMLStreamException | UncheckedIOException e) {
      throw unwritable(e);
    }
  }
}
