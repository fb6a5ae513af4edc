package org.qirtas.source;

/**
 * Where a source was taken out of another one, or what listed it.
 *
 * @param container the name of the file that it lay in
 * @param digest the digest of that file's bytes
 * @param place where in it, in its own terms: an entry's path, a message's number, an address
 */
public record Provenance(String container, Digest digest, String place) {}
