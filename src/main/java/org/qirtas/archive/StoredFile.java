package org.qirtas.archive;

/**
 * A file of an item, as its inventory lists it.
 *
 * @param name its name within the item, such as {@code article.json}
 * @param path where it stands, relative to the item's folder, such as {@code v1/content/…}
 * @param sha512 the digest of its bytes, in lower-case hexadecimal
 */
public record StoredFile(String name, String path, String sha512) {}
