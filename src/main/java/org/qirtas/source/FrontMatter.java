package org.qirtas.source;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.qirtas.article.Evidence.Origin;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/**
 * The record in YAML at the head of a text, between lines of three hyphens. Where it is not good
 * YAML, its lines are read as names and values.
 *
 * @param fields each name's values
 * @param rest the text below
 */
record FrontMatter(Map<String, List<String>> fields, String rest) {
  private static final Pattern BLOCK =
      Pattern.compile(
          "^\\uFEFF?---[ \\t]*\\R(.*?\\R)?(?:---|\\.\\.\\.)[ \\t]*(?:\\R|$)", Pattern.DOTALL);
  private static final Pattern LINE = Pattern.compile("^([\\w\\-]+)[ \\t]*:[ \\t]*(.*)$");
  private static final int LARGEST = 1 << 16;

  static FrontMatter of(String text) {
    Matcher block = BLOCK.matcher(text);
    if (!block.find() || block.group(1) == null || block.end() > LARGEST) {
      return new FrontMatter(Map.of(), text);
    }
    return new FrontMatter(fields(block.group(1)), text.substring(block.end()));
  }

  private static Map<String, List<String>> fields(String yaml) {
    var fields = new TreeMap<String, List<String>>();
    try {
      var settings =
          LoadSettings.builder()
              .setSchema(new FailsafeSchema())
              .setCodePointLimit(LARGEST)
              .setMaxAliasesForCollections(10)
              .setAllowDuplicateKeys(true)
              .build();
      @Nullable Object loaded = new Load(settings).loadFromString(yaml);
      if (loaded instanceof Map<?, ?> map) {
        map.forEach((name, value) -> fields.put(name(String.valueOf(name)), values(value)));
        return fields;
      }
    } catch (YamlEngineException notYaml) {
      // Colons in titles are the usual reason; the lines say what is meant.
    }
    for (String line : TextReader.lines(yaml)) {
      Matcher matcher = LINE.matcher(line);
      if (matcher.matches()) {
        String value = matcher.group(2).strip().replaceAll("^([\"'])(.*)\\1$", "$2");
        fields.putIfAbsent(name(matcher.group(1)), List.of(value));
      }
    }
    return fields;
  }

  private static String name(String raw) {
    return raw.strip().toLowerCase(Locale.ROOT).replace('-', '_');
  }

  private static List<String> values(@Nullable Object value) {
    var values = new ArrayList<String>();
    if (value instanceof Collection<?> list) {
      list.forEach(each -> values.addAll(values(each)));
    } else if (value instanceof Map<?, ?> map) {
      Object name =
          map.containsKey("name")
              ? map.get("name")
              : map.containsKey("text") ? map.get("text") : null;
      values.addAll(values(name));
    } else if (value != null) {
      values.add(String.valueOf(value));
    }
    return values;
  }

  /** Says what it knows. */
  void claim(Claims claims) {
    all("title", "headline")
        .forEach(title -> claims.title(Origin.TEXT_RECORD, MarkdownReader.plain(title)));
    all("author", "authors", "by", "byline")
        .forEach(author -> claims.author(Origin.TEXT_RECORD, author));
    all("date", "published", "publish_date", "pubdate", "date_published", "created")
        .forEach(date -> claims.date(Origin.TEXT_RECORD, date));
    all("source", "publisher", "publication", "journal", "site", "container_title")
        .forEach(claims::publisher);
    all("url", "link", "canonical", "canonical_url", "permalink", "source_url").stream()
        .filter(address -> address.startsWith("http"))
        .forEach(claims::address);
    all("lang", "language").forEach(claims::language);
    for (String tags : all("tags", "keywords", "categories", "category", "section")) {
      List.of(tags.split("[,،;؛]", -1)).forEach(claims::tag);
    }
  }

  private List<String> all(String... names) {
    var all = new ArrayList<String>();
    for (String name : names) {
      all.addAll(fields.getOrDefault(name, List.of()));
    }
    return all;
  }
}
