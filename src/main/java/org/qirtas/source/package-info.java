/**
 * Bytes of any format in, an article out.
 *
 * <p>{@link org.qirtas.source.SourceReader} is the door. It identifies a file (digest and media
 * type, before anything is parsed), has the format's reader turn it into blocks and claims, and
 * lets the {@code Sifter} tell the article from what stood around it. Tika lives behind {@code
 * TikaDoor} and nowhere else.
 */
@NullMarked
package org.qirtas.source;

import org.jspecify.annotations.NullMarked;
