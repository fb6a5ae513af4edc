package org.qirtas.archive;

import static org.qirtas.archive.InlineJson.array;
import static org.qirtas.archive.InlineJson.list;
import static org.qirtas.archive.InlineJson.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.qirtas.article.Article;
import org.qirtas.article.ArticleDate;
import org.qirtas.article.Attested;
import org.qirtas.article.Evidence;
import org.qirtas.article.Gap;
import org.qirtas.article.Honorifics;
import org.qirtas.article.Language;
import org.qirtas.article.OtherDate;
import org.qirtas.article.Recognition;
import org.qirtas.article.Related;

/** The form of an article that gives back exactly the article that it was made from. */
final class ArticleJson {
  private ArticleJson() {}

  static ObjectNode write(Article article) {
    ObjectNode node = Json.object();
    node.put("language", article.language().tag());
    node.put("direction", InlineJson.word(article.direction()));
    article.title().ifPresent(title -> node.set("title", attested(title)));
    article.subtitle().ifPresent(subtitle -> node.put("subtitle", subtitle));
    node.set("authors", array(article.authors(), ArticleJson::author));
    article.place().ifPresent(place -> node.set("place", attested(place)));
    article.date().ifPresent(date -> node.set("date", date(date)));
    if (!article.otherDates().isEmpty()) {
      node.set("otherDates", array(article.otherDates(), ArticleJson::otherDate));
    }
    article.publisher().ifPresent(publisher -> node.put("publisher", publisher));
    article.address().ifPresent(address -> node.put("address", address));
    node.set("tags", array(article.tags(), JsonNodeFactory.instance::textNode));
    node.set("body", BlockJson.write(article.body()));
    node.set("related", array(article.related(), ArticleJson::related));
    node.set("furniture", array(article.furniture(), JsonNodeFactory.instance::textNode));
    article.recognition().ifPresent(how -> node.set("recognition", recognition(how)));
    if (!article.gaps().isEmpty()) {
      node.set("gaps", array(article.gaps(), ArticleJson::gap));
    }
    return node;
  }

  private static JsonNode gap(Gap gap) {
    return Json.object().put("kind", word(gap.kind())).put("count", gap.count());
  }

  private static Gap readGap(JsonNode node) {
    return new Gap(constant(Gap.Kind.class, node, "kind"), node.required("count").intValue());
  }

  private static JsonNode recognition(Recognition how) {
    return Json.object()
        .put("engine", how.engine())
        .put("language", how.language())
        .put("pages", how.pages())
        .put("unread", how.unread())
        .put("confidence", how.confidence());
  }

  private static Recognition readRecognition(JsonNode node) {
    return new Recognition(
        node.required("engine").textValue(),
        node.required("language").textValue(),
        node.required("pages").intValue(),
        node.required("unread").intValue(),
        node.required("confidence").intValue());
  }

  /** The sort key is for readers of the record; it follows from the name and is not read back. */
  private static JsonNode author(Attested<String> author) {
    return Json.object()
        .put("value", author.value())
        .put("sort", Honorifics.sortKey(author.value()))
        .set("evidence", evidence(author.evidence()));
  }

  private static JsonNode attested(Attested<String> statement) {
    return Json.object()
        .put("value", statement.value())
        .set("evidence", evidence(statement.evidence()));
  }

  private static ObjectNode evidence(Evidence evidence) {
    return Json.object().put("origin", word(evidence.origin())).put("raw", evidence.raw());
  }

  private static JsonNode date(ArticleDate date) {
    ObjectNode node = Json.object();
    node.put("from", date.from().toString()).put("precision", word(date.precision()));
    date.offset().ifPresent(offset -> node.put("offset", offset.getId()));
    node.put("calendar", word(date.calendar())).put("certain", date.certain());
    return node.set("evidence", evidence(date.evidence()));
  }

  private static JsonNode otherDate(OtherDate other) {
    ObjectNode node = Json.object().put("reason", word(other.reason()));
    other.date().ifPresent(date -> node.set("date", date(date)));
    return node.set("evidence", evidence(other.evidence()));
  }

  private static JsonNode related(Related related) {
    ObjectNode node = Json.object().put("title", related.title());
    related.address().ifPresent(address -> node.put("address", address));
    return node.put("raw", related.raw());
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Article read(JsonNode node) {
    return new Article(
        new Language(node.required("language").textValue()),
        InlineJson.of(node.required("direction").textValue()),
        Optional.ofNullable(node.get("title")).map(ArticleJson::readAttested),
        text(node, "subtitle"),
        list(node.path("authors"), ArticleJson::readAttested),
        Optional.ofNullable(node.get("place")).map(ArticleJson::readAttested),
        Optional.ofNullable(node.get("date")).map(ArticleJson::readDate),
        list(node.path("otherDates"), ArticleJson::readOtherDate),
        text(node, "publisher"),
        text(node, "address"),
        list(node.path("tags"), JsonNode::textValue),
        BlockJson.read(node.path("body")),
        list(node.path("related"), ArticleJson::readRelated),
        list(node.path("furniture"), JsonNode::textValue),
        Optional.ofNullable(node.get("recognition")).map(ArticleJson::readRecognition),
        list(node.path("gaps"), ArticleJson::readGap));
  }

  private static Attested<String> readAttested(JsonNode node) {
    return new Attested<>(node.required("value").textValue(), readEvidence(node));
  }

  private static Evidence readEvidence(JsonNode node) {
    JsonNode evidence = node.required("evidence");
    return new Evidence(
        constant(Evidence.Origin.class, evidence, "origin"), evidence.required("raw").textValue());
  }

  private static ArticleDate readDate(JsonNode node) {
    return new ArticleDate(
        LocalDateTime.parse(node.required("from").textValue()),
        constant(ArticleDate.Precision.class, node, "precision"),
        text(node, "offset").map(ZoneOffset::of),
        constant(ArticleDate.Reckoning.class, node, "calendar"),
        readEvidence(node),
        node.path("certain").booleanValue());
  }

  private static OtherDate readOtherDate(JsonNode node) {
    return new OtherDate(
        readEvidence(node),
        Optional.ofNullable(node.get("date")).map(ArticleJson::readDate),
        constant(OtherDate.Reason.class, node, "reason"));
  }

  private static Related readRelated(JsonNode node) {
    return new Related(
        node.required("title").textValue(),
        text(node, "address"),
        node.required("raw").textValue());
  }

  private static <E extends Enum<E>> E constant(Class<E> type, JsonNode node, String key) {
    String word = node.required(key).textValue();
    return Enum.valueOf(type, word.replace('-', '_').toUpperCase(Locale.ROOT));
  }
}
