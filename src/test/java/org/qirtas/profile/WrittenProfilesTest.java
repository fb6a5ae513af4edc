package org.qirtas.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qirtas.Fault;
import org.qirtas.QirtasException;
import org.qirtas.measure.Insets;
import org.qirtas.measure.Length;
import org.qirtas.measure.Size;

class WrittenProfilesTest {
  private static final List<String> FAMILIES =
      List.of("Amiri", "Noto Kufi Arabic", "Noto Naskh Arabic");

  @TempDir Path folder;

  private Path write(String name, String yaml) throws IOException {
    return Files.writeString(folder.resolve(name), yaml);
  }

  private PrintProfile read(String yaml) throws IOException {
    return Profiles.read(write("my.yaml", yaml).toString(), FAMILIES);
  }

  private QirtasException refused(Path file) {
    QirtasException refused =
        assertThrows(QirtasException.class, () -> Profiles.read(file.toString(), FAMILIES));
    assertEquals(Fault.USAGE, refused.fault());
    return refused;
  }

  @Test
  void whatAProfileDoesNotSayItInherits() throws IOException {
    PrintProfile profile =
        read(
            """
            extend: newspaper
            page: {columns: {count: 3}}
            styles: {body: {bold: yes}}
            """);
    PrintProfile newspaper = Profiles.shipped("newspaper");
    assertEquals(3, profile.page().columns().count());
    assertEquals(newspaper.page().columns().gutter(), profile.page().columns().gutter());
    assertEquals(newspaper.styles().body().emboldened(), profile.styles().body());
    assertEquals(newspaper.styles().title(), profile.styles().title());
    assertEquals(newspaper.palette(), profile.palette());
  }

  @Test
  void anEmptyFileIsTheDefaultUnderItsOwnName() throws IOException {
    PrintProfile profile = read("# nothing yet\n");
    assertEquals("my", profile.name());
    assertEquals(new Description("", ""), profile.description());
    assertEquals(PrintProfile.articleA4().page(), profile.page());
    assertEquals(PrintProfile.articleA4().styles(), profile.styles());
  }

  @Test
  void fileExtendsAFileBesideIt() throws IOException {
    write("house.yaml", "extend: book-a5\nstyles: {note: {size: 9 pt}}\n");
    Path child = write("child.yaml", "\uFEFFextend: house.yaml\npage: {bleed: 3 mm}\n");
    PrintProfile profile = Profiles.read(child.toString(), FAMILIES);
    assertEquals(Length.points(9), profile.styles().note().size());
    assertEquals(Length.millimetres(3), profile.page().bleed());
    assertEquals(Profiles.shipped("book-a5").trim(), profile.trim());
  }

  @Test
  void lengthsAreReadInTheirUnits() throws IOException {
    PrintProfile profile =
        read(
            """
            page: {size: 17 cm x 240mm, margins: {inner: 1in, outer: 2.5 cm, head: 30 mm, foot: 72 pt}}
            styles: {body: {size: 10 pt, leading: 2 em, first-line: 1.5 em, space-after: 0}}
            """);
    assertEquals(new Size(Length.millimetres(170), Length.millimetres(240)), profile.trim());
    assertEquals(Length.points(72), profile.page().margins().inner());
    assertEquals(Length.points(72), profile.page().margins().foot());
    assertEquals(Length.millimetres(25), profile.page().margins().outer());
    assertEquals(Length.points(20), profile.styles().body().leading());
    assertEquals(Length.points(15), profile.styles().body().firstLine());
    assertEquals(Length.ZERO, profile.styles().body().spaceAfter());
  }

  @Test
  void familiesOfScriptsAreAddedAndTakenAway() throws IOException {
    PrintProfile profile =
        read(
            """
            fonts:
              text: {scripts: {Hebr: none, Latn: Amiri}, languages: none}
              heading: {family: noto kufi arabic}
              fits: {Amiri: {size: 112.5 %, leading: 100 %}, Noto Nastaliq Urdu: none}
            """);
    Fonts fonts = profile.fonts();
    assertEquals(Map.of("Latn", "Amiri"), fonts.of(FontRole.TEXT).familyByScript());
    assertEquals(Map.of(), fonts.of(FontRole.SMALL).familyByLanguage());
    assertEquals("noto kufi arabic", fonts.of(FontRole.HEADING).family());
    assertEquals("Amiri", fonts.of(FontRole.SMALL).family());
    assertEquals(Map.of("Amiri", new Fonts.Fit(1.125, 1)), fonts.fits());
    assertEquals(profile, shownAndRead(profile));
  }

  private PrintProfile shownAndRead(PrintProfile profile) throws IOException {
    return Profiles.read(write("shown.yaml", Profiles.yaml(profile)).toString(), List.of());
  }

  @Test
  void rulesColoursAndHeadsComeBackAsTheyWereWritten() throws IOException {
    PrintProfile profile =
        read(
            """
            name: "yes: no"
            description: {en: '#1 "of" all', ar: للتجربة}
            rules: {column: 0.25 mm accent, note: none, opener: 1 pt}
            colours: {accent: "#0a0B0c/1 2 3 100", quiet: black 40 %}
            running-heads: {verso: [author, title], recto: section}
            pictures: {most-dpi: 300}
            """);
    assertEquals(new Rule(Length.millimetres(0.25), Palette.Role.ACCENT), profile.rules().column());
    assertEquals(
        new Colour(new Colour.Screen(10, 11, 12), new Colour.Print(1, 2, 3, 100)),
        profile.palette().of(Palette.Role.ACCENT));
    assertEquals(Colour.tint(40), profile.palette().of(Palette.Role.QUIET));
    assertEquals(
        List.of(RunningHeads.Shown.AUTHOR, RunningHeads.Shown.TITLE),
        profile.furniture().heads().on(2));
    assertEquals(List.of(RunningHeads.Shown.SECTION), profile.furniture().heads().on(1));
    assertEquals("yes: no", profile.name());
    assertEquals(profile, shownAndRead(profile));
  }

  @Test
  void innerMarginIsAtTheRightOfALeftPageWhateverTheBinding() throws IOException {
    PageLayout page = read("page: {margins: {inner: 30 mm, outer: 20 mm, mirrored: true}}").page();
    Length inner = Length.millimetres(30);
    assertTrue(Binding.RIGHT.isLeftPage(1, false));
    assertTrue(Binding.LEFT.isLeftPage(2, true));
    assertEquals(inner, page.insets(1, true).right());
    assertEquals(inner, page.insets(2, true).left());
    assertEquals(inner, page.insets(1, false).left());
    assertEquals(inner, page.insets(2, false).right());
  }

  @Test
  void pagesThatAreNotMirroredAllLookLikeTheFirst() throws IOException {
    PageLayout page = read("extend: manuscript").page();
    Insets first = page.insets(1, true);
    assertEquals(Length.millimetres(50), first.left());
    assertEquals(first, page.insets(2, true));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          margns: {}                                     | profile.key.nearest     | margins
          page: {margns: {inner: 3 mm}}                  | profile.key.nearest     | page.margins
          columns: {count: 2}                            | profile.key.nearest     | page.columns
          styles: {bodi: {}}                             | profile.key.nearest     | styles.body
          styles: {body: {zzzzzzzz: 1}}                  | profile.key.unknown     | styles.body.zzzzzzzz
          fonts: {fits: {Amiri: {size: 1 %, leadin: 1}}} | profile.key.nearest     | leadin
          page: {margins: {inner: 110 mm, outer: 10 cm}} | profile.margins         | page.margins.inner
          page: {margins: {head: 150 mm, foot: 150 mm}}  | profile.margins         | page.margins.foot
          page: {margins: {head: 150 mm, foot: 130 mm}}  | profile.depth           | 17 mm
          page: {columns: {count: 4, gutter: 50 mm}}     | profile.columns         | 2.5 mm
          page: {columns: {count: 5}}                    | profile.most            | page.columns.count
          page: {columns: {count: two}}                  | profile.value.number    | two
          page: {size: B9}                               | profile.value.size      | B9
          page: {size: 5 mm x 5 mm}                      | profile.least           | page.size
          page: {grid: {in-use: true, step: 15 pt}}      | profile.grid            | 15 pt
          page: {binding: rigth}                         | profile.choice.nearest  | right
          styles: {body: {size: -3 pt}}                  | profile.least           | -3 pt
          styles: {body: {size: 12}}                     | profile.value.length    | 12
          styles: {body: {size: 1e9 pt}}                 | profile.value.length    | 1e9 pt
          styles: {body: {size: 2 em}}                   | profile.value.length    | 2 em
          styles: {body: {leading: 8 pt}}                | profile.least           | styles.body.leading
          styles: {title: {leading: 2000 pt}}            | profile.most            | styles.title.leading
          styles: {body: {bold: heavy}}                  | profile.value.flag      | heavy
          styles: {quotation: {indent-start: 35 em}}     | profile.indent          | styles.quotation
          styles: {body: 12 pt}                          | profile.value.section   | styles.body
          fonts: {text: {family: Amirri}}                | profile.family.nearest  | Amiri
          fonts: {text: {family: Helvetica}}             | profile.family          | Helvetica
          fonts: {heading: {scripts: {Syrc: Estrangelo}}}| profile.family          | fonts.heading.scripts.Syrc
          fonts: {text: {scripts: {Arabic: Amiri}}}      | profile.script          | Arabic
          fonts: {text: {languages: {Urdu: Amiri}}}      | profile.language        | Urdu
          lines: {kashida: {least: 0.5 em}}              | profile.order           | lines.kashida.least
          lines: {kashida: {share: 400 %}}               | profile.most            | 400 %
          lines: {kashida: {share: 0.25}}                | profile.value.percent   | 0.25
          lines: {widows: 0}                             | profile.least           | lines.widows
          folios: {distance: 40 mm}                      | profile.order           | folios.distance
          line-numbers: {every: 5, distance: 4 cm}       | profile.order           | line-numbers.distance
          running-heads: {verso: {a: b}}                 | profile.value.list      | running-heads.verso
          running-heads: {verso: [titel]}                | profile.choice.nearest  | title
          colours: {accent: red}                         | profile.value.colour    | red
          rules: {note: thin}                            | profile.value.rule      | thin
          rules: {note: 30 pt}                           | profile.most            | rules.note
          digits: {text: arabic}                         | profile.choice.nearest  | arab
          name: [a]                                      | profile.value.word      | name
          name:                                          | profile.value.word      | name
          page:                                          | profile.value.section   | page
          extend: none                                   | profile.missing         | page
          extend: newspapr                               | profile.extend.nearest  | newspaper
          extend: zzzzz                                  | profile.extend          | zzzzz
          extend: nowhere.yaml                           | profile.extend.absent   | nowhere.yaml
          extend: my.yaml                                | profile.circle          | my.yaml
          extend: [book-a5]                              | profile.value.word      | extend
          page: *x                                       | profile.anchor          | my.yaml
          page: &x {size: A4}                            | profile.anchor          | my.yaml
          name: !!java.net.URL x                         | profile.anchor          | my.yaml
          <<: {name: x}                                  | profile.key.unknown     | <<
          page: [a                                       | profile.syntax          | my.yaml
          "{a: b}: c"                                    | profile.list            | my.yaml
          [[[[[[[[[[[[[[                                 | profile.deep            | my.yaml
          [a, b]                                         | profile.list            | my.yaml
          ? {a: b}                                       | profile.key             | my.yaml
          """)
  void wrongValueIsRefusedWithItsFileItsLineAndItsKey(String yaml, String key, String named)
      throws IOException {
    // The error stands in the second line, below a comment.
    Path file = write("my.yaml", "# mine\n" + yaml + "\n");
    QirtasException refused = refused(file);
    assertEquals(key, refused.key(), refused.getMessage());
    assertEquals(file.toString(), refused.values().getFirst());
    int line = (int) refused.values().get(1);
    assertTrue(line == 2 || key.equals("profile.syntax"), refused.getMessage());
    assertTrue(
        refused.values().stream().anyMatch(value -> String.valueOf(value).contains(named)),
        refused.getMessage());
  }

  @Test
  void keyThatStandsTwiceIsRefusedWithBothLines() throws IOException {
    QirtasException refused = refused(write("my.yaml", "page: {}\nname: x\npage: {}\n"));
    assertEquals("profile.twice", refused.key());
    assertEquals(List.of(3, "page", 1), refused.values().subList(1, 4));
  }

  @Test
  void secondDocumentIsRefused() throws IOException {
    assertEquals("profile.documents", refused(write("my.yaml", "name: x\n---\nname: y\n")).key());
  }

  @Test
  void profilesThatExtendEachOtherAreRefusedByTheWholeCircle() throws IOException {
    Path one = write("one.yaml", "extend: two.yaml\n");
    write("two.yaml", "# two\nextend: ./one.yaml\n");
    QirtasException refused = refused(one);
    assertEquals("profile.circle", refused.key());
    assertEquals(2, refused.values().get(1));
    assertTrue(String.valueOf(refused.values().getLast()).matches(".*one.*two.*one.*"));
  }

  @Test
  void errorInWhatIsExtendedNamesThatFile() throws IOException {
    write("house.yaml", "name: house\npage: {bled: 3 mm}\n");
    QirtasException refused = refused(write("my.yaml", "extend: house.yaml\n"));
    assertEquals("profile.key.nearest", refused.key());
    assertTrue(String.valueOf(refused.values().getFirst()).endsWith("house.yaml"));
  }

  @Test
  void ofTwoThatDoNotGoTogetherTheWritersOwnIsNamed() throws IOException {
    QirtasException refused =
        refused(write("my.yaml", "extend: book-a5\n\npage: {margins: {foot: 10 mm}}\n"));
    assertEquals("profile.order", refused.key());
    assertTrue(String.valueOf(refused.values().getFirst()).endsWith("my.yaml"));
    assertEquals(3, refused.values().get(1));
  }

  @Test
  void endlessChainOfProfilesIsRefused() throws IOException {
    for (int number = 0; number < 40; number++) {
      write(number + ".yaml", "extend: " + (number + 1) + ".yaml\n");
    }
    assertEquals("profile.chain", refused(folder.resolve("0.yaml")).key());
  }

  @Test
  void whatIsNoTextOrTooLargeOrAFolderIsRefused() throws IOException {
    Path bytes = Files.write(folder.resolve("bytes.yaml"), new byte[] {'a', ':', ' ', (byte) 0xFF});
    assertEquals("profile.encoding", refused(bytes).key());
    Path zero = Files.write(folder.resolve("zero.yaml"), new byte[] {'a', ':', ' ', 0});
    assertEquals("profile.yaml", refused(zero).key());
    Path large = write("large.yaml", "# " + "x".repeat(YamlFile.LONGEST));
    assertEquals("profile.large", refused(large).key());
    assertEquals(
        "profile.unreadable", refused(Files.createDirectory(folder.resolve("a.yaml"))).key());
    assertEquals("profile.absent", refused(folder.resolve("b.yaml")).key());
  }

  /** Deep and wide, as large as a file may be: an answer, and no overflow of any stack. */
  @ParameterizedTest
  @ValueSource(strings = {"[", "{a: ", "- ", "? ", "a: {", "'", "\"", "| ", "!", "&a "})
  void hostileFileIsRefused(String part) throws IOException {
    String yaml = part.repeat(YamlFile.LONGEST / part.getBytes(StandardCharsets.UTF_8).length - 1);
    refused(write("my.yaml", yaml));
  }

  @ParameterizedTest
  @ValueSource(strings = {"nosuch", "news-paper", "", "article-a5"})
  void unknownNameIsRefusedWithTheKnownOnes(String name) {
    QirtasException refused =
        assertThrows(QirtasException.class, () -> Profiles.read(name, FAMILIES));
    assertTrue(String.valueOf(refused.values().getLast()).contains("book-a5"));
  }

  @Test
  void nameIsTakenInAnyCase() {
    assertEquals("book-a5", Profiles.read("Book-A5", List.of()).name());
  }
}
