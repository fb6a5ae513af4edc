package org.qirtas.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditTest {
  @TempDir Path temporary;
  private Path archive;

  @BeforeEach
  void fill() throws IOException {
    archive = temporary.resolve("archive");
    Path file = temporary.resolve("a.txt");
    Files.writeString(file, "عنوان أول\n\nبيروت هي العاصمه.\n\nفقرة أخرى.");
    run("ingest", "--date", "2020-10-23", file);
  }

  private Run run(Object... words) {
    return Run.of(Stream.concat(Stream.of("--archive", archive), Stream.of(words)).toArray());
  }

  private JsonNode show(Object... more) throws IOException {
    Run run =
        run(Stream.concat(Stream.of("--json", "show", "عنوان-أول"), Stream.of(more)).toArray());
    assertEquals(0, run.code(), run.err());
    return new ObjectMapper().readTree(run.out());
  }

  @Test
  void correctionIsAVersionWithReasonAndTheOldOneCanBeShown() throws IOException {
    Run edit =
        run(
            "edit",
            "عنوان-أول",
            "--reason",
            "خطأ",
            "--by",
            "سلمى",
            "--title",
            "عنوان مصحح",
            "--author",
            "كمال",
            "--author",
            "ليلى",
            "--tag",
            "وسم",
            "--place",
            "بيروت");
    assertEquals(0, edit.code(), edit.err());
    assertEquals("2020/10/23/عنوان-أول: version 2", edit.out().strip());
    JsonNode now = show();
    assertEquals("عنوان مصحح", now.path("title").asText());
    assertEquals("[\"كمال\",\"ليلى\"]", now.path("authors").toString());
    assertEquals(2, now.path("version").asInt());
    assertEquals("عنوان أول", show("--version", "1").path("title").asText());
    Run history = run("show", "عنوان-أول", "--history");
    assertTrue(history.out().contains("سلمى: خطأ"), history.out());
    assertTrue(run("find", "مصحح").out().contains("مصحح"));
    assertEquals(0, run("verify").code());
  }

  @Test
  void printCorrectionChangesTheWordsAndNothingElse() throws IOException {
    String edit = "عنوان-أول";
    assertEquals(
        0,
        run("edit", edit, "--reason", "طباعة", "--replace", "العاصمه", "--with", "العاصمة").code());
    assertEquals("بيروت هي العاصمة.\n\nفقرة أخرى.", show().path("text").asText());
    assertEquals(
        1, run("edit", edit, "--reason", "طباعة", "--replace", "غائب", "--with", "حاضر").code());
    assertEquals(2, run("edit", edit, "--reason", "طباعة", "--replace", "بلا بديل").code());
    assertEquals(2, show().path("version").asInt());
  }

  @Test
  void correctedDateMovesTheFolderAndIsTheArchivistsWord() throws IOException {
    String id = show().path("id").asText();
    run("edit", "عنوان-أول", "--reason", "تاريخ", "--date", "2019-03-04T05:06");
    JsonNode now = show();
    assertEquals("2019/03/04/عنوان-أول", now.path("path").asText());
    assertEquals(id, now.path("id").asText());
    assertEquals("2019-03-04T05:06", now.path("date").asText());
    assertEquals("archivist", now.path("dateEvidence").path("source").asText());
    assertTrue(run("find", "--on", "2019-03-04").out().contains("عنوان أول"));
    assertEquals("", run("find", "--on", "2020-10-23").out());
    run("edit", "عنوان-أول", "--reason", "تاريخ", "--date", "none");
    assertEquals("undated/عنوان-أول", show().path("path").asText());
  }

  @Test
  void editThatChangesNothingMakesNoVersion() throws IOException {
    assertEquals(0, run("edit", "عنوان-أول", "--reason", "لا شيء", "--title", "عنوان أول").code());
    assertEquals(1, show().path("version").asInt());
    assertEquals(2, run("edit", "عنوان-أول", "--title", "بلا سبب").code());
  }

  @Test
  void withdrawnItemIsPassedOverAndComesBack() {
    assertEquals(0, run("withdraw", "عنوان-أول", "--reason", "طلب صاحبه").code());
    assertEquals("", run("find", "العاصمه").out());
    assertTrue(run("find", "--withdrawn").out().contains("عنوان أول"));
    assertTrue(run("show", "عنوان-أول").out().contains("Withdrawn: طلب صاحبه"));
    assertEquals(0, run("withdraw", "عنوان-أول", "--undo", "--reason", "خطأ").code());
    assertTrue(run("find", "العاصمه").out().contains("عنوان أول"));
    assertEquals(0, run("verify").code());
  }

  @Test
  void purgedItemLeavesItsIdAndItsReason() throws IOException {
    String id = show().path("id").asText();
    assertEquals(0, run("withdraw", "عنوان-أول", "--purge", "--reason", "حكم محكمة").code());
    Run show = run("show", id);
    assertTrue(show.out().contains("حكم محكمة"), show.out() + show.err());
    assertEquals("", run("find", "العاصمه").out());
    assertTrue(run("show", id, "--history").out().contains("deletion"));
    assertEquals(0, run("verify").code());
    assertTrue(run("ingest", temporary.resolve("a.txt")).out().contains("duplicate of"));
  }
}
