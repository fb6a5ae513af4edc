package org.qirtas.compose;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.qirtas.article.Article;
import org.qirtas.article.Direction;
import org.qirtas.article.Flow;
import org.qirtas.article.Inline;
import org.qirtas.article.Language;
import org.qirtas.article.Tongue;
import org.qirtas.measure.Length;
import org.qirtas.measure.Size;
import org.qirtas.profile.FontRole;
import org.qirtas.profile.Fonts;
import org.qirtas.profile.PrintProfile;
import org.qirtas.profile.Rule;
import org.qirtas.profile.Styles;
import org.qirtas.profile.TypeStyle;
import org.qirtas.profile.Typeface;
import org.qirtas.text.Families;
import org.qirtas.text.Setting;

/**
 * What everyone who sets a part of one article has on the desk: the article, its profile, and who
 * sets paragraphs.
 *
 * @param noteLabels what each footnote is called in print, by its name
 * @param standing where the article stands
 */
record Desk(
    Article article,
    PrintProfile profile,
    ParagraphSetter paragraphs,
    Map<String, Picture> pictures,
    Map<String, String> noteLabels,
    Standing standing) {
  private static final int LONGEST_WORD = 40;

  /** So many words of a text are measured to find the widest. */
  private static final int CANDIDATES = 8;

  Styles styles() {
    return profile.styles();
  }

  Setting setting(TypeStyle style, Language language) {
    return setting(profile.fonts(), style, language);
  }

  /** How a style's letters are set in a language. */
  static Setting setting(Fonts fonts, TypeStyle style, Language language) {
    return new Setting(
        families(fonts, style.font()), style.bold(), false, style.size(), language, List.of());
  }

  static Families families(Fonts fonts, FontRole role) {
    Typeface typeface = fonts.of(role);
    var fits = new TreeMap<String, Families.Fit>();
    fonts
        .fits()
        .forEach((family, fit) -> fits.put(family, new Families.Fit(fit.size(), fit.leading())));
    return new Families(
        typeface.family(), typeface.familyByScript(), typeface.familyByLanguage(), fits);
  }

  /** A rule of the profile, from a place to the right. */
  PageItem.Rule drawn(Rule rule, Length x, Length y, Length width) {
    return new PageItem.Rule(
        x, y, new Size(width, rule.thickness()), profile.palette().of(rule.colour()));
  }

  Language language(Flow flow, Language around) {
    return flow.language().orElse(around);
  }

  /** A paragraph's direction: explicit, else its first strong letter's, else the article's. */
  Direction direction(Flow flow, List<Inline> content) {
    return flow.direction()
        .or(() -> firstStrong(Inline.textOf(content)))
        .orElse(article.direction());
  }

  /**
   * The style of lines that stand by themselves: in an Arabic article an English title runs from
   * the left, but begins no other edge than the rest of the page.
   */
  TypeStyle standing(TypeStyle style, Flow flow, List<Inline> content) {
    return direction(flow, content) == article.direction()
        ? style
        : style.aligned(style.alignment().turned());
  }

  /** UAX #9 P2, without regard to isolates: an article's text rarely has any. */
  static Optional<Direction> firstStrong(String text) {
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      byte kind = Character.getDirectionality(text.codePointAt(at));
      if (kind == Character.DIRECTIONALITY_LEFT_TO_RIGHT) {
        return Optional.of(Direction.LEFT_TO_RIGHT);
      }
      if (kind == Character.DIRECTIONALITY_RIGHT_TO_LEFT
          || kind == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC) {
        return Optional.of(Direction.RIGHT_TO_LEFT);
      }
    }
    return Optional.empty();
  }

  /** {@return how wide the widest word of a text is, as far as it cannot be parted} */
  Length widestWord(String text, TypeStyle style) {
    // Figures are wider than most letters.
    String candidates =
        Arrays.stream(text.split("\\s+", -1))
            .distinct()
            .sorted(Comparator.comparingInt(Desk::roughWidth).reversed())
            .limit(CANDIDATES)
            // An address is longer than any word, and can be parted.
            .map(word -> word.substring(0, Math.min(word.length(), LONGEST_WORD)))
            .collect(Collectors.joining(" "));
    if (candidates.isBlank()) {
      return Length.ZERO;
    }
    var marked =
        new MarkUp(noteLabels)
            .text(candidates, setting(style, article.language()), Element.FURNITURE);
    return paragraphs.widestWord(
        marked.finish(), firstStrong(candidates).orElse(article.direction()));
  }

  private static int roughWidth(String word) {
    return word.chars().map(c -> Character.isDigit(c) || c < 128 ? 3 : 2).sum();
  }

  /** {@return how wide words of the program's own are on one line} */
  Length generatedWidth(String words, TypeStyle style, Element owner) {
    var marked = new MarkUp(noteLabels).text(words, setting(style, owner.language()), owner);
    return paragraphs.naturalWidth(marked.finish(), article.direction());
  }

  /** Sets words of the program's own, whose digits are already those wanted. */
  List<Strip> generated(String words, TypeStyle style, Element owner, Length measure) {
    var marked = new MarkUp(noteLabels).text(words, setting(style, owner.language()), owner);
    return paragraphs.set(marked.finish(), article.direction(), style, measure);
  }

  /** For words of the article's writer. */
  MarkUp markUp() {
    return new MarkUp(noteLabels, Rendition.of(profile));
  }

  /** Sets inlines as one paragraph that is one part of the document. */
  List<Strip> paragraph(
      List<Inline> content, Flow flow, TypeStyle style, Element owner, Length measure) {
    return paragraph(content, flow, style, owner, measure, Optional.empty());
  }

  /** The same, after a label that is a part of what the paragraph belongs to. */
  List<Strip> paragraph(
      List<Inline> content,
      Flow flow,
      TypeStyle style,
      Element owner,
      Length measure,
      Optional<String> label) {
    Language around = language(flow, owner.language());
    Optional<Language> foreign =
        flow.language().isPresent()
            ? Optional.empty()
            : Tongue.foreign(Inline.textOf(content), around);
    // An English title that nobody marked as English must not be read aloud as Arabic.
    Element part =
        foreign
            .map(language -> owner.child(Element.Role.SPAN, Element.Marks.in(language)))
            .orElse(owner);
    MarkUp draft = markUp();
    label.ifPresent(mark ->
        draft.text(
            mark, setting(style, around), owner.parent().orElse(owner).child(Element.Role.LABEL)));
    draft.add(content, setting(style, foreign.orElse(around)), part);
    return paragraphs.set(draft.finish(), direction(flow, content), style, measure);
  }
}
