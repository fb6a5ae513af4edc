package org.qirtas.source;

import java.nio.file.Path;

/**
 * One input as it came.
 *
 * @param name its file name as given: the last element of its path
 * @param file where its bytes lie
 * @param digest the digest of the bytes, taken before anything was parsed
 * @param size how many bytes
 * @param mediaType what it is, told by its content, such as {@code text/html}
 */
public record Source(String name, Path file, Digest digest, long size, String mediaType) {}
