package org.qirtas.samples;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Binds the samples that no editor can write from the text that they are made of: a folder {@code
 * src/test/samples/NAME.docx} or {@code NAME.epub} into the package of that name, a text file into
 * windows-1256. After a change: {@code java src/test/java/org/qirtas/samples/SampleBinder.java}.
 */
final class SampleBinder {
  static final Path SOURCES = Path.of("src/test/samples");
  static final Path SAMPLES = Path.of("src/main/samples");
  private static final LocalDateTime STAMP = LocalDateTime.of(2025, 1, 1, 0, 0);

  /** The part that a reader of the format looks for at the very start. */
  private static final List<String> FIRST = List.of("mimetype", "[Content_Types].xml");

  private SampleBinder() {}

  public static void main(String[] args) throws IOException {
    for (var sample : bind().entrySet()) {
      Files.write(SAMPLES.resolve(sample.getKey()), sample.getValue());
    }
  }

  /** The bytes of each sample under its name. */
  static SortedMap<String, byte[]> bind() throws IOException {
    var samples = new TreeMap<String, byte[]>();
    try (var sources = Files.list(SOURCES)) {
      for (Path source : sources.sorted().toList()) {
        String name = source.getFileName().toString();
        if (Files.isDirectory(source)) {
          samples.put(name, pack(source));
        } else if (name.endsWith(".txt")) {
          samples.put(name, Files.readString(source).getBytes(Charset.forName("windows-1256")));
        }
      }
    }
    return samples;
  }

  /** Stored, not deflated: the bytes of a deflated part depend on the zlib at hand. */
  private static byte[] pack(Path folder) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes);
        var files = Files.walk(folder)) {
      var parts =
          files
              .filter(Files::isRegularFile)
              .map(file -> folder.relativize(file).toString().replace('\\', '/'))
              .sorted(
                  Comparator.comparing((String part) -> !FIRST.contains(part))
                      .thenComparing(Comparator.naturalOrder()))
              .toList();
      for (String part : parts) {
        byte[] content = Files.readAllBytes(folder.resolve(part));
        zip.putNextEntry(stored(part, content));
        zip.write(content);
      }
    }
    return bytes.toByteArray();
  }

  private static ZipEntry stored(String name, byte[] content) {
    var sum = new CRC32();
    sum.update(content);
    var entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCrc(sum.getValue());
    entry.setTimeLocal(STAMP);
    return entry;
  }
}
