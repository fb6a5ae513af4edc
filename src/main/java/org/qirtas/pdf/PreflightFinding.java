package org.qirtas.pdf;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that preflight found.
 *
 * @param code which rule is broken
 * @param level how much that weighs in this file
 * @param page the page, from 1; 0 where it concerns the whole file
 * @param detail what exactly, such as a font's name; empty where the code says all
 */
public record PreflightFinding(Code code, Level level, int page, String detail)
    implements Comparable<PreflightFinding> {
  /** How much a finding weighs. */
  public enum Level {
    /** The file must not be handed on. */
    ERROR,
    /** The file keeps its promises; a person should look at it. */
    WARNING
  }

  /** Who demands that a rule is kept. */
  public enum Demand {
    /** A press, of any file that is to be printed. */
    PRESS,
    /** ISO 15930-7, of a file that claims PDF/X-4. */
    X4,
    /** ISO 19005, of a file that claims PDF/A. */
    A,
    /** ISO 19005 of conformance level A, and ISO 14289: whoever reads the file's tags. */
    TAGS,
    /** ISO 14289-1, of a file that claims PDF/UA. */
    UA
  }

  /**
   * The rules. Those of ISO 15930-7 (PDF/X-4) hold for {@link Edition#PRINT} only; no free program
   * checks them, so that a file which passes here is "self-checked" and no more.
   */
  public enum Code {
    /** PDFBox cannot read the file, or a page of it. */
    UNREADABLE(Level.ERROR, Level.ERROR),
    /** The version is above 1.6 (ISO 15930-7) or 1.7 (ISO 19005-3, 6.1.2). */
    VERSION_WRONG(Demand.X4, Demand.A),
    /** The file is encrypted (ISO 15930-7; ISO 19005-3, 6.1.3). */
    ENCRYPTED(Demand.PRESS, Demand.X4, Demand.A),
    /** The trailer has no pair of identifiers (ISO 15930-7; ISO 19005-3, 6.1.3). */
    ID_MISSING(Demand.X4, Demand.A),
    /** There is a script or an action that runs one (ISO 15930-7; ISO 19005-3, 6.5.1). */
    JAVASCRIPT(Level.ERROR, Level.WARNING, Demand.X4, Demand.A),
    /** A press file carries another file. */
    ATTACHMENT_IN_PRINT(Demand.X4),
    /** An attached file is not said to be the source, data … (ISO 19005-3, 6.8). */
    ATTACHMENT_WITHOUT_RELATIONSHIP(Demand.A),
    /** The catalog names no language (ISO 14289-1, 7.2). */
    LANG_MISSING(Demand.TAGS),
    /** The file is not marked as tagged (ISO 19005-3, 6.7.2.2; ISO 14289-1, 7.1). */
    NOT_MARKED(Demand.TAGS),
    /** There is no structure tree (ISO 19005-3, 6.7.3.2; ISO 14289-1, 7.1). */
    STRUCTURE_MISSING(Demand.TAGS),
    /** A reader shows the file's name in place of its title (ISO 14289-1, 7.1). */
    TITLE_NOT_DISPLAYED(Demand.UA),
    /** There is no XMP packet, or none that is XML (ISO 19005-3, 6.6.2.1). */
    METADATA_MISSING(Demand.X4, Demand.A, Demand.UA),
    /** The XMP packet does not claim PDF/A-3a (ISO 19005-3, 6.6.4). */
    A3_KEY_MISSING,
    /** The XMP packet does not claim PDF/UA-1 (ISO 14289-1, 5). */
    UA_KEY_MISSING,
    /** The XMP packet lacks what ISO 15930-7 asks of it: its version, identifiers, dates. */
    X4_KEY_MISSING(Demand.X4),
    /** Nobody says whether the pages are trapped (ISO 15930-7: Trapped is True or False). */
    TRAPPED_UNKNOWN(Demand.X4),
    /** XMP and information dictionary contradict each other (ISO 15930-7; ISO 19005-3, 6.6.3). */
    XMP_INFO_DIFFER(Demand.X4, Demand.A),
    /** The intent that the edition needs is not there (ISO 15930-7; ISO 19005-3, 6.2.3). */
    OUTPUT_INTENT_MISSING(Level.ERROR, Level.WARNING, Demand.X4),
    /** The press intent's profile is not one of four inks. */
    INTENT_NOT_CMYK(Level.ERROR, Level.WARNING),
    /** The intent's profile is not embedded (ISO 15930-7: else it is X-4p; ISO 19005-3, 6.2.3). */
    INTENT_NOT_EMBEDDED(Level.ERROR, Level.WARNING, Demand.X4, Demand.A),
    /** Two intents have two profiles (ISO 19005-3, 6.2.3). */
    INTENTS_DIFFER(Demand.A),
    /** A page has neither TrimBox nor ArtBox (ISO 15930-7). */
    TRIM_BOX_MISSING(Level.ERROR, Level.WARNING, Demand.X4),
    /** A page has both TrimBox and ArtBox (ISO 15930-7). */
    TRIM_AND_ART_BOX(Demand.X4),
    /** Trim within bleed within media is not so (ISO 15930-7). */
    BOX_NESTING(Demand.PRESS, Demand.X4),
    /** An annotation reaches into the print area (ISO 15930-7). */
    ANNOTATION_IN_PRINT_AREA(Level.ERROR, Level.WARNING, Demand.X4),
    /** A page with annotations has no structural tab order (ISO 14289-1, 7.18.3). */
    TAB_ORDER_MISSING(Demand.UA),
    /** A font's program is not in the file (ISO 15930-7; ISO 19005-3, 6.2.11.4.1). */
    FONT_NOT_EMBEDDED(Level.ERROR, Level.WARNING, Demand.PRESS, Demand.X4, Demand.A, Demand.UA),
    /** A font's name has no subset tag (ISO 32000-1, 9.6.4): the whole font was embedded. */
    FONT_NOT_SUBSET,
    /** A font has no ToUnicode map (ISO 19005-3, 6.2.11.7.2). */
    FONT_WITHOUT_TO_UNICODE(Demand.TAGS),
    /** A printed code has no character (ISO 19005-3, 6.2.11.7.2). */
    CODE_WITHOUT_CHARACTER(Demand.TAGS),
    /** A code maps to U+0000, U+FEFF or U+FFFE (ISO 19005-3, 6.2.11.7.2). */
    CHARACTER_FORBIDDEN(Demand.TAGS),
    /** A code maps to a private-use character (ISO 19005-3, 6.2.11.7.3). */
    CHARACTER_PRIVATE,
    /** A right-to-left code maps to several characters, which readers turn round. */
    CHARACTERS_WOULD_TURN,
    /** The "no such glyph" box is printed (ISO 19005-3, 6.2.11.8; ISO 14289-1, 7.21.8). */
    GLYPH_MISSING(Level.ERROR, Level.WARNING, Demand.A, Demand.UA),
    /** A width is not the font program's (ISO 19005-3, 6.2.11.5; ISO 14289-1, 7.21.5). */
    WIDTHS_DIFFER(Demand.A, Demand.UA),
    /** Device RGB is used where the intent has four inks (ISO 15930-7; ISO 19005-3, 6.2.4.3). */
    COLOUR_DEVICE_RGB_IN_PRINT(Demand.PRESS, Demand.X4),
    /** Device CMYK is used where the intent has not four inks (ISO 19005-3, 6.2.4.3). */
    COLOUR_DEVICE_CMYK_ON_SCREEN,
    /** Text is printed in other inks than black. */
    TEXT_NOT_K_ONLY(Level.ERROR, Level.WARNING),
    /** Black text knocks out what is below it. */
    TEXT_NOT_OVERPRINTED(Level.ERROR, Level.WARNING),
    /** A page uses transparency, which both standards allow and presses still stumble over. */
    TRANSPARENCY(Level.WARNING, Level.WARNING),
    /** A picture has fewer than 200 dots an inch as printed. */
    IMAGE_BELOW_200_DPI(Level.WARNING, Level.WARNING),
    /** Something is painted that is neither tagged nor an artifact (ISO 14289-1, 7.1). */
    UNTAGGED_CONTENT(Demand.TAGS),
    /** A picture has fewer than 100 dots an inch as printed: it will look coarse. */
    IMAGE_BELOW_100_DPI(Demand.PRESS),
    /** A font's letters are drawings (ISO 32000-1, 9.6.5), which presses print unhinted. */
    FONT_TYPE_3(Level.WARNING, Level.WARNING),
    /** Colours that are measured, not inks: the press converts them, by its own lights. */
    COLOUR_MANAGED_RGB_IN_PRINT(Level.WARNING, Level.WARNING),
    /** Something is printed in an ink of its own, which needs a plate of its own. */
    COLOUR_SPOT(Level.WARNING, Level.WARNING),
    /** More ink lies in one place than paper takes. */
    INK_OVER_LIMIT(Level.WARNING, Level.WARNING),
    /** White is printed over what is below it, and so not at all. */
    WHITE_OVERPRINTS(Demand.PRESS),
    /** A line is thinner than 0.25 pt. */
    HAIRLINE(Level.WARNING, Level.WARNING),
    /** Nothing is printed beyond the edges that are cut, so that white shows where a cut is off. */
    BLEED_MISSING(Level.WARNING, Level.WARNING),
    /** The file claims a standard that preflight has no rules for. */
    CLAIM_NOT_EXAMINED(Level.WARNING, Level.WARNING),
    /** The file claims a standard, and breaks its rules: those that are named. */
    CLAIM_BROKEN(Level.ERROR, Level.ERROR);

    private final Level level;
    private final @Nullable Level otherwise;

    @SuppressWarnings("ImmutableEnumChecker") // never changed, and nobody outside gets it
    private final Set<Demand> demands;

    /** Demanded by nobody but our own editions. */
    Code() {
      this(Level.ERROR, null, EnumSet.noneOf(Demand.class));
    }

    Code(Demand first, Demand... others) {
      this(Level.ERROR, null, EnumSet.of(first, others));
    }

    Code(Level level, Level otherwise, Demand... demands) {
      this(level, otherwise, demanded(demands));
    }

    Code(Level level, @Nullable Level otherwise, Set<Demand> demands) {
      this.level = level;
      this.otherwise = otherwise;
      this.demands = demands;
    }

    private static Set<Demand> demanded(Demand... demands) {
      var all = EnumSet.noneOf(Demand.class);
      all.addAll(java.util.List.of(demands));
      return all;
    }

    /** {@return how much it weighs in an edition of ours, and where it is demanded} */
    public Level level() {
      return level;
    }

    /** How much it weighs in a file from elsewhere; empty where it is nobody's business. */
    Optional<Level> level(Set<Demand> demanded) {
      return isDemanded(demanded) ? Optional.of(level) : Optional.ofNullable(otherwise);
    }

    private boolean isDemanded(Set<Demand> demanded) {
      return demands.stream().anyMatch(demanded::contains);
    }

    /**
     * {@return whether somebody demands it}
     *
     * @param demand who
     */
    public boolean isDemandedBy(Demand demand) {
      return demands.contains(demand);
    }
  }

  /** {@return whether the file must not be handed on} */
  public boolean isError() {
    return level == Level.ERROR;
  }

  /** By page, the whole file's first; then by rule. */
  @Override
  public int compareTo(PreflightFinding other) {
    int byPage = Integer.compare(page, other.page);
    int byCode = byPage != 0 ? byPage : code.compareTo(other.code);
    return byCode != 0 ? byCode : detail.compareTo(other.detail);
  }
}
