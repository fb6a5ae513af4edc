package org.qirtas.cli;

import java.util.Locale;
import java.util.stream.Stream;
import org.qirtas.Fault;
import org.qirtas.Nearest;
import org.qirtas.QirtasException;
import org.qirtas.pdf.Edition;
import org.qirtas.profile.PrintProfile;
import picocli.CommandLine.Option;

/** The options that say how a PDF shall look, for every command that makes one. */
final class PrintOptions {
  @Option(names = "--profile", paramLabel = "NAME")
  private String profile = "article-a4";

  @Option(names = "--edition", paramLabel = "screen|print")
  private Edition edition = Edition.SCREEN;

  @Option(names = "--check")
  private boolean check;

  /** {@return what the PDF is for} */
  Edition edition() {
    return edition;
  }

  /** {@return whether the PDF shall be read back and examined} */
  boolean check() {
    return check;
  }

  /**
   * {@return how its pages look}
   *
   * @throws QirtasException {@code USAGE} where there is no such profile
   */
  PrintProfile profile() {
    PrintProfile only = PrintProfile.articleA4();
    if (!profile.toLowerCase(Locale.ROOT).equals(only.name())) {
      throw new QirtasException(
          Fault.USAGE,
          "usage.choice",
          "--profile",
          profile,
          Nearest.to(profile, Stream.of(only.name())).orElse(only.name()));
    }
    return only;
  }
}
