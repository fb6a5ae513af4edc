package org.qirtas.source;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.io.IOException;
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
import org.qirtas.source.letters.Blanks;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/**
 * The record at the head of a text: YAML between lines of three hyphens, TOML between lines of
 * three plus signs, or a JSON object. Where YAML is not good, its lines are read as names and
 * values; what is neither good TOML nor good JSON is text.
 *
 * @param fields each name's values
 * @param rest the text below
 */
record FrontMatter(Map<String, List<String>> fields, String rest) {
  private static final Pattern BLOCK =
      Pattern.compile(
          "^\\uFEFF?---[ \\t]*\\R(.*?\\R)?(?:---|\\.\\.\\.)[ \\t]*(?:\\R|$)", Pattern.DOTALL);
  private static final Pattern LINE = Pattern.compile("^([\\w\\-]+)[ \\t]*:[ \\t]*(.*)$");
  private static final Pattern TOML_BLOCK =
      Pattern.compile(
          "^\\uFEFF?\\+\\+\\+[ \\t]*\\R(.*?\\R)\\+\\+\\+[ \\t]*(?:\\R|$)", Pattern.DOTALL);
  private static final Pattern OBJECT = Pattern.compile("^\\uFEFF?(?=\\{\\s*\")");
  private static final ObjectMapper TOML = new TomlMapper();
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<Map<String, Object>> NAMED = new TypeReference<>() {};
  private static final int LARGEST = 1 << 16;

  static FrontMatter of(String text) {
    String head = text.substring(0, Math.min(text.length(), LARGEST));
    Matcher yaml = BLOCK.matcher(head);
    if (yaml.find()) {
      return yaml.group(1) == null
          ? none(text)
          : new FrontMatter(fields(yaml.group(1)), text.substring(yaml.end()));
    }
    try {
      Matcher toml = TOML_BLOCK.matcher(head);
      if (toml.find()) {
        return new FrontMatter(
            named(TOML.readValue(toml.group(1), NAMED)), text.substring(toml.end()));
      }
      Matcher object = OBJECT.matcher(head);
      return object.find() ? json(text, head, object.end()) : none(text);
    } catch (IOException notARecord) {
      return none(text);
    }
  }

  private static FrontMatter none(String text) {
    return new FrontMatter(Map.of(), text);
  }

  private static FrontMatter json(String text, String head, int start) throws IOException {
    try (JsonParser parser = JSON.createParser(head.substring(start))) {
      Map<String, Object> fields = parser.readValueAs(NAMED);
      int end = start + (int) parser.currentLocation().getCharOffset();
      return new FrontMatter(named(fields), text.substring(end));
    }
  }

  private static Map<String, List<String>> named(Map<?, ?> record) {
    var fields = new TreeMap<String, List<String>>();
    record.forEach((name, value) -> fields.put(name(String.valueOf(name)), values(value)));
    return fields;
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
        return named(map);
      }
    } catch (YamlEngineException notYaml) {
      // Colons in titles are the usual reason; the lines say what is meant.
    }
    for (String line : Blanks.lines(yaml)) {
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
