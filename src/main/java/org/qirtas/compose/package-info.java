/**
 * From an article to pages: marked-up copy becomes lines, lines become strips of the galley, strips
 * become pages. Nothing here knows PDF.
 *
 * <p>On a {@link org.qirtas.compose.Page} x grows to the right and y upwards, from the lower left
 * corner of the trimmed page. Runs of a line stand in visual order, from left to right.
 */
@NullMarked
package org.qirtas.compose;

import org.jspecify.annotations.NullMarked;
