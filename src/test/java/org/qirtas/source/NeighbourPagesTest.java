package org.qirtas.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages of Persian, Urdu and Hebrew sites, in the forms that these have. */
class NeighbourPagesTest {
  private static final String PERSIAN = "بهره‌برداری از اسکله تازه بندر آغاز شد";
  private static final List<String> PERSIAN_TEXT =
      List.of(
          "مدیرکل بنادر استان از آغاز بهره‌برداری از اسکله تازه بندر خبر داد و گفت که نخستین کشتی بزرگ هفته آینده در آن پهلو می‌گیرد.",
          "رضا کریمی صبح امروز در نشست خبری افزود که ساخت این اسکله سه سال به درازا کشید و هزینه آن کمتر از برآورد نخست بود.",
          "به گفته او، قایق‌های ماهیگیری همچنان در لنگرگاه قدیمی می‌مانند و کمیته‌ای از اهالی بر رفت‌وآمد در فصل صید نظارت خواهد کرد.",
          "کارشناسان حمل‌ونقل دریایی می‌گویند این طرح از شلوغی بندرهای همسایه می‌کاهد، اما راه‌های زمینی که به آن می‌رسند هنوز باریک است.");
  private static final String URDU = "بندرگاہ کی نئی گودی وقت سے پہلے مکمل";
  private static final List<String> URDU_TEXT =
      List.of(
          "ساحلی شہر کی بندرگاہ کے ادارے نے آج صبح اعلان کیا کہ مشرقی گودی کی توسیع کا کام تین سال بعد مکمل ہو گیا ہے اور بڑے جہاز اگلے مہینے سے آ سکیں گے۔",
          "ادارے کے سربراہ نے ایک اخباری کانفرنس میں کہا کہ نئی گودی میں ایک وقت میں چار جہاز کھڑے ہو سکتے ہیں اور منصوبے پر لاگت پہلے اندازے سے کم آئی۔",
          "انھوں نے بتایا کہ چھوٹے ماہی گیر اپنی پرانی جگہ پر ہی رہیں گے اور محلے کی ایک کمیٹی شکار کے موسم میں آمد و رفت کی نگرانی کرے گی۔",
          "بحری نقل و حمل کے ماہرین کا خیال ہے کہ اس منصوبے سے قریبی بندرگاہوں پر دباؤ کم ہو گا، تاہم وہ خبردار کرتے ہیں کہ سڑکیں اب بھی تنگ ہیں۔");
  private static final String HEBREW = "הרציף המזרחי בנמל נפתח לפני המועד";
  private static final List<String> HEBREW_TEXT =
      List.of(
          "רשות הנמלים הודיעה הבוקר כי העבודות להרחבת הרציף המזרחי הסתיימו לאחר שלוש שנים, וכי אוניות גדולות ייכנסו לנמל כבר בתחילת החודש הבא.",
          "מנהל הרשות אמר במסיבת עיתונאים כי הרציף החדש יכול לקלוט ארבע אוניות בעת ובעונה אחת, וכי עלות הפרויקט הייתה נמוכה מן האומדן הראשון.",
          "הוא הוסיף כי הדייגים הקטנים ישמרו על המעגן הישן שלהם, וכי ועדה של תושבי השכונה תפקח על הכניסה והיציאה בעונת הדיג הקרובה.",
          "מומחים לתחבורה ימית סבורים כי הפרויקט יקל על העומס בנמלים הסמוכים, אך מזהירים כי הכבישים המובילים אליו עדיין צרים מאוד.");

  @TempDir private Path folder;

  private static String p(List<String> text) {
    return "<p>" + String.join("</p><p>", text) + "</p>";
  }

  private static String page(String lang, String title, String head, String body) {
    return "<!DOCTYPE html><html lang=\"%s\" dir=\"rtl\"><head><meta charset=\"utf-8\"><title>%s</title>%s</head><body>%s</body></html>"
        .formatted(lang, title, head, body);
  }

  @ParameterizedTest
  @MethodSource({"persian", "urdu", "hebrew"})
  void aPageIsReadAsItsReadersReadIt(Layout layout) throws IOException {
    assertEquals(List.of(), layout.misses(folder));
  }

  static Stream<Layout> persian() {
    String menu =
        "<header><nav><ul><li><a href=\"/\">صفحه نخست</a></li><li><a href=\"/p\">سیاسی</a></li><li><a href=\"/e\">اقتصادی</a></li></ul></nav></header>";
    return Stream.of(
        new Layout(
            "news agency with overline, lead and code",
            page(
                "fa",
                PERSIAN + " - خبرگزاری ساحل",
                "<meta property=\"og:title\" content=\"%s\"><meta property=\"og:site_name\" content=\"خبرگزاری ساحل\">"
                    .formatted(PERSIAN),
                menu
                    + "<article id=\"item\" class=\"item news-article\"><div class=\"item-header\"><div class=\"item-title\"><h4 class=\"kicker\">مدیرکل بنادر:</h4><h1 class=\"first-title\">%s</h1></div>"
                        .formatted(PERSIAN)
                    + "<div class=\"meta-news\"><ul class=\"list-inline\"><li><i class=\"fa fa-calendar\"></i> <span class=\"text-meta\">پنجشنبه / ۱۴ اردیبهشت ۱۴۰۲ / ۱۰:۱۵</span></li><li>دسته‌بندی: <span class=\"text-meta\"><a href=\"/e\">اقتصاد</a></span></li><li>کد خبر: <span class=\"text-meta\">1402021409876</span></li><li>خبرنگار : <span class=\"text-meta\">50123</span></li></ul></div></div>"
                    + "<figure class=\"item-img\"><img src=\"/a.jpg\" alt=\"x\"></figure><p class=\"summary\">%s</p><div class=\"item-text\" itemprop=\"articleBody\">%s<p>انتهای پیام</p></div>"
                        .formatted(PERSIAN_TEXT.getFirst(), p(PERSIAN_TEXT.subList(1, 4)))
                    + "<section class=\"box tags\"><h2>برچسب‌ها:</h2><ul><li><a href=\"/t/1\" rel=\"Tag\">بندر</a></li><li><a href=\"/t/2\" rel=\"Tag\">کشتیرانی</a></li></ul></section></article>"
                    + "<section class=\"box related\"><h2>اخبار مرتبط</h2><ul><li><a href=\"/1\">کشتی تازه در راه بندر است</a></li><li><a href=\"/2\">صید میگو آغاز شد</a></li></ul></section><footer>تمامی حقوق این سایت برای خبرگزاری ساحل محفوظ است.</footer>"),
            PERSIAN,
            "2023-05-04",
            List.of(),
            PERSIAN_TEXT),
        new Layout(
            "news agency with a bar of numbers and a short link",
            page(
                "fa",
                "خبرگزاری ساحل - " + PERSIAN,
                "<meta name=\"dc.title\" content=\"%s\">".formatted(PERSIAN),
                "<div class=\"header\"><a href=\"/\">خانه</a></div><div class=\"news\"><div class=\"rutitr\">گزارش ساحل از بندر</div><h1 class=\"title\"><a href=\"/news/7\">%s</a></h1><div class=\"news_nav\"><span class=\"news_nav_title\">تاریخ انتشار: </span><span class=\"news_pdate_c\">۱۴ ارديبهشت ۱۴۰۲ - ۱۰:۱۵</span> <span>کد خبر: ۸۵۱۰۰۲۳۴</span> <span>تعداد نظرات: ۳ نظر</span></div><div class=\"subtitle\">%s</div><div class=\"body\">%s</div><div class=\"source\">گزارش از: مریم احمدی</div><div class=\"short-link\">لینک کوتاه: <input value=\"https://sahel.example/x7\"></div><div class=\"comments\"><h3>نظرات بینندگان</h3><div>علی: چه خبر خوبی! امیدوارم که جاده‌ها را هم درست کنند و مردم آسوده رفت و آمد کنند.</div><div>ناشناس: خدا قوت به همه کارگران بندر که در گرما کار کردند و این اسکله را ساختند.</div></div></div>"
                    .formatted(PERSIAN, PERSIAN_TEXT.getFirst(), p(PERSIAN_TEXT.subList(1, 4)))),
            PERSIAN,
            "2023-05-04T10:15",
            List.of("مریم احمدی"),
            PERSIAN_TEXT),
        new Layout(
            "broadcaster abroad, names of classes hashed",
            page(
                "fa",
                PERSIAN + " - رادیو ساحل فارسی",
                "<meta property=\"og:title\" content=\"%s - رادیو ساحل فارسی\"><meta property=\"og:site_name\" content=\"رادیو ساحل فارسی\"><meta name=\"article:author\" content=\"https://facebook.example/sahel\">"
                    .formatted(PERSIAN),
                "<div id=\"root\"><header role=\"banner\"><div>ورود</div></header><main role=\"main\"><div class=\"ssrcss-1ocoo3l\"><h1 id=\"content\" class=\"css-1k2z3y\">%s</h1></div><figure class=\"css-x1\"><div><img src=\"/a.jpg\" alt=\"بندر\"></div><figcaption><span class=\"visually-hidden\">توضیح تصویر، </span>اسکله تازه</figcaption></figure><section class=\"css-aa\"><ul role=\"list\"><li><span>نویسنده, </span><span>مریم احمدی</span></li><li><span>شغل, </span><span>رادیو ساحل</span></li></ul></section><div class=\"css-bb\"><time datetime=\"2023-05-04\">۱۴ اردیبهشت ۱۴۰۲ - ۴ مه ۲۰۲۳</time></div>"
                        .formatted(PERSIAN)
                    + PERSIAN_TEXT.stream()
                        .map(text ->
                            "<div dir=\"rtl\" class=\"css-cc\"><p dir=\"rtl\">"
                                + text
                                + "</p></div>")
                        .reduce("", String::concat)
                    + "<section role=\"region\" aria-labelledby=\"related-content-heading\"><h2>مطالب مرتبط</h2><ul><li><a href=\"/1\">کشتی تازه در راه بندر است</a></li></ul></section></main></div>"),
            PERSIAN,
            "2023-05-04",
            List.of("مریم احمدی"),
            PERSIAN_TEXT),
        new Layout(
            "newspaper of the nineties, in tables",
            page(
                "fa",
                "روزنامه ساحل",
                "",
                "<table width=600><tr><td colspan=2>پنجشنبه ۱۴ ارديبهشت ۱۴۰۲ - ۱۳ شوال ۱۴۴۴ - ۴ مه ۲۰۲۳ - شماره ۵۴۲۱</td></tr><tr><td width=120><a href=\"1.htm\">صفحه اول</a><br><a href=\"2.htm\">اقتصاد</a><br><a href=\"3.htm\">ورزش</a></td><td><font color=navy size=5><b>%s</b></font><br><br><font size=3>%s</font></td></tr></table>"
                    .formatted(PERSIAN, String.join("<br><br>", PERSIAN_TEXT))),
            PERSIAN,
            "2023-05-04",
            List.of(),
            PERSIAN_TEXT),
        new Layout(
            "blog with a post's box below",
            page(
                "fa",
                "یادداشت‌های ساحلی - " + PERSIAN,
                "",
                "<div id=\"sidebar\"><h3>درباره من</h3><p>من نویسنده‌ای ساحلی هستم و از دریا می‌نویسم.</p><h3>آرشیو</h3><ul><li><a href=\"/a\">اردیبهشت ۱۴۰۲</a></li><li><a href=\"/b\">فروردین ۱۴۰۲</a></li></ul></div><div id=\"content\"><div class=\"post\"><h2 class=\"post-title\"><a href=\"/post-12.aspx\">%s</a></h2><div class=\"post-content\">%s</div><div class=\"post-info\">+ نوشته شده در  پنجشنبه چهاردهم اردیبهشت ۱۴۰۲ساعت 10:15&nbsp; توسط مریم احمدی&nbsp; | <a href=\"/c\">۳ نظر</a></div></div></div>"
                    .formatted(PERSIAN, p(PERSIAN_TEXT))),
            PERSIAN,
            "2023-05-04T10:15",
            List.of("مریم احمدی"),
            PERSIAN_TEXT));
  }

  static Stream<Layout> urdu() {
    return Stream.of(
        new Layout(
            "broadcaster abroad",
            page(
                "ur",
                URDU + " - ساحل نیوز اردو",
                "<meta property=\"og:title\" content=\"%s - ساحل نیوز اردو\"><meta property=\"og:site_name\" content=\"ساحل نیوز اردو\">"
                    .formatted(URDU),
                "<main role=\"main\"><h1 id=\"content\">%s</h1><ul><li>مصنف, سلمیٰ خان</li><li>عہدہ, ساحل نیوز، کراچی</li></ul><div><time datetime=\"2023-05-04\">4 مئ 2023</time></div>%s<section><h2>متعلقہ خبریں</h2><ul><li><a href=\"/1\">نیا جہاز راستے میں ہے</a></li></ul></section></main>"
                    .formatted(URDU, p(URDU_TEXT))),
            URDU,
            "2023-05-04",
            List.of("سلمیٰ خان"),
            URDU_TEXT),
        new Layout(
            "newspaper with a reporter's line and buttons",
            page(
                "ur",
                URDU + " | روزنامہ ساحل",
                "",
                "<div class=\"top\"><a href=\"/\">صفحۂ اول</a> <a href=\"/s\">کھیل</a></div><div class=\"detail-right\"><h1>%s</h1><div class=\"detail-time\">04 مئی ، 2023</div><div class=\"reporter\">سلمیٰ خان</div><div class=\"social-share\"><a href=\"#\">فیس بک</a><a href=\"#\">ٹوئٹر</a><a href=\"#\">واٹس ایپ</a></div><div class=\"detail-content\"><div class=\"medium-insert-images\"><figure><img src=\"/a.jpg\"><figcaption>نئی گودی — فائل فوٹو</figcaption></figure></div>%s</div></div><div class=\"more\"><h3>مزید خبریں</h3><ul><li><a href=\"/1\">نیا جہاز راستے میں ہے</a></li><li><a href=\"/2\">ماہی گیروں کا موسم شروع</a></li></ul></div>"
                    .formatted(URDU, p(URDU_TEXT))),
            URDU,
            "2023-05-04",
            List.of("سلمیٰ خان"),
            URDU_TEXT),
        new Layout(
            "news site with «شائع» and «اپ ڈیٹ»",
            page(
                "ur",
                URDU + " - Pakistan - Sahel News",
                "<meta name=\"author\" content=\"سلمیٰ خان\"><meta property=\"og:site_name\" content=\"Sahel News Urdu\">",
                "<article class=\"story\"><h2 class=\"story__title\"><a class=\"story__link\" href=\"/news/1\">%s</a></h2><div><span class=\"story__byline\"><a href=\"/authors/1/salma\" class=\"story__byline__link\">سلمیٰ خان</a></span> <span class=\"story__time\">شائع <span class=\"timestamp--date\">04 مئ 2023</span> <span class=\"timestamp--time\">10:15am</span></span> <span class=\"story__time\">اپ ڈیٹ <span>05 مئ 2023 09:00am</span></span></div><div class=\"story__content\">%s<p><strong>یہ بھی پڑھیں: <a href=\"/2\">ماہی گیروں کا موسم شروع ہو گیا</a></strong></p></div></article>"
                    .formatted(URDU, p(URDU_TEXT))),
            URDU,
            "2023-05-04T10:15",
            List.of("سلمیٰ خان"),
            URDU_TEXT));
  }

  static Stream<Layout> hebrew() {
    return Stream.of(
        new Layout(
            "news site with a lead, reporter and two times",
            page(
                "he",
                HEBREW,
                "<meta property=\"og:title\" content=\"%s\"><meta property=\"og:site_name\" content=\"חוף\">"
                    .formatted(HEBREW),
                "<div class=\"layoutContainer\"><div class=\"mainTitleWrapper\"><h1 class=\"mainTitle\">%s</h1></div><div class=\"subTitleWrapper\"><h2 class=\"subTitle\"><span>%s</span></h2></div><div class=\"authoranddate\"><div class=\"authors\"><span>נועה לוי</span></div><span class=\"date\">פורסם: 04.05.23, 10:15</span></div><div class=\"text_editor_paragraph rtl\">%s</div><div class=\"relatedLinks\"><a href=\"/1\">לכתבות נוספות בערוץ הכלכלה</a></div><div class=\"CommentInputDummy\">הוספת תגובה</div><div class=\"commentsList\"><h3>תגובות לכתבה</h3><div>הגיע הזמן, כל הכבוד לעובדי הנמל שעבדו יום ולילה כדי לסיים את העבודה הזאת בזמן.</div></div></div>"
                    .formatted(HEBREW, HEBREW_TEXT.getFirst(), p(HEBREW_TEXT.subList(1, 4)))),
            HEBREW,
            "2023-05-04T10:15",
            List.of("נועה לוי"),
            HEBREW_TEXT),
        new Layout(
            "newspaper with a paywall",
            page(
                "he",
                HEBREW + " - כלכלה - הארץ החופית",
                "<meta property=\"og:site_name\" content=\"הארץ החופית\"><meta property=\"og:title\" content=\"%s\">"
                    .formatted(HEBREW),
                "<main><article><header><h1 data-test=\"articleHeaderTitle\">%s</h1><p data-test=\"subtitle\">%s</p><div><a href=\"/ty-WRITER/0001\" rel=\"author\">נועה לוי</a><ul><li><time datetime=\"2023-05-04T10:15:00+0300\">04 במאי 2023</time></li></ul><button>שמירת כתבה</button><button>הדפסת כתבה</button></div></header><section class=\"article-body-wrapper\">%s</section><aside><h3>לקריאה נוספת</h3><a href=\"/1\">אונייה חדשה בדרך</a></aside></article></main><footer>© כל הזכויות שמורות</footer>"
                    .formatted(HEBREW, HEBREW_TEXT.getFirst(), p(HEBREW_TEXT.subList(1, 4)))),
            HEBREW,
            "2023-05-04T10:15+03:00",
            List.of("נועה לוי"),
            HEBREW_TEXT),
        new Layout(
            "portal with «מאת» and the Hebrew date",
            page(
                "he",
                HEBREW + " | פורטל החוף",
                "",
                "<div class=\"breadcrumb\"><a href=\"/\">ראשי</a> &gt; <a href=\"/n\">חדשות</a></div><h1>%s</h1><div class=\"credit\">מאת: נועה לוי | י\"ג באייר תשפ\"ג | 4 במאי 2023, 10:15</div><div class=\"article-content\">%s</div><div class=\"tags\">תגיות: <a rel=\"tag\" href=\"/t\">נמל</a></div>"
                    .formatted(HEBREW, p(HEBREW_TEXT))),
            HEBREW,
            "2023-05-04T10:15",
            List.of("נועה לוי"),
            HEBREW_TEXT));
  }
}
