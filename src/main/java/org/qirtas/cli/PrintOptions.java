package org.qirtas.cli;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qirtas.QirtasException;
import org.qirtas.font.FontFile;
import org.qirtas.font.FontShelf;
import org.qirtas.pdf.Edition;
import org.qirtas.pdf.PressRun;
import org.qirtas.press.PaperStock;
import org.qirtas.profile.PrintProfile;
import org.qirtas.profile.Profiles;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say how a PDF shall look, for every command that makes one. */
final class PrintOptions {
  @Option(names = "--profile", paramLabel = "NAME|FILE")
  private @Nullable String profile;

  @Option(names = "--edition", paramLabel = "screen|print")
  private Edition edition = Edition.SCREEN;

  @Option(names = "--check")
  private boolean check;

  @Mixin private PressOptions press = new PressOptions();

  /**
   * {@return what an edition for print is printed with}
   *
   * @param profile how pages look
   * @throws QirtasException where it asks for what cannot be had
   */
  PressRun run(PrintProfile profile) {
    return press.run(edition, profile);
  }

  /** {@return the paper that is printed on, if anybody says which} */
  Optional<PaperStock> paper() {
    return press.paper();
  }

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
   * @param shelf the fonts that there are
   * @throws QirtasException {@code USAGE} where there is no such profile, or it is none
   */
  PrintProfile profile(FontShelf shelf) {
    return profile(shelf, Profiles.DEFAULT);
  }

  /**
   * {@return how its pages look}
   *
   * @param shelf the fonts that there are
   * @param usual the profile that is used where none is named
   * @throws QirtasException {@code USAGE} where there is no such profile, or it is none
   */
  PrintProfile profile(FontShelf shelf, String usual) {
    return Profiles.read(profile == null ? usual : profile, families(shelf));
  }

  /** {@return the names of the families on a shelf, each once, in the shelf's order} */
  static List<String> families(FontShelf shelf) {
    return shelf.fonts().stream().map(FontFile::family).distinct().toList();
  }
}
