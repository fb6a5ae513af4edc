package org.qirtas.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.qirtas.font.FontFile;
import org.qirtas.font.FontShelf;
import org.qirtas.measure.Insets;
import org.qirtas.measure.Length;
import org.qirtas.measure.Size;

class ShippedProfilesTest {
  @TempDir Path folder;

  static List<String> names() {
    return Profiles.shipped();
  }

  @ParameterizedTest
  @MethodSource("names")
  void shippedProfileNamesOnlyFamiliesOfTheShelf(String name) {
    List<String> shelf =
        FontShelf.open(Path.of("fonts")).fonts().stream().map(FontFile::family).toList();
    PrintProfile profile = Profiles.read(name, shelf);
    assertEquals(name, profile.name());
    assertEquals(
        List.of(),
        profile.fonts().families().stream().filter(family -> !shelf.contains(family)).toList());
  }

  @ParameterizedTest
  @MethodSource("names")
  void shippedProfileIsDescribedInBothLanguages(String name) {
    Description description = Profiles.shipped(name).description();
    assertFalse(description.english().isBlank());
    assertTrue(description.arabic().matches(".*\\p{IsArabic}.*"));
  }

  @ParameterizedTest
  @MethodSource("names")
  void whatIsShownIsTheSameProfileWhenReadAgain(String name) throws Exception {
    PrintProfile profile = Profiles.shipped(name);
    Path file = folder.resolve("shown.yaml");
    java.nio.file.Files.writeString(file, Profiles.yaml(profile));
    assertEquals(profile, Profiles.read(file.toString(), List.of()));
  }

  @Test
  void articleA4LooksAsItAlwaysDid() {
    PrintProfile profile = PrintProfile.articleA4();
    assertEquals(Size.A4, profile.trim());
    assertEquals(Insets.all(Length.millimetres(25)), profile.margins());
    assertEquals("Amiri", profile.fonts().of(FontRole.TEXT).family());
    assertEquals(
        Map.of("Hebr", "Noto Serif Hebrew"), profile.fonts().of(FontRole.TEXT).familyByScript());
    assertEquals(Justification.BOOK, profile.justification());
    assertFalse(profile.loneFolio());
    assertEquals(1, profile.page().columns().count());
    assertFalse(profile.page().grid().inUse());
  }

  @ParameterizedTest
  @CsvSource({
    "TITLE, 20, 34, true, START, 0, 6",
    "SUBTITLE, 14, 24, false, START, 0, 6",
    "BYLINE, 11, 18, false, START, 0, 0",
    "HEADING, 14, 24, true, START, 12, 4",
    "BODY, 12, 20, false, JUSTIFIED, 0, 8",
    "QUOTATION, 12, 20, false, JUSTIFIED, 4, 8",
    "VERSE, 13, 24, false, JUSTIFIED, 0, 0",
    "CELL, 11, 17, false, START, 0, 0",
    "CAPTION, 10, 16, false, CENTRED, 4, 12",
    "NOTE, 10, 16, false, JUSTIFIED, 0, 2",
    "FOLIO, 11, 16, false, CENTRED, 0, 0"
  })
  void articleA4SetsItsPartsAsItAlwaysDid(
      StyleRole role,
      double size,
      double leading,
      boolean bold,
      Alignment alignment,
      double before,
      double after) {
    TypeStyle style = PrintProfile.articleA4().styles().of(role);
    assertEquals(
        List.of(size, leading, before, after),
        List.of(
            style.size().inPoints(),
            style.leading().inPoints(),
            style.spaceBefore().inPoints(),
            style.spaceAfter().inPoints()));
    assertEquals(bold, style.bold());
    assertEquals(alignment, style.alignment());
  }

  @ParameterizedTest
  @CsvSource({
    "article-a4, 210, 297, 1",
    "newspaper, 297, 420, 4",
    "magazine, 210, 280, 2",
    "book-a5, 148, 210, 1",
    "manuscript, 210, 297, 1",
    "large-print, 210, 297, 1"
  })
  void profileHasThePageThatItsNamePromises(String name, double width, double height, int columns) {
    PrintProfile profile = Profiles.shipped(name);
    assertEquals(new Size(Length.millimetres(width), Length.millimetres(height)), profile.trim());
    assertEquals(columns, profile.page().columns().count());
  }

  /** Whatever stands between two paragraphs of the body, the next line is on the grid again. */
  @ParameterizedTest
  @MethodSource("names")
  void whereTheGridIsKeptTheBodyFillsIt(String name) {
    PrintProfile profile = Profiles.shipped(name);
    Grid grid = profile.page().grid();
    if (grid.inUse()) {
      TypeStyle body = profile.styles().body();
      for (Length length : List.of(body.leading(), body.spaceBefore(), body.spaceAfter())) {
        assertEquals(0, length.scaledPoints() % grid.step().scaledPoints(), length.toString());
      }
    }
  }

  /** In letters of Arabic, of which an em holds about two and a half. */
  @ParameterizedTest
  @MethodSource("names")
  void measureIsOneThatCanBeRead(String name) {
    PrintProfile profile = Profiles.shipped(name);
    double ems = profile.page().columnWidth().dividedBy(profile.styles().body().size());
    assertTrue(ems >= 15 && ems <= 42, name + ": " + ems + " em");
  }

  @Test
  void eachProfileSaysOnlyWhatDiffers() {
    assertEquals(
        Profiles.shipped().size(),
        Profiles.shipped().stream().map(Profiles::shipped).collect(Collectors.toSet()).size());
  }
}
