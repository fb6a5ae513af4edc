package org.qirtas.compose;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.qirtas.article.Article;
import org.qirtas.article.Direction;
import org.qirtas.article.Flow;
import org.qirtas.article.Inline;
import org.qirtas.article.Language;
import org.qirtas.article.Tongue;
import org.qirtas.measure.Length;
import org.qirtas.profile.FontRole;
import org.qirtas.profile.Fonts;
import org.qirtas.profile.PrintProfile;
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
 */
record Desk(
    Article article,
    PrintProfile profile,
    ParagraphSetter paragraphs,
    Map<String, Picture> pictures,
    Map<String, String> noteLabels) {

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

  private static Families families(Fonts fonts, FontRole role) {
    Typeface typeface = fonts.of(role);
    var fits = new TreeMap<String, Families.Fit>();
    fonts
        .fits()
        .forEach((family, fit) -> fits.put(family, new Families.Fit(fit.size(), fit.leading())));
    return new Families(
        typeface.family(), typeface.familyByScript(), typeface.familyByLanguage(), fits);
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

  /** For words of the article's writer. */
  MarkUp markUp() {
    return new MarkUp(noteLabels, Rendition.of(profile));
  }

  /** Sets inlines as one paragraph that is one part of the document. */
  List<Strip> paragraph(
      List<Inline> content, Flow flow, TypeStyle style, Element owner, Length measure) {
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
    var marked = markUp().add(content, setting(style, foreign.orElse(around)), part).finish();
    return paragraphs.set(marked, direction(flow, content), style, measure);
  }
}
