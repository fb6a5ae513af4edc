package org.qirtas.source;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.qirtas.article.Article;
import org.qirtas.article.Attested;
import org.qirtas.article.Block;
import org.qirtas.article.Evidence;
import org.qirtas.article.Evidence.Origin;
import org.qirtas.article.Flow;
import org.qirtas.article.Inline;
import org.qirtas.article.Language;
import org.qirtas.article.Related;
import org.qirtas.article.Tongue;
import org.qirtas.source.date.Dating;
import org.qirtas.source.date.FoundDate;
import org.qirtas.source.date.RelativeDate;
import org.qirtas.source.date.StampedOpening;
import org.qirtas.source.head.AgencyLine;
import org.qirtas.source.head.Foot;
import org.qirtas.source.head.GivenNames;
import org.qirtas.source.head.HeadLine;
import org.qirtas.source.head.HeadList;
import org.qirtas.source.head.Kickers;
import org.qirtas.source.head.Signature;
import org.qirtas.source.letters.Blanks;

/**
 * Tells the article from what stood around it: goes through the blocks once and gives each line to
 * the title, the head line, the captions, the pointers elsewhere, the furniture or the body. Lines
 * are told by what they say; their position only decides between readings.
 */
final class Sifter {
  /** In UTF-16 units. */
  private static final int LANGUAGE_SAMPLE = 200_000;

  private static final int HEAD = 14;
  private static final int BODY_LENGTH = 160;
  private static final int LONGEST_SUBTITLE = 120;
  private static final int LONGEST_RELATIVE = 30;

  private final Claims claims;
  private final LocalDate today;
  private final Article.Draft draft;
  private final Pointers pointers;
  private final List<Block> body = new ArrayList<>();
  private final List<Attested<String>> authors = new ArrayList<>();
  private Optional<Attested<String>> title = Optional.empty();
  private Optional<Attested<String>> place = Optional.empty();
  private Optional<FoundDate> lineDate = Optional.empty();
  private Optional<Block> titleLine = Optional.empty();
  private boolean inHead = true;
  private int seen;

  private Sifter(Claims claims, Language language, LocalDate today) {
    this.claims = claims;
    this.today = today;
    this.draft = Article.draft(language);
    this.pointers = new Pointers(draft, body);
  }

  /**
   * The article in what a reader made of a source.
   *
   * @param matter what it made
   * @param today the day of reading, after which nothing can have been published
   */
  static Article sift(Matter matter, LocalDate today) {
    Language counted = Tongue.of(Block.textOf(matter.blocks()));
    // Templates and printing programs say "en" of whatever is put into them; the script does not.
    Language language =
        matter
            .claims()
            .language()
            .filter(
                said -> counted.equals(Language.UNKNOWN) || said.direction() == counted.direction())
            .orElse(counted);
    var sifter = new Sifter(matter.claims(), language, today);
    sifter.title = sifter.claimedTitle();
    for (Block block : matter.blocks()) {
      sifter.take(block);
    }
    return sifter.finish(matter);
  }

  /** As it is written: claims and blocks, nothing told apart. */
  static Article asWritten(Matter matter) {
    Article.Draft draft = Article.draft(Tongue.of(beginning(matter.blocks())));
    matter.claims().titles().stream().findFirst().ifPresent(draft::title);
    matter.blocks().forEach(draft::block);
    return draft.finish();
  }

  /** Enough of a book to tell its language by. */
  private static String beginning(List<Block> blocks) {
    int end = 0;
    int length = 0;
    while (end < blocks.size() && length < LANGUAGE_SAMPLE) {
      length += blocks.get(end).text().length();
      end++;
    }
    return Block.textOf(blocks.subList(0, end));
  }

  private Optional<Attested<String>> claimedTitle() {
    return claims.titles().stream()
        .filter(claim -> claim.evidence().origin() != Origin.DOCUMENT_PROPERTIES)
        .findFirst();
  }

  private void take(Block block) {
    seen++;
    if (block instanceof Block.Heading heading) {
      heading(heading);
    } else if (block instanceof Block.Paragraph paragraph) {
      paragraph(paragraph);
    } else if (inHead && block instanceof Block.ItemList list && HeadList.dates(list)) {
      list.items().forEach(item -> item.forEach(this::take));
    } else if (inHead && block instanceof Block.ItemList list && HeadList.signs(list)) {
      list.items().stream().map(Block::textOf).map(Blanks::collapse).forEach(this::point);
    } else {
      boolean pointed = block instanceof Block.ItemList list && pointers.take(list);
      if (!pointed) {
        pointers.close();
        body.add(block);
      }
    }
  }

  private void heading(Block.Heading heading) {
    String words = Blanks.collapse(heading.text());
    Optional<Related> pointer = Signposts.related(words);
    if (words.isEmpty() || title.filter(known -> Wording.same(known.value(), words)).isPresent()) {
      return;
    }
    if (pointer.isPresent()) {
      pointers.take(pointer.get());
    } else if (Signposts.furniture(words)) {
      draft.furniture(words);
    } else if (title.isEmpty() && onlyFiguresYet()) {
      title = Optional.of(Attested.asWritten(words, Origin.HEADING));
    } else {
      pointers.close();
      body.add(heading);
    }
  }

  private boolean onlyFiguresYet() {
    return body.stream().allMatch(block -> block instanceof Block.Figure);
  }

  private void paragraph(Block.Paragraph paragraph) {
    String line = Blanks.trim(paragraph.text());
    if (line.isEmpty()) {
      return;
    }
    Optional<Related> pointer = Signposts.related(line);
    if (pointer.isPresent()) {
      pointers.take(pointer.get());
    } else if (Signposts.furniture(line)) {
      draft.furniture(line);
    } else if (!pointers.take(paragraph, line)) {
      text(paragraph, line);
    }
  }

  private void text(Block.Paragraph paragraph, String line) {
    Optional<String> caption = Wording.doubled(line);
    if (caption.isPresent()) {
      body.add(
          new Block.Figure(
              "", caption.get(), List.of(new Inline.Text(caption.get())), Flow.UNMARKED));
      return;
    }
    inHead &= seen <= HEAD && (line.length() < BODY_LENGTH || HeadLine.in(line).isPresent());
    if (described(line) || (inHead && Wording.ruled(line))) {
      draft.furniture(line);
      return;
    }
    if (inHead) {
      Optional<HeadLine> head = HeadLine.in(line);
      if (head.isPresent() && accept(head.get(), line)) {
        signed(paragraph);
        return;
      }
      if (title.isPresent() && line.length() <= LONGEST_RELATIVE && RelativeDate.is(line)) {
        claims.date(Origin.DATE_LINE, line);
        draft.furniture(line);
        return;
      }
      if (titles(line)) {
        titled(paragraph, line);
        return;
      }
      if (lineDate.isPresent() && onlyFiguresYet() && underDate(line)) {
        return;
      }
    }
    if (title.filter(known -> Wording.same(known.value(), line)).isEmpty() || !body.isEmpty()) {
      body.add(paragraph);
    }
  }

  /** Takes a title; what was taken for it before is the small word above it. */
  private void titled(Block.Paragraph paragraph, String line) {
    if (title.filter(words -> Kickers.opens(words.value())).isPresent()) {
      titleLine.ifPresent(body::add);
    } else {
      title.map(Attested::value).ifPresent(draft::tag);
    }
    Optional<String> kicker = Kickers.before(line);
    kicker.ifPresent(words -> draft.tag(Kickers.bare(words)));
    String words = Wording.unframed(line.substring(kicker.map(String::length).orElse(0)));
    title = Optional.of(new Attested<>(words, new Evidence(Origin.HEADING, line)));
    titleLine = Optional.of(paragraph);
  }

  /** Takes a writer's name or a section that stands by itself under a date. */
  private boolean underDate(String line) {
    boolean section = Kickers.is(line);
    if (section) {
      draft.tag(Kickers.bare(line));
    }
    boolean name = authors.isEmpty() && GivenNames.lead(line);
    if (name) {
      authors.add(Attested.asWritten(line, Origin.DATE_LINE));
    }
    return section || name;
  }

  /** Takes a line that says where the text was printed or what it is about. */
  private boolean described(String line) {
    Optional<String> paper =
        !inHead
            ? Optional.empty()
            : Signposts.paper(line)
                .or(() ->
                    title.isEmpty() && Signposts.masthead(line)
                        ? Optional.of(line)
                        : Optional.empty());
    paper.ifPresent(claims::publisher);
    List<String> tags = Signposts.tags(line);
    tags.forEach(claims::tag);
    return paper.isPresent() || !tags.isEmpty() || (inHead && Signposts.issue(line));
  }

  /**
   * «عين الزيتون – باسل الحداد» names no place that is known, but it stands right above a date
   * line, or names whom the source's own records name.
   */
  private void signed(Block.Paragraph dateLine) {
    List<Block> above =
        body.stream()
            .filter(block -> !(block instanceof Block.Figure) && !block.equals(dateLine))
            .toList();
    boolean lines = above.stream().allMatch(Block.Paragraph.class::isInstance);
    if (authors.isEmpty() && place.isEmpty() && lines && !above.isEmpty() && above.size() <= 2) {
      List<String> texts = above.stream().map(block -> Blanks.trim(block.text())).toList();
      Optional<HeadLine> head =
          (texts.size() == 1 ? Signature.ofTwo(texts.getFirst()) : Optional.<HeadLine>empty())
              .or(() -> Signature.ofLines(texts));
      head.ifPresent(said -> {
        body.removeAll(above);
        accept(said, String.join("\n", texts));
      });
    }
    subtitled();
  }

  /**
   * A short line without an end that stands between a title and its date line is a second title.
   */
  private void subtitled() {
    boolean headed =
        titleLine.isPresent()
            && lineDate.isPresent()
            && body.stream().filter(block -> !(block instanceof Block.Figure)).count() == 1;
    if (headed && body.getLast() instanceof Block.Paragraph above) {
      String line = Blanks.collapse(above.text());
      if (line.length() <= LONGEST_SUBTITLE && Wording.endless(line)) {
        body.removeLast();
        draft.subtitle(line);
      }
    }
  }

  private boolean titles(String line) {
    boolean kicked =
        titleLine.isPresent() && title.filter(known -> Kickers.is(known.value())).isPresent();
    return (title.isEmpty() || kicked) && onlyFiguresYet() && Wording.titles(line);
  }

  private boolean accept(HeadLine head, String line) {
    // «محمد علي» under the title is a byline only with a word, a place or a date that says so.
    boolean dated = lineDate.isEmpty() && head.date().isPresent();
    boolean signed = authors.isEmpty() && !head.authors().isEmpty();
    head.house().ifPresent(claims::publisher);
    if (title.isEmpty() && head.date().isEmpty() && seen == 1 && !HeadLine.names(line)) {
      return false;
    }
    if (!dated && !signed && (place.isPresent() || head.place().isEmpty())) {
      return lineDate.isPresent() && head.date().isPresent() && head.authors().isEmpty();
    }
    if (dated) {
      lineDate = head.date();
    }
    for (String author : signed ? head.authors() : List.<String>of()) {
      authors.add(Attested.asWritten(author, Origin.DATE_LINE));
    }
    if (place.isEmpty()) {
      place = head.place().map(words -> Attested.asWritten(words, Origin.DATE_LINE));
    }
    return !line.isEmpty();
  }

  private void point(String line) {
    if (HeadLine.in(line).filter(head -> accept(head, line)).isEmpty()) {
      draft.furniture(line);
    }
  }

  private Article finish(Matter matter) {
    claims.describe(draft);
    pointers.finish();
    while (body.size() > 1
        && body.getLast() instanceof Block.Paragraph last
        && last.text().length() <= LONGEST_SUBTITLE
        && Signposts.calls(Blanks.trim(last.text()))) {
      draft.furniture(Blanks.trim(last.text()));
      body.removeLast();
    }
    foot();
    if (lineDate.isEmpty() && claims.dates().stream().noneMatch(Dating::tells)) {
      lineDate = StampedOpening.in(body);
    }
    keepLoneLine();
    title().ifPresent(draft::title);
    List<Attested<String>> signed = claims.authors();
    boolean weak =
        signed.isEmpty() || signed.getFirst().evidence().origin() == Origin.DOCUMENT_PROPERTIES;
    // A document's properties name whose computer it was written on; a byline names the writer.
    (weak && !authors.isEmpty() ? authors : signed).forEach(draft::author);
    place.ifPresent(draft::place);
    Dating.Outcome dating =
        new Dating(claims.captured(), today).choose(claims.dates(), claims.changes(), lineDate);
    dating.date().ifPresent(draft::date);
    dating.others().stream().distinct().forEach(draft::otherDate);
    body.forEach(draft::block);
    matter.related().forEach(draft::related);
    matter.furniture().forEach(draft::furniture);
    return draft.finish();
  }

  /**
   * What is said below the text or at the opening of its first sentence, where the head is silent.
   */
  private void foot() {
    boolean dated = lineDate.isPresent() || claims.dates().stream().anyMatch(Dating::tells);
    boolean signed = !authors.isEmpty() || !claims.authors().isEmpty();
    if (!dated || !signed) {
      Foot foot = Foot.of(body);
      boolean tells = (!dated && foot.date().isPresent()) || (!signed && !foot.authors().isEmpty());
      if (tells) {
        body.subList(body.size() - foot.lines(), body.size()).clear();
        lineDate = lineDate.or(foot::date);
        place = place.or(foot::place);
        authors.addAll(signed ? List.of() : foot.authors());
      }
    }
    body.stream()
        .filter(Block.Paragraph.class::isInstance)
        .findFirst()
        .flatMap(block -> AgencyLine.opening(Blanks.trim(block.text())))
        .ifPresent(said -> {
          place =
              place.or(
                  () -> said.place().map(words -> Attested.asWritten(words, Origin.DATE_LINE)));
          if (authors.isEmpty() && claims.authors().isEmpty()) {
            said.authors()
                .forEach(words -> authors.add(Attested.asWritten(words, Origin.DATE_LINE)));
          }
        });
  }

  /** A text of one line is that line: a title, where one is wanted, is its first words. */
  private void keepLoneLine() {
    if (body.isEmpty() && titleLine.isPresent()) {
      body.add(titleLine.get());
      title = claimedTitle();
    }
  }

  private Optional<Attested<String>> title() {
    return title.or(() -> claims.titles().stream().findFirst()).or(() -> Wording.first(body));
  }
}
