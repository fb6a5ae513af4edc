package org.qirtas.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.qirtas.article.Article;
import org.qirtas.article.ArticleDate;
import org.qirtas.article.Attested;
import org.qirtas.article.Block;
import org.qirtas.article.Evidence;
import org.qirtas.article.Language;
import org.qirtas.source.Digest;
import org.qirtas.source.Reading;
import org.qirtas.source.Source;

/** Makes sources and articles for tests, without the reader. */
public final class Shelf {
  /** A clock of its own time: a second goes by whenever somebody looks. */
  public static final InstantSource CLOCK = new TickingClock();

  private static final class TickingClock implements InstantSource {
    private final AtomicLong seconds = new AtomicLong();

    @Override
    public Instant instant() {
      return Instant.parse("2026-01-02T03:04:05Z").plusSeconds(seconds.getAndIncrement());
    }
  }

  private Shelf() {}

  /**
   * {@return an article with a title and one paragraph}
   *
   * @param title the title
   * @param text the text
   */
  public static Article.Draft article(String title, String text) {
    return Article.draft(Language.ARABIC)
        .title(Attested.asWritten(title, Evidence.Origin.HEADING))
        .block(Block.Paragraph.of(text));
  }

  /**
   * {@return a date of some precision}
   *
   * @param from the from
   * @param precision the precision
   */
  public static ArticleDate date(String from, ArticleDate.Precision precision) {
    return new ArticleDate(
        LocalDateTime.parse(from),
        precision,
        Optional.empty(),
        ArticleDate.Reckoning.GREGORIAN,
        new Evidence(Evidence.Origin.DATE_LINE, from),
        true);
  }

  /**
   * {@return a file of some text}
   *
   * @param folder the folder
   * @param name the name
   * @param text the text
   */
  public static Source source(Path folder, String name, String text) {
    try {
      Files.createDirectories(folder);
      Path file = Files.writeString(folder.resolve(name), text);
      return new Source(name, file, Digest.of(file), Files.size(file), "text/plain");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /**
   * {@return what was read from a file whose bytes are the article's text}
   *
   * @param folder the folder
   * @param article the article
   */
  public static Reading reading(Path folder, Article article) {
    String text =
        article.title().map(Attested::value).orElse("")
            + "\n"
            + article.text()
            + article.date().map(ArticleDate::edtf).orElse("");
    String name =
        Digest.of(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)).hex().substring(0, 12);
    return new Reading(source(folder, name + ".txt", text), article, new TreeMap<>(Map.of()));
  }
}
