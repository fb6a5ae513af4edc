package org.qirtas.profile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.qirtas.Fault;
import org.qirtas.QirtasException;

/** Where a profile's words come from. */
sealed interface Origin {
  /** With the program. */
  record Shipped(String name) implements Origin {}

  /** From somebody's file. */
  record Written(Path file) implements Origin {}

  /** {@return what messages call it} */
  default String called() {
    return switch (this) {
      case Shipped(String name) -> name + ".yaml";
      case Written(Path file) -> file.toString();
    };
  }

  /** {@return the name of a profile that gives itself none} */
  default String stem() {
    return switch (this) {
      case Shipped(String name) -> name;
      case Written(Path file) -> String.valueOf(file.getFileName()).replaceFirst("\\.ya?ml$", "");
    };
  }

  /** {@return the same for the same file, however it is named} */
  default Origin real() {
    return switch (this) {
      case Shipped shipped -> shipped;
      case Written(Path file) -> {
        try {
          yield new Written(file.toRealPath());
        } catch (IOException notThere) {
          yield new Written(file.toAbsolutePath().normalize());
        }
      }
    };
  }

  /** {@return its bytes, or the first of them where there are more than a profile has} */
  default byte[] bytes() {
    try (InputStream in = open()) {
      return in.readNBytes(YamlFile.LONGEST + 1);
    } catch (NoSuchFileException e) {
      throw new QirtasException(e, Fault.USAGE, "profile.absent", called());
    } catch (IOException e) {
      throw new QirtasException(
          e, Fault.USAGE, "profile.unreadable", called(), String.valueOf(e.getMessage()));
    }
  }

  private InputStream open() throws IOException {
    return switch (this) {
      case Written(Path file) -> Files.newInputStream(file);
      case Shipped(String name) -> {
        InputStream in = Origin.class.getResourceAsStream(name + ".yaml");
        if (in == null) {
          throw new IOException("not in the program's jar");
        }
        yield in;
      }
    };
  }
}
