package org.qirtas.source;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** The small words above a headline that say what kind of piece follows, or in which section. */
final class Kickers {
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

  private Kickers() {}

  /** Whether a line is one of them and nothing else. */
  static boolean is(String line) {
    return KNOWN.contains(Folded.fold(line).replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "").strip());
  }
}
