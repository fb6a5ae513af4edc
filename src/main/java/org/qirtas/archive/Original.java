package org.qirtas.archive;

/**
 * The file that an item was made from.
 *
 * @param name its name as it came in; it is stored under {@link ArchiveItem#original()}'s name,
 *     which differs where a file system somewhere could not bear this one
 * @param sha512 the digest of its bytes, in lower-case hexadecimal
 * @param size how many bytes
 * @param mediaType what it is, by its content
 */
public record Original(String name, String sha512, long size, String mediaType) {}
