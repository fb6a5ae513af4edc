package org.qirtas.profile;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What each role is set in.
 *
 * @param typefaces each role's families
 * @param fits how families are made to agree with their neighbours, by family
 */
public record Fonts(Map<FontRole, Typeface> typefaces, Map<String, Fit> fits) {
  /**
   * How a family is made to agree with those it stands beside: some look larger than others at one
   * size, and Nastaliq, whose words descend, needs more room between lines.
   *
   * @param size the factor that sizes are multiplied by
   * @param leading the factor that the leading of a paragraph mostly set in it is multiplied by
   */
  public record Fit(double size, double leading) {
    /** As it is. */
    public static final Fit NATURAL = new Fit(1, 1);
  }

  /** Takes copies, in a fixed order; all roles must be there. */
  public Fonts {
    var copy = new EnumMap<>(typefaces);
    for (FontRole role : FontRole.values()) {
      if (!copy.containsKey(role)) {
        throw new IllegalArgumentException("nothing to set " + role + " in");
      }
    }
    typefaces = Collections.unmodifiableMap(copy);
    fits = Collections.unmodifiableMap(new TreeMap<>(fits));
  }

  /**
   * {@return what a role is set in}
   *
   * @param role the role
   */
  public Typeface of(FontRole role) {
    Typeface typeface = typefaces.get(role);
    if (typeface == null) {
      throw new IllegalStateException(role + " was there when this was made");
    }
    return typeface;
  }

  /**
   * {@return how a family is made to agree with its neighbours}
   *
   * @param family the family
   */
  public Fit fit(String family) {
    return fits.getOrDefault(family, Fit.NATURAL);
  }

  /** {@return every family that is named, sorted} */
  public java.util.SortedSet<String> families() {
    var families = new TreeSet<>(fits.keySet());
    for (Typeface typeface : typefaces.values()) {
      families.add(typeface.family());
      families.addAll(typeface.familyByScript().values());
      families.addAll(typeface.familyByLanguage().values());
    }
    return families;
  }
}
