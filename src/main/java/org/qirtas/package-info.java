/**
 * Qirtas, an archive of articles that prints: the map of the house.
 *
 * <p>Data flows one way, and each package is a stage named for its product:
 *
 * <pre>
 * bytes ─► source ─► article ─► archive ─► catalog          (ingest; look up)
 *                       │
 *                       └─► text ─► compose ─► pdf ─► press  (export)
 *                                                 └─► proof  (look at)
 * </pre>
 *
 * <ul>
 *   <li>{@code article}: what a writer wrote, as values: {@link org.qirtas.article.Article}, its
 *       blocks and inlines, its date.
 *   <li>{@code source}: bytes of any format in, an article out. Tika lives behind its door. Below
 *       it {@code letters}, {@code date}, {@code head} and {@code pdf}, which know nothing of it;
 *       above it {@code process}, which reads where a crash costs one file.
 *   <li>{@code archive}: one item, one OCFL object in a dated folder, written once and atomically.
 *   <li>{@code catalog}: looking items up. Disposable: the folders alone rebuild it.
 *   <li>{@code measure}, {@code profile}, {@code font}: lengths, how a page shall look, what
 *       letters there are.
 *   <li>{@code text}: bidi, scripts, fonts and shaping: text in logical order becomes glyph runs.
 *   <li>{@code compose}: paragraphs become lines, lines become pages. No PDF in it.
 *   <li>{@code pdf}: pages become a tagged PDF master whose text copies out as it was written.
 *   <li>{@code press}: pages of a finished PDF on sheets, to be printed, folded and cut.
 *   <li>{@code proof}: pages of a finished PDF as pictures, and two states of it held against each
 *       other.
 *   <li>{@code cli}: one class a command; the only place of wiring, and the only one that turns a
 *       {@link org.qirtas.Fault} into an exit code.
 * </ul>
 *
 * <p>{@code ArchitectureTest} holds which package may use which other and which library.
 */
@NullMarked
package org.qirtas;

import org.jspecify.annotations.NullMarked;
