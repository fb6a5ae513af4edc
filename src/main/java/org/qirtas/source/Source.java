package org.qirtas.source;

import java.nio.file.Path;

/**
 * A file that came in.
 *
 * @param name its name
 * @param file where it is
 * @param digest the digest of its bytes
 * @param size how many bytes
 * @param mediaType what it is
 */
public record Source(String name, Path file, Digest digest, long size, String mediaType) {}
