package org.qirtas.profile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.qirtas.Fault;
import org.qirtas.Nearest;
import org.qirtas.QirtasException;
import org.qirtas.measure.Length;

/**
 * A section of a profile while it is read: gives values by key, and tells where one stands that
 * cannot be.
 */
final class Fields {
  private final Entry.Section section;
  private final String path;
  private final String pattern;
  private final Set<String> known;

  /**
   * A whole profile.
   *
   * @param known is told the path of every key that is asked for; {@code *} stands for any
   */
  Fields(Entry.Section section, Set<String> known) {
    this(section, "", "", known);
  }

  /** With the path as messages have it, and as it is known: with {@code *} for chosen keys. */
  private Fields(Entry.Section section, String path, String pattern, Set<String> known) {
    this.section = section;
    this.path = path;
    this.pattern = pattern;
    this.known = known;
  }

  private String full(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private String known(String key) {
    return pattern.isEmpty() ? key : pattern + "." + key;
  }

  private Optional<Entry.Field> find(String key) {
    known.add(known(key));
    return Optional.ofNullable(section.fields().get(key));
  }

  private Entry.Field field(String key) {
    return find(key).orElseThrow(() -> wrong("profile.missing", section.spot(), full(key)));
  }

  boolean has(String key) {
    return find(key).isPresent();
  }

  /** Where a key stands; where it would, if it is not there. */
  Spot spot(String key) {
    return find(key).map(Entry.Field::spot).orElse(section.spot());
  }

  /** Where a key of a section stands; where the section does, if it is not there. */
  Spot spot(String key, String inner) {
    return find(key)
        .map(field ->
            field.value() instanceof Entry.Section(Spot _, var fields) && fields.containsKey(inner)
                ? fields.get(inner).spot()
                : field.spot())
        .orElse(section.spot());
  }

  /** What a message calls a key. */
  String name(String key) {
    return full(key);
  }

  static QirtasException wrong(String message, Spot spot, Object... values) {
    var all = new ArrayList<Object>(List.of(spot.file(), spot.line()));
    all.addAll(List.of(values));
    return new QirtasException(Fault.USAGE, message, all.toArray());
  }

  Fields section(String key) {
    return section(key, field(key).value());
  }

  /** A section that may be left out, and says nothing then. */
  Fields optional(String key) {
    return find(key)
        .map(field -> section(key, field.value()))
        .orElseGet(() ->
            new Fields(
                new Entry.Section(section.spot(), new LinkedHashMap<>()),
                full(key),
                known(key),
                known));
  }

  private Fields section(String key, Entry value) {
    if (value instanceof Entry.Section inner) {
      return new Fields(inner, full(key), known(key), known);
    }
    throw wrong("profile.value.section", value.spot(), full(key));
  }

  /** Words by keys that the writer chooses; {@code none} takes away what another profile says. */
  Map<String, String> words(String key) {
    known.add(known(key) + ".*");
    return find(key).map(field -> words(key, field.value())).orElse(Map.of());
  }

  private Map<String, String> words(String key, Entry value) {
    if (isNone(value)) {
      return Map.of();
    }
    Fields inner = section(key, value);
    var words = new TreeMap<String, String>();
    for (String name : inner.section.fields().keySet()) {
      String word = inner.word(name);
      if (!word.equals(Notation.NONE)) {
        words.put(name, word);
      }
    }
    return words;
  }

  /** Sections by keys that the writer chooses; {@code none} takes one away. */
  Map<String, Fields> sections(String key) {
    known.add(known(key) + ".*");
    var sections = new TreeMap<String, Fields>();
    Optional<Entry> value = find(key).map(Entry.Field::value);
    if (value.isEmpty() || isNone(value.get())) {
      return sections;
    }
    Fields inner = section(key, value.get());
    inner
        .section
        .fields()
        .forEach((name, field) -> {
          if (!isNone(field.value())) {
            sections.put(name, inner.section(name, field.value()).as(known(key) + ".*"));
          }
        });
    return sections;
  }

  private static boolean isNone(Entry value) {
    return value instanceof Entry.Word(Spot _, String text) && text.equals(Notation.NONE);
  }

  private Fields as(String other) {
    return new Fields(section, path, other, known);
  }

  /** A single value as it stands, which is not nothing. */
  String word(String key) {
    Entry.Field field = field(key);
    if (field.value() instanceof Entry.Word(Spot _, String text) && !text.isEmpty()) {
      return text;
    }
    throw wrong("profile.value.word", field.spot(), full(key));
  }

  private <T> T read(String key, Function<String, Optional<T>> notation, String message) {
    String text = word(key);
    return notation.apply(text).orElseThrow(() -> wrong(message, spot(key), full(key), text));
  }

  Length length(String key, Length least, Length most) {
    return between(
        key,
        read(key, text -> Notation.length(text, Optional.empty()), "profile.value.length"),
        least,
        most);
  }

  /** A length that may be written in ems of a size. */
  Length length(String key, Length least, Length most, Length em) {
    return between(
        key,
        read(key, text -> Notation.length(text, Optional.of(em)), "profile.value.length.em"),
        least,
        most);
  }

  private Length between(String key, Length length, Length least, Length most) {
    if (least.exceeds(length)) {
      throw wrong("profile.least", spot(key), full(key), word(key), Notation.of(least));
    }
    if (length.exceeds(most)) {
      throw wrong("profile.most", spot(key), full(key), word(key), Notation.of(most));
    }
    return length;
  }

  int number(String key, int least, int most) {
    int number = read(key, Notation::number, "profile.value.number");
    if (number < least) {
      throw wrong("profile.least", spot(key), full(key), number, least);
    }
    if (number > most) {
      throw wrong("profile.most", spot(key), full(key), number, most);
    }
    return number;
  }

  /** A part of a hundred. */
  double percent(String key, double least, double most) {
    double part = read(key, text -> Notation.parts(text, "%"), "profile.value.percent");
    return between(key, part, least, most, Notation.percent(least), Notation.percent(most));
  }

  /** A part of the type's size. */
  double ems(String key, double most) {
    double part = read(key, text -> Notation.parts(text, "em"), "profile.value.em");
    return between(key, part, 0, most, Notation.ems(0), Notation.ems(most));
  }

  private double between(
      String key, double part, double least, double most, String lower, String upper) {
    if (part < least) {
      throw wrong("profile.least", spot(key), full(key), word(key), lower);
    }
    if (part > most) {
      throw wrong("profile.most", spot(key), full(key), word(key), upper);
    }
    return part;
  }

  boolean flag(String key) {
    return read(key, Notation::flag, "profile.value.flag");
  }

  Rule rule(String key) {
    Rule rule = read(key, Notation::rule, "profile.value.rule");
    between(key, rule.thickness(), Length.ZERO, Length.points(20));
    return rule;
  }

  Colour colour(String key) {
    return read(key, Notation::colour, "profile.value.colour");
  }

  org.qirtas.measure.Size size(String key) {
    String text = word(key);
    return Notation.size(text)
        .orElseThrow(() ->
            wrong(
                "profile.value.size",
                spot(key),
                full(key),
                text,
                String.join(" | ", Notation.sizes())));
  }

  <E extends Enum<E>> E choice(String key, Class<E> type) {
    return choice(key, type, word(key), spot(key));
  }

  private <E extends Enum<E>> E choice(String key, Class<E> type, String text, Spot spot) {
    return Notation.choice(text, type).orElseThrow(() -> unknown(key, type, text, spot));
  }

  private QirtasException unknown(
      String key, Class<? extends Enum<?>> type, String text, Spot spot) {
    List<String> choices = Notation.choices(type);
    String all = String.join(" | ", choices);
    return Nearest.to(text, choices.stream())
        .map(nearest -> wrong("profile.choice.nearest", spot, full(key), text, nearest, all))
        .orElseGet(() -> wrong("profile.choice", spot, full(key), text, all));
  }

  /** One choice or several, in their order; {@code none} for no choice at all. */
  <E extends Enum<E>> List<E> choices(String key, Class<E> type) {
    return items(key).stream().map(item -> choice(key, type, item.text(), item.spot())).toList();
  }

  /** Some of the marks around a page, or {@code all}, or {@code none}. */
  Set<PrinterMark> marks(String key) {
    List<Entry.Word> items = items(key);
    if (items.isEmpty()) {
      return Set.of();
    }
    return PrinterMark.named(items.stream().map(Entry.Word::text).toList())
        .orElseThrow(() -> {
          Entry.Word wrong =
              items.stream()
                  .filter(item -> PrinterMark.named(List.of(item.text())).isEmpty())
                  .findFirst()
                  .orElse(items.getFirst());
          String all = String.join(" | ", PrinterMark.choices());
          return wrong("profile.choice", wrong.spot(), full(key), wrong.text(), all);
        });
  }

  /** One word or several, each as the notation has it; {@code none} for no word at all. */
  List<String> list(String key, Predicate<String> notation, String message) {
    List<Entry.Word> items = items(key);
    for (Entry.Word item : items) {
      if (!notation.test(item.text())) {
        throw wrong(message, item.spot(), full(key), item.text());
      }
    }
    return items.stream().map(Entry.Word::text).toList();
  }

  private List<Entry.Word> items(String key) {
    Entry value = field(key).value();
    var items = new ArrayList<Entry.Word>();
    switch (value) {
      case Entry.Word(Spot _, String text) when text.equals(Notation.NONE) -> {}
      case Entry.Word word -> items.add(word);
      case Entry.Section _ -> throw wrong("profile.value.list", spot(key), full(key));
      case Entry.Sequence sequence -> {
        for (Entry item : sequence.items()) {
          if (!(item instanceof Entry.Word word)) {
            throw wrong("profile.value.list", item.spot(), full(key));
          }
          items.add(word);
        }
      }
    }
    return items;
  }
}
