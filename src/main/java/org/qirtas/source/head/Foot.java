package org.qirtas.source.head;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.qirtas.article.Attested;
import org.qirtas.article.Block;
import org.qirtas.article.Evidence.Origin;
import org.qirtas.article.Inline;
import org.qirtas.source.date.FoundDate;
import org.qirtas.source.letters.Blanks;
import org.qirtas.source.letters.Folded;

/**
 * What a text says of itself below its last words, as many papers print it: who signed it, what he
 * is, where and when. It counts where the head says nothing.
 *
 * @param authors who
 * @param place where
 * @param date when
 * @param lines how many of the last blocks say this and nothing else
 */
public record Foot(
    List<Attested<String>> authors,
    Optional<Attested<String>> place,
    Optional<FoundDate> date,
    int lines) {
  private static final int MOST_LINES = 3;
  private static final int LONGEST_LINE = 80;
  private static final int SHORTEST_BODY = 160;

  /** What somebody is who signs: «صحافي أردني», «* أستاذة الهندسة في الجامعة». */
  private static final Pattern CALLING =
      Pattern.compile(
          "^[\\s*•(-]*(?:ال)?(?:كاتبه?|صحاف[يه]ه?|صحفيه?|اعلاميه?|باحثه?|استاذه?|شاعره?|رواييه?|ناقده?|محلله?|خبيره?|اكاديميه?|محاميه?|مورخه?|مترجمه?|مراسله?|سفيره?|وزيره?|نايب|رييسه?|مديره?|عضوه?"
              + "|روزنامه نگار|پژوهشگر|نويسنده|columnist|writer|journalist|professor|researcher)(?!\\p{L}).{0,100}$");

  /** Nothing said. */
  private static final Foot NONE = new Foot(List.of(), Optional.empty(), Optional.empty(), 0);

  /**
   * {@return the foot of a body}
   *
   * @param body the blocks, in order
   */
  public static Foot of(List<Block> body) {
    var authors = new ArrayList<Attested<String>>();
    Optional<Attested<String>> place = Optional.empty();
    Optional<FoundDate> date = Optional.empty();
    int lines = 0;
    boolean open = true;
    while (open && lines < Math.min(MOST_LINES, body.size() - 1)) {
      Optional<HeadLine> said =
          line(body.get(body.size() - 1 - lines)).flatMap(line -> told(line, body.size() > 2));
      open = said.isPresent();
      if (said.isPresent()) {
        HeadLine line = said.get();
        lines++;
        date = date.or(line::date);
        place = place.or(() -> line.place().map(Foot::attested));
        if (authors.isEmpty()) {
          line.authors().forEach(author -> authors.add(attested(author)));
        }
      }
    }
    boolean more =
        authors.isEmpty() && lines < body.size() - 1 && (lines > 0 || emphasised(body.getLast()));
    Optional<String> name =
        more ? line(body.get(body.size() - 1 - lines)).filter(GivenNames::lead) : Optional.empty();
    if (name.isPresent()) {
      authors.add(attested(name.get()));
      lines++;
    }
    List<Block> above = body.subList(0, body.size() - lines);
    if (above.stream().noneMatch(block -> block.text().length() >= SHORTEST_BODY)) {
      return NONE;
    }
    if (authors.isEmpty()) {
      called(above).ifPresent(signer -> authors.add(attested(signer)));
    }
    return new Foot(authors, place, date, lines);
  }

  private static Attested<String> attested(String words) {
    return Attested.asWritten(words, Origin.DATE_LINE);
  }

  private static Optional<String> line(Block block) {
    String line = block instanceof Block.Paragraph ? Blanks.trim(block.text()) : "";
    return line.isEmpty() || line.length() > LONGEST_LINE ? Optional.empty() : Optional.of(line);
  }

  /** Whether a paragraph is set off from the text as a whole: a signature in bold or italics. */
  private static boolean emphasised(Block block) {
    return block instanceof Block.Paragraph paragraph
        && !paragraph.content().isEmpty()
        && paragraph.content().stream().allMatch(Inline.Emphasis.class::isInstance);
  }

  private static Optional<HeadLine> told(String line, boolean longEnough) {
    return longEnough ? HeadLine.in(line).filter(Foot::credible) : Optional.empty();
  }

  /**
   * Beside a day only a name that is like people's: «Antenne Brandenburg, 24.04.2024» is no byline.
   */
  private static boolean credible(HeadLine said) {
    return said.date().isEmpty()
        || said.authors().stream().allMatch(name -> GivenNames.lead(name) || Agencies.known(name));
  }

  /** Whether a line or a piece of it says what somebody is. */
  static boolean calling(String words) {
    return CALLING.matcher(Folded.fold(words)).matches();
  }

  /** The name that stands above what its bearer is. */
  private static Optional<String> called(List<Block> body) {
    return body.size() < 3 || line(body.getLast()).filter(Foot::calling).isEmpty()
        ? Optional.empty()
        : line(body.get(body.size() - 2))
            .filter(name -> Blanks.words(name).size() >= 2 && GivenNames.shaped(name));
  }
}
