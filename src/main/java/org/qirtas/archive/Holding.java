package org.qirtas.archive;

import java.util.Optional;
import org.qirtas.article.Article;

/**
 * An item and what stands in it.
 *
 * @param item the item
 * @param article its article; empty where it is quarantined, or its content was purged
 */
public record Holding(ArchiveItem item, Optional<Article> article) {}
