package org.qirtas.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qirtas.Fault;
import org.qirtas.QirtasException;

class BadInputTest {
  @TempDir private Path folder;

  @Test
  void aMissingFileAFolderAndAnEmptyFileAreRefusedBeforeReading() throws IOException {
    assertEquals("source.missing", refusal(folder.resolve("none.txt")).key());
    assertEquals("source.unreadable", refusal(folder).key());
    assertEquals("source.empty", refusal(Files.createFile(folder.resolve("empty.docx"))).key());
    assertEquals("source.empty", refusal(write("blank.txt", Sources.utf8(" \n\n"))).key());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a_1.txt", "s_bulletin.txt", "i_1.txt"})
  void aTextIsATextWhateverItsNameBeginsWith(String name) throws IOException {
    String text = "فتحت المكتبة أبوابها صباح أمس، وعاد إليها قراؤها.";
    assertEquals(text, Sources.article(folder, name, "عنوان المقال\n\n" + text + "\n").text());
  }

  @Test
  void aBrokenPdfDocxOrEpubIsCorrupt() throws IOException {
    assertEquals(
        "source.corrupt",
        refusal(write("a.pdf", Sources.utf8("%PDF-1.7\nnothing of the kind"))).key());
    byte[] docx = WordReaderTest.document("<w:p><w:r><w:t>x</w:t></w:r></w:p>");
    assertEquals(
        "source.corrupt", refusal(write("a.docx", Arrays.copyOf(docx, docx.length - 40))).key());
    byte[] bookless = Sources.zip(Map.of("mimetype", Sources.utf8("application/epub+zip")));
    assertEquals("source.corrupt", refusal(write("a.epub", bookless)).key());
  }

  @Test
  void noiseAndForeignFormatsAreUnknown() throws IOException {
    byte[] noise = new byte[5000];
    new Random(3).nextBytes(noise);
    assertEquals("source.unknown", refusal(write("noise.bin", noise)).key());
    byte[] zip = Sources.zip(Map.of("a.txt", Sources.utf8("a")));
    assertEquals("source.unknown", refusal(write("a.zip", zip)).key());
  }

  @Test
  void refusalsAreOneLineAndNameTheFile() throws IOException {
    QirtasException refusal = refusal(write("a.pdf", Sources.utf8("%PDF-1.7\nno")));
    assertEquals(Fault.INPUT, refusal.fault());
    assertEquals("a.pdf", refusal.values().getFirst());
    assertTrue(refusal.values().stream().noneMatch(value -> value.toString().contains("\n")));
  }

  @Test
  void markupTenThousandDeepEndsInAnArticleOrARefusal() throws IOException {
    String deep = "<div>".repeat(10_000) + "نص في القاع" + "</div>".repeat(10_000);
    Path file = write("deep.html", Sources.utf8("<html><body>" + deep + "</body></html>"));
    try (var reader = new SourceReader()) {
      assertEquals("نص في القاع", reader.read(reader.identify(file)).article().text());
    } catch (QirtasException e) {
      assertEquals(Fault.INPUT, e.fault());
    }
  }

  @Test
  void anEntityBombInADocumentStaysAsWritten() throws IOException {
    byte[] bomb =
        Sources.zip(
            Map.of(
                "[Content_Types].xml", Sources.utf8(WordReaderTest.TYPES),
                "_rels/.rels", Sources.utf8(WordReaderTest.RELATIONS),
                "word/document.xml",
                    Sources.utf8(
                        "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>"
                            + "<w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>[&e;]</w:t></w:r></w:p></w:body></w:document>")));
    Path file = write("bomb.docx", bomb);
    try (var reader = new SourceReader()) {
      assertEquals("[&e;]", reader.read(reader.identify(file)).article().text());
    }
  }

  @Test
  void whatTakesTooLongIsGivenUp() {
    var never = new CountDownLatch(1);
    try (var limit = new TimeLimit.Waiting(Duration.ofMillis(1))) {
      QirtasException refusal =
          assertThrows(
              QirtasException.class,
              () ->
                  limit.run(
                      "slow.pdf",
                      () -> {
                        never.await();
                        return "";
                      }));
      assertEquals("source.timeout", refusal.key());
    } finally {
      never.countDown();
    }
  }

  @ParameterizedTest
  @EnumSource(Refusal.class)
  void everyRefusalHasItsWordsInBothLanguages(Refusal refusal) throws IOException {
    String key = refusal.of("x", "y").key();
    for (String bundle : List.of("messages.properties", "messages_ar.properties")) {
      var messages = new Properties();
      try (var in =
          new InputStreamReader(
              Objects.requireNonNull(getClass().getResourceAsStream("/org/qirtas/cli/" + bundle)),
              StandardCharsets.UTF_8)) {
        messages.load(in);
      }
      assertTrue(messages.getProperty(key, "").contains("{0}"), bundle + " " + key);
    }
  }

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private static QirtasException refusal(Path file) {
    try (var reader = new SourceReader()) {
      return assertThrows(QirtasException.class, () -> reader.read(reader.identify(file)));
    }
  }
}
