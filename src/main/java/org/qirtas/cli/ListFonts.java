package org.qirtas.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.ibm.icu.lang.UScript;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qirtas.font.FontFile;
import org.qirtas.font.FontShelf;
import org.qirtas.profile.Profiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code qirtas fonts}: what letters there are. */
@Command(name = "fonts")
@SuppressWarnings("NullAway.Init") // picocli sets the parent
final class ListFonts implements Callable<Integer> {
  /** What stands beyond the first two planes no font here has. */
  private static final int LAST = 0x1FFFF;

  /** A script of which a font has fewer characters is not one that it sets. */
  private static final int FEWEST = 20;

  private static final Pattern LICENCE =
      Pattern.compile("SIL Open Font License, Version (\\d+(?:\\.\\d+)?)");

  @ParentCommand private Qirtas qirtas;

  @Option(names = "--coverage", paramLabel = "TEXT")
  private @Nullable String text;

  @Option(names = "--profile", paramLabel = "NAME|FILE")
  private String profile = Profiles.DEFAULT;

  @Override
  public Integer call() {
    FontShelf shelf = Printing.shelf();
    if (text != null) {
      var read = Profiles.read(profile, PrintOptions.families(shelf));
      return new Coverage(qirtas, shelf, read).of(text).code();
    }
    Collection<List<FontFile>> families =
        shelf.fonts().stream()
            .sorted(
                Comparator.comparing(FontFile::family)
                    .thenComparing(FontFile::bold)
                    .thenComparing(FontFile::italic))
            .collect(
                Collectors.groupingBy(
                    FontFile::family, LinkedHashMap::new, Collectors.toUnmodifiableList()))
            .values();
    if (qirtas.json()) {
      json(families);
    } else {
      new Columns(qirtas.terminal()).print(families.stream().map(this::row).toList());
    }
    return Exit.DONE.code();
  }

  private List<String> row(List<FontFile> faces) {
    String separator = qirtas.messages().say("list.separator");
    String names =
        faces.stream()
            .map(face -> qirtas.messages().say("fonts." + face(face)))
            .collect(Collectors.joining(separator));
    String scripts =
        scripts(faces.getFirst()).entrySet().stream()
            .map(script -> script.getKey() + " " + script.getValue())
            .collect(Collectors.joining(separator));
    return List.of(faces.getFirst().family(), names, scripts, licence(faces.getFirst()));
  }

  private static String face(FontFile face) {
    String weight = face.bold() ? "bold" : "regular";
    if (!face.italic()) {
      return weight;
    }
    return face.bold() ? "bold-italic" : "italic";
  }

  /** How many characters of each script a font has, by ISO 15924 code, the most first. */
  private static Map<String, Integer> scripts(FontFile font) {
    var counts = new TreeMap<String, Integer>();
    for (int character = 0; character <= LAST; character++) {
      if (font.covers(character)) {
        int script = UScript.getScript(character);
        if (script != UScript.COMMON && script != UScript.INHERITED && script != UScript.UNKNOWN) {
          counts.merge(UScript.getShortName(script), 1, Integer::sum);
        }
      }
    }
    var sorted = new LinkedHashMap<String, Integer>();
    counts.entrySet().stream()
        .filter(count -> count.getValue() >= FEWEST)
        .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
        .forEach(count -> sorted.put(count.getKey(), count.getValue()));
    return sorted;
  }

  /** The licence's name where it is one that is known, else the beginning of what the font says. */
  private String licence(FontFile font) {
    String said = font.licence().orElseGet(() -> qirtas.messages().say("fonts.licence.unknown"));
    Matcher known = LICENCE.matcher(said);
    return known.find() ? "SIL OFL " + known.group(1) : said;
  }

  private void json(Collection<List<FontFile>> families) {
    ObjectNode node = ItemJson.object();
    ArrayNode list = node.putArray("families");
    for (List<FontFile> faces : families) {
      FontFile first = faces.getFirst();
      ObjectNode family = list.addObject().put("family", first.family());
      ArrayNode names = family.putArray("faces");
      for (FontFile face : faces) {
        names
            .addObject()
            .put("name", face.name())
            .put("bold", face.bold())
            .put("italic", face.italic())
            .put("characters", face.characterCount());
      }
      ObjectNode scripts = family.putObject("scripts");
      scripts(first).forEach(scripts::put);
      family.put("licence", first.licence().orElse(null));
    }
    qirtas.terminal().out().println(ItemJson.line(node));
  }
}
