package org.qirtas.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.qirtas.Fault;
import org.qirtas.QirtasException;
import org.qirtas.source.Digest;
import org.qirtas.source.SourceReader;

/**
 * To what end each file of each import came: a line of JSON a file, written once that is so for
 * good. A file is known by its path, its digest and the version of the readers, so that a changed
 * file is another one, and so is one that a newer reader may read better.
 *
 * <p>What is lost of it, with a line that was cut short or altogether, costs only reading again.
 */
final class ImportJournal implements AutoCloseable {
  private static final String FILE = "journal.jsonl";

  private final Path file;
  private final InstantSource clock;
  private final Map<Key, End> ends = new HashMap<>();
  private final Set<Key> stamps = new HashSet<>();
  private final boolean reading;

  /** A digest of what a file is known by: short, since there are as many as files. */
  private record Key(long high, long low) {}

  /**
   * To what end a file came.
   *
   * @param causes of all in it that could not be read; none where all could
   */
  record End(List<String> causes) {
    /** {@return whether a cause is among them, by its last word; {@code failed} is any} */
    boolean isOf(String word) {
      return word.equals("failed")
          ? !causes.isEmpty()
          : causes.stream()
              .anyMatch(cause -> cause.substring(cause.lastIndexOf('.') + 1).equals(word));
    }
  }

  private static final End GOOD = new End(List.of());

  private ImportJournal(Path file, InstantSource clock, boolean reading) {
    this.file = file;
    this.reading = reading;
    this.clock = clock;
  }

  /**
   * Opens a journal.
   *
   * @param folder where it lies
   * @param reading whether what it says is going to be asked for
   */
  static ImportJournal open(Path folder, InstantSource clock, boolean reading) {
    var journal = new ImportJournal(folder.resolve(FILE), clock, reading);
    try {
      Files.createDirectories(folder);
      if (Files.exists(journal.file)) {
        journal.mendEnd();
        if (reading) {
          journal.read();
        }
      }
    } catch (IOException e) {
      throw journal.unwritable(e);
    }
    return journal;
  }

  /** A line that was cut short must not be taken for the beginning of the next one. */
  private void mendEnd() throws IOException {
    try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
      long length = bytes.length();
      if (length == 0) {
        return;
      }
      bytes.seek(length - 1);
      if (bytes.read() != '\n') {
        bytes.write('\n');
      }
    }
  }

  private void read() throws IOException {
    var same = new HashMap<List<String>, End>();
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        ItemJson.parsed(line)
            .filter(node -> node.path("sha512").isTextual())
            .ifPresent(node -> remember(node, same));
      }
    }
  }

  private void remember(JsonNode node, Map<List<String>, End> same) {
    var causes = new ArrayList<String>();
    node.path("causes").forEach(cause -> causes.add(cause.asText()));
    ends.put(key(node), causes.isEmpty() ? GOOD : same.computeIfAbsent(causes, End::new));
    if (node.has("modified")) {
      String stamp = node.path("size").asLong() + " " + node.path("modified").asText();
      stamps.add(key(node.path("path").asText(), stamp, node.path("reader").asInt()));
    }
  }

  private static Key key(JsonNode node) {
    return key(
        node.path("path").asText(), node.path("sha512").asText(), node.path("reader").asInt());
  }

  /** By its digest, or by its size and time. */
  private static Key key(String path, String content, int reader) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] sum =
          digest.digest((reader + "\n" + content + "\n" + path).getBytes(StandardCharsets.UTF_8));
      ByteBuffer bytes = ByteBuffer.wrap(sum);
      return new Key(bytes.getLong(), bytes.getLong());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** {@return the end that a file came to, as it is now and is read now} */
  Optional<End> end(String path, Digest digest) {
    return Optional.ofNullable(ends.get(key(path, digest.hex(), SourceReader.VERSION)));
  }

  /** {@return whether a file has come to its end, by what its folder says of it} */
  boolean hasStamp(String path, Stamp stamp) {
    return stamps.contains(key(path, stamp.size() + " " + stamp.modified(), SourceReader.VERSION));
  }

  void write(List<Recall.Page> pages) {
    if (pages.isEmpty()) {
      return;
    }
    var lines = new StringBuilder();
    for (Recall.Page page : pages) {
      ObjectNode node = ItemJson.object();
      node.put("at", clock.instant().toString()).put("reader", SourceReader.VERSION);
      node.put("path", page.path()).put("sha512", page.digest().hex()).put("parts", page.parts());
      page.stamp()
          .ifPresent(
              stamp -> node.put("size", stamp.size()).put("modified", stamp.modified().toString()));
      page.causes().forEach(node.putArray("causes")::add);
      if (reading) {
        remember(node, new HashMap<>());
      }
      lines.append(ItemJson.line(node)).append('\n');
    }
    try {
      Files.writeString(file, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private QirtasException unwritable(IOException e) {
    return new QirtasException(
        e, Fault.ARCHIVE, "archive.unwritable", file, String.valueOf(e.getMessage()));
  }

  @Override
  public void close() {
    // Each writing opens it anew.
  }
}
