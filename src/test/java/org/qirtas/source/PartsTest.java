package org.qirtas.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qirtas.article.Article;
import org.qirtas.article.Attested;
import org.qirtas.article.Block;
import org.qirtas.article.Evidence.Origin;

/** What comes out of a file that holds several articles. */
class PartsTest {
  private static final byte[] NEWS =
      Sources.utf8("عودة المكتبة\n\nفتحت المكتبة أبوابها صباح أمس.\n");

  @TempDir private Path folder;

  @Test
  void anArticleIsItsOwnOnlyPart() throws IOException {
    List<Seen> parts = parts("a.txt", NEWS);
    assertEquals(1, parts.size());
    assertEquals("", parts.getFirst().place());
    assertTrue(parts.getFirst().part().source().orElseThrow().within().isEmpty());
  }

  @Test
  void aZipIsAFolderWhoseFilesKeepTheirBytes() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("2020/", new byte[0]);
    files.put("2020/a.txt", NEWS);
    files.put("2020/.hidden.txt", NEWS);
    files.put("__MACOSX/2020/._a.txt", NEWS);
    files.put("b.html", Sources.utf8("<html><body><h1>خبر ثان</h1><p>نص الخبر.</p></body></html>"));
    byte[] zip = Sources.zip(files);
    List<Seen> parts = parts("press.zip", zip);
    assertEquals(List.of("2020/a.txt", "b.html"), parts.stream().map(Seen::place).toList());
    assertEquals(Seen.bytes(NEWS), parts.getFirst().bytes());
    Source first = parts.getFirst().part().source().orElseThrow();
    assertEquals(Digest.of(NEWS), first.digest());
    assertEquals("a.txt", first.name());
    assertEquals(
        List.of(new Provenance("press.zip", Digest.of(zip), "2020/a.txt")), first.within());
    assertEquals("خبر ثان", parts.get(1).title());
  }

  @Test
  void namesInAZipAreReadInTheCharsetThatTheyWereWrittenIn() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes, Charset.forName("windows-1256"))) {
      zip.putNextEntry(new ZipEntry("أخبار المدينة/عودة المكتبة.txt"));
      zip.write(NEWS);
    }
    assertEquals(
        "أخبار المدينة/عودة المكتبة.txt", parts("a.zip", bytes.toByteArray()).getFirst().place());
  }

  @Test
  void namesThatLeadOutOfAContainerLeadNowhere() throws IOException {
    byte[] zip = Sources.zip(Map.of("../../../escaped.txt", NEWS));
    Source part = parts("slip.zip", zip).getFirst().part().source().orElseThrow();
    assertEquals("escaped.txt", part.name());
    assertFalse(Files.exists(folder.resolve("../escaped.txt")));
    assertFalse(Files.exists(part.file()));
  }

  @Test
  void aPackedTarIsAFolderToo_itsLinksAreNot() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes), "UTF-8")) {
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
      var link = new TarArchiveEntry("link.txt", TarConstants.LF_SYMLINK);
      link.setLinkName("/etc/hostname");
      tar.putArchiveEntry(link);
      tar.closeArchiveEntry();
      for (String name : List.of("أ.txt", "sub/b.txt")) {
        var entry = new TarArchiveEntry(name);
        entry.setSize(NEWS.length);
        tar.putArchiveEntry(entry);
        tar.write(NEWS);
        tar.closeArchiveEntry();
      }
    }
    List<Seen> parts = parts("press.tar.gz", bytes.toByteArray());
    assertEquals(
        List.of("press.tar!/أ.txt", "press.tar!/sub/b.txt"),
        parts.stream().map(Seen::place).toList());
    assertEquals(2, parts.getFirst().part().source().orElseThrow().within().size());
  }

  @Test
  void messagesWithoutAHeadHaveTheDayOfTheLineThatPartsThem() throws IOException {
    String box =
        """
        From layla@example.org Mon May  3 00:10:00 2021

        One line.

        From here on it is text.

        From basil@example.org Tue Jun 15 10:00:00 +0300 2021

        Another line.

        >From here, too.
        > What Layla said.
        """;
    List<Seen> parts = parts("inbox.mbox", Sources.utf8(box));
    assertEquals(List.of("message 1", "message 2"), parts.stream().map(Seen::place).toList());
    Article first = parts.getFirst().article().orElseThrow();
    assertEquals("2021-05-03T00:10", first.date().orElseThrow().edtf());
    assertEquals("From here on it is text.", first.body().getLast().text());
    Article second = parts.get(1).article().orElseThrow();
    assertEquals("From here, too.", second.body().get(second.body().size() - 2).text());
    Block.Quotation said = (Block.Quotation) second.body().getLast();
    assertEquals("What Layla said.", Block.textOf(said.blocks()));
  }

  @Test
  void whatStaysInAContainerIsCounted() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("a.txt", NEWS);
    files.put(".hidden.txt", NEWS);
    files.put("__MACOSX/._a.txt", NEWS);
    files.put("list.csv", Sources.utf8("file;title\na.txt;عنوان من البيان\n"));
    files.put(
        "inner.warc",
        WebArchive.joined(
            WebArchive.record("https://example.org/a.png", "image/png", "x"),
            WebArchive.record("https://example.org/b.css", "text/css", "p{}")));
    assertEquals(
        List.of(
            new PassedOver(PassedOver.Kind.HIDDEN, 2),
            new PassedOver(PassedOver.Kind.LIST, 1),
            new PassedOver(PassedOver.Kind.NO_PAGE, 2)),
        passedOver("press.zip", Sources.zip(files)));
    String box =
        "Some words.\n\nFrom a@example.org Mon May  3 00:10:00 2021\nSubject: x\n\nText.\n";
    assertEquals(
        List.of(new PassedOver(PassedOver.Kind.PREAMBLE, 1)),
        passedOver("in.mbox", Sources.utf8(box)));
    assertEquals(List.of(), passedOver("a.txt", NEWS));
  }

  private List<PassedOver> passedOver(String name, byte[] bytes) throws IOException {
    return WebArchive.passedOver(Files.write(folder.resolve(name), bytes));
  }

  @Test
  void everyMessageOfAMailboxIsAPart() throws IOException {
    String one =
        "From: Layla <layla@example.org>\nDate: Mon, 3 May 2021 00:10:00 +0300\nSubject: First\n\nBody of the first.\n>From here on it is quoted.\n\n";
    String two =
        "From: Basil <b@example.org>\nSubject: Second\n\nFrom the roof one saw the river.\n";
    String box = "From layla@example.org Mon May  3 00:10:00 2021\n" + one + "From b Tue\n" + two;
    List<Seen> parts = parts("inbox.mbox", Sources.utf8(box));
    assertEquals(List.of("message 1", "message 2"), parts.stream().map(Seen::place).toList());
    assertEquals(Seen.bytes(Sources.utf8(one)), parts.getFirst().bytes());
    assertEquals(Seen.bytes(Sources.utf8(two)), parts.get(1).bytes());
    assertEquals("First", parts.getFirst().title());
    assertEquals(
        "2021-05-03T00:10+03:00",
        parts.getFirst().article().orElseThrow().date().orElseThrow().edtf());
  }

  @Test
  void whatAManifestSaysOverrulesWhatWasRead() throws IOException {
    Files.write(folder.resolve("a.txt"), NEWS);
    Files.write(folder.resolve("b.txt"), NEWS);
    String csv =
        """
        file,title,author,date,source,tags
        a.txt,"المكتبة، من جديد",ليلى حداد; باسل الحداد,2019-03-04,مجلة الضفة,ثقافة;مدن
        b.txt,,,,,
        none.txt,,,,,
        ../outside.txt,,,,,
        """;
    List<Seen> parts = parts("list.csv", Sources.utf8(csv));
    Article article = parts.getFirst().article().orElseThrow();
    assertEquals("المكتبة، من جديد", article.title().orElseThrow().value());
    assertEquals(Origin.MANIFEST, article.title().orElseThrow().evidence().origin());
    assertEquals(
        List.of("ليلى حداد", "باسل الحداد"),
        article.authors().stream().map(Attested::value).toList());
    assertEquals("2019-03-04", article.date().orElseThrow().edtf());
    assertEquals("مجلة الضفة", article.publisher().orElseThrow());
    assertEquals(List.of("ثقافة", "مدن"), article.tags());
    assertEquals("عودة المكتبة", parts.get(1).title());
    assertEquals("source.missing", parts.get(2).cause());
    assertEquals(Optional.empty(), parts.get(2).part().source());
    assertEquals("source.missing", parts.get(3).cause());
    assertEquals(4, parts.size());
  }

  @Test
  void aManifestReachesNothingOutsideItsFolder() throws IOException {
    Path inner = Files.createDirectory(folder.resolve("inner"));
    Files.write(folder.resolve("secret.txt"), NEWS);
    Files.createSymbolicLink(inner.resolve("link.txt"), folder.resolve("secret.txt"));
    String csv = "file\n../secret.txt\nlink.txt\n" + folder.resolve("secret.txt") + "\n";
    for (Seen part : parts("inner/list.csv", Sources.utf8(csv))) {
      assertEquals("source.outside", part.cause());
    }
  }

  @Test
  void aSecondRowForAFileIsToldWithBothLines() throws IOException {
    Files.write(folder.resolve("a.txt"), NEWS);
    Files.write(folder.resolve("b.txt"), NEWS);
    String csv = "file,title\na.txt,الأول\nb.txt,\n./a.txt,الثاني\n";
    List<Seen> parts = parts("list.csv", Sources.utf8(csv));
    assertEquals("الأول", parts.getFirst().title());
    assertEquals(3, parts.size());
    assertEquals("source.twice", parts.getLast().cause());
    String words = parts.getLast().part().refusal().orElseThrow().toString();
    assertTrue(words.contains("list.csv:2, list.csv:4"), words);
  }

  @Test
  void aManifestsDateThatIsNoneIsRefusedAndNotGuessed() throws IOException {
    Files.write(folder.resolve("a.txt"), NEWS);
    List<Seen> parts = parts("list.csv", Sources.utf8("file,date\na.txt,30/2/2019\n"));
    assertEquals("source.overruled", parts.getFirst().cause());
    assertEquals(Optional.empty(), parts.getFirst().part().source());
  }

  @Test
  void aManifestInAZipSpeaksOfItsNeighbours() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("x/a.txt", NEWS);
    files.put("x/list.csv", Sources.utf8("file;title\na.txt;عنوان من البيان\n"));
    List<Seen> parts = parts("a.zip", Sources.zip(files));
    assertEquals(1, parts.size());
    assertEquals("عنوان من البيان", parts.getFirst().title());
  }

  @Test
  void aBombIsRefusedAndWhatCameBeforeItStays() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("a.txt", NEWS);
    files.put("bomb.txt", new byte[80 << 20]);
    files.put("z.txt", NEWS);
    List<Seen> parts = parts("bomb.zip", Sources.zip(files));
    assertEquals(List.of("a.txt", "z.txt", ""), parts.stream().map(Seen::place).toList());
    assertEquals("source.toolarge", parts.getLast().cause());
    assertEquals("bomb.zip", parts.getLast().part().source().orElseThrow().name());
  }

  @Test
  void containersWithinContainersEndSomewhere() throws IOException {
    byte[] inner = Sources.zip(Map.of("a.txt", NEWS));
    for (int i = 0; i < 8; i++) {
      inner = Sources.zip(Map.of("z" + i + ".zip", inner));
    }
    List<Seen> parts = parts("deep.zip", inner);
    assertEquals(1, parts.size());
    assertEquals("source.toolarge", parts.getFirst().cause());
    assertFalse(parts.getFirst().bytes().isEmpty());
  }

  @Test
  void aDamagedContainerIsItselfARefusedPart() throws IOException {
    byte[] zip = Sources.zip(Map.of("a.txt", NEWS));
    List<Seen> parts = parts("cut.zip", java.util.Arrays.copyOf(zip, zip.length - 30));
    assertEquals("source.corrupt", parts.getLast().cause());
    assertEquals("", parts.getLast().place());
    assertEquals("source.empty", parts("none.zip", Sources.zip(Map.of())).getLast().cause());
  }

  private List<Seen> parts(String name, byte[] bytes) throws IOException {
    return Seen.all(folder, name, bytes);
  }
}
