package org.qirtas.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qirtas.archive.Archive;
import org.qirtas.archive.ArchiveItem;
import org.qirtas.archive.StoredFile;
import org.qirtas.article.Article;
import org.qirtas.article.ArticleDate;
import org.qirtas.article.Attested;
import org.qirtas.article.Block;
import org.qirtas.article.Evidence;
import org.qirtas.article.Gap;
import org.qirtas.article.Language;
import org.qirtas.article.OtherDate;
import org.qirtas.article.Related;
import org.qirtas.catalog.Excerpts;

/** The JSON that other programs read: one document a line. */
final class ItemJson {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().configure(StreamWriteFeature.AUTO_CLOSE_TARGET.mappedFeature(), false);

  private ItemJson() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static ObjectNode of(Map<String, ?> values) {
    return MAPPER.valueToTree(values);
  }

  /** {@return a line that holds an object; empty where it holds anything else} */
  static Optional<JsonNode> parsed(String line) {
    try {
      return Optional.ofNullable(MAPPER.readTree(line)).filter(JsonNode::isObject);
    } catch (JsonProcessingException broken) {
      return Optional.empty();
    }
  }

  static String line(ObjectNode node) {
    try {
      // Half a surrogate pair has no UTF-8 of its own.
      return new String(
          MAPPER.writeValueAsString(node).getBytes(java.nio.charset.StandardCharsets.UTF_8),
          java.nio.charset.StandardCharsets.UTF_8);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static ObjectNode of(Archive archive, ArchiveItem item) {
    ObjectNode node = object();
    node.put("id", item.id().toString()).put("path", item.path()).put("version", item.version());
    node.put("status", item.status().word());
    Optional<Article> article = archive.article(item);
    node.put("title", or(article.flatMap(Article::title).map(Attested::value)));
    node.put("subtitle", or(article.flatMap(Article::subtitle)));
    ArrayNode authors = node.putArray("authors");
    article.stream()
        .flatMap(known -> known.authors().stream())
        .forEach(a -> authors.add(a.value()));
    node.put("place", or(article.flatMap(Article::place).map(Attested::value)));
    Optional<ArticleDate> date = article.flatMap(Article::date);
    node.put("date", or(date.map(ArticleDate::edtf)));
    date.ifPresentOrElse(known -> evidence(node, known), () -> node.putNull("dateEvidence"));
    otherDates(node, article.map(Article::otherDates).orElse(List.of()));
    gaps(node, article.map(Article::gaps).orElse(List.of()));
    node.put("language", or(article.map(Article::language).flatMap(ItemJson::known)));
    node.put("source", or(article.flatMap(Article::publisher)));
    ArrayNode tags = node.putArray("tags");
    article.stream().flatMap(known -> known.tags().stream()).forEach(tags::add);
    ArrayNode related = node.putArray("related");
    article.stream().flatMap(known -> known.related().stream()).forEach(r -> related(related, r));
    node.put("text", or(article.map(ItemJson::text)));
    ArrayNode figures = node.putArray("figures");
    article.stream().flatMap(known -> known.body().stream()).forEach(b -> figure(figures, b));
    files(node.putArray("files"), item);
    item.cause().ifPresent(cause -> node.put("cause", cause));
    return node;
  }

  /** {@return an item's line with words of its text} */
  static String line(Archive archive, ArchiveItem item, List<Excerpts.Excerpt> excerpts) {
    ObjectNode node = of(archive, item);
    ArrayNode texts = node.putArray("excerpts");
    excerpts.forEach(excerpt -> texts.add(excerpt.text()));
    return line(node);
  }

  private static void evidence(ObjectNode node, ArticleDate date) {
    Evidence evidence = date.evidence();
    node.putObject("dateEvidence")
        .put("raw", evidence.raw())
        .put("calendar", word(date.calendar()))
        .put("source", word(evidence.origin()))
        .put("certain", date.certain());
  }

  /** What else an article is dated by, and why that is not its date. */
  static void gaps(ObjectNode node, List<Gap> gaps) {
    ArrayNode all = node.putArray("gaps");
    gaps.forEach(gap -> all.addObject().put("kind", word(gap.kind())).put("count", gap.count()));
  }

  static void otherDates(ObjectNode node, List<OtherDate> dates) {
    ArrayNode others = node.putArray("otherDates");
    for (OtherDate other : dates) {
      others
          .addObject()
          .put("value", or(other.date().map(ArticleDate::edtf)))
          .put("raw", other.evidence().raw())
          .put("from", word(other.evidence().origin()))
          .put("reason", word(other.reason()));
    }
  }

  private static void related(ArrayNode all, Related related) {
    all.addObject()
        .put("title", related.title())
        .put("address", or(related.address()))
        .put("raw", related.raw());
  }

  /** {@return the paragraphs of the body; what stands below pictures is not one of them} */
  static String text(Article article) {
    return article.body().stream()
        .filter(block -> !(block instanceof Block.Figure))
        .map(Block::text)
        .collect(Collectors.joining("\n\n"));
  }

  private static void figure(ArrayNode all, Block block) {
    if (block instanceof Block.Figure figure) {
      all.addObject()
          .put("picture", figure.picture())
          .put("alternateText", figure.alternateText())
          .put("caption", figure.text());
    }
  }

  private static void files(ArrayNode all, ArchiveItem item) {
    List<StoredFile> files = item.files();
    for (StoredFile file : files) {
      all.addObject()
          .put("name", file.name())
          .put("path", item.path() + "/" + file.path())
          .put("sha512", file.sha512());
    }
  }

  private static Optional<String> known(Language language) {
    return language.equals(Language.UNKNOWN) ? Optional.empty() : Optional.of(language.tag());
  }

  /** {@return a record type as a word: {@code stored} of {@code Stored}} */
  static String word(Class<?> type) {
    return type.getSimpleName().toLowerCase(Locale.ROOT);
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static @Nullable String or(Optional<String> value) {
    return value.orElse(null);
  }
}
