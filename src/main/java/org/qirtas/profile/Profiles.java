package org.qirtas.profile;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.qirtas.Fault;
import org.qirtas.Nearest;
import org.qirtas.QirtasException;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/**
 * The profiles that come with the program, and those that people write: YAML files that say what
 * differs from another profile, which {@code extend} names; from {@code article-a4} where it names
 * none. {@code docs/profiles.md} has every key.
 */
public final class Profiles {
  /** What holds where no profile is named, and what all others build upon. */
  public static final String DEFAULT = "article-a4";

  private static final List<String> SHIPPED =
      List.of(DEFAULT, "newspaper", "magazine", "book-a5", "manuscript", "large-print");

  private Profiles() {}

  /** {@return the names of the profiles that come with the program, the default first} */
  public static List<String> shipped() {
    return SHIPPED;
  }

  /**
   * Reads a profile that comes with the program.
   *
   * @param name its name
   * @return the profile
   * @throws QirtasException {@code USAGE} where there is none of that name
   */
  public static PrintProfile shipped(String name) {
    return shipped(name, List.of());
  }

  private static PrintProfile shipped(String name, Collection<String> families) {
    if (!SHIPPED.contains(name)) {
      throw unknown(name);
    }
    return new Lineage(families).read(new Origin.Shipped(name));
  }

  /**
   * Reads a profile by its name, or from a file.
   *
   * @param nameOrFile the name of one that comes with the program, in any case; else a path
   * @param families the font families that there are; a profile that names another is refused. None
   *     at all: whatever it names is there
   * @return the profile
   * @throws QirtasException {@code USAGE} where there is none, or it is no profile; says where and
   *     what to do
   */
  public static PrintProfile read(String nameOrFile, Collection<String> families) {
    String name = nameOrFile.toLowerCase(Locale.ROOT);
    if (SHIPPED.contains(name)) {
      return shipped(name, families);
    }
    if (!isFile(nameOrFile)) {
      throw unknown(nameOrFile);
    }
    return new Lineage(families).read(new Origin.Written(path(nameOrFile)));
  }

  /** A path is told from a name by its looks, so that the same words always mean the same. */
  static boolean isFile(String nameOrFile) {
    return nameOrFile.endsWith(".yaml")
        || nameOrFile.endsWith(".yml")
        || nameOrFile.indexOf('/') >= 0
        || nameOrFile.indexOf('\\') >= 0;
  }

  private static Path path(String file) {
    try {
      return Path.of(file);
    } catch (InvalidPathException e) {
      throw new QirtasException(e, Fault.USAGE, "profile.absent", file);
    }
  }

  private static QirtasException unknown(String name) {
    String all = String.join(", ", SHIPPED);
    return Nearest.to(name.toLowerCase(Locale.ROOT), SHIPPED.stream())
        .map(near -> new QirtasException(Fault.USAGE, "profile.none.nearest", name, near, all))
        .orElseGet(() -> new QirtasException(Fault.USAGE, "profile.none", name, all));
  }

  /**
   * {@return a profile as YAML that says everything itself; read again, it gives an equal profile}
   *
   * @param profile the profile
   */
  public static String yaml(PrintProfile profile) {
    var settings =
        DumpSettings.builder()
            .setDefaultFlowStyle(FlowStyle.BLOCK)
            .setSplitLines(false)
            .setUseUnicodeEncoding(true)
            .build();
    return new Dump(settings).dumpToString(values(profile));
  }

  /**
   * {@return what {@link #yaml} writes, as values: sections, lists, words, numbers and flags}
   *
   * @param profile the profile
   */
  public static Map<String, Object> values(PrintProfile profile) {
    return ProfileWriter.values(profile);
  }
}
