package org.qirtas.source;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a program that saved a page wrote into its head: when that was. */
final class SavedPage {
  /** SingleFile writes the moment as JavaScript prints it. */
  private static final Pattern MOMENT =
      Pattern.compile(
          "saved date:\\s*\\p{Alpha}{3} (\\p{Alpha}{3} \\d{1,2} \\d{4} \\d\\d:\\d\\d:\\d\\d) GMT([+-]\\d{4})");

  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("MMM d yyyy HH:mm:ss xx", Locale.ENGLISH);
  private static final int WITHIN = 8192;

  private SavedPage() {}

  /** The moment, in ISO 8601. */
  static Optional<String> moment(String html) {
    Matcher matcher = MOMENT.matcher(html.substring(0, Math.min(WITHIN, html.length())));
    if (!matcher.find()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          OffsetDateTime.parse(matcher.group(1) + " " + matcher.group(2), FORM).toString());
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
