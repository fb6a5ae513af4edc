package org.qirtas.article;

import java.util.Optional;

/**
 * Another article that this one points its readers to.
 *
 * @param title the other's title, as given here
 * @param address where it stood, if that is known
 * @param raw the line that points there, unchanged
 */
public record Related(String title, Optional<String> address, String raw) {}
