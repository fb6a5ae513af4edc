package org.qirtas.archive;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import org.qirtas.article.Article;

/** One item held against what OCFL and we ourselves ask of it. */
final class ItemAudit {
  private final Archive archive;
  private final String path;
  private final Findings findings;
  private Optional<ArchiveItem> item = Optional.empty();

  ItemAudit(Archive archive, String path) {
    this.archive = archive;
    this.path = path;
    this.findings = new Findings(path);
  }

  /** {@return what was found} */
  Audited run() {
    var object = new ObjectAudit(archive.folder(path), findings);
    object.check();
    // Digits in capitals are as good a digest, but nothing that we wrote.
    object.unusualSidecars().forEach(name -> findings.add("Q012", name, ""));
    Optional<Inventory> inventory = inventory();
    if (inventory.isPresent()) {
      try {
        record(inventory.get());
      } catch (IOException | RuntimeException e) {
        findings.add("Q003", ArchiveItem.ARTICLE, "cannot be understood");
      }
    }
    return new Audited(path, item, findings.all().stream().toList());
  }

  private Optional<Inventory> inventory() {
    try {
      Inventory inventory = Inventory.read(archive.folder(path));
      inventory.id();
      return Optional.of(inventory);
    } catch (IOException | RuntimeException e) {
      findings.add("Q002", Inventory.FILE, "none of Qirtas");
      return Optional.empty();
    }
  }

  private void record(Inventory inventory) throws IOException {
    JsonNode record =
        Json.read(
            archive.locate(
                path, ArchiveItem.file(inventory.files(inventory.head()), ArchiveItem.ARTICLE)));
    ArchiveItem found = ArchiveItem.of(inventory, inventory.head(), path, record);
    item = Optional.of(found);
    Optional<Article> article = RecordJson.readArticle(record);
    try {
      archive.events(found);
    } catch (RuntimeException e) {
      findings.add("Q003", ArchiveItem.EVENTS, "cannot be understood");
    }
    original(found);
    boolean purged = found.status() == Status.WITHDRAWN && article.isEmpty();
    String folder = DatedFolder.of(article);
    findings.require(
        purged || path.equals(folder + "/" + found.slug()), "Q005", "", "belongs in " + folder);
    findings.require(
        record.path("@id").asText().equals(inventory.id().urn()),
        "Q003",
        ArchiveItem.ARTICLE,
        record.path("@id").asText());
  }

  private void original(ArchiveItem found) throws IOException {
    Optional<StoredFile> original = found.original();
    if (original.isEmpty()) {
      findings.require(found.status() == Status.WITHDRAWN, "Q004", "", "no original");
      return;
    }
    boolean same = original.get().sha512().equals(found.origin().sha512());
    findings.require(same, "Q004", original.get().path(), "another file than the record names");
    var file = archive.locate(found, original.get());
    if (same && Files.exists(file)) {
      findings.require(
          Files.size(file) == found.origin().size(),
          "Q004",
          original.get().path(),
          "not of the size that the record names");
    }
  }
}
