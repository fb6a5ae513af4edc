/**
 * An article as its writer left it, as values: what it says, in which order, who signed it, when it
 * was published and how all of that is known. Text is in logical order throughout.
 */
@NullMarked
package org.qirtas.article;

import org.jspecify.annotations.NullMarked;
