/** How a page shall look: sizes, margins, type styles; a value that the composer obeys. */
@NullMarked
package org.qirtas.profile;

import org.jspecify.annotations.NullMarked;
