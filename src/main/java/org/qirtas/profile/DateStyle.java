package org.qirtas.profile;

/**
 * How a date line is worded.
 *
 * @param asWritten whether the article's own words stand where it has a date line
 * @param calendar which calendar it is told in
 * @param months what Gregorian months are called in Arabic
 */
public record DateStyle(boolean asWritten, Calendar calendar, Months months) {
  /** The calendars that a date is told in. */
  public enum Calendar {
    /** The Gregorian. */
    GREGORIAN,
    /** The Hijri by the tables of Umm al-Qura; a date outside them is told in the Gregorian. */
    HIJRI,
    /** First Hijri, then Gregorian. */
    BOTH
  }

  /** What Gregorian months are called in Arabic; other languages have their own names. */
  public enum Months {
    /** As in the country that the language names, such as {@code ar-SY}; else the Egyptian. */
    BY_LANGUAGE,
    /** كانون الثاني، شباط، آذار: Iraq, Jordan, Lebanon, Palestine, Syria. */
    LEVANTINE,
    /** يناير، فبراير، مارس: Egypt, Sudan, the Gulf. */
    EGYPTIAN,
    /** يناير، فبراير، مارس … يوليوز، غشت، شتنبر: Morocco. */
    MAGHREBI,
    /** كانون ثاني، شباط، مارت … مايس، أغستوس: papers of the Ottoman time. */
    OTTOMAN
  }
}
