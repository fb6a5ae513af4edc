package org.qirtas.archive;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.qirtas.article.Article;
import org.qirtas.article.Attested;

/**
 * An item of the archive, as one of its versions stands: the newest, where no other is asked for.
 *
 * @param id what it is known by
 * @param path its folder, relative to the archive's, with forward slashes: {@code
 *     2020/10/23/<slug>}
 * @param version the version, from 1
 * @param created when that version was made
 * @param status what became of it
 * @param origin the file that it was made from
 * @param cause why it is quarantined, a message's key and values, or why it was withdrawn, in
 *     somebody's words; empty where it is neither
 * @param files what it consists of, sorted by name
 */
public record ArchiveItem(
    ItemId id,
    String path,
    int version,
    Instant created,
    Status status,
    Original origin,
    Optional<String> cause,
    List<StoredFile> files) {
  static final String ARTICLE = "article.json";
  static final String EVENTS = "events.jsonl";
  static final String ORIGINALS = "original/";
  static final String PICTURES = "pictures/";
  static final String ATTACHMENTS = "attachments/";

  /** Takes a copy of the files. */
  public ArchiveItem {
    files = List.copyOf(files);
  }

  static ArchiveItem of(Inventory inventory, int version, String path, JsonNode record) {
    return new ArchiveItem(
        inventory.id(),
        path,
        version,
        inventory.created(version),
        RecordJson.readStatus(record),
        RecordJson.readOriginal(record),
        RecordJson.readCause(record),
        inventory.files(version));
  }

  /** {@return the same, standing somewhere else} */
  ArchiveItem at(String place) {
    return new ArchiveItem(id, place, version, created, status, origin, cause, files);
  }

  static StoredFile file(List<StoredFile> files, String name) {
    return files.stream()
        .filter(file -> file.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no " + name));
  }

  /** {@return the words that its folder is called by} */
  String title(Optional<Article> article) {
    return article.flatMap(Article::title).map(Attested::value).orElseGet(origin::name);
  }

  /** {@return the last part of its path, which its title gave} */
  public String slug() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** {@return the file that holds the bytes that came in} */
  public Optional<StoredFile> original() {
    return files.stream().filter(file -> file.name().startsWith(ORIGINALS)).findFirst();
  }

  /** {@return the names of its pictures, as the article's figures call them} */
  public List<String> pictures() {
    return files.stream()
        .filter(file -> file.name().startsWith(PICTURES))
        .map(file -> file.name().substring(PICTURES.length()))
        .toList();
  }

  /**
   * {@return the file of that name, if there is one}
   *
   * @param name its name within the item
   */
  public Optional<StoredFile> file(String name) {
    return files.stream().filter(file -> file.name().equals(name)).findFirst();
  }
}
