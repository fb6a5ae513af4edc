package org.qirtas.archive;

import static org.qirtas.archive.InlineJson.array;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.qirtas.Fault;
import org.qirtas.QirtasException;
import org.qirtas.article.Article;
import org.qirtas.article.ArticleDate;
import org.qirtas.article.Attested;
import org.qirtas.article.Evidence;
import org.qirtas.article.Language;
import org.qirtas.source.Digest;
import org.qirtas.source.Hint;
import org.qirtas.source.Provenance;

/**
 * {@code article.json}: a JSON-LD {@code NewsArticle} with Dublin Core terms for whoever knows
 * those, and our own exact form of the article under {@code qirtas:article} for us. What the two
 * say, they say alike; only the second is read back.
 */
final class RecordJson {
  private static final String ARTICLE = "qirtas:article";

  private RecordJson() {}

  static byte[] write(
      ItemId id, Original origin, Status status, Optional<String> cause, Optional<Article> article)
      throws IOException {
    if (article.filter(Nesting::isTooDeep).isPresent()) {
      throw new QirtasException(Fault.INPUT, "archive.article.deep", origin.name());
    }
    ObjectNode node = Json.object();
    node.set("@context", context());
    node.put("@id", id.urn());
    node.put("@type", article.isPresent() ? "NewsArticle" : "CreativeWork");
    article.ifPresentOrElse(known -> describe(node, known), () -> node.put("name", origin.name()));
    node.put("dcterms:identifier", id.urn()).put("dcterms:format", origin.mediaType());
    origin.kin().ifPresent(kin -> node.put(term(kin.kind()), kin.id().urn()));
    node.put("qirtas:status", status.word());
    cause.ifPresent(why -> node.put("qirtas:cause", why));
    node.set("qirtas:original", original(origin));
    article.ifPresent(known -> node.set(ARTICLE, ArticleJson.write(known)));
    return Json.indented(node);
  }

  private static ArrayNode context() {
    ArrayNode context = JsonNodeFactory.instance.arrayNode().add("https://schema.org/");
    ObjectNode terms = context.addObject();
    terms.put("dcterms", "http://purl.org/dc/terms/").put("qirtas", "urn:x-qirtas:");
    // Opaque to JSON-LD: our lists of lists are not statements about anything.
    terms.set(ARTICLE, Json.object().put("@type", "@json"));
    return context;
  }

  private static void describe(ObjectNode node, Article article) {
    article.title().map(Attested::value).ifPresent(title -> node.put("headline", title));
    article.subtitle().ifPresent(subtitle -> node.put("alternativeHeadline", subtitle));
    if (!article.authors().isEmpty()) {
      node.set("author", array(article.authors(), author -> named("Person", author.value())));
    }
    article.date().map(ArticleDate::edtf).ifPresent(date -> node.put("datePublished", date));
    article.place().ifPresent(at -> node.set("contentLocation", named("Place", at.value())));
    article.publisher().ifPresent(by -> node.set("publisher", named("Organization", by)));
    article.address().ifPresent(address -> node.put("url", address));
    if (!article.language().equals(Language.UNKNOWN)) {
      node.put("inLanguage", article.language().tag());
    }
    if (!article.tags().isEmpty()) {
      node.set("keywords", array(article.tags(), JsonNodeFactory.instance::textNode));
    }
    if (!article.related().isEmpty()) {
      node.set(
          "isRelatedTo",
          array(
              article.related(),
              related -> {
                ObjectNode other = named("NewsArticle", related.title());
                related.address().ifPresent(address -> other.put("url", address));
                return other;
              }));
    }
    node.put("articleBody", article.text());
    article.title().map(Attested::value).ifPresent(title -> node.put("dcterms:title", title));
    article.date().map(ArticleDate::edtf).ifPresent(date -> node.put("dcterms:issued", date));
  }

  private static ObjectNode named(String type, String name) {
    return Json.object().put("@type", type).put("name", name);
  }

  private static ObjectNode original(Original origin) {
    ObjectNode node =
        Json.object()
            .put("name", origin.name())
            .put("mediaType", origin.mediaType())
            .put("size", origin.size())
            .put("sha512", origin.sha512());
    origin.location().ifPresent(location -> node.put("location", location));
    if (!origin.within().isEmpty()) {
      node.set("within", array(origin.within(), RecordJson::provenance));
    }
    if (!origin.hints().isEmpty()) {
      node.set("hints", array(origin.hints(), RecordJson::hint));
    }
    return node;
  }

  private static ObjectNode provenance(Provenance provenance) {
    return Json.object()
        .put("name", provenance.container())
        .put("sha512", provenance.digest().hex())
        .put("place", provenance.place());
  }

  private static ObjectNode hint(Hint hint) {
    return Json.object()
        .put("field", word(hint.field()))
        .put("words", hint.words())
        .put("origin", word(hint.origin()));
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static List<Hint> hints(JsonNode original) {
    var hints = new ArrayList<Hint>();
    for (JsonNode node : original.path("hints")) {
      hints.add(
          new Hint(
              Hint.Field.valueOf(node.required("field").textValue().toUpperCase(Locale.ROOT)),
              node.required("words").textValue(),
              Evidence.Origin.valueOf(
                  node.required("origin").textValue().toUpperCase(Locale.ROOT))));
    }
    return hints;
  }

  static Original readOriginal(JsonNode record) {
    JsonNode node = record.required("qirtas:original");
    return new Original(
        node.required("name").textValue(),
        node.required("sha512").textValue(),
        node.required("size").longValue(),
        node.required("mediaType").textValue(),
        InlineJson.text(node, "location"),
        within(node),
        hints(node),
        kin(record));
  }

  private static String term(Kinship.Kind kind) {
    return switch (kind) {
      case SAME_AS -> "sameAs";
      case VERSION_OF -> "dcterms:isVersionOf";
    };
  }

  private static Optional<Kinship> kin(JsonNode record) {
    for (Kinship.Kind kind : Kinship.Kind.values()) {
      Optional<String> urn = InlineJson.text(record, term(kind));
      if (urn.isPresent()) {
        return Optional.of(new Kinship(kind, ItemId.ofUrn(urn.get())));
      }
    }
    return Optional.empty();
  }

  private static List<Provenance> within(JsonNode original) {
    var within = new ArrayList<Provenance>();
    for (JsonNode node : original.path("within")) {
      within.add(
          new Provenance(
              node.required("name").textValue(),
              new Digest(node.required("sha512").textValue()),
              node.required("place").textValue()));
    }
    return within;
  }

  static Status readStatus(JsonNode record) {
    return Status.of(record.required("qirtas:status").textValue());
  }

  static Optional<String> readCause(JsonNode record) {
    return InlineJson.text(record, "qirtas:cause");
  }

  static Optional<Article> readArticle(JsonNode record) {
    return Optional.ofNullable(record.get(ARTICLE)).map(ArticleJson::read);
  }
}
