/**
 * The press: pages of a finished PDF on sheets, ready to be printed, folded and cut. Knows nothing
 * of articles; a sheet has no tags, and claims neither PDF/A nor PDF/UA.
 *
 * <p>Its door is {@link org.qirtas.press.Press}.
 */
@NullMarked
package org.qirtas.press;

import org.jspecify.annotations.NullMarked;
