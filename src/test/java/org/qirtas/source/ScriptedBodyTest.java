package org.qirtas.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.qirtas.source.SamplePage.HEADING;
import static org.qirtas.source.SamplePage.PROSE;
import static org.qirtas.source.SamplePage.TEXT;
import static org.qirtas.source.SamplePage.isTheText;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qirtas.article.Article;
import org.qirtas.article.Block;

/** Pages that hold their article in a script's data, and show it by that script. */
class ScriptedBodyTest {
  private static final String SHELL =
      "<div id=\"__next\"><nav><a href=\"/\">الرئيسية</a></nav></div>";

  @TempDir private Path folder;

  private Article read(String head, String body) throws IOException {
    return SamplePage.read(folder, head, body);
  }

  private Article scripted(String data) throws IOException {
    return read("", SHELL + "<script>" + data + "</script>");
  }

  private static String quoted(String text) {
    String marks = text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    return "\"" + marks.replace("<", "\\u003c") + "\"";
  }

  @Test
  void aBodyThatOnlyAScriptsDataHoldsIsRead() throws IOException {
    String shell = "<div id=\"__next\"><nav><a href=\"/\">الرئيسية</a></nav></div>";
    String next =
        "<script id=\"__NEXT_DATA__\" type=\"application/json\">{\"props\":{\"menu\":[\"الرئيسية\"],\"article\":{\"teaser\":%s,\"content\":%s}}}</script>"
            .formatted(quoted("<p>" + TEXT.getFirst() + "</p>"), quoted(PROSE));
    isTheText(read("", shell + next));
    String flight =
        "<script>self.__next_f.push([1,%s])</script>"
            .formatted(quoted("7:[\"$\",\"div\",null,{\"__html\":" + quoted(PROSE) + "}]\n"));
    isTheText(read("", shell + flight));
  }

  @Test
  void aScriptsDataIsNoBodyWhereThePageShowsOne() throws IOException {
    String other =
        "<p>"
            + "نص طويل عن أمر آخر لا شأن له بالميناء ولا بالرصيف، كتب في مكان آخر. ".repeat(20)
            + "</p>";
    isTheText(
        read("", HEADING + PROSE + "<script>var next = {\"html\":" + quoted(other) + "}</script>"));
  }

  @Test
  void scriptsThatNeverCloseTheirMarksEnd() throws IOException {
    Article article =
        read("", HEADING + "<script>var a = \"" + "\\u00".repeat(100_000) + "</script>");
    assertTrue(article.title().isPresent());
  }

  @Test
  void codeAroundTheDataIsPassedOver() throws IOException {
    isTheText(
        scripted(
            "window.Site=window.Site||{};Site.show=function(a){if(a){return [a,\"x\"]}};Site.page={id:12,ready:!0,'content':%s,live:void 0};Site.start();"
                .formatted(quoted(PROSE))));
    isTheText(
        scripted(
            "self.__next_f.push([1,\"1b:T8f2,\"]);self.__next_f.push([1,%s])"
                .formatted(quoted("2c:T8f2," + PROSE))));
  }

  /** One block of words in eight programs' forms: {@code @} stands for the words. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Arc              | content_elements | {'type':'text','_id':'A','content':@}",
        "WordPress        | blocks | {'name':'core/paragraph','attributes':{'content':@},'innerBlocks':[]}",
        "WordPress markup | blocks | {'blockName':'core/paragraph','attrs':{},'innerHTML':@p,'innerBlocks':[]}",
        "WPGraphQL        | editorBlocks | {'__typename':'CoreParagraph','attributes':{'content':@}}",
        "Editor.js        | blocks | {'id':'k1','type':'paragraph','data':{'text':@}}",
        "Draft.js         | blocks | {'key':'5ff8a','text':@,'type':'unstyled','depth':0,'inlineStyleRanges':[],'entityRanges':[]}",
        "Portable Text    | body | {'_type':'block','style':'normal','markDefs':[],'children':[{'_type':'span','marks':['strong'],'text':@}]}",
        "Contentful       | content | {'nodeType':'paragraph','data':{},'content':[{'nodeType':'text','value':@,'marks':[]}]}",
        "ProseMirror      | content | {'type':'paragraph','content':[{'type':'text','marks':[{'type':'bold'}],'text':@}]}",
        "Slate            | document | {'type':'paragraph','children':[{'text':@}]}",
        "Nested           | blocks | {'type':'text','model':{'blocks':[{'type':'paragraph','model':{'text':@,'blocks':[]}}]}}",
      })
  void listsOfBlocksAreBodies(String program, String name, String block) throws IOException {
    String form = block.replace('\'', '"');
    String blocks =
        TEXT.stream()
            .map(text ->
                form.replace("@p", quoted("<p>" + text + "</p>")).replace("@", quoted(text)))
            .collect(Collectors.joining(","));
    Article article =
        scripted(
            "window.State={\"page\":{\"title\":\"x\",\"%s\":[%s]},\"more\":[{\"type\":\"article\",\"content\":%s}]};"
                .formatted(name, blocks, quoted("نص خبر آخر لا شأن لنا به. ".repeat(40))));
    assertEquals(TEXT, article.body().stream().map(Block::text).toList(), program);
  }

  @Test
  void blocksKeepTheirKinds() throws IOException {
    Article article =
        scripted(
            "{\"blocks\":[{\"type\":\"paragraph\",\"data\":{\"text\":%s}},{\"type\":\"header\",\"data\":{\"text\":\"ما بعده\",\"level\":3}},{\"type\":\"image\",\"data\":{\"file\":{\"url\":\"https://sahel.example/a.jpg\"},\"caption\":\"الرصيف\"}},{\"type\":\"list\",\"data\":{\"style\":\"ordered\",\"items\":[\"سفن\",\"قوارب\"]}},{\"type\":\"quote\",\"data\":{\"text\":%s}},{\"type\":\"embed\",\"data\":{\"html\":\"<p>tweet</p>\"}},{\"type\":\"paragraph\",\"data\":{\"text\":%s}}]}"
                .formatted(quoted(TEXT.get(0)), quoted(TEXT.get(1)), quoted(TEXT.get(2))));
    assertEquals(
        List.of("Paragraph", "Heading", "Figure", "ItemList", "Quotation", "Paragraph"),
        article.body().stream().map(block -> block.getClass().getSimpleName()).toList());
    assertTrue(((Block.ItemList) article.body().get(3)).ordered());
    Article draft =
        scripted(
            "{\"blocks\":[{\"text\":%s,\"type\":\"unstyled\"},{\"text\":\"ما بعده\",\"type\":\"header-three\"},{\"text\":\"سفن < قوارب\",\"type\":\"unordered-list-item\",\"inlineStyleRanges\":[]},{\"text\":\"قوارب\",\"type\":\"unordered-list-item\"},{\"text\":%s,\"type\":\"blockquote\"}]}"
                .formatted(quoted(TEXT.get(0)), quoted(TEXT.get(1))));
    assertEquals(
        List.of("Paragraph", "Heading", "ItemList", "Quotation"),
        draft.body().stream().map(block -> block.getClass().getSimpleName()).toList());
    assertEquals(3, ((Block.Heading) draft.body().get(1)).level());
    assertTrue(draft.text().contains("سفن < قوارب"));
  }

  @Test
  void aThousandBrokenValuesAreReadOnce() throws IOException {
    isTheText(
        scripted(
            "{\"a\":[".repeat(20_000) + "}".repeat(9) + "var x = %s;".formatted(quoted(PROSE))));
  }
}
