/** Lengths that add up exactly: scaled points instead of floating numbers. */
@NullMarked
package org.qirtas.measure;

import org.jspecify.annotations.NullMarked;
