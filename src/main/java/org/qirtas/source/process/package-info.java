/**
 * Reading in processes that can be lost: {@link org.qirtas.source.process.ReadingPool} is the door.
 */
@NullMarked
package org.qirtas.source.process;

import org.jspecify.annotations.NullMarked;
