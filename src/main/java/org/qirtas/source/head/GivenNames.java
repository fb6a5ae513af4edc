package org.qirtas.source.head;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.qirtas.source.letters.Blanks;
import org.qirtas.source.letters.Folded;

/**
 * First names that Arabic and Persian newspapers sign with: the evidence that a line of two to five
 * words by itself names somebody.
 */
public final class GivenNames {
  private static final int LONGEST = 5;

  private static final Set<String> KNOWN =
      Arrays.stream(
              """
              محمد، أحمد، محمود، علي، حسن، حسين، عمر، خالد، يوسف، إبراهيم، مصطفى، عبدالله، عبد، سامي، سامر، سمير، كمال، جمال، طارق، زياد، نبيل،
              نادر، ناصر، فادي، فارس، فؤاد، فاروق، فيصل، فهد، سعد، سعيد، سعود، سليم، سليمان، سلمان، صالح، صلاح، صبري، رامي، رائد، رياض، راشد، رشيد،
              رشاد، رضا، ربيع، زكريا، زهير، هاني، هشام، هيثم، هادي، وائل، وليد، وسام، وسيم، ياسر، ياسين، يحيى، يعقوب، يونس، باسل، باسم، بسام،
              بلال، بكر، جابر، جورج، جوزيف، جبران، جهاد، حازم، حاتم، حامد، حمد، حمدي، حمزة، حليم، خليل، داود، رفيق، شريف، شادي، شوقي، طلال، طه،
              عادل، عارف، عاطف، عامر، عباس، عدنان، عزيز، عصام، عماد، عيسى، غازي، غسان، قاسم، كريم، لؤي، ماجد، مازن، مالك، ماهر، مجدي، محسن،
              مراد، مروان، معن، منير، منصور، موسى، ميشال، ميشيل، نزار، نزيه، نعيم، نواف، إلياس، إميل، أنطوان، أنور، أمين، أمجد، أكرم، أيمن، أسامة، أسعد،
              أشرف، إدريس، إدوارد، إسماعيل، إيهاب، بشار، بشير، بطرس، بيار، توفيق، ثائر، جلال، جميل، حبيب، خلدون، ربيعة، سيف، شفيق، صادق،
              عبدالرحمن، عبدالعزيز، عبدالكريم، عبدالرحيم، عبدالقادر، عبدالحميد، عبدالسلام، عبدالوهاب، عبدالمجيد، عبدالهادي، عثمان، عزت، عزمي، فتحي، فريد، كاظم، كامل، مهدي، ممدوح،
              ليلى، فاطمة، عائشة، خديجة، زينب، مريم، هدى، هند، هالة، هبة، منى، مها، ميساء، مي، ميسون، نادية، نجلاء، نجوى، نوال، نورا، نور، نهى، رنا، ريم، رانيا،
              رشا، رلى، ريما، سارة، سلمى، سلوى، سميرة، سميحة، سناء، سعاد، سهى، سوسن، سها، شيماء، غادة، لينا، لمى، لمياء، دينا، ديمة، دلال، جيهان، جمانة، حنان، إيمان، إلهام، أمل،
              أميرة، آمال، أسماء، بثينة، بشرى، أحلام، صفاء، ضحى، عبير، عفاف، علا، فدوى، فيروز، كوثر، لبنى، ماجدة، وفاء، ولاء، يارا، ياسمين، زهراء،
              رضا، حمید، مسعود، مهران، بهرام، بهمن، داریوش، سیاوش، شهرام، فرهاد، کوروش، نرگس، مینا، شیرین، پروین، پریسا، نسرین، سهیلا، فریبا، فرزانه، مریم، علیرضا، محمدرضا، امیر، حسین، غلامحسین، ابوالفضل، بابک، آرش، سعید، مجید، ناصر، هوشنگ، منوچهر، جمشید، ایرج، شهلا، مهناز، فرشته، سپیده
              """
                  .split("[,،]", -1))
          .map(name -> Folded.fold(name).strip())
          .filter(name -> !name.isEmpty())
          .collect(Collectors.toUnmodifiableSet());

  private static final Pattern VERB = Pattern.compile("س?[يت]\\p{L}{2,}");

  private GivenNames() {}

  /**
   * {@return whether a line is a name and nothing else: two to five words, the first of them known
   * here}
   *
   * @param line the line
   */
  public static boolean lead(String line) {
    var words = Blanks.words(line);
    return words.size() >= 2
        && words.size() <= LONGEST
        && shaped(line)
        && KNOWN.contains(Folded.fold(words.getFirst()).strip());
  }

  /** The same, where none of the words behind the first looks like a verb: «محمد صلاح يعود». */
  static boolean person(String line) {
    List<String> words = Blanks.words(line);
    return lead(line)
        && words.stream()
            .skip(1)
            .map(word -> Folded.fold(word).strip())
            .allMatch(word -> KNOWN.contains(word) || !VERB.matcher(word).matches());
  }

  /** Whether a line has a name's letters and length. */
  static boolean shaped(String line) {
    return Blanks.words(line).size() <= LONGEST
        && line.codePoints()
            .allMatch(c ->
                Character.isLetter(c)
                    || Character.getType(c) == Character.NON_SPACING_MARK
                    || " .'’\u200c".indexOf(c) >= 0)
        && !Signature.sentence(line);
  }
}
