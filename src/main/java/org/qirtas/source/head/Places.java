package org.qirtas.source.head;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.qirtas.source.letters.Folded;

/** Places that date lines name: the capitals and the seats of the papers, as they are written. */
final class Places {
  private static final Set<String> KNOWN =
      Arrays.stream(
              """
              القاهرة، الإسكندرية، الجيزة، الرياض، جدة، مكة المكرمة، المدينة المنورة، الدمام، دبي، أبوظبي، أبو ظبي، الشارقة،
              الدوحة، الكويت، المنامة، مسقط، صنعاء، عدن، بغداد، البصرة، الموصل، أربيل، كركوك، النجف، كربلاء، دمشق، حلب، حمص،
              بيروت، طرابلس، صيدا، عمان، عمّان، القدس، القدس المحتلة، رام الله، غزة، نابلس، الخليل، تل أبيب، الخرطوم، أم درمان،
              بنغازي، تونس، صفاقس، الجزائر، وهران، الرباط، الدار البيضاء، مراكش، فاس، طنجة، نواكشوط، مقديشو، جيبوتي، موروني،
              أنقرة، إسطنبول، اسطنبول، طهران، أصفهان، مشهد، كابول، كابل، إسلام أباد، إسلام آباد، كراتشي، نيودلهي، دكا، جاكرتا، كوالالمبور،
              بكين، طوكيو، سيول، بيونغ يانغ، سنغافورة، سيدني، كانبرا، موسكو، كييف، وارسو، براغ، بودابست، فيينا، برلين، ميونيخ،
              باريس، لندن، بروكسل، لاهاي، أمستردام، جنيف، زيوريخ، برن، روما، الفاتيكان، مدريد، برشلونة، لشبونة، أثينا، نيقوسيا،
              ستوكهولم، أوسلو، كوبنهاغن، هلسنكي، دبلن، واشنطن، نيويورك، الأمم المتحدة، لوس أنجليس، شيكاغو، هيوستن، أوتاوا، تورونتو،
              مكسيكو، هافانا، كراكاس، برازيليا، بوينس آيرس، أديس أبابا، نيروبي، لاغوس، أبوجا، جوبا، كيب تاون، بريتوريا، أسمرة،
              تهران، اصفهان، شیراز، تبریز، قم، کابل، هرات، لندن، واشینگتن، پاریس، اسلام آباد، لاہور، کراچی، پشاور، کوئٹہ، نئی دہلی، دہلی، لکھنؤ، راولپنڈی،
              ירושלים، תל אביב، חיפה، וושינגטון،
              cairo, beirut, baghdad, damascus, amman, jerusalem, gaza, ramallah, riyadh, dubai, abu dhabi, doha, kuwait, manama,
              muscat, sanaa, aden, tunis, algiers, rabat, casablanca, tripoli, khartoum, tehran, ankara, istanbul, islamabad, karachi,
              lahore, new delhi, kabul, london, paris, berlin, vienna, brussels, geneva, rome, madrid, moscow, washington, new york,
              beijing, tokyo, united nations, kairo, damaskus, bagdad, jerusalem, tel aviv, teheran, moskau, rom, wien, brüssel, genf, warschau, athen,
              le caire, beyrouth, damas, alger, jérusalem, téhéran, moscou, vienne, bruxelles, genève, londres, new delhi, nairobi, kyiv, athens, warsaw,
              haifa, nablus, hebron, basra, mosul, aleppo, alexandria, mecca, jeddah, nicosia, sarajevo, dublin, sydney, toronto, chicago, los angeles
              """
                  .split("[,،]", -1))
          .map(name -> Folded.fold(name).strip())
          .filter(name -> !name.isEmpty())
          .collect(Collectors.toUnmodifiableSet());

  private Places() {}

  static boolean known(String words) {
    return KNOWN.contains(Folded.fold(words).strip());
  }
}
