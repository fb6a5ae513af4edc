package org.qirtas.source.head;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.qirtas.source.letters.Folded;

/** The small words above a headline that say what kind of piece follows, or in which section. */
public final class Kickers {
  private static final Set<String> KNOWN =
      Arrays.stream(
              """
              تقرير، تقارير، تحقيق، تحقيقات، حوار، حوارات، مقابلة، مقال، مقالة، مقالات، رأي، آراء، وجهة نظر، خبر، أخبار، خاص، عاجل، ملف، ملفات، تحليل، تحليلات،
              افتتاحية، الافتتاحية، كلمة العدد، كاريكاتير، ثقافة، ثقافة وفنون، سياسة، اقتصاد، رياضة، محليات، منوعات، دراسة، دراسات، كتب، فنون، مجتمع، علوم، صحة، تكنولوجيا، عربي ودولي،
              گزارش، سرمقاله، یادداشت، گفتگو، گفت‌وگو، اداریہ، کالم، تجزیہ، opinion, analysis, report, interview, feature, editorial, news, exclusive, breaking, culture, sports
              """
                  .split("[,،]", -1))
          .map(words -> Folded.fold(words).strip())
          .filter(words -> !words.isEmpty())
          .collect(Collectors.toUnmodifiableSet());

  private static final String FORMULA = Folded.fold("بسم الله الرحمن الرحيم").strip();
  private static final Pattern BEFORE =
      Pattern.compile("(?<kicker>\\p{L}[\\p{L}\\p{M} ]{1,20}?)\\s*[|｜]\\s*(?=\\p{L}.{10})");

  private Kickers() {}

  /**
   * {@return whether a line is one of them and nothing else, or the words that pious texts open
   * with}
   *
   * @param line the line
   */
  public static boolean is(String line) {
    return KNOWN.contains(Folded.fold(bare(line)).strip()) || opens(line);
  }

  /**
   * {@return whether a line is the formula that stands above a text and belongs to it}
   *
   * @param line the line
   */
  public static boolean opens(String line) {
    return Folded.fold(bare(line)).strip().equals(FORMULA);
  }

  /**
   * {@return a kicker that a title holds before it, with the sign behind it: «عاجل | »}
   *
   * @param title the title
   */
  public static Optional<String> before(String title) {
    Matcher matcher = BEFORE.matcher(title);
    return matcher.lookingAt() && is(matcher.group("kicker"))
        ? Optional.of(matcher.group())
        : Optional.empty();
  }

  /**
   * {@return a word without the signs around it}
   *
   * @param line the word
   */
  public static String bare(String line) {
    return line.replaceAll("^[^\\p{L}]+|[^\\p{L}\\p{M}]+$", "");
  }
}
