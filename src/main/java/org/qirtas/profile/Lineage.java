package org.qirtas.profile;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.qirtas.Nearest;
import org.qirtas.QirtasException;

/** A profile, what it extends, what that extends, and so on: read and laid one over the other. */
final class Lineage {
  /** A longer line of files each extending the next nobody has by intent. */
  private static final int LONGEST = 16;

  private static final String EXTEND = "extend";

  private final Collection<String> families;
  private final List<Origin> origins = new ArrayList<>();

  Lineage(Collection<String> families) {
    this.families = families;
  }

  PrintProfile read(Origin origin) {
    Entry.Section said = said(origin);
    return new ProfileReader(named(said, origin.stem()), families).read();
  }

  /** The keys there are: those that are asked for while the profile is read that has them all. */
  private static final class Known {
    static final Keys KEYS = keys();

    private static Keys keys() {
      var origin = new Origin.Shipped(Profiles.DEFAULT);
      Entry.Section all = YamlFile.read(origin.called(), 0, true, origin.bytes());
      var reader = new ProfileReader(named(all, origin.stem()), List.of());
      reader.read();
      return reader.keys();
    }
  }

  /** A profile that gives itself no name has its file's. */
  private static Entry.Section named(Entry.Section said, String stem) {
    var fields = new LinkedHashMap<>(said.fields());
    fields.computeIfAbsent(
        "name", _ -> new Entry.Field(said.spot(), new Entry.Word(said.spot(), stem)));
    return new Entry.Section(said.spot(), fields);
  }

  /** What an origin says, over what it builds upon. */
  private Entry.Section said(Origin origin) {
    origins.add(origin);
    boolean shipped = origin instanceof Origin.Shipped;
    Entry.Section own = YamlFile.read(origin.called(), origins.size() - 1, shipped, origin.bytes());
    Known.KEYS.check(own, "");
    // Whose name and description these were is told by whoever extends it.
    return base(own, origin)
        .map(base -> own.over(said(base).without("name", "description", EXTEND)))
        .orElse(own);
  }

  private Optional<Origin> base(Entry.Section own, Origin origin) {
    Entry.Field extend = own.fields().get(EXTEND);
    if (extend == null) {
      return Optional.of(new Origin.Shipped(Profiles.DEFAULT));
    }
    String name = new Fields(own, new java.util.TreeSet<>()).word(EXTEND);
    if (name.equals(Notation.NONE)) {
      return Optional.empty();
    }
    Origin base = base(name, origin, extend.spot());
    refuseCircle(base, extend.spot());
    return Optional.of(base);
  }

  private static Origin base(String name, Origin origin, Spot spot) {
    if (Profiles.shipped().contains(name)) {
      return new Origin.Shipped(name);
    }
    if (!Profiles.isFile(name)) {
      throw unknown(name, spot);
    }
    try {
      Path path = Path.of(name);
      return new Origin.Written(
          origin instanceof Origin.Written(Path file) ? file.resolveSibling(path) : path);
    } catch (InvalidPathException e) {
      throw unknown(name, spot);
    }
  }

  private static QirtasException unknown(String name, Spot spot) {
    String all = String.join(", ", Profiles.shipped());
    return Nearest.to(name, Profiles.shipped().stream())
        .map(near -> Fields.wrong("profile.extend.nearest", spot, name, near, all))
        .orElseGet(() -> Fields.wrong("profile.extend", spot, name, all));
  }

  private void refuseCircle(Origin base, Spot spot) {
    if (origins.stream().anyMatch(before -> before.real().equals(base.real()))) {
      String circle =
          Stream.concat(origins.stream(), Stream.of(base))
              .map(Origin::called)
              .collect(Collectors.joining(" > "));
      throw Fields.wrong("profile.circle", spot, circle);
    }
    if (origins.size() >= LONGEST) {
      throw Fields.wrong("profile.chain", spot, LONGEST);
    }
    if (base instanceof Origin.Written(Path file) && !java.nio.file.Files.exists(file)) {
      throw Fields.wrong("profile.extend.absent", spot, file);
    }
  }
}
