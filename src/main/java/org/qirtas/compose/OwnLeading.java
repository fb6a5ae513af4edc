package org.qirtas.compose;

import java.util.Map;
import java.util.TreeMap;
import org.qirtas.article.Language;
import org.qirtas.measure.Length;
import org.qirtas.profile.FontRole;
import org.qirtas.profile.Fonts;
import org.qirtas.profile.Grid;
import org.qirtas.profile.Notes;
import org.qirtas.profile.Openers;
import org.qirtas.profile.PageLayout;
import org.qirtas.profile.PrintProfile;
import org.qirtas.profile.StyleRole;
import org.qirtas.profile.Styles;
import org.qirtas.profile.TypeStyle;

/**
 * A profile's leading, as the family of an article's language wants it. Nastaliq, whose words
 * descend, stands on a grid of its own: were its lines made up to whole steps of a naskh's, every
 * other line of the page would stay empty.
 */
final class OwnLeading {
  private final PrintProfile profile;
  private final Language language;

  private OwnLeading(PrintProfile profile, Language language) {
    this.profile = profile;
    this.language = language;
  }

  /**
   * {@return the profile with grid, leadings and vertical spaces in the proportion that the
   * language's families ask for}
   *
   * @param profile how pages look
   * @param language what most of the text is in
   */
  static PrintProfile of(PrintProfile profile, Language language) {
    var own = new OwnLeading(profile, language);
    for (FontRole role : FontRole.values()) {
      if (own.factor(role) != 1) {
        return own.fitted();
      }
    }
    return profile;
  }

  private double factor(FontRole role) {
    Fonts fonts = profile.fonts();
    return fonts.fit(Desk.families(fonts, role).own(language)).leading();
  }

  private PrintProfile fitted() {
    double body = factor(profile.styles().body().font());
    Notes notes = profile.notes();
    Openers openers = profile.openers();
    return profile
        .on(page(body))
        .with(styles(body))
        .with(led(profile.fonts()))
        .with(new Notes(notes.place(), notes.counting(), notes.space().times(body)))
        .with(new Openers(openers.start(), openers.across(), openers.sink().times(body)));
  }

  private PageLayout page(double body) {
    Grid grid = profile.page().grid();
    return profile.page().on(new Grid(grid.inUse(), grid.step().times(body)));
  }

  private Styles styles(double body) {
    Styles styles = profile.styles();
    for (Map.Entry<StyleRole, TypeStyle> part : profile.styles().byRole().entrySet()) {
      TypeStyle style = part.getValue();
      Length leading = style.leading().times(factor(style.font()));
      styles =
          styles.with(
              part.getKey(),
              style
                  .led(leading)
                  .apart(style.spaceBefore().times(body), style.spaceAfter().times(body)));
    }
    return styles;
  }

  /** The leading is the article's own by now: its few words in another family change it no more. */
  private static Fonts led(Fonts fonts) {
    var fits = new TreeMap<String, Fonts.Fit>();
    fonts.fits().forEach((family, fit) -> fits.put(family, new Fonts.Fit(fit.size(), 1)));
    return new Fonts(fonts.typefaces(), fits);
  }
}
