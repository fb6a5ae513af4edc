/**
 * Looking items up: a Lucene index under {@code archive/.qirtas/catalog}, which the folders alone
 * can rebuild.
 *
 * <p>{@link org.qirtas.catalog.Catalog} is the door for look-ups and takes no lock; {@link
 * org.qirtas.catalog.CatalogWriter} belongs to the archive's one writer. A {@link
 * org.qirtas.catalog.Query} is our own small language, so that another engine can take Lucene's
 * place.
 *
 * <p>A catalog that is missing, damaged, of an older form, or behind the folders after a crash is
 * rebuilt by whoever meets it first and can write; who cannot write builds one in memory.
 */
@NullMarked
package org.qirtas.catalog;

import org.jspecify.annotations.NullMarked;
