/**
 * What stands above and below an article's words: kickers, headlines, bylines, date lines, agencies
 * and signatures. {@link org.qirtas.source.head.HeadLine} says what a line says.
 */
@NullMarked
package org.qirtas.source.head;

import org.jspecify.annotations.NullMarked;
