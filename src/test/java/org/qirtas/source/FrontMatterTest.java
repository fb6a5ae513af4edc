package org.qirtas.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The three forms of records that texts begin with. */
class FrontMatterTest {
  private static final Map<String, List<String>> FIELDS =
      Map.of(
          "title", List.of("جسر: الوادي"),
          "date", List.of("2019-03-12"),
          "authors", List.of("ليلى حداد", "عمر ناصر"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "---\ntitle: \"جسر: الوادي\"\ndate: 2019-03-12\nauthors:\n  - ليلى حداد\n  - عمر ناصر\n---\n",
        "+++\ntitle = \"جسر: الوادي\"\ndate = 2019-03-12\nauthors = [\n  \"ليلى حداد\",\n  \"عمر ناصر\",\n]\n[params]\ntitle = \"x\"\n+++\n",
        "{\n \"title\": \"جسر: الوادي\",\n \"date\": \"2019-03-12\",\n \"authors\": [\"ليلى حداد\", \"عمر ناصر\"]\n}\n"
      })
  void yamlTomlAndJsonSayTheSame(String record) {
    FrontMatter matter = FrontMatter.of(record + "\nنص المقال\n");
    var fields = new TreeMap<>(matter.fields());
    fields.keySet().retainAll(FIELDS.keySet());
    assertEquals(FIELDS, fields);
    assertEquals("نص المقال", matter.rest().strip());
  }

  @ParameterizedTest
  @ValueSource(strings = {"+++\ntitle = \n+++\nنص\n", "{\"title\": }\nنص\n", "{\"a\n", "+++\n"})
  void aRecordThatIsNoGoodStaysInTheText(String text) {
    assertEquals(text, FrontMatter.of(text).rest());
  }

  @Test
  void aTextThatBeginsWithABraceIsAText() {
    String text = "{قوسان} يفتتحان النص\n";
    assertEquals(new FrontMatter(Map.of(), text), FrontMatter.of(text));
  }
}
