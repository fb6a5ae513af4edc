package org.qirtas.source.head;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.qirtas.source.letters.Folded;

/** News agencies and newsrooms, which sign articles as people do. */
final class Agencies {
  private static final Set<String> KNOWN =
      Arrays.stream(
              """
              رويترز، وكالات، الوكالات، أ ف ب، أ.ف.ب، أف ب، فرانس برس، د ب أ، د.ب.أ، أ ش أ، أ.ش.أ، أ ب، أ.ب، أسوشيتد برس، الأناضول، شينخوا، سبوتنيك،
              نوفوستي، تاس، يونايتد برس، بلومبرغ، وفا، بترا، وات، واج، وأج، سانا، واس، وام، كونا، قنا، بنا، سونا، ماب، و م ع، ومع، واع، نينا، العمانية، سبأ، صفا، معا،
              إرنا، ایرنا، ایسنا، فارس، تسنیم، مهر، ایلنا، باخت، اے ایف پی، اے پی پی، اے پی، رائٹرز، ایجنسیاں، آئی این پی، پی ٹی آئی،
              reuters, afp, ap, associated press, the associated press, agence france-presse, dpa, ansa, efe, xinhua, bloomberg, agencies, pa media, upi, anadolu agency, apa, sid, afp news agency
              """
                  .split("[,،]", -1))
          .map(name -> Folded.fold(name).strip())
          .filter(name -> !name.isEmpty())
          .collect(Collectors.toUnmodifiableSet());

  private static final Pattern NEWSROOM =
      Pattern.compile(
          "(?:وكاله|خبرگزاري|نمايند[هے]|نماينده|اسٹاف|ستاف)(?: [\\p{L}]+){1,3}|نماينده خصوصي|اسٹاف رپورٹر|هييه التحرير|اسره التحرير|قسم التحرير|فريق التحرير|غرفه الاخبار|مكتب [\\p{L}]+|staff (?:writer|reporter)s?|editorial (?:board|staff)");

  private Agencies() {}

  static boolean known(String words) {
    String folded = Folded.fold(words).strip();
    return KNOWN.contains(folded) || NEWSROOM.matcher(folded).matches();
  }
}
