package org.qirtas.pdf;

/**
 * Something that preflight found.
 *
 * @param code which rule is broken
 * @param page the page, from 1; 0 where it concerns the whole file
 * @param detail what exactly, such as a font's name; empty where the code says all
 */
public record PreflightFinding(Code code, int page, String detail)
    implements Comparable<PreflightFinding> {
  /** How much a finding weighs. */
  public enum Level {
    /** The file must not be handed on. */
    ERROR,
    /** The file keeps its promises; a person should look at it. */
    WARNING
  }

  /**
   * The rules. Those of ISO 15930-7 (PDF/X-4) hold for {@link Edition#PRINT} only; no free program
   * checks them, so that a file which passes here is "self-checked" and no more.
   */
  public enum Code {
    /** PDFBox cannot read the file, or a page of it. */
    UNREADABLE,
    /** The version is above 1.6 (ISO 15930-7) or 1.7 (ISO 19005-3, 6.1.2). */
    VERSION_WRONG,
    /** The file is encrypted (ISO 15930-7; ISO 19005-3, 6.1.3). */
    ENCRYPTED,
    /** The trailer has no pair of identifiers (ISO 15930-7; ISO 19005-3, 6.1.3). */
    ID_MISSING,
    /** There is a script or an action that runs one (ISO 15930-7; ISO 19005-3, 6.5.1). */
    JAVASCRIPT,
    /** A press file carries another file. */
    ATTACHMENT_IN_PRINT,
    /** An attached file is not said to be the source, data … (ISO 19005-3, 6.8). */
    ATTACHMENT_WITHOUT_RELATIONSHIP,
    /** The catalog names no language (ISO 14289-1, 7.2). */
    LANG_MISSING,
    /** The file is not marked as tagged (ISO 19005-3, 6.7.2.2; ISO 14289-1, 7.1). */
    NOT_MARKED,
    /** There is no structure tree (ISO 19005-3, 6.7.3.2; ISO 14289-1, 7.1). */
    STRUCTURE_MISSING,
    /** A reader shows the file's name in place of its title (ISO 14289-1, 7.1). */
    TITLE_NOT_DISPLAYED,
    /** There is no XMP packet, or none that is XML (ISO 19005-3, 6.6.2.1). */
    METADATA_MISSING,
    /** The XMP packet does not claim PDF/A-3a (ISO 19005-3, 6.6.4). */
    A3_KEY_MISSING,
    /** The XMP packet does not claim PDF/UA-1 (ISO 14289-1, 5). */
    UA_KEY_MISSING,
    /** The XMP packet lacks what ISO 15930-7 asks of it: its version, identifiers, dates. */
    X4_KEY_MISSING,
    /** Nobody says whether the pages are trapped (ISO 15930-7: Trapped is True or False). */
    TRAPPED_UNKNOWN,
    /** XMP and information dictionary contradict each other (ISO 15930-7; ISO 19005-3, 6.6.3). */
    XMP_INFO_DIFFER,
    /** The intent that the edition needs is not there (ISO 15930-7; ISO 19005-3, 6.2.3). */
    OUTPUT_INTENT_MISSING,
    /** The press intent's profile is not one of four inks. */
    INTENT_NOT_CMYK,
    /** The intent's profile is not embedded (ISO 15930-7: else it is X-4p; ISO 19005-3, 6.2.3). */
    INTENT_NOT_EMBEDDED,
    /** Two intents have two profiles (ISO 19005-3, 6.2.3). */
    INTENTS_DIFFER,
    /** A page has neither TrimBox nor ArtBox (ISO 15930-7). */
    TRIM_BOX_MISSING,
    /** A page has both TrimBox and ArtBox (ISO 15930-7). */
    TRIM_AND_ART_BOX,
    /** Trim within bleed within media is not so (ISO 15930-7). */
    BOX_NESTING,
    /** An annotation reaches into the print area (ISO 15930-7). */
    ANNOTATION_IN_PRINT_AREA,
    /** A page with annotations has no structural tab order (ISO 14289-1, 7.18.3). */
    TAB_ORDER_MISSING,
    /** A font's program is not in the file (ISO 15930-7; ISO 19005-3, 6.2.11.4.1). */
    FONT_NOT_EMBEDDED,
    /** A font's name has no subset tag (ISO 32000-1, 9.6.4): the whole font was embedded. */
    FONT_NOT_SUBSET,
    /** A font has no ToUnicode map (ISO 19005-3, 6.2.11.7.2). */
    FONT_WITHOUT_TO_UNICODE,
    /** A printed code has no character (ISO 19005-3, 6.2.11.7.2). */
    CODE_WITHOUT_CHARACTER,
    /** A code maps to U+0000, U+FEFF or U+FFFE (ISO 19005-3, 6.2.11.7.2). */
    CHARACTER_FORBIDDEN,
    /** A code maps to a private-use character (ISO 19005-3, 6.2.11.7.3). */
    CHARACTER_PRIVATE,
    /** A right-to-left code maps to several characters, which readers turn round. */
    CHARACTERS_WOULD_TURN,
    /** The "no such glyph" box is printed (ISO 19005-3, 6.2.11.8; ISO 14289-1, 7.21.8). */
    GLYPH_MISSING,
    /** A width is not the font program's (ISO 19005-3, 6.2.11.5; ISO 14289-1, 7.21.5). */
    WIDTHS_DIFFER,
    /** Device RGB is used where the intent has four inks (ISO 15930-7; ISO 19005-3, 6.2.4.3). */
    COLOUR_DEVICE_RGB_IN_PRINT,
    /** Device CMYK is used where the intent has not four inks (ISO 19005-3, 6.2.4.3). */
    COLOUR_DEVICE_CMYK_ON_SCREEN,
    /** Text that is meant to be black or grey is printed in other inks too. */
    TEXT_NOT_K_ONLY,
    /** Black text knocks out what is below it. */
    TEXT_NOT_OVERPRINTED,
    /** A page uses transparency, which both standards allow and presses still stumble over. */
    TRANSPARENCY(Level.WARNING),
    /** A picture has fewer than 200 dots an inch as printed. */
    IMAGE_BELOW_200_DPI(Level.WARNING),
    /** Something is painted that is neither tagged nor an artifact (ISO 14289-1, 7.1). */
    UNTAGGED_CONTENT;

    private final Level level;

    Code() {
      this(Level.ERROR);
    }

    Code(Level level) {
      this.level = level;
    }

    /** {@return how much it weighs} */
    public Level level() {
      return level;
    }
  }

  /** {@return whether the file must not be handed on} */
  public boolean isError() {
    return code.level() == Level.ERROR;
  }

  /** By page, the whole file's first; then by rule. */
  @Override
  public int compareTo(PreflightFinding other) {
    int byPage = Integer.compare(page, other.page);
    int byCode = byPage != 0 ? byPage : code.compareTo(other.code);
    return byCode != 0 ? byCode : detail.compareTo(other.detail);
  }
}
