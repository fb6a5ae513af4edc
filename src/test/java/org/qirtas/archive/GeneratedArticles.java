package org.qirtas.archive;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.qirtas.article.Article;
import org.qirtas.article.ArticleDate;
import org.qirtas.article.Attested;
import org.qirtas.article.Block;
import org.qirtas.article.Direction;
import org.qirtas.article.Evidence;
import org.qirtas.article.Flow;
import org.qirtas.article.Gap;
import org.qirtas.article.Inline;
import org.qirtas.article.Language;
import org.qirtas.article.OtherDate;
import org.qirtas.article.Recognition;
import org.qirtas.article.Related;

/** Articles of every shape that the types allow, the same ones for the same seed. */
final class GeneratedArticles {
  private static final List<String> PIECES =
      List.of(
          "",
          "سلام",
          "تُعززان",
          "كتـــاب",
          "می‌خواهم",
          "שלום",
          "line\nbreak",
          "\"quoted\" \\ / {0}",
          "\uD83D\uDE00",
          "\uD800",
          "x\uDC00y",
          "\u0000",
          "\u2068\u202E",
          "  spaces  ",
          "ﻻ");

  private final Random random;

  GeneratedArticles(long seed) {
    random = new Random(seed);
  }

  Article next() {
    return new Article(
        language(),
        pick(Direction.values()),
        maybe(this::attested),
        maybe(this::text),
        list(3, this::attested),
        maybe(this::attested),
        maybe(this::date),
        list(
            2,
            () ->
                new OtherDate(
                    attested().evidence(), maybe(this::date), pick(OtherDate.Reason.values()))),
        maybe(this::text),
        maybe(this::text),
        list(3, this::text),
        list(6, () -> block(3)),
        list(2, () -> new Related(text(), maybe(this::text), text())),
        list(2, this::text),
        maybe(() -> new Recognition(text(), text(), random.nextInt(9), 1, random.nextInt(101))),
        list(2, () -> new Gap(pick(Gap.Kind.values()), 1 + random.nextInt(99))));
  }

  private Block block(int depth) {
    int kind = random.nextInt(depth == 0 ? 3 : 8);
    return switch (kind) {
      case 0 -> new Block.Heading(2 + random.nextInt(5), inlines(2), flow());
      case 1 -> new Block.Paragraph(inlines(3), flow());
      case 2 -> new Block.Figure(text(), text(), inlines(1), flow());
      case 3 -> new Block.Quotation(list(3, () -> block(depth - 1)), flow());
      case 4 ->
          new Block.ItemList(
              random.nextBoolean(), list(3, () -> list(2, () -> block(depth - 1))), flow());
      case 5 ->
          new Block.Table(
              inlines(1), list(3, () -> new Block.Row(list(3, () -> cell(depth)))), flow());
      case 6 -> new Block.Verse(list(3, () -> list(2, () -> inlines(1))), flow());
      default -> new Block.Footnote(text(), list(2, () -> block(depth - 1)), flow());
    };
  }

  private Block.Cell cell(int depth) {
    return new Block.Cell(
        random.nextBoolean(),
        1 + random.nextInt(3),
        1 + random.nextInt(3),
        list(2, () -> block(depth - 1)));
  }

  private List<Inline> inlines(int depth) {
    return list(4, () -> inline(depth));
  }

  private Inline inline(int depth) {
    int kind = random.nextInt(depth == 0 ? 3 : 6);
    return switch (kind) {
      case 0 -> new Inline.Text(text());
      case 1 -> new Inline.LineBreak();
      case 2 -> new Inline.NoteReference(text());
      case 3 -> new Inline.Emphasis(pick(Inline.Strength.values()), inlines(depth - 1));
      case 4 -> new Inline.Link(text(), inlines(depth - 1));
      default -> new Inline.Span(flow(), inlines(depth - 1));
    };
  }

  private Flow flow() {
    return new Flow(maybe(this::language), maybe(() -> pick(Direction.values())));
  }

  private Language language() {
    return new Language(pick("ar", "fa-AF", "ku-Arab", "en", "und"));
  }

  private Attested<String> attested() {
    return new Attested<>(text(), evidence());
  }

  private Evidence evidence() {
    return new Evidence(pick(Evidence.Origin.values()), text());
  }

  private ArticleDate date() {
    return new ArticleDate(
        LocalDateTime.of(
            1 + random.nextInt(9999),
            1 + random.nextInt(12),
            1,
            random.nextInt(24),
            random.nextInt(60)),
        pick(ArticleDate.Precision.values()),
        maybe(() -> ZoneOffset.ofHoursMinutes(random.nextInt(14), random.nextInt(60))),
        pick(ArticleDate.Reckoning.values()),
        evidence(),
        random.nextBoolean());
  }

  private String text() {
    return String.join(" ", list(3, () -> pick(PIECES.toArray(String[]::new))));
  }

  private <T> Optional<T> maybe(Supplier<T> value) {
    return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
  }

  private <T> List<T> list(int longest, Supplier<T> value) {
    var list = new ArrayList<T>();
    for (int left = random.nextInt(longest + 1); left > 0; left--) {
      list.add(value.get());
    }
    return list;
  }

  @SafeVarargs
  private <T> T pick(T... values) {
    return values[random.nextInt(values.length)];
  }
}
