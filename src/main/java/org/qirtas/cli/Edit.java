package org.qirtas.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.qirtas.Fault;
import org.qirtas.QirtasException;
import org.qirtas.archive.Archive;
import org.qirtas.archive.ArchiveItem;
import org.qirtas.article.Article;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code qirtas edit}: corrects what is said of an item, or its text, as a new version. */
@Command(name = "edit")
@SuppressWarnings("NullAway.Init") // picocli sets the parent and the amendment
final class Edit implements Callable<Integer> {
  @ParentCommand private Qirtas qirtas;

  @Mixin private Amendment amendment;

  @Option(names = "--title", paramLabel = "TEXT")
  private @Nullable String title;

  @Option(names = "--subtitle", paramLabel = "TEXT")
  private @Nullable String subtitle;

  @Option(names = "--author", paramLabel = "NAME")
  private @Nullable List<String> authors;

  @Option(names = "--date", paramLabel = "DAY|none")
  private @Nullable String date;

  @Option(names = "--place", paramLabel = "NAME")
  private @Nullable String place;

  @Option(names = "--source", paramLabel = "NAME")
  private @Nullable String publisher;

  @Option(names = "--tag", paramLabel = "TAG")
  private @Nullable List<String> tags;

  @Option(names = "--language", paramLabel = "LANG")
  private @Nullable String language;

  @Option(names = "--text", paramLabel = "FILE|-")
  private @Nullable String text;

  @Option(names = "--replace", paramLabel = "WORDS")
  private List<String> wrong = new ArrayList<>();

  @Option(names = "--with", paramLabel = "WORDS")
  private List<String> right = new ArrayList<>();

  @Override
  public Integer call() {
    if (wrong.size() != right.size() || (text != null && !wrong.isEmpty())) {
      throw new QirtasException(Fault.USAGE, "usage.replace");
    }
    Archive archive = qirtas.archive();
    ArchiveItem item = new Naming(qirtas, archive).item(amendment.id());
    Article before =
        archive
            .article(item)
            .orElseThrow(() ->
                new QirtasException(
                    Fault.INPUT, "item.quarantined", item.path(), item.cause().orElse("")));
    Article after = corrected(before);
    if (after.equals(before)) {
      qirtas.say("edit.nothing", item.path());
      return Exit.DONE.code();
    }
    try (var desk = new Desk(qirtas, archive)) {
      ArchiveItem now = desk.writer().revise(item, after, amendment.change());
      desk.added(now, Optional.of(after));
      desk.commit();
      tell(qirtas, "edit.done", now);
    }
    return Exit.DONE.code();
  }

  private Article corrected(Article before) {
    var corrections = new Corrections(before);
    Optional.ofNullable(title).ifPresent(corrections::title);
    Optional.ofNullable(subtitle).ifPresent(corrections::subtitle);
    Optional.ofNullable(authors).ifPresent(corrections::authors);
    Optional.ofNullable(date).ifPresent(corrections::date);
    Optional.ofNullable(place).ifPresent(corrections::place);
    Optional.ofNullable(publisher).ifPresent(corrections::publisher);
    Optional.ofNullable(tags).ifPresent(corrections::tags);
    Optional.ofNullable(language).ifPresent(corrections::language);
    Optional.ofNullable(text).map(this::read).ifPresent(corrections::text);
    for (int i = 0; i < wrong.size(); i++) {
      corrections.replace(wrong.get(i), right.get(i));
    }
    return corrections.finish();
  }

  private String read(String from) {
    try {
      byte[] bytes =
          from.equals("-")
              ? qirtas.terminal().in().readAllBytes()
              : Files.readAllBytes(Path.of(from));
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new QirtasException(e, Fault.INPUT, "source.unreadable", from, "");
    }
  }

  /** Says what became of an item. */
  static void tell(Qirtas qirtas, String key, ArchiveItem now) {
    if (qirtas.json()) {
      qirtas
          .terminal()
          .out()
          .println(
              ItemJson.line(
                  ItemJson.object()
                      .put("id", now.id().toString())
                      .put("path", now.path())
                      .put("version", now.version())
                      .put("status", now.status().word())));
    } else if (!qirtas.quiet()) {
      qirtas.terminal().out().println(qirtas.messages().say(key, now.path(), now.version()));
    }
  }
}
