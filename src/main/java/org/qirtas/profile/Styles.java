package org.qirtas.profile;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * The style of each part of an article.
 *
 * @param byRole each part's
 */
public record Styles(Map<StyleRole, TypeStyle> byRole) {
  /** Takes a copy; all parts must be there. */
  public Styles {
    var copy = new EnumMap<>(byRole);
    for (StyleRole role : StyleRole.values()) {
      if (!copy.containsKey(role)) {
        throw new IllegalArgumentException("no style for " + role);
      }
    }
    byRole = Collections.unmodifiableMap(copy);
  }

  /**
   * {@return a part's style}
   *
   * @param role the part
   */
  public TypeStyle of(StyleRole role) {
    TypeStyle style = byRole.get(role);
    if (style == null) {
      throw new IllegalStateException(role + " was there when this was made");
    }
    return style;
  }

  /**
   * {@return the same with one part in another style}
   *
   * @param role the part
   * @param style its style
   */
  public Styles with(StyleRole role, TypeStyle style) {
    var other = new EnumMap<>(byRole);
    other.put(role, style);
    return new Styles(other);
  }

  /** {@return the title's style} */
  public TypeStyle title() {
    return of(StyleRole.TITLE);
  }

  /** {@return the second title's style} */
  public TypeStyle subtitle() {
    return of(StyleRole.SUBTITLE);
  }

  /** {@return the style of who wrote it and where} */
  public TypeStyle byline() {
    return of(StyleRole.BYLINE);
  }

  /**
   * {@return a heading's style}
   *
   * @param level 2 for the first below the title
   */
  public TypeStyle heading(int level) {
    return of(level <= 2 ? StyleRole.HEADING : StyleRole.SUBHEADING);
  }

  /** {@return the style of a heading of the first rank} */
  public TypeStyle heading() {
    return of(StyleRole.HEADING);
  }

  /** {@return a paragraph's style} */
  public TypeStyle body() {
    return of(StyleRole.BODY);
  }

  /** {@return a quoted paragraph's style} */
  public TypeStyle quotation() {
    return of(StyleRole.QUOTATION);
  }

  /** {@return the style of a poem's line} */
  public TypeStyle verse() {
    return of(StyleRole.VERSE);
  }

  /** {@return the style of a table's cell} */
  public TypeStyle cell() {
    return of(StyleRole.CELL);
  }

  /** {@return the style of what stands below a picture} */
  public TypeStyle caption() {
    return of(StyleRole.CAPTION);
  }

  /** {@return a footnote's style} */
  public TypeStyle note() {
    return of(StyleRole.NOTE);
  }

  /** {@return the page number's style} */
  public TypeStyle folio() {
    return of(StyleRole.FOLIO);
  }
}
