package org.qirtas.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * The streams that a run reads and writes, in UTF-8.
 *
 * @param in what comes in where a path is {@code -}
 * @param out data
 * @param err talk and progress
 * @param outIsScreen whether somebody looks at {@code out}
 * @param errIsScreen whether somebody looks at {@code err}
 * @param columns how wide the screen is
 */
public record Terminal(
    InputStream in,
    PrintStream out,
    PrintStream err,
    boolean outIsScreen,
    boolean errIsScreen,
    int columns) {
  private static final int USUAL_COLUMNS = 100;
  private static final int BUFFER = 1 << 14;

  /**
   * {@return the process's own streams}
   *
   * <p>Java can only tell whether all of them lead to a screen together, and does not know its
   * width. The launcher knows both, and says so in the properties {@code qirtas.screen} (which of
   * {@code out} and {@code err} are one) and {@code qirtas.columns}.
   */
  public static Terminal ofProcess() {
    String screen = System.getProperty("qirtas.screen", "");
    return new Terminal(
        System.in,
        stream(FileDescriptor.out, false),
        stream(FileDescriptor.err, true),
        screen.contains("out"),
        screen.contains("err"),
        Math.max(40, Integer.getInteger("qirtas.columns", USUAL_COLUMNS)));
  }

  private static PrintStream stream(FileDescriptor to, boolean flushing) {
    return new PrintStream(
        new BufferedOutputStream(new FileOutputStream(to), BUFFER),
        flushing,
        StandardCharsets.UTF_8);
  }
}
