/** Bytes of any format in, an article out. */
@NullMarked
package org.qirtas.source;

import org.jspecify.annotations.NullMarked;
