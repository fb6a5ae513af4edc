package org.qirtas.pdf;

import java.awt.color.CMMException;
import java.awt.color.ICC_Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.qirtas.Fault;
import org.qirtas.QirtasException;

/**
 * Which press, inks and paper a print edition is meant for (ISO 32000-1, 14.11.5): the printing
 * condition, and an ICC profile of it, which is embedded and which pictures are separated by.
 */
public final class PrintIntent {
  private static final String SHIPPED = "fogra39";
  private static final String SHIPPED_FILE = "FOGRA39L_coated.icc";
  private static final String REGISTRY = "http://www.color.org";

  /** Profiles of presses have a few megabytes; more is no profile, or an attack. */
  private static final long MOST_BYTES = 64L << 20;

  /** How a profile names registered data that it was made from (ICC.1:2010, 9.2.14). */
  private static final Pattern REGISTERED = Pattern.compile("ICCHDAT\\s+([\\w. -]{1,60})");

  private static final Pattern FOGRA = Pattern.compile("(?i)\\bFOGRA ?(\\d{2})L?\\b");

  private final String condition;
  private final String description;
  private final boolean registered;
  private final byte[] profile;

  private PrintIntent(String condition, String description, boolean registered, byte[] profile) {
    this.condition = condition;
    this.description = description;
    this.registered = registered;
    this.profile = profile;
  }

  /** {@return the one that holds where none is named: offset on coated paper, FOGRA39} */
  public static PrintIntent usual() {
    return new PrintIntent("FOGRA39", "Coated FOGRA39L", true, OutputIntents.shipped(SHIPPED_FILE));
  }

  /** {@return the names of those that ship with the program} */
  public static List<String> names() {
    return List.of(SHIPPED);
  }

  /**
   * {@return the intent that somebody names}
   *
   * @param nameOrFile a name of those that ship with the program, or where an ICC profile lies
   * @throws QirtasException {@code USAGE} where there is none of that name, {@code INPUT} where the
   *     file cannot be read or is no profile of a press with four inks
   */
  public static PrintIntent of(String nameOrFile) {
    if (nameOrFile.strip().toLowerCase(Locale.ROOT).equals(SHIPPED)) {
      return usual();
    }
    byte[] bytes = bytes(nameOrFile);
    IccProfile profile =
        IccProfile.read(bytes)
            .orElseThrow(() -> new QirtasException(Fault.INPUT, "intent.broken", nameOrFile));
    if (!profile.space().equals("CMYK")) {
      throw new QirtasException(
          Fault.INPUT, "intent.colours", nameOrFile, profile.space().strip(), SHIPPED);
    }
    if (!profile.kind().equals("prtr")) {
      throw new QirtasException(Fault.INPUT, "intent.kind", nameOrFile, profile.kind());
    }
    if (profile.isTooNew()) {
      throw new QirtasException(Fault.INPUT, "intent.version", nameOrFile);
    }
    if (!isUsable(bytes)) {
      throw new QirtasException(Fault.INPUT, "intent.broken", nameOrFile);
    }
    return of(profile, bytes, nameOrFile);
  }

  /** Where it tells what registered data it was made from, these are its name. */
  private static PrintIntent of(IccProfile profile, byte[] bytes, String file) {
    String description =
        profile.description().orElseGet(() -> String.valueOf(Path.of(file).getFileName()));
    Matcher data = REGISTERED.matcher(profile.target().orElse(""));
    if (data.find()) {
      return new PrintIntent(data.group(1).strip(), description, true, bytes);
    }
    Matcher fogra = FOGRA.matcher(description);
    return fogra.find()
        ? new PrintIntent("FOGRA" + fogra.group(1), description, true, bytes)
        : new PrintIntent(description, description, false, bytes);
  }

  private static byte[] bytes(String file) {
    try {
      Path path = Path.of(file);
      if (Files.isRegularFile(path) && Files.size(path) > MOST_BYTES) {
        throw new QirtasException(Fault.INPUT, "intent.broken", file);
      }
      return Files.readAllBytes(path);
    } catch (NoSuchFileException | java.nio.file.InvalidPathException e) {
      throw new QirtasException(e, Fault.USAGE, "intent.absent", file, String.join(", ", names()));
    } catch (IOException e) {
      throw new QirtasException(
          e, Fault.INPUT, "profile.unreadable", file, String.valueOf(e.getMessage()));
    }
  }

  /** Whether colours can be separated by it: a head alone does not tell. */
  private static boolean isUsable(byte[] bytes) {
    try {
      Separation.of(ICC_Profile.getInstance(bytes));
      return true;
    } catch (IllegalArgumentException | CMMException e) {
      return false;
    }
  }

  /**
   * {@return the printing condition: a name in the ICC's registry, or what its profile is called}
   */
  public String condition() {
    return condition;
  }

  /** {@return what it is, for people} */
  public String description() {
    return description;
  }

  /** {@return where the condition is described; empty where it is in no registry} */
  public String registry() {
    return registered ? REGISTRY : "";
  }

  /** The bytes of its profile; not copied, not to be changed. */
  byte[] profile() {
    return profile;
  }

  @Override
  public String toString() {
    return condition;
  }
}
