package org.qirtas.catalog;

import java.util.List;
import java.util.Optional;
import org.qirtas.archive.Status;

/**
 * What the catalog knows of an item that was found, without a look at the item's folder.
 *
 * @param id the item's id
 * @param path its folder, relative to the archive's
 * @param version its newest version
 * @param status what became of it
 * @param title its title; of a quarantined one the name of its file
 * @param authors who signed it
 * @param place where it was written
 * @param date when it was published, as EDTF
 * @param language its language's BCP 47 tag; empty where it is not known
 * @param publisher who published it
 * @param tags its subjects
 * @param bytes the size of the file that it was made from
 * @param words how many words its body has; empty where there is none
 */
public record Hit(
    String id,
    String path,
    int version,
    Status status,
    Optional<String> title,
    List<String> authors,
    Optional<String> place,
    Optional<String> date,
    Optional<String> language,
    Optional<String> publisher,
    List<String> tags,
    long bytes,
    Optional<Integer> words) {
  /** Takes copies of the lists. */
  public Hit {
    authors = List.copyOf(authors);
    tags = List.copyOf(tags);
  }
}
