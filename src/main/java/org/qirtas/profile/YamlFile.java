package org.qirtas.profile;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.qirtas.Fault;
import org.qirtas.QirtasException;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads the YAML of one profile, as words and where they stand.
 *
 * <p>Of YAML only what a profile needs: no tags, so that no file chooses a class; no anchors, so
 * that no small file becomes a large tree; one document; and no deeper than profiles are.
 */
final class YamlFile {
  /** More bytes than this no profile has. */
  static final int LONGEST = 1 << 16;

  private static final int DEEPEST = 6;

  private final String file;
  private final int distance;
  private final boolean shipped;
  private final Iterator<Event> events;

  private YamlFile(String file, int distance, boolean shipped, String text) {
    this.file = file;
    this.distance = distance;
    this.shipped = shipped;
    this.events =
        new Parse(LoadSettings.builder().setLabel(file).setCodePointLimit(LONGEST).build())
            .parseString(text)
            .iterator();
  }

  /**
   * What a file says.
   *
   * @param file what it is called in messages
   * @param distance how many profiles lie between it and the one that was asked for
   * @param shipped whether it comes with the program
   */
  static Entry.Section read(String file, int distance, boolean shipped, byte[] bytes) {
    if (bytes.length > LONGEST) {
      throw new QirtasException(Fault.USAGE, "profile.large", file, LONGEST);
    }
    try {
      return new YamlFile(file, distance, shipped, text(file, bytes)).document();
    } catch (MarkedYamlEngineException wrong) {
      int line = wrong.getProblemMark().or(wrong::getContextMark).map(Mark::getLine).orElse(0) + 1;
      throw new QirtasException(
          wrong, Fault.USAGE, "profile.syntax", file, line, String.valueOf(wrong.getProblem()));
    } catch (YamlEngineException wrong) {
      throw new QirtasException(
          wrong, Fault.USAGE, "profile.yaml", file, String.valueOf(wrong.getMessage()));
    }
  }

  private static String text(String file, byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException other) {
      throw new QirtasException(other, Fault.USAGE, "profile.encoding", file);
    }
  }

  private Entry.Section document() {
    Optional<Entry> found = Optional.empty();
    boolean begun = false;
    while (events.hasNext()) {
      Event event = events.next();
      if (event instanceof DocumentStartEvent) {
        if (begun) {
          throw wrong("profile.documents", event);
        }
        begun = true;
      } else if (event instanceof NodeEvent) {
        found = Optional.of(value(event, 0));
      }
    }
    Spot head = new Spot(file, 1, distance, shipped);
    return switch (found.orElseGet(() -> new Entry.Section(head, new LinkedHashMap<>()))) {
      case Entry.Section section -> section;
      case Entry.Word(Spot spot, String text) when text.isEmpty() ->
          new Entry.Section(spot, new LinkedHashMap<>());
      case Entry.Word other -> throw wrong("profile.list", other.spot());
      case Entry.Sequence other -> throw wrong("profile.list", other.spot());
    };
  }

  private Entry value(Event event, int depth) {
    boolean named = event instanceof NodeEvent node && node.getAnchor().isPresent();
    if (named || event instanceof AliasEvent || isTagged(event)) {
      throw wrong("profile.anchor", event);
    }
    if (depth > DEEPEST) {
      throw wrong("profile.deep", event);
    }
    return switch (event) {
      case ScalarEvent scalar -> new Entry.Word(spot(event), scalar.getValue().strip());
      case MappingStartEvent _ -> section(spot(event), depth);
      case SequenceStartEvent _ -> sequence(spot(event), depth);
      default -> throw new IllegalStateException(event + " begins no value");
    };
  }

  private static boolean isTagged(Event event) {
    return switch (event) {
      case ScalarEvent scalar -> scalar.getTag().isPresent();
      case CollectionStartEvent collection -> collection.getTag().isPresent();
      default -> false;
    };
  }

  private Entry.Section section(Spot spot, int depth) {
    var fields = new LinkedHashMap<String, Entry.Field>();
    for (Event event = events.next(); !(event instanceof MappingEndEvent); event = events.next()) {
      if (!(event instanceof ScalarEvent)) {
        throw wrong(event instanceof AliasEvent ? "profile.anchor" : "profile.key", event);
      }
      String key = ((Entry.Word) value(event, depth)).text();
      Spot at = spot(event);
      var field = new Entry.Field(at, value(events.next(), depth + 1));
      Entry.Field before = fields.putIfAbsent(key, field);
      if (before != null) {
        throw new QirtasException(
            Fault.USAGE, "profile.twice", file, at.line(), key, before.spot().line());
      }
    }
    return new Entry.Section(spot, fields);
  }

  private Entry.Sequence sequence(Spot spot, int depth) {
    var items = new ArrayList<Entry>();
    for (Event event = events.next(); !(event instanceof SequenceEndEvent); event = events.next()) {
      items.add(value(event, depth + 1));
    }
    return new Entry.Sequence(spot, items);
  }

  private Spot spot(Event event) {
    int line = event.getStartMark().map(Mark::getLine).orElse(0) + 1;
    return new Spot(file, line, distance, shipped);
  }

  private QirtasException wrong(String key, Event event) {
    return wrong(key, spot(event));
  }

  private static QirtasException wrong(String key, Spot spot) {
    return new QirtasException(Fault.USAGE, key, spot.file(), spot.line());
  }
}
