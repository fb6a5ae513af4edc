/**
 * The command line: arguments in, exit code out.
 *
 * <p>One class a command, listed in {@link org.qirtas.cli.Main}. A command reaches what holds for
 * all of them (the archive, the language, the streams, the clock) through its parent, {@link
 * org.qirtas.cli.Qirtas}. Only here are the stages wired together, is a {@link org.qirtas.Fault}
 * turned into an exit code, and is anything put into words: those stand in {@code
 * messages.properties} and {@code messages_ar.properties}.
 */
@NullMarked
package org.qirtas.cli;

import org.jspecify.annotations.NullMarked;
