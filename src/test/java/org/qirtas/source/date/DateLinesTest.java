package org.qirtas.source.date;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.qirtas.article.ArticleDate;
import org.qirtas.article.ArticleDate.Reckoning;
import org.qirtas.article.Evidence.Origin;
import org.qirtas.text.Corpus;

/**
 * Date lines of newspapers by the hundred, and a periodical that dates itself in three calendars.
 */
class DateLinesTest {
  private static final double ENOUGH = 0.98;

  private record Line(String text, String edtf, String calendar) {
    boolean certain() {
      return !edtf.equals("-") && !edtf.endsWith("?");
    }
  }

  @Test
  void nearlyAllLinesAreReadAndNoneIsWrongAndCertain() throws IOException {
    var wrong = new ArrayList<String>();
    var wrongAndCertain = new ArrayList<String>();
    List<Line> lines = lines();
    for (Line wanted : lines) {
      Line read = read(wanted.text());
      if (!read.equals(wanted)) {
        wrong.add(wanted + " was read as " + read);
        if (read.certain()) {
          wrongAndCertain.add(wanted + " was read as " + read);
        }
      }
    }
    System.out.printf("date lines: %d of %d right%n", lines.size() - wrong.size(), lines.size());
    assertAll(
        () -> assertTrue(lines.size() >= 400, () -> lines.size() + " lines"),
        () -> assertEquals(List.of(), wrongAndCertain),
        () -> assertTrue(wrong.size() <= lines.size() * (1 - ENOUGH), wrong::toString));
  }

  private static Line read(String text) {
    List<FoundDate> found = DateLine.in(text, Origin.DATE_LINE);
    if (found.isEmpty()) {
      return new Line(text, "-", "-");
    }
    ArticleDate date = found.getFirst().date();
    return new Line(text, date.edtf() + (date.certain() ? "" : "?"), date.calendar().name());
  }

  private static List<Line> lines() throws IOException {
    try (var in =
            Objects.requireNonNull(DateLinesTest.class.getResourceAsStream("date-lines.tsv"));
        var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .map(fields -> new Line(fields[0], fields[1], fields[2]))
          .toList();
    }
  }

  /**
   * «الحقائق» of Damascus: its editors gave the days in three calendars and computed them against
   * each other. The sighted moon leaves two days' difference, and one slip of theirs a day.
   */
  @Test
  void everyPairOfAnOttomanPeriodicalAgrees() throws IOException {
    var wrong = new ArrayList<String>();
    var exact = new TreeMap<Reckoning, Integer>();
    int pairs = 0;
    for (String tag : dateTags()) {
      Reckoning reckoning =
          tag.contains("calendar=\"#cal_ottomanfiscal\"") ? Reckoning.RUMI : Reckoning.HIJRI;
      Matcher custom = Pattern.compile("when-custom=\"(\\d{4})-(\\d\\d)-(\\d\\d)\"").matcher(tag);
      Matcher when = Pattern.compile("when=\"(\\d{4}-\\d\\d-\\d\\d)\"").matcher(tag);
      if (tag.contains("cal_julian") || !custom.find() || !when.find()) {
        continue;
      }
      pairs++;
      int counted = Integer.parseInt(custom.group(2));
      // The periodical's months are counted from March, where the fiscal year begins.
      int month = reckoning == Reckoning.RUMI ? (counted + 1) % 12 + 1 : counted;
      LocalDate read =
          Calendars.day(
                  reckoning,
                  Integer.parseInt(custom.group(1)),
                  month,
                  Integer.parseInt(custom.group(3)))
              .orElseThrow()
              .date();
      long apart = Math.abs(read.toEpochDay() - LocalDate.parse(when.group(1)).toEpochDay());
      exact.merge(reckoning, apart == 0 ? 1 : 0, Integer::sum);
      if (apart > farthest(reckoning)) {
        wrong.add(tag + " was read as " + read);
      }
    }
    System.out.printf("tei-haqaiq: %d pairs, to the day %s%n", pairs, exact);
    assertEquals(List.of(), wrong);
    assertTrue(pairs >= 90, "pairs: " + pairs);
  }

  /** What the periodical printed is read as the calendar that its editors marked it with. */
  @Test
  void printedDatesOfAnOttomanPeriodicalAreReadAsTheirCalendar() throws IOException {
    var wrong = new ArrayList<String>();
    int printed = 0;
    for (String tag : dateTags()) {
      String words = tag.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ").strip();
      Matcher when = Pattern.compile("when=\"(\\d{4}-\\d\\d-\\d\\d)\"").matcher(tag);
      boolean arabic = tag.contains("xml:lang=\"ar\"") && tag.contains("when-custom");
      boolean corrected = tag.contains("<choice") || tag.contains("<del") || tag.contains("<subst");
      if (!arabic
          || corrected
          || !words.matches("(?:\\d{1,2}|غرة) [^\\d]+ (?:سنة )?\\d{4}")
          || !when.find()) {
        continue;
      }
      printed++;
      List<FoundDate> found = DateLine.in(words, Origin.DATE_LINE);
      Reckoning wanted = tag.contains("ottomanfiscal") ? Reckoning.RUMI : Reckoning.HIJRI;
      boolean right =
          !found.isEmpty()
              && found.getFirst().date().calendar() == wanted
              && Math.abs(
                      found.getFirst().date().from().toLocalDate().toEpochDay()
                          - LocalDate.parse(when.group(1)).toEpochDay())
                  <= farthest(wanted);
      if (!right) {
        wrong.add(words + " " + when.group(1) + " " + found);
      }
    }
    System.out.printf("tei-haqaiq: %d printed dates%n", printed);
    assertEquals(List.of(), wrong);
    assertTrue(printed >= 20, "printed: " + printed);
  }

  private static int farthest(Reckoning reckoning) {
    return reckoning == Reckoning.HIJRI ? 2 : 1;
  }

  private static List<String> dateTags() throws IOException {
    var tags = new ArrayList<String>();
    List<Path> files;
    try (var walk = Files.walk(Corpus.file("tei-haqaiq/haqaiq/tei"))) {
      files = walk.filter(file -> file.toString().endsWith(".xml")).sorted().toList();
    }
    Pattern date = Pattern.compile("<date\\b[^>]*?(?:/>|>.*?</date>)", Pattern.DOTALL);
    for (Path file : files) {
      date.matcher(Files.readString(file))
          .results()
          .map(result -> result.group().replaceAll("\\s+", " "))
          .map(DateLinesTest::figures)
          .forEach(tags::add);
    }
    return tags;
  }

  private static String figures(String tag) {
    var plain = new StringBuilder();
    tag.chars()
        .map(c -> Character.isDigit(c) ? '0' + Character.digit(c, 10) : c)
        .forEach(c -> plain.append((char) c));
    return plain.toString();
  }
}
