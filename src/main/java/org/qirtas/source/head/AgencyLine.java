package org.qirtas.source.head;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.qirtas.source.letters.Blanks;

/**
 * The words that an agency's report opens with, within its first sentence: «دمشق (سانا) - قالت …».
 */
public final class AgencyLine {
  private static final String PART = "[-–—ـ/:،,]";
  private static final Pattern OPENING =
      Pattern.compile(
          "^(?<where>[\\p{L}\\p{M} ]{2,25}?)(?:"
              + "\\s*"
              + PART
              + "?\\s*[(\\[«](?<marked>[^)\\]»]{2,25})[)\\]»]\\s*"
              + PART
              + "?"
              + "|\\s*"
              + PART
              + "\\s*(?<plain>[\\p{L}\\p{M}. ]{2,25}?)\\s*"
              + PART
              + "(?=\\s)"
              + "|(?<alone>\\s+[-–—ـ]\\s))");

  private AgencyLine() {}

  /**
   * {@return the place, and the agency where one is named; nothing where neither is known}
   *
   * @param paragraph an article's first
   */
  public static Optional<HeadLine> opening(String paragraph) {
    Matcher matcher = OPENING.matcher(paragraph);
    if (!matcher.lookingAt()) {
      return Optional.empty();
    }
    String where = Blanks.trim(matcher.group("where"));
    String who =
        Optional.ofNullable(matcher.group("marked"))
            .or(() -> Optional.ofNullable(matcher.group("plain")))
            .orElse("");
    boolean agency = Agencies.known(who);
    if (!agency && !Places.known(where)) {
      return Optional.empty();
    }
    return Optional.of(
        new HeadLine(
            agency ? List.of(Blanks.trim(who)) : List.of(), Optional.of(where), Optional.empty()));
  }
}
