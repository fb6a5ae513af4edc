/**
 * Proofs: pages of a finished PDF as pictures, to be looked at before anything is printed. Each
 * page on its own, all of them on contact sheets, and two states of a document beside each other.
 *
 * <p>Its door is {@link org.qirtas.proof.PageImages}. Any PDF may come in, hostile ones included: a
 * page's pixels, memory and time are bounded. Same PDF, same pictures.
 */
@NullMarked
package org.qirtas.proof;

import org.jspecify.annotations.NullMarked;
