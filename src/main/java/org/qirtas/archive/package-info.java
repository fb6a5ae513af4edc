/**
 * The archive on disk: one item, one folder, one OCFL 1.1 object, readable and checkable with
 * nothing but a text editor and {@code sha512sum}.
 *
 * <pre>
 * archive/2020/10/23/&lt;slug&gt;/     an item that was published on that day
 * archive/2020/10/&lt;slug&gt;/        one of which only the month is known
 * archive/2020/&lt;slug&gt;/           one of which only the year is known
 * archive/undated/&lt;slug&gt;/        one without a date, or one that could not be read
 *     0=ocfl_object_1.1
 *     inventory.json             what there is, with its SHA-512 digests
 *     inventory.json.sha512
 *     v1/inventory.json, v1/inventory.json.sha512
 *     v1/content/original/&lt;name&gt;   the bytes that came in, unchanged
 *     v1/content/article.json      the article, as JSON-LD
 *     v1/content/events.jsonl      what happened to it, one PREMIS event a line
 *     v1/content/pictures/&lt;name&gt;   pictures taken out of the original
 *     v1/content/attachments/&lt;name&gt;   files that were attached to it
 *     v2/…                       a later version, with what differs
 * archive/.qirtas/               lock, journal, staging and catalog: can be deleted and rebuilt
 * </pre>
 *
 * <p>The original has a folder of its own, so that an original named {@code article.json} is as
 * welcome as any other. A slug is never two ASCII digits alone, so that no item of a year or a
 * month can stand where the folder of a month or a day belongs.
 *
 * <p>{@link org.qirtas.archive.Archive} is the door. One process writes at a time, any number read
 * and never wait.
 *
 * <p>An import stores and quarantines through {@link org.qirtas.archive.ArchiveWriter}, adds each
 * item to the catalog's writer, and commits both with the catalog's {@code commit()} every some
 * hundred items: it writes the journal, gives all items their places, commits the index, and clears
 * the journal. Whatever is killed in between, the next writer finishes or undoes what the journal
 * tells of, and the catalog takes over those items alone. An item is stored when that commit has
 * returned, and nobody is told so before.
 */
@NullMarked
package org.qirtas.archive;

import org.jspecify.annotations.NullMarked;
