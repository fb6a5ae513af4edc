package org.qirtas.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What commits set out to do, one file a commit, one step a line. A file is on the disk before its
 * commit touches any item, and stays until the catalog knows of what it tells: whoever finds one,
 * and no writer at work, finishes or undoes what it tells of, and brings the catalog up to date
 * with those items alone.
 *
 * <p>That a part of it is lost, or all, loses no item: each item's own folder says how far it came.
 */
final class Journal {
  private static final String SUFFIX = ".jsonl";

  private final Path folder;
  private final Durable disk;

  Journal(Path folder, Durable disk) {
    this.folder = folder;
    this.disk = disk;
  }

  /** {@return whether there is nothing in it} */
  boolean isEmpty() {
    try {
      return files().isEmpty();
    } catch (IOException unreadable) {
      return false;
    }
  }

  /** Writes what a commit sets out to do, and waits until the disk has it. */
  void write(List<Step> steps) throws IOException {
    var lines = new ByteArrayOutputStream();
    for (Step step : steps) {
      // Nothing of Jackson here: a look-up asks whether the journal is empty, and loads this class.
      lines.writeBytes(step.line());
    }
    disk.createFolders(folder);
    List<Path> files = files();
    long last = files.isEmpty() ? 0 : number(files.getLast());
    Path file = folder.resolve("%012d%s".formatted(last + 1, SUFFIX));
    disk.write(file, lines.toByteArray());
    disk.sync(List.of(file, folder));
  }

  /**
   * What the journal tells.
   *
   * @param steps all steps of all commits, oldest first
   * @param whole whether that is all that it told when it was written
   */
  record Account(List<Step> steps, boolean whole) {}

  /**
   * {@return what it tells}
   *
   * <p>The end of the last file may be missing: its commit had not begun. Anything else that cannot
   * be read is damage, and the journal no guide to what the catalog lacks.
   */
  Account read() throws IOException {
    var steps = new ArrayList<Step>();
    boolean whole = true;
    List<Path> files = files();
    for (Path file : files) {
      List<String> lines =
          new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList();
      for (int i = 0; i < lines.size(); i++) {
        try {
          steps.add(Step.of(lines.get(i)));
        } catch (IOException | RuntimeException torn) {
          whole &= file.equals(files.getLast()) && i == lines.size() - 1;
        }
      }
    }
    return new Account(steps, whole);
  }

  /** Forgets all that was told. That need not be on the disk: doing it again does no harm. */
  void clear() throws IOException {
    for (Path file : files()) {
      disk.deleteFile(file);
    }
  }

  private List<Path> files() throws IOException {
    var files = new ArrayList<Path>();
    try (DirectoryStream<Path> listing = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
      listing.forEach(files::add);
    } catch (NoSuchFileException none) {
      return List.of();
    }
    Collections.sort(files);
    return files;
  }

  private static long number(Path file) {
    String name = String.valueOf(file.getFileName());
    try {
      return Long.parseLong(name.substring(0, name.length() - SUFFIX.length()));
    } catch (NumberFormatException foreign) {
      return 0;
    }
  }
}
