package org.qirtas.source.head;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.qirtas.article.Honorifics;
import org.qirtas.source.letters.Blanks;
import org.qirtas.source.letters.Folded;

/**
 * Who and where, out of the pieces of a line that says little else: «واشنطن – جيهان الحسيني»,
 * «القاهرة (رويترز)», «محمد علي - الدوحة».
 */
public final class Signature {
  private static final Pattern EDGES =
      Pattern.compile(
          "^[\\s\\-–—−ـ|،,:؛/•·()\\[\\]«»\"“”']+|[\\s\\-–—−ـ|،,:؛/•·()\\[\\]«»\"“”']+$");
  private static final Pattern PARTING =
      Pattern.compile(
          "\\s+[-–—−|/•·ـ]+\\s*|\\s*[–—|•·]\\s*|\\s*[:،,]\\s+|\\s*\\(|\\)\\s*|(?<=\\p{L})/\\s+");
  private static final Pattern DASHED = Pattern.compile("\\s+[-–—|ـ]\\s+");
  private static final Pattern POINTED = Pattern.compile("\\s*[:،,/]\\s*");
  private static final Pattern SENTENCE = Pattern.compile("[.؟?!؛]\\s|[.؟!]$");

  /** Words that sign nothing: «special», «our correspondent». */
  private static final Pattern IDLE =
      Pattern.compile(
          "خاص|خاص ب?[\\p{L}]+|مراسلنا|مراسل(?:ه|نا|تنا)?|من مراسلنا|(?:گروه|سرويس) \\p{L}+(?: \\p{L}+)?|special|exclusive");

  /** Only an abbreviated title: «الرئيس اللبناني» opens many a headline. */
  private static final Pattern SIGNED_DOCTOR =
      Pattern.compile("^(?:(?:أ ?\\. ?د|[دمأ])[./] ?|ד[\"״]ר |פרופ['׳] |עו[\"״]ד )\\p{L}+ \\p{L}");

  /** «الدكتور/ ماجد الخواجا»: the stroke stands behind the title of honour. */
  private static final Pattern TITLED =
      Pattern.compile(
          "(?:ال)?(?:دكتور|استاذ|مهندس|شيخ|مستشار|سفير|لواء)ه?\\s*/\\s*(?<who>\\p{L}{2,}[\\p{L} .]+)");

  /** A periodical by what it calls itself. */
  private static final Pattern HOUSE =
      Pattern.compile("(?:مجله|جريده|صحيفه|موقع|روزنامه|هفته نامه|ماهنامه) \\p{L}.*");

  private static final int LONGEST_NAME = 5;

  private final List<String> authors = new ArrayList<>();
  private Optional<String> place = Optional.empty();
  private Optional<String> house = Optional.empty();
  private boolean telling;
  private boolean idle;

  private Signature() {}

  /**
   * The signature that a line is, where one of its pieces is known to be a place or an agency, or a
   * title of honour says that a person is named.
   */
  static Optional<HeadLine> of(String line) {
    if (sentence(line) || line.codePoints().anyMatch(Character::isDigit)) {
      return Optional.empty();
    }
    if (TITLED.matcher(Folded.fold(line).strip()).matches()
        && Blanks.words(line).size() <= LONGEST_NAME + 1) {
      return Optional.of(new HeadLine(List.of(line), Optional.empty(), Optional.empty()));
    }
    List<String> names = Names.split(line);
    if (names.size() > 1 && names.stream().allMatch(GivenNames::person)) {
      return Optional.of(new HeadLine(names, Optional.empty(), Optional.empty()));
    }
    List<String> parts = parts(line);
    boolean colon = line.matches("(?s).*[:،,]\\s.*") && !line.matches("(?s).*\\s[-–—|/(ـ].*");
    var signature = new Signature();
    for (String part : parts) {
      boolean prints =
          signature.house.isEmpty()
              && (quoted(line, part) || (parts.size() > 2 && prints(part, parts)));
      if (prints) {
        signature.house = Optional.of(part);
      } else if (!signature.take(part)) {
        return Optional.empty();
      }
    }
    // Where nobody else signs, the paper does.
    if (signature.authors.isEmpty()) {
      signature.house.ifPresent(signature.authors::add);
    }
    boolean lone = parts.size() < 2 && signature.place.isPresent();
    // «القاهرة: مؤتمر جديد» is a headline; only an agency signs behind a colon.
    boolean headline =
        colon
            && !signature.authors.stream()
                .allMatch(author -> house(author) || GivenNames.person(author));
    return signature.telling
            && !lone
            && !headline
            && (!signature.authors.isEmpty() || signature.idle)
        ? Optional.of(signature.headLine())
        : Optional.empty();
  }

  /** «لندن - «الشرق الأوسط»»: a paper's name stands in quotation marks. */
  private static boolean quoted(String line, String part) {
    return line.matches("(?s).*[-–—|/ـ]\\s*[«\"“]" + Pattern.quote(part) + "[»\"”].*")
        && !Agencies.known(part)
        && Blanks.words(part).size() <= 3;
  }

  private static boolean house(String author) {
    return Agencies.known(author);
  }

  /**
   * {@return what «مكان – كاتب» says, two short names with a dash between them, whatever they are
   * called; the place is the one that is known, or else the first}
   *
   * @param line the line
   */
  public static Optional<HeadLine> ofTwo(String line) {
    List<String> dashed = split(DASHED, line);
    List<String> parts = dashed.size() == 2 ? dashed : split(POINTED, line);
    // A colon or a comma may stand in a headline, too: then the place must be known.
    long places = parts.stream().filter(Places::known).count();
    boolean told =
        places == 1
            && parts.stream()
                .allMatch(
                    part -> Places.known(part) || Agencies.known(part) || GivenNames.shaped(part));
    boolean named =
        parts.size() == 2
            && (dashed.size() == 2 || told)
            && parts.stream().allMatch(part -> Blanks.words(part).size() <= 4)
            && line.codePoints().noneMatch(Character::isDigit)
            && !sentence(line);
    if (!named) {
      return Optional.empty();
    }
    if (prints(parts.getFirst(), parts)) {
      return Optional.of(
          new HeadLine(
              Names.split(parts.getLast()),
              Optional.empty(),
              Optional.empty(),
              Optional.of(parts.getFirst())));
    }
    boolean last = Places.known(parts.getLast()) && !Places.known(parts.getFirst());
    String where = last ? parts.getLast() : parts.getFirst();
    String who = last ? parts.getFirst() : parts.getLast();
    return Optional.of(
        new HeadLine(Names.split(who), Optional.of(Blanks.trim(where)), Optional.empty()));
  }

  private static List<String> split(Pattern parting, String line) {
    return parting
        .splitAsStream(line)
        .map(part -> EDGES.matcher(part).replaceAll(""))
        .filter(part -> !part.isBlank())
        .toList();
  }

  /**
   * {@return what lines by themselves between a title and a date say: a name and a place that is
   * known, or a name that begins as people's do}
   *
   * @param framed one or two, in order
   */
  public static Optional<HeadLine> ofLines(List<String> framed) {
    List<String> lines =
        framed.stream()
            .map(line -> EDGES.matcher(line).replaceAll(""))
            .flatMap(Signature::office)
            .toList();
    List<String> places = lines.stream().filter(Places::known).toList();
    List<String> names = lines.stream().filter(line -> !Places.known(line)).toList();
    boolean named =
        names.size() == 1
            && (places.size() == 1
                ? GivenNames.shaped(names.getFirst())
                : places.isEmpty() && GivenNames.lead(names.getFirst()));
    boolean placed = names.isEmpty() && places.size() == 1;
    return named || placed
        ? Optional.of(
            new HeadLine(
                names.stream().flatMap(name -> Names.split(name).stream()).toList(),
                places.stream().findFirst(),
                Optional.empty()))
        : Optional.empty();
  }

  /** «BBC News, Beirut» is a place; other lines stay as they are. */
  private static Stream<String> office(String line) {
    List<String> pieces = List.of(line.split("\\s*[,،]\\s*"));
    List<String> kept = pieces.stream().filter(piece -> !Names.office(piece)).toList();
    return kept.size() < pieces.size() ? kept.stream() : Stream.of(line);
  }

  /** What the pieces beside a date say; empty where one of them is no name. */
  static HeadLine beside(List<String> parts) {
    var signature = new Signature();
    boolean known = parts.stream().anyMatch(Places::known);
    for (int i = 0; i < parts.size(); i++) {
      String part = parts.get(i);
      if (signature.house.isEmpty() && prints(part, parts)) {
        signature.house = Optional.of(part);
        continue;
      }
      // Agencies write the place first, known or not.
      boolean first = i == 0 && parts.size() > 1 && !known && Blanks.words(part).size() <= 2;
      if (first && !Agencies.known(part) && !Honorifics.leads(part)) {
        signature.place = Optional.of(part);
      } else if (!signature.take(part)) {
        signature.authors.addAll(Names.split(part));
      }
    }
    return signature.headLine();
  }

  /**
   * Whether a piece names who printed it: by its kind, or as «النهار» does before «ياسر الحلو»، one
   * word with the article where another piece names a person.
   */
  private static boolean prints(String part, List<String> parts) {
    boolean word =
        part.startsWith("ال")
            && Blanks.words(part).size() == 1
            && !Places.known(part)
            && !Agencies.known(part);
    return HOUSE.matcher(Folded.fold(part)).matches()
        || (word && parts.stream().anyMatch(GivenNames::lead));
  }

  /** Whether a line holds the end of a sentence, which an abbreviated title of honour is not. */
  static boolean sentence(String line) {
    return SENTENCE.matcher(Honorifics.unpointed(line)).find();
  }

  private static List<String> parts(String line) {
    var parts = new ArrayList<String>();
    for (String part : PARTING.split(line, -1)) {
      String[] tight = part.split("(?<=\\p{L})-(?=\\p{L})", 2);
      boolean parted = tight.length == 2 && Arrays.stream(tight).anyMatch(Places::known);
      for (String piece : parted ? tight : new String[] {part}) {
        String clean = EDGES.matcher(piece).replaceAll("");
        if (!clean.isEmpty()) {
          parts.add(clean);
        }
      }
    }
    return parts;
  }

  /** Takes a piece as what it is; false where it is neither name, place nor agency. */
  private boolean take(String part) {
    String clean = EDGES.matcher(part).replaceAll("");
    if (!authors.isEmpty() && Foot.calling(clean)) {
      return true;
    }
    if (place.isEmpty() && Places.known(clean)) {
      place = Optional.of(clean);
      telling = true;
    } else if (IDLE.matcher(Folded.fold(clean)).matches()) {
      telling = true;
      idle = true;
    } else if (Agencies.known(clean)) {
      authors.add(clean);
      telling = true;
    } else if (Blanks.words(clean).size() <= LONGEST_NAME && !Places.known(clean)) {
      telling |= SIGNED_DOCTOR.matcher(clean).find();
      authors.addAll(Names.split(clean));
    } else {
      return Places.known(clean);
    }
    return true;
  }

  private HeadLine headLine() {
    return new HeadLine(List.copyOf(authors), place, Optional.empty(), house);
  }
}
