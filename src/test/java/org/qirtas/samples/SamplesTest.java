package org.qirtas.samples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class SamplesTest {
  @TestFactory
  Iterable<DynamicTest> boundSampleIsWhatItsSourcesGive() throws IOException {
    return SampleBinder.bind().entrySet().stream()
        .map(sample ->
            DynamicTest.dynamicTest(
                sample.getKey(),
                () ->
                    assertArrayEquals(
                        sample.getValue(),
                        Files.readAllBytes(SampleBinder.SAMPLES.resolve(sample.getKey())))))
        .toList();
  }

  @Test
  void samplesCoverTheFormatsAndStaySmall() throws IOException {
    var endings = new TreeSet<String>();
    try (var samples = Files.list(SampleBinder.SAMPLES)) {
      for (var sample : samples.sorted().toList()) {
        String name = sample.getFileName().toString();
        endings.add(name.substring(name.lastIndexOf('.') + 1));
        assertTrue(Files.size(sample) < 100_000, name);
      }
    }
    assertEquals(Set.of("docx", "eml", "epub", "html", "pdf", "txt"), endings);
  }
}
