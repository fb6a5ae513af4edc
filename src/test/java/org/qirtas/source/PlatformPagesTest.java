package org.qirtas.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.qirtas.source.SamplePage.PROSE;
import static org.qirtas.source.SamplePage.TEXT;
import static org.qirtas.source.SamplePage.TITLE;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages in the forms of the programs that many sites share: blogs, forums, wikis. */
class PlatformPagesTest {
  private static final List<String> WRITER = List.of("هند الكعبي");

  @TempDir private Path folder;

  private static String page(String title, String head, String body) {
    return "<!DOCTYPE html><html lang=\"ar\" dir=\"rtl\"><head><meta charset=\"utf-8\"><title>%s</title>%s</head><body>%s</body></html>"
        .formatted(title, head, body);
  }

  private static Layout layout(String name, String html, String day, List<String> authors) {
    return new Layout(name, html, TITLE, day, authors, TEXT);
  }

  @ParameterizedTest
  @MethodSource({"blogs", "forums", "wikis"})
  void aPageIsReadAsItsReadersReadIt(Layout layout) throws IOException {
    assertEquals(List.of(), layout.misses(folder));
  }

  static Stream<Layout> blogs() {
    return Stream.of(
        layout(
            "WordPress, a theme from right to left",
            page(
                TITLE + " &#8211; دفتر الساحل",
                "<meta name=\"generator\" content=\"WordPress 6.2\">",
                "<div id=\"page\" class=\"site\"><a class=\"skip-link screen-reader-text\" href=\"#c\">تخط إلى المحتوى</a><header class=\"site-header\"><p class=\"site-title\"><a href=\"/\" rel=\"home\">دفتر الساحل</a></p></header><main><article id=\"post-12\" class=\"post-12 post type-post hentry category-news\"><header class=\"entry-header\"><h1 class=\"entry-title\">%s</h1><div class=\"entry-meta\"><span class=\"posted-on\">نُشر بتاريخ <a href=\"/12\" rel=\"bookmark\"><time class=\"entry-date published\" datetime=\"2023-05-04T10:15:00+03:00\">مايو 4, 2023</time><time class=\"updated\" datetime=\"2023-06-01T09:00:00+03:00\">يونيو 1, 2023</time></a></span><span class=\"byline\"> بواسطة <span class=\"author vcard\"><a class=\"url fn n\" href=\"/author/hind\">هند الكعبي</a></span></span></div></header><div class=\"entry-content\">%s<div class=\"sharedaddy sd-sharing-enabled\"><h3>شارك هذا الموضوع:</h3><ul><li><a href=\"#\">فيسبوك</a></li><li><a href=\"#\">تويتر</a></li></ul></div><div class=\"jp-relatedposts\"><h3>مرتبط</h3></div></div><footer class=\"entry-footer\"><span class=\"cat-links\">نُشر في <a href=\"/c\" rel=\"category tag\">أخبار</a></span></footer></article><nav class=\"navigation post-navigation\"><h2 class=\"screen-reader-text\">تصفّح المقالات</h2><a href=\"/11\">المقال السابق: عودة الصيادين</a></nav><div id=\"comments\"><h2>رأي واحد حول “%s”</h2><ol class=\"comment-list\"><li class=\"comment\"><article><footer>سالم</footer><div class=\"comment-content\"><p>شكرا على هذا المقال المفيد الذي شرح لنا ما جرى في الميناء خلال السنوات الماضية كلها.</p></div></article></li></ol></div></main></div>"
                    .formatted(TITLE, PROSE, TITLE)),
            "2023-05-04T10:15+03:00",
            WRITER),
        layout(
            "Blogger",
            page(
                "دفتر الساحل: " + TITLE,
                "<meta content=\"blogger\" name=\"generator\"><meta property=\"og:title\" content=\"%s\">"
                    .formatted(TITLE),
                "<div class=\"content\"><div class=\"header-outer\"><h1 class=\"title\"><a href=\"/\">دفتر الساحل</a></h1></div><div class=\"main-outer\"><div class=\"blog-posts hfeed\"><h2 class=\"date-header\"><span>الخميس، 4 مايو 2023</span></h2><div class=\"post hentry\"><h3 class=\"post-title entry-title\">%s</h3><div class=\"post-body entry-content\"><div class=\"separator\"><a href=\"/a.jpg\"><img src=\"/a.jpg\"></a></div>%s</div><div class=\"post-footer\"><div class=\"post-footer-line\"><span class=\"post-author vcard\">مرسلة بواسطة <span class=\"fn\"><a class=\"g-profile\" href=\"/p\">هند الكعبي</a></span></span> <span class=\"post-timestamp\">في <a class=\"timestamp-link\" href=\"/12\"><abbr class=\"published\" title=\"2023-05-04T10:15:00+03:00\">10:15 ص</abbr></a></span></div></div></div><div class=\"comments\" id=\"comments\"><h4>ليست هناك تعليقات:</h4><p><a href=\"#\">إرسال تعليق</a></p></div></div></div><div class=\"sidebar\"><h2>أرشيف المدونة</h2><ul><li><a href=\"/2023\">2023</a></li></ul></div></div>"
                    .formatted(TITLE, String.join("<br /><br />", TEXT))),
            "2023-05-04T10:15+03:00",
            WRITER),
        layout(
            "Medium",
            page(
                TITLE + " | by هند الكعبي | Medium",
                "<meta property=\"og:title\" content=\"%s\"><meta property=\"article:published_time\" content=\"2023-05-04T10:15:00.000Z\"><meta name=\"author\" content=\"هند الكعبي\"><meta property=\"og:site_name\" content=\"Medium\">"
                    .formatted(TITLE),
                "<div id=\"root\"><div><a href=\"/m/signin\">Sign in</a><a href=\"/app\">Open in app</a></div><article><div><section><h1 class=\"pw-post-title ab\">%s</h1><div><a href=\"/@hind\">هند الكعبي</a><button>Follow</button><span>3 min read</span><span>May 4, 2023</span></div><div><button>12</button><button>Listen</button><button>Share</button></div>%s</section></div></article><div><h2>Written by هند الكعبي</h2><p>120 Followers</p></div><div><h2>More from هند الكعبي</h2><div><a href=\"/1\">البحر في الشتاء</a></div></div></div>"
                    .formatted(
                        TITLE, PROSE.replace("<p>", "<p class=\"pw-post-body-paragraph cd\">"))),
            "2023-05-04T10:15Z",
            WRITER),
        layout(
            "Substack",
            page(
                TITLE + " - by هند الكعبي - رسائل الساحل",
                "<meta property=\"og:title\" content=\"%s\"><meta name=\"author\" content=\"هند الكعبي\"><script type=\"application/ld+json\">{\"@context\":\"https://schema.org\",\"@type\":\"NewsArticle\",\"headline\":\"%s\",\"datePublished\":\"2023-05-04T10:15:00+00:00\",\"author\":[{\"@type\":\"Person\",\"name\":\"هند الكعبي\"}],\"publisher\":{\"@type\":\"Organization\",\"name\":\"رسائل الساحل\"}}</script>"
                    .formatted(TITLE, TITLE),
                "<div class=\"main-menu\"><a href=\"/\">رسائل الساحل</a><button>Subscribe</button></div><article class=\"typography newsletter-post post\"><div class=\"post-header\"><h1 class=\"post-title\">%s</h1><div class=\"byline-wrapper\"><a href=\"/@hind\">هند الكعبي</a><div>May 04, 2023</div></div></div><div class=\"available-content\"><div class=\"body markup\">%s<div class=\"subscription-widget-wrap\"><div class=\"subscription-widget\"><p>شكرا لقراءتكم رسائل الساحل! اشتركوا مجانا لتصلكم الرسائل الجديدة وتدعموا عملي.</p><form><button>Subscribe</button></form></div></div></div></div></article><div class=\"single-post-section comments-section\"><h4>Discussion about this post</h4><div class=\"comment\"><p>مقال جميل جدا، كنت أنتظر أن يكتب أحد عن الميناء منذ أن بدأ العمل فيه قبل ثلاث سنوات.</p></div></div>"
                    .formatted(TITLE, PROSE)),
            "2023-05-04T10:15Z",
            WRITER));
  }

  static Stream<Layout> forums() {
    String reply =
        "شكرا لك يا أخي على هذا الموضوع القيم، وقد زرت الميناء الأسبوع الماضي ورأيت الرصيف الجديد بنفسي وهو واسع ونظيف.";
    return Stream.of(
        layout(
            "vBulletin, in tables",
            page(
                TITLE + " - منتديات الساحل",
                "<meta name=\"generator\" content=\"vBulletin 3.8.7\">",
                "<div><table><tr><td><a href=\"/\">منتديات الساحل</a> &gt; <a href=\"/f5\">أخبار البلد</a></td></tr></table><div id=\"posts\"><table id=\"post1\" class=\"tborder\"><tr><td class=\"thead\">05-14-2023, 10:15 AM</td><td class=\"thead\">#<a href=\"/p1\"><strong>1</strong></a></td></tr><tr><td class=\"alt2\" width=\"175\"><a class=\"bigusername\" href=\"/u7\">هند الكعبي</a><div class=\"smallfont\">عضو نشيط</div><div class=\"smallfont\">تاريخ التسجيل: Jan 2010<br>المشاركات: 1,204</div></td><td class=\"alt1\" id=\"td_post_1\"><div class=\"smallfont\"><strong>%s</strong></div><hr><div id=\"post_message_1\">%s</div></td></tr></table><table id=\"post2\" class=\"tborder\"><tr><td class=\"thead\">05-15-2023, 08:00 PM</td><td class=\"thead\">#<a href=\"/p2\"><strong>2</strong></a></td></tr><tr><td class=\"alt2\"><a class=\"bigusername\" href=\"/u8\">سالم</a></td><td class=\"alt1\" id=\"td_post_2\"><div id=\"post_message_2\">%s</div></td></tr></table></div></div>"
                    .formatted(TITLE, String.join("<br /><br />", TEXT), reply)),
            "2023-05-14T10:15",
            WRITER),
        layout(
            "phpBB",
            page(
                "منتدى الساحل - " + TITLE,
                "",
                "<div id=\"wrap\"><div class=\"headerbar\"><h1>منتدى الساحل</h1><p>ملتقى أهل البحر</p></div><div id=\"page-body\"><h2 class=\"topic-title\"><a href=\"/t12\">%s</a></h2><div id=\"p1\" class=\"post bg2\"><dl class=\"postprofile\"><dt><a class=\"username\" href=\"/u7\">هند الكعبي</a></dt><dd>مشاركات: 1204</dd><dd>اشترك في: الجمعة يناير 01, 2010 3:00 pm</dd></dl><div class=\"postbody\"><div id=\"post_content1\"><h3 class=\"first\"><a href=\"#p1\">%s</a></h3><p class=\"author\"><a href=\"#p1\">مشاركة</a> بواسطة <strong><a class=\"username\" href=\"/u7\">هند الكعبي</a></strong> » <time datetime=\"2023-05-04T10:15:00+00:00\">الخميس مايو 04, 2023 10:15 am</time></p><div class=\"content\">%s</div></div></div></div><div id=\"p2\" class=\"post bg1\"><div class=\"postbody\"><div><p class=\"author\">بواسطة <strong><a class=\"username\" href=\"/u8\">سالم</a></strong> » <time datetime=\"2023-05-05T20:00:00+00:00\">الجمعة مايو 05, 2023 8:00 pm</time></p><div class=\"content\">%s</div></div></div></div></div></div>"
                    .formatted(TITLE, TITLE, String.join("<br><br>", TEXT), reply)),
            "2023-05-04T10:15Z",
            WRITER));
  }

  static Stream<Layout> wikis() {
    String notes =
        TEXT.get(0)
            .replace(
                "العمل،",
                "العمل،<sup id=\"cite_ref-1\" class=\"reference\"><a href=\"#cite_note-1\">[1]</a></sup>");
    return Stream.of(
        new Layout(
            "MediaWiki",
            page(
                TITLE + " - ويكي الساحل",
                "<meta name=\"generator\" content=\"MediaWiki 1.39\">",
                "<div id=\"mw-page-base\" class=\"noprint\"></div><div id=\"content\" class=\"mw-body\"><h1 id=\"firstHeading\" class=\"firstHeading mw-first-heading\"><span class=\"mw-page-title-main\">%s</span></h1><div id=\"bodyContent\"><div id=\"siteSub\">من ويكي الساحل، الموسوعة الحرة</div><div class=\"mw-jump-link\"><a href=\"#n\">اذهب إلى التنقل</a></div><div id=\"mw-content-text\" class=\"mw-body-content\"><div class=\"mw-parser-output\"><table class=\"infobox\"><tr><th>البلد</th><td>الساحل</td></tr><tr><th>الافتتاح</th><td>1987</td></tr></table><p>%s</p><p>%s</p></div></div><div class=\"printfooter\">مجلوبة من «https://wiki.example/w/12»</div><div id=\"catlinks\" class=\"catlinks\"><a href=\"/c\">تصنيفات</a>: <a href=\"/c1\">موانئ</a></div></div></div><div id=\"mw-navigation\"><h2>قائمة التصفح</h2><ul><li><a href=\"/r\">مقالة عشوائية</a></li></ul></div><footer><ul><li id=\"footer-info-lastmod\">آخر تعديل لهذه الصفحة كان يوم 4 مايو 2023، الساعة 10:15.</li></ul></footer>"
                    .formatted(TITLE, notes, String.join("</p><p>", TEXT.subList(1, 4)))),
            TITLE,
            "undated",
            List.of(),
            Stream.concat(Stream.of("البلد\tالساحل\nالافتتاح\t1987"), TEXT.stream()).toList()));
  }
}
