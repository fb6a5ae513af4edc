package org.qirtas.source.pdf;

import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFTable;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.jspecify.annotations.Nullable;

/**
 * The letters of each of a font's glyphs that has some: by its character, by what it takes the
 * place of, and by what it is a part of.
 */
final class GlyphLetters {
  private static final int LAST = 0xFEFF;
  private static final int ROUNDS = 6;
  private static final int LONGEST = 8;
  private static final String SMALL_TAH = "\u0615";

  private final TrueTypeFont font;
  private final DottedLetters dotted;
  private final List<GlyphSubstitutions.Step> steps;
  private final Map<Integer, String> letters = new HashMap<>();

  /** All letters that share a glyph, which stands for the plainest of them. */
  private final Map<Integer, Set<String>> shared = new HashMap<>();

  private GlyphLetters(TrueTypeFont font, DottedLetters dotted) throws IOException {
    this.font = font;
    this.dotted = dotted;
    @Nullable TTFTable table = font.getTableMap().get("GSUB");
    this.steps = table == null ? List.of() : GlyphSubstitutions.of(font.getTableBytes(table));
  }

  /**
   * Names a font's glyphs.
   *
   * @param dotted is told how letters come apart, and names their dots
   * @return letters in logical order, by glyph
   */
  static Map<Integer, String> of(TrueTypeFont font, DottedLetters dotted) throws IOException {
    var letters = new GlyphLetters(font, dotted);
    letters.characters();
    letters.forms();
    letters.dots();
    letters.forms();
    letters.bodies();
    letters.forms();
    letters.dots();
    letters.rules();
    return letters.letters;
  }

  /**
   * Letters as Arabic is written, and dots, go before those of other languages, and both before
   * forms.
   */
  static int rank(String letters) {
    int c = letters.codePointAt(0);
    boolean plain = (c >= 0x0621 && c <= 0x0652) || c < 0x0500 || DottedLetters.isDots(c);
    boolean forms = c >= 0xFB50;
    return (plain ? 0 : forms ? 2 : 1) * LONGEST + Math.min(letters.length(), LONGEST - 1);
  }

  private void characters() throws IOException {
    CmapLookup characters = font.getUnicodeCmapLookup();
    for (int c = ' '; c <= LAST; c++) {
      int glyph = characters.getGlyphId(c);
      if (glyph > 0) {
        String letter = Character.toString(c);
        letters.merge(glyph, letter, (held, other) -> rank(other) < rank(held) ? other : held);
        share(glyph, PdfGlyph.letters(letter));
      }
    }
  }

  /** Forms of forms have their letters a round later. */
  private void forms() {
    boolean more = true;
    for (int round = 0; round < ROUNDS && more; round++) {
      more = false;
      for (GlyphSubstitutions.Step step : steps) {
        more |= !step.parts() && form(step);
      }
    }
  }

  private boolean form(GlyphSubstitutions.Step step) {
    int to = step.to().getFirst();
    if (!letters.keySet().containsAll(step.from())) {
      return false;
    }
    boolean more = false;
    if (step.from().size() == 1) {
      for (String letter : List.copyOf(shared.getOrDefault(step.from().getFirst(), Set.of()))) {
        more |= share(to, letter);
      }
    }
    var together = new StringBuilder();
    step.from().forEach(glyph -> together.append(letters.get(glyph)));
    boolean fits = together.length() <= LONGEST;
    return (fits && letters.putIfAbsent(to, together.toString()) == null) || more;
  }

  private boolean share(int glyph, String letter) {
    return shared.computeIfAbsent(glyph, _ -> new TreeSet<>()).add(letter);
  }

  /** What comes with a body, advances nothing and has no letters is named. */
  private void dots() throws IOException {
    for (GlyphSubstitutions.Step step : steps) {
      for (int i = 1; i < step.to().size(); i++) {
        int glyph = step.to().get(i);
        if (!letters.containsKey(glyph) && font.getAdvanceWidth(glyph) == 0) {
          dotted.name().ifPresent(name -> letters.put(glyph, name));
        }
      }
    }
  }

  /** A body that is no letter by itself is named after the plainest letter that it is in. */
  private void bodies() {
    var named = new HashMap<Integer, String>();
    for (GlyphSubstitutions.Step step : steps) {
      int body = step.to().getFirst();
      if (step.parts() && !letters.containsKey(body)) {
        whole(step)
            .map(letter -> bare(letter, parts(step)))
            .ifPresent(letter ->
                named.merge(
                    body, letter, (held, other) -> rank(other) < rank(held) ? other : held));
      }
    }
    named.forEach((glyph, letter) -> {
      letters.put(glyph, letter);
      share(glyph, letter);
    });
  }

  /** A letter without the marks that Unicode knows to be on it, where its font parts it so. */
  private static String bare(String letter, List<String> parts) {
    String apart = Normalizer.normalize(letter, Normalizer.Form.NFD);
    String marks = String.join("", parts);
    return apart.length() > marks.length() && apart.endsWith(marks)
        ? apart.substring(0, apart.length() - marks.length())
        : letter;
  }

  private Optional<String> whole(GlyphSubstitutions.Step step) {
    return shared.getOrDefault(step.from().getFirst(), Set.of()).stream()
        .filter(letter -> step.from().size() == 1 && letter.codePointCount(0, letter.length()) == 1)
        .min(Comparator.comparingInt(GlyphLetters::rank));
  }

  /** What stands above or below the body; nothing where one of them is no such thing. */
  private List<String> parts(GlyphSubstitutions.Step step) {
    var parts = new ArrayList<String>();
    for (int glyph : step.to().subList(1, step.to().size())) {
      @Nullable String part = letters.get(glyph);
      if (part == null || !part.codePoints().allMatch(DottedLetters::isMark)) {
        return List.of();
      }
      part.codePoints().forEach(c -> parts.add(Character.toString(c)));
    }
    return parts;
  }

  private void rules() {
    var rules = new ArrayList<Rule>();
    for (GlyphSubstitutions.Step step : steps) {
      @Nullable String body = letters.get(step.to().getFirst());
      List<String> parts = parts(step);
      if (step.parts() && body != null && !parts.isEmpty()) {
        whole(step)
            .map(letter -> new Rule(PdfGlyph.letters(body), parts, letter))
            .filter(Rule::tells)
            .ifPresent(rules::add);
      }
    }
    rules.sort(Comparator.comparingInt(rule -> rank(rule.letter())));
    Map<String, Set<String>> elsewhere = elsewhere();
    Map<String, Set<String>> alike = alike();
    // Letters with other bodies by themselves share one where they are joined: the plainest counts.
    for (Rule rule : rules) {
      learn(dotted, rule, rule.body(), elsewhere);
      alike
          .getOrDefault(rule.body(), Set.of())
          .forEach(body -> learn(dotted, rule, body, elsewhere));
    }
  }

  /** Which letters have a glyph in common with a letter. */
  private Map<String, Set<String>> alike() {
    var alike = new HashMap<String, Set<String>>();
    for (Set<String> same : shared.values()) {
      for (String letter : same.size() > 1 ? same : Set.<String>of()) {
        alike.computeIfAbsent(letter, _ -> new TreeSet<>()).addAll(same);
      }
    }
    return alike;
  }

  private record Rule(String body, List<String> parts, String letter) {
    /**
     * Marks that have characters are part of a letter where Unicode says so, of Arabic's own; the
     * small tah is one of Urdu's.
     */
    boolean tells() {
      char c = letter.charAt(0);
      String apart = Normalizer.normalize(letter, Normalizer.Form.NFD);
      return parts.stream()
              .anyMatch(part -> DottedLetters.isDots(part.codePointAt(0)) || part.equals(SMALL_TAH))
          || (c >= 0x0621 && c <= 0x064A && apart.endsWith(String.join("", parts)));
    }
  }

  /** Dots that stand elsewhere in another form of the letter mean the same. */
  private static void learn(
      DottedLetters dotted, Rule rule, String body, Map<String, Set<String>> elsewhere) {
    dotted.learn(body, rule.parts(), rule.letter());
    for (int i = 0; i < rule.parts().size(); i++) {
      for (String other : elsewhere.getOrDefault(rule.parts().get(i), Set.of())) {
        var parts = new ArrayList<>(rule.parts());
        parts.set(i, other);
        dotted.learn(body, parts, rule.letter());
      }
    }
  }

  /** Which dots take the place of which in some form of a letter. */
  private Map<String, Set<String>> elsewhere() {
    var elsewhere = new HashMap<String, Set<String>>();
    for (GlyphSubstitutions.Step step : steps) {
      @Nullable String from = letters.get(step.from().getFirst());
      @Nullable String to = letters.get(step.to().getFirst());
      boolean one = step.from().size() == 1 && !step.parts();
      if (one && from != null && to != null && DottedLetters.isDots(from.codePointAt(0))) {
        elsewhere.computeIfAbsent(from, _ -> new TreeSet<>()).add(to);
      }
    }
    return elsewhere;
  }
}
