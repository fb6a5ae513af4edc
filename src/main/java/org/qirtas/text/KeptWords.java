package org.qirtas.text;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words by which those that belong together are known, in the languages of the press: units of
 * measure, months, what comes before a number. Folded as {@link #folded} folds them.
 */
final class KeptWords {
  /** What a number counts: the number stays with it. */
  static final Set<String> UNITS =
      words(
          """
          م مم سم دم كم كلم كم² كم2 كم/س م² م2 م³ غ جم جرام غرام كغ كغم كجم كيلو كيلوغرام كيلوجرام طن ملغ لتر ل مل
          متر مترا امتار كيلومتر كيلومترا كيلومترات سنتيمتر ميل هكتار فدان ٪ % ‰ درجه مئويه واط ميغاواط كيلوواط جيجا
          دولار دولارا جنيه جنيها ريال ريالا درهم درهما دينار دينارا ليره يورو روبيه شيكل تومان هـ ه ق.م ق.هـ ميلاديه
          هجريه بالمئه بالمايه بالمائه الف الفا الاف مليون مليونا ملايين مليار مليارا مليارات تريليون ص صباحا مساء
          كيلومتر متر مربع درصد هزار ميليون ميليارد سانتيمتر گرم كيلوگرم ليتر ش
          km m cm mm dm µm μm nm km² km2 m² m2 m³ m3 cm² ha kg g mg µg t l L ml mL cl hl pt px em in. ft mi. mi lb lb. oz
          km/h m/s mph h min min. s sec. ms Hz kHz MHz GHz dB V kV A mA W kW MW GW kWh MWh GWh J kJ Pa hPa bar mol K °C °F ° % ‰
          B kB KB MB GB TB kbit/s Mbit/s $ € £ ¥ ₺ EUR USD GBP CHF SAR EGP AED Mio. Mio Mrd. Mrd Md Tsd. Mill. million millions
          billion billions trillion Millionen Milliarden milliard milliards Euro euros Dollar dollars Uhr a.m. p.m. am pm AM PM
          AD BC CE BCE n.Chr. v.Chr. apr. av. dpi
          """);

  /** What comes before the number that it announces. */
  static final Set<String> BEFORE_NUMBERS =
      words(
          """
          $ € £ ¥ US$ EUR USD GBP CHF SAR EGP AED § §§ ¶ № # n° N° nº Nº No. no. Nos. Nr. nr. p. pp. S. fig. Fig. figs. Figs.
          Abb. Tab. vol. Vol. Bd. ch. chap. Chap. Kap. sec. art. Art. Abs. eq. Eq. fol. ca. c. v. ± ≈ ~ + − < > ≤ ≥
          رقم ص ص. صص ج ج. ط ط. ع ع. مج مج. ف ف. ت ت. س. م. عام سنه شماره سال صفحه جلد
          """);

  /** Months of one word, and the first words of those of two. */
  static final Set<String> MONTHS =
      words(
          """
          يناير فبراير مارس ابريل مايو يونيو يونيه يوليو يوليه اغسطس سبتمبر اكتوبر نوفمبر ديسمبر
          كانون شباط اذار نيسان ايار حزيران تموز اب ايلول تشرين
          جانفي فيفري افريل ماي جوان جويليه اوت غشت يوليوز شتنبر نونبر دجنبر
          محرم المحرم صفر ربيع جمادي رجب شعبان رمضان شوال ذو ذي
          فروردين ارديبهشت خرداد تير مرداد شهريور مهر ابان اذر دي بهمن اسفند
          ژانويه فوريه مارس اوريل مه ژوئن ژوئيه اوت سپتامبر اكتبر نوامبر دسامبر
          January February March April May June July August September October November December
          Jan. Feb. Mar. Apr. Jun. Jul. Aug. Sept. Sep. Oct. Nov. Dec. Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec
          janvier février mars avril mai juin juillet août septembre octobre novembre décembre janv. févr. avr. juil. sept. oct. nov. déc.
          Januar Jänner Februar März Mai Juni Juli Oktober Dezember Dez. Okt.
          enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
          gennaio febbraio aprile maggio giugno luglio settembre ottobre novembre dicembre
          Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık
          """);

  /** The second words of months of two. */
  static final Set<String> SECOND_OF_MONTH =
      words("الاول الثاني الاخر الاخره الاولي الثانيه القعده الحجه قعده حجه");

  /** Abbreviated titles, which a name follows; single letters with a point need not be named. */
  static final Set<String> TITLES =
      words(
          """
          Mr. Mrs. Ms. Dr. Prof. St. Rev. Gen. Col. Sen. Gov. Hr. Fr. Mme Mlle Mgr Ste Sr. Sra. Dott. Sig.
          أ.د. ا.د. أ.د د/ م/ أ/ ا/ ا.م.د. دكتر
          """);

  private static final Set<String> ALL =
      Stream.of(UNITS, BEFORE_NUMBERS, MONTHS, SECOND_OF_MONTH, TITLES, words("ﷺ ﷻ"))
          .flatMap(Set::stream)
          .collect(Collectors.toUnmodifiableSet());

  private KeptWords() {}

  /** Whether any of the lists has the word. */
  static boolean isKnown(String word) {
    return ALL.contains(word);
  }

  private static Set<String> words(String list) {
    return Stream.of(list.split("\\s+"))
        .filter(word -> !word.isEmpty())
        .map(KeptWords::folded)
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * A word without what writers vary: vowel signs, marks of direction, seats of hamza; digits are
   * European ones. A tatweel stays, for a letter with one is an abbreviation.
   */
  static String folded(String word) {
    var folded = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      switch (c) {
        case 'أ', 'إ', 'آ', 'ٱ' -> folded.append('ا');
        case 'ى', 'ی' -> folded.append('ي');
        case 'ک' -> folded.append('ك');
        case 'ة' -> folded.append('ه');
        default -> {
          if (c >= 'ا' && c <= 'ي') { // None of them is a digit or a mark.
            folded.append(c);
            continue;
          }
          int type = Character.getType(c);
          if (Character.isDigit(c)) {
            folded.append((char) ('0' + Character.digit(c, 10)));
          } else if (type != Character.FORMAT
              && (type != Character.NON_SPACING_MARK || c < '\u0590')) {
            folded.append(c);
          }
        }
      }
    }
    return folded.toString();
  }
}
