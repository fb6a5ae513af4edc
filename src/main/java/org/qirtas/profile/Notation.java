package org.qirtas.profile;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.qirtas.measure.Length;
import org.qirtas.measure.Size;

/** How values are written in a profile, in both directions: what is written can be read back. */
final class Notation {
  private static final int TATWEEL = 0x640;

  /** What stands where there shall be nothing. */
  static final String NONE = "none";

  private static final Pattern LENGTH =
      Pattern.compile("(-?\\d{1,6}(?:\\.\\d{1,9})?)\\s*(pt|mm|cm|in|em)?");
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}");
  private static final Pattern PARTS = Pattern.compile("(-?\\d{1,6}(?:\\.\\d{1,24})?)\\s*(%|em)");
  private static final Pattern COLOUR =
      Pattern.compile(
          "#(\\p{XDigit}{2})(\\p{XDigit}{2})(\\p{XDigit}{2})\\s*/"
              + "\\s*(\\d{1,3})\\s+(\\d{1,3})\\s+(\\d{1,3})\\s+(\\d{1,3})");
  private static final Pattern TINT = Pattern.compile("black(?:\\s+(\\d{1,3})\\s*%)?");

  /** Upright; ISO 216, and the trim of most Arabic books. */
  private static final Map<String, Size> SIZES = new LinkedHashMap<>();

  static {
    SIZES.put("A3", millimetres(297, 420));
    SIZES.put("A4", Size.A4);
    SIZES.put("A5", millimetres(148, 210));
    SIZES.put("A6", millimetres(105, 148));
    SIZES.put("B4", millimetres(250, 353));
    SIZES.put("B5", millimetres(176, 250));
    SIZES.put("B6", millimetres(125, 176));
    SIZES.put("waziri", millimetres(170, 240));
  }

  private Notation() {}

  private static Size millimetres(int width, int height) {
    return new Size(Length.millimetres(width), Length.millimetres(height));
  }

  /**
   * {@return the length that a text writes, if it writes one}
   *
   * @param em what an em is; without one no length is written in ems
   */
  static Optional<Length> length(String text, Optional<Length> em) {
    Matcher matcher = LENGTH.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    double number = Double.parseDouble(matcher.group(1));
    String unit = matcher.group(2);
    if (unit == null) {
      return number == 0 ? Optional.of(Length.ZERO) : Optional.empty();
    }
    return switch (unit) {
      case "pt" -> Optional.of(Length.points(number));
      case "mm" -> Optional.of(Length.millimetres(number));
      case "cm" -> Optional.of(Length.millimetres(10 * number));
      case "in" -> Optional.of(Length.points(72 * number));
      default -> em.map(one -> one.times(number));
    };
  }

  /** In points, or in millimetres where only these are round. */
  static String of(Length length) {
    BigDecimal points = rounded(length.inPoints(), 3);
    if (Length.points(points.doubleValue()).equals(length)) {
      return plain(points) + " pt";
    }
    BigDecimal millimetres = rounded(length.inPoints() * 25.4 / 72, 3);
    return Length.millimetres(millimetres.doubleValue()).equals(length)
        ? plain(millimetres) + " mm"
        : plain(rounded(length.inPoints(), 6)) + " pt";
  }

  /** For a person to read: as round as it nearly is. */
  static String near(Length length) {
    String exact = of(length);
    if (exact.length() <= "123.456 pt".length()) {
      return exact;
    }
    BigDecimal millimetres = rounded(length.inPoints() * 25.4 / 72, 1);
    Length round = Length.millimetres(millimetres.doubleValue());
    return Math.abs(round.minus(length).scaledPoints()) < 16
        ? plain(millimetres) + " mm"
        : plain(rounded(length.inPoints(), 1)) + " pt";
  }

  private static BigDecimal rounded(double value, int places) {
    return BigDecimal.valueOf(value).setScale(places, java.math.RoundingMode.HALF_EVEN);
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  static Optional<Integer> number(String text) {
    return NUMBER.matcher(text).matches() ? Optional.of(Integer.parseInt(text)) : Optional.empty();
  }

  /** A part of a hundred ({@code %}), or of the type's size ({@code em}). */
  static Optional<Double> parts(String text, String unit) {
    Matcher matcher = PARTS.matcher(text);
    if (!matcher.matches() || !matcher.group(2).equals(unit)) {
      return text.equals("0") ? Optional.of(0.0) : Optional.empty();
    }
    var number = new BigDecimal(matcher.group(1));
    return Optional.of((unit.equals("%") ? number.movePointLeft(2) : number).doubleValue());
  }

  static String percent(double part) {
    return plain(BigDecimal.valueOf(part).movePointRight(2)) + " %";
  }

  static String ems(double part) {
    return plain(BigDecimal.valueOf(part)) + " em";
  }

  static Optional<Boolean> flag(String text) {
    return switch (text) {
      case "true", "yes" -> Optional.of(true);
      case "false", "no" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  /** A paper's name, or width × height; {@code landscape} lays a paper on its side. */
  static Optional<Size> size(String text) {
    String[] words = text.split("\\s+", -1);
    Size named = SIZES.get(words[0]);
    if (named != null && words.length == 1) {
      return Optional.of(named);
    }
    if (named != null && words.length == 2 && words[1].equals("landscape")) {
      return Optional.of(new Size(/* width= */ named.height(), /* height= */ named.width()));
    }
    String[] sides = text.split("\\s*[x×]\\s*", -1);
    if (sides.length != 2) {
      return Optional.empty();
    }
    Optional<Length> height = length(sides[1], Optional.empty());
    return length(sides[0], Optional.empty())
        .flatMap(width -> height.map(high -> new Size(width, high)));
  }

  static String of(Size size) {
    return SIZES.entrySet().stream()
        .filter(named -> named.getValue().equals(size))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseGet(() -> of(size.width()) + " x " + of(size.height()));
  }

  static List<String> sizes() {
    return List.copyOf(SIZES.keySet());
  }

  /** A thickness, and a colour's role where it is not that of rules. */
  static Optional<Rule> rule(String text) {
    if (text.equals(NONE)) {
      return Optional.of(Rule.NONE);
    }
    int blank = text.lastIndexOf(' ');
    Optional<Palette.Role> role =
        blank < 0 ? Optional.empty() : choice(text.substring(blank + 1), Palette.Role.class);
    String thickness = role.isPresent() ? text.substring(0, blank).strip() : text;
    return length(thickness, Optional.empty())
        .map(thick -> new Rule(thick, role.orElse(Palette.Role.RULE)));
  }

  static String of(Rule rule) {
    if (rule.equals(Rule.NONE)) {
      return NONE;
    }
    return rule.colour() == Palette.Role.RULE
        ? of(rule.thickness())
        : of(rule.thickness()) + " " + word(rule.colour());
  }

  /** {@code black}, {@code black 60 %}, or light and inks: {@code #8a1c1c / 20 95 85 25}. */
  static Optional<Colour> colour(String text) {
    Matcher tint = TINT.matcher(text);
    if (tint.matches()) {
      int percent = tint.group(1) == null ? 100 : Integer.parseInt(tint.group(1));
      return percent > 100 ? Optional.empty() : Optional.of(Colour.tint(percent));
    }
    Matcher matcher = COLOUR.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    var light = new int[3];
    var inks = new int[4];
    Arrays.setAll(light, at -> Integer.parseInt(matcher.group(1 + at), 16));
    Arrays.setAll(inks, at -> Integer.parseInt(matcher.group(4 + at)));
    return Arrays.stream(inks).anyMatch(ink -> ink > 100)
        ? Optional.empty()
        : Optional.of(
            new Colour(
                new Colour.Screen(light[0], light[1], light[2]),
                new Colour.Print(inks[0], inks[1], inks[2], inks[3])));
  }

  static String of(Colour colour) {
    Colour.Print print = colour.print();
    if (colour.equals(Colour.tint(print.black()))) {
      return print.black() == 100 ? "black" : "black " + print.black() + " %";
    }
    Colour.Screen screen = colour.screen();
    return String.format(
        Locale.ROOT,
        "#%02x%02x%02x / %d %d %d %d",
        screen.red(),
        screen.green(),
        screen.blue(),
        print.cyan(),
        print.magenta(),
        print.yellow(),
        print.black());
  }

  /** A constant, as profiles call it. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static <E extends Enum<E>> Optional<E> choice(String text, Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> word(constant).equals(text))
        .findFirst();
  }

  static List<String> choices(Class<? extends Enum<?>> type) {
    return Arrays.stream(type.getEnumConstants()).map(Notation::word).toList();
  }

  /** Whether it is one word in Arabic letters, perhaps with marks and tatweels. */
  static boolean isArabicWord(String text) {
    return text.codePoints().filter(Character::isLetter).filter(c -> c != TATWEEL).count() > 1
        && text.codePoints()
            .allMatch(c ->
                c == TATWEEL
                    || Character.getType(c) == Character.NON_SPACING_MARK
                    || (Character.isLetter(c)
                        && Character.UnicodeScript.of(c) == Character.UnicodeScript.ARABIC));
  }
}
