package org.qirtas.archive;

import java.time.Instant;

/**
 * Something that happened to an item, in the words of PREMIS 3.
 *
 * @param kind what it was
 * @param moment when
 * @param outcome how it ended
 * @param detail what there is to know about it
 */
public record Event(Kind kind, Instant moment, Outcome outcome, String detail) {
  /** The kinds, each named by the vocabulary id.loc.gov/vocabulary/preservation/eventType. */
  public enum Kind {
    /** The bytes came in. */
    INGESTION("ingestion"),
    /** Their digest was taken. */
    MESSAGE_DIGEST_CALCULATION("message digest calculation"),
    /** Their media type was told by their content. */
    FORMAT_IDENTIFICATION("format identification"),
    /** Title, authors and date were found in them. */
    METADATA_EXTRACTION("metadata extraction"),
    /** They were set aside, because nothing could be read from them. */
    QUARANTINE("quarantine"),
    /** What is said of them, or of their text, was corrected. */
    METADATA_MODIFICATION("metadata modification"),
    /** Their source came in again, with other bytes. */
    MODIFICATION("modification"),
    /** They were withdrawn. */
    DEACCESSION("deaccession"),
    /** They were withdrawn no longer. */
    ACCESSION("accession"),
    /** Their content was erased. */
    DELETION("deletion"),
    /** They came in out of a bag or another archive. */
    UNPACKING("unpacking");

    private final String term;

    Kind(String term) {
      this.term = term;
    }

    /** {@return the vocabulary's term} */
    public String term() {
      return term;
    }
  }

  /** How an event ended (id.loc.gov/vocabulary/preservation/eventOutcome). */
  public enum Outcome {
    /** As it should. */
    SUCCESS,
    /** With a reason for somebody to look. */
    WARNING,
    /** Not at all. */
    FAIL
  }
}
