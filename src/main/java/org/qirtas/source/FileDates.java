package org.qirtas.source;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.qirtas.article.Evidence;
import org.qirtas.article.Evidence.Origin;
import org.qirtas.article.OtherDate;
import org.qirtas.article.OtherDate.Reason;
import org.qirtas.source.date.DateLine;
import org.qirtas.source.date.FoundDate;
import org.qirtas.source.date.StampedDate;
import org.qirtas.source.letters.Folded;

/** What a file's name and its place say of a date: little, and never for certain. */
final class FileDates {
  private static final Pattern RUN =
      Pattern.compile(
          "(?<!\\d)((?:19|20)\\d{2})[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\\d|3[01])(?!\\d)");

  private FileDates() {}

  /** The day that a name says: {@code 2020-10-23 …}, {@code …-20201023.txt}. */
  static Optional<String> inName(String name) {
    Matcher run = RUN.matcher(Folded.fold(name));
    if (run.find()) {
      return Optional.of(run.group(1) + "-" + run.group(2) + "-" + run.group(3));
    }
    String words = name.replaceFirst("\\.[A-Za-z0-9]{1,5}$", "").replace('_', ' ');
    List<FoundDate> found = DateLine.in(words, Origin.FILE_NAME);
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(found.getFirst().date().evidence().raw());
  }

  /** The day in an address: {@code https://example.org/2020/10/23/…}. */
  static Optional<String> inAddress(String address) {
    Matcher path =
        Pattern.compile("/((?:19|20)\\d{2})/(0?[1-9]|1[0-2])/(0?[1-9]|[12]\\d|3[01])(?:/|$)")
            .matcher(address);
    return path.find()
        ? Optional.of(path.group(1) + "-" + two(path.group(2)) + "-" + two(path.group(3)))
        : Optional.empty();
  }

  private static String two(String figures) {
    return figures.length() < 2 ? "0" + figures : figures;
  }

  /** When a file was last written: said where nothing else dates it, and never taken for it. */
  static Optional<OtherDate> written(Source source) {
    try {
      String instant = Files.getLastModifiedTime(source.file()).toString();
      var evidence = new Evidence(Origin.FILE_SYSTEM, instant);
      return Optional.of(
          new OtherDate(evidence, StampedDate.read(instant, Origin.FILE_SYSTEM), Reason.FILE));
    } catch (IOException _) {
      return Optional.empty();
    }
  }
}
