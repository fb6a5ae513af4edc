package org.qirtas.compose;

import java.time.format.DateTimeFormatter;
import java.time.format.DecimalStyle;
import java.util.Locale;
import org.qirtas.article.ArticleDate;
import org.qirtas.article.Language;

/** A date in the words of a language. */
final class DateLine {
  private DateLine() {}

  static String of(ArticleDate date, Language language) {
    Locale locale = Locale.forLanguageTag(language.tag());
    String pattern =
        switch (date.precision()) {
          case MINUTE -> "d MMMM yyyy" + listSeparator(language) + "HH:mm";
          case DAY -> "d MMMM yyyy";
          case MONTH -> "MMMM yyyy";
          case YEAR -> "yyyy";
        };
    return DateTimeFormatter.ofPattern(pattern, locale)
        .withDecimalStyle(DecimalStyle.STANDARD.withZeroDigit(Numerals.of(0, language).charAt(0)))
        .format(date.from());
  }

  static String listSeparator(Language language) {
    return switch (language.primary()) {
      case "ar", "fa", "ur", "ckb", "ps", "sd", "ug", "prs" -> "، ";
      default -> ", ";
    };
  }
}
