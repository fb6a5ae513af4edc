package org.qirtas.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.qirtas.Fault;
import org.qirtas.QirtasException;
import org.qirtas.article.Language;
import org.qirtas.article.Tongue;
import org.qirtas.font.FontShelf;
import org.qirtas.profile.FontRole;
import org.qirtas.profile.PrintProfile;
import org.qirtas.profile.Typeface;
import org.qirtas.text.Families;

/**
 * Which family sets each character of a text: the profile's own for its language, as its letters
 * tell it, or for its script, the profile's, then the shelf's in their order. Spaces and what is
 * never seen are left out: any font does for them.
 */
final class Coverage {
  private static final int LONGEST = 1 << 22;

  private final Qirtas qirtas;
  private final FontShelf shelf;
  private final Families wanted;
  private Language language = Language.UNKNOWN;

  Coverage(Qirtas qirtas, FontShelf shelf, PrintProfile profile) {
    this.qirtas = qirtas;
    this.shelf = shelf;
    Typeface typeface = profile.fonts().of(FontRole.TEXT);
    this.wanted =
        new Families(
            typeface.family(), typeface.familyByScript(), typeface.familyByLanguage(), Map.of());
  }

  /** A character and all families that have it, the one that sets it first. */
  private record Covered(int character, List<String> families) {
    String code() {
      return String.format(Locale.ROOT, "U+%04X", character);
    }

    String name() {
      return Optional.ofNullable(Character.getName(character)).orElse("");
    }
  }

  /** Says it of a text, or of a stream where the text is {@code -}. */
  Exit of(String text) {
    String whole = text.equals("-") ? stream() : text;
    language = Tongue.of(whole);
    List<Covered> characters =
        whole
            .codePoints()
            .filter(Coverage::isSeen)
            .boxed()
            .collect(
                java.util.stream.Collectors.collectingAndThen(
                    java.util.stream.Collectors.toCollection(LinkedHashSet::new),
                    set -> set.stream().map(this::covered).toList()));
    long missing = characters.stream().filter(one -> one.families().isEmpty()).count();
    if (qirtas.json()) {
      json(characters);
    } else {
      new Columns(qirtas.terminal()).print(characters.stream().map(this::row).toList());
      qirtas.say("fonts.covered", characters.size(), missing);
    }
    return missing == 0 ? Exit.DONE : Exit.SOME_FAILED;
  }

  private String stream() {
    try {
      byte[] bytes = qirtas.terminal().in().readNBytes(LONGEST);
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new QirtasException(e, Fault.INPUT, "ingest.stream", String.valueOf(e.getMessage()));
    }
  }

  private static boolean isSeen(int character) {
    return !UCharacter.isUWhiteSpace(character)
        && !UCharacter.hasBinaryProperty(character, UProperty.DEFAULT_IGNORABLE_CODE_POINT)
        && !Character.isISOControl(character);
  }

  private Covered covered(int character) {
    String script = UScript.getShortName(UScript.getScript(character));
    var all = new LinkedHashSet<String>();
    all.add(wanted.preferred(script, language));
    all.add(wanted.family());
    all.addAll(PrintOptions.families(shelf));
    var families = new ArrayList<String>();
    for (String family : all) {
      shelf
          .find(family, false, false)
          .filter(font -> font.covers(character))
          .ifPresent(_ -> families.add(family));
    }
    return new Covered(character, families);
  }

  private List<String> row(Covered one) {
    String set =
        one.families().isEmpty()
            ? qirtas.messages().say("fonts.missing")
            : one.families().getFirst();
    List<String> others = one.families().stream().skip(1).toList();
    String also =
        others.isEmpty()
            ? ""
            : qirtas
                .messages()
                .say("fonts.also", String.join(qirtas.messages().say("list.separator"), others));
    return List.of(one.code(), Character.toString(one.character()), one.name(), set, also);
  }

  private void json(List<Covered> characters) {
    ObjectNode node = ItemJson.object();
    ArrayNode list = node.putArray("characters");
    ArrayNode missing = node.putArray("missing");
    for (Covered one : characters) {
      ArrayNode families =
          list.addObject()
              .put("character", Character.toString(one.character()))
              .put("code", one.code())
              .put("name", one.name())
              .putArray("families");
      one.families().forEach(families::add);
      if (one.families().isEmpty()) {
        missing.add(one.code());
      }
    }
    qirtas.terminal().out().println(ItemJson.line(node));
  }
}
