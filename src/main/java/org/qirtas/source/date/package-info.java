/**
 * Words in, days out: the dates that lines and records name, in every calendar and month family,
 * and the one of them that is the article's.
 *
 * <p>{@link org.qirtas.source.date.DateLine} reads what people write, {@link
 * org.qirtas.source.date.StampedDate} what machines write, and {@link
 * org.qirtas.source.date.Dating} chooses.
 */
@NullMarked
package org.qirtas.source.date;

import org.jspecify.annotations.NullMarked;
