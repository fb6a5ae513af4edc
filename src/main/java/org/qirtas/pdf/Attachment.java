package org.qirtas.pdf;

import java.nio.file.Path;

/**
 * A file that travels inside a PDF: the original that the article was read from.
 *
 * @param name what it is called
 * @param mediaType its media type
 * @param file where it lies
 */
public record Attachment(String name, String mediaType, Path file) {}
