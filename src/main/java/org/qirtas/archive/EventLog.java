package org.qirtas.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** {@code events.jsonl}: one event a line, oldest first, with the names of PREMIS 3. */
final class EventLog {
  private EventLog() {}

  static byte[] write(List<Event> events, ItemId item) throws IOException {
    var lines = new ByteArrayOutputStream();
    for (Event event : events) {
      ObjectNode node = Json.object();
      node.put("eventType", event.kind().term());
      node.put("eventDateTime", event.moment().toString());
      node.put("eventOutcome", event.outcome().name().toLowerCase(Locale.ROOT));
      node.put("eventDetail", event.detail());
      node.put("linkingAgent", "Qirtas");
      node.put("linkingObject", item.urn());
      lines.writeBytes(Json.line(node));
    }
    return lines.toByteArray();
  }

  static List<Event> read(Path file) throws IOException {
    var events = new ArrayList<Event>();
    for (String line : Files.readAllLines(file)) {
      JsonNode node = Json.parse(line.getBytes(java.nio.charset.StandardCharsets.UTF_8));
      events.add(
          new Event(
              kind(node.required("eventType").textValue()),
              Instant.parse(node.required("eventDateTime").textValue()),
              Event.Outcome.valueOf(
                  node.required("eventOutcome").textValue().toUpperCase(Locale.ROOT)),
              node.required("eventDetail").textValue()));
    }
    return events;
  }

  private static Event.Kind kind(String term) {
    return Arrays.stream(Event.Kind.values())
        .filter(kind -> kind.term().equals(term))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(term));
  }
}
