package org.qirtas.archive;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code bagit.txt}, which makes a folder a bag (RFC 8493, section 2.1.1). */
final class BagDeclaration {
  private static final Pattern FORM =
      Pattern.compile(
          "BagIt-Version:? ?(\\d+)\\.(\\d+)\\s*\\R"
              + "Tag-File-Character-Encoding:? ?(\\S+)\\s*(\\R\\s*)*");

  private final Path folder;

  BagDeclaration(Path folder) {
    this.folder = folder;
  }

  /** {@return whether it is one, of a version that there is} */
  boolean check() throws IOException {
    Matcher form = form(folder);
    if (!form.matches()) {
      return false;
    }
    int major = Integer.parseInt(form.group(1));
    int minor = Integer.parseInt(form.group(2));
    boolean known = (major == 0 && minor >= 93 && minor <= 97) || (major == 1 && minor == 0);
    // Before 1.0 the folder had to have a bag-info.txt only where it said so in package-info.txt.
    return known && Charset.isSupported(form.group(3));
  }

  private static Matcher form(Path folder) throws IOException {
    return FORM.matcher(Files.readString(folder.resolve("bagit.txt"), StandardCharsets.UTF_8));
  }

  /** {@return the encoding of the other tag files} */
  static Charset encoding(Path folder) throws IOException {
    Matcher form = form(folder);
    return form.matches() && Charset.isSupported(form.group(3))
        ? Charset.forName(form.group(3))
        : StandardCharsets.UTF_8;
  }
}
