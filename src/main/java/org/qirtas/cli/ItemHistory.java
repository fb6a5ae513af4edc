package org.qirtas.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.qirtas.archive.Archive;
import org.qirtas.archive.ArchiveItem;
import org.qirtas.archive.Event;
import org.qirtas.archive.Version;

/** What became of an item over time: its versions, and what happened to it. */
final class ItemHistory {
  private final Qirtas qirtas;
  private final ArchiveItem item;
  private final List<Version> versions;
  private final List<Event> events;

  ItemHistory(Qirtas qirtas, Archive archive, ArchiveItem item) {
    this.qirtas = qirtas;
    this.item = item;
    this.versions = archive.history(item);
    this.events = archive.events(item);
  }

  void print() {
    if (qirtas.json()) {
      qirtas.terminal().out().println(ItemJson.line(json()));
      return;
    }
    for (Version version : versions) {
      line(
          "show.version",
          version.number(),
          version.created(),
          version.change().who(),
          version.change().why());
    }
    qirtas.terminal().out().println();
    for (Event event : events) {
      line("show.event", event.moment(), event.kind().term(), event.detail());
    }
  }

  private void line(String key, Object... values) {
    qirtas.terminal().out().println(qirtas.messages().say(key, values).stripTrailing());
  }

  private ObjectNode json() {
    ObjectNode node = ItemJson.object().put("id", item.id().toString()).put("path", item.path());
    ArrayNode made = node.putArray("versions");
    for (Version version : versions) {
      made.addObject()
          .put("version", version.number())
          .put("created", version.created().toString())
          .put("who", version.change().who())
          .put("why", version.change().why());
    }
    ArrayNode happened = node.putArray("events");
    for (Event event : events) {
      happened
          .addObject()
          .put("type", event.kind().term())
          .put("moment", event.moment().toString())
          .put("outcome", ItemJson.word(event.outcome()))
          .put("detail", event.detail());
    }
    return node;
  }
}
