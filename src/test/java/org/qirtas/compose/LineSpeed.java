package org.qirtas.compose;

import static org.lwjgl.util.harfbuzz.HarfBuzz.HB_MEMORY_MODE_READONLY;
import static org.lwjgl.util.harfbuzz.HarfBuzz.hb_blob_destroy;
import static org.lwjgl.util.harfbuzz.HarfBuzz.hb_buffer_clear_contents;
import static org.lwjgl.util.harfbuzz.HarfBuzz.hb_buffer_create;
import static org.lwjgl.util.harfbuzz.HarfBuzz.hb_buffer_destroy;
import static org.lwjgl.util.harfbuzz.HarfBuzz.hb_buffer_get_length;
import static org.lwjgl.util.harfbuzz.HarfBuzz.hb_buffer_guess_segment_properties;
import static org.lwjgl.util.harfbuzz.HarfBuzz.hb_face_create;
import static org.lwjgl.util.harfbuzz.HarfBuzz.hb_face_destroy;
import static org.lwjgl.util.harfbuzz.HarfBuzz.hb_font_create;
import static org.lwjgl.util.harfbuzz.HarfBuzz.hb_font_destroy;
import static org.lwjgl.util.harfbuzz.HarfBuzz.hb_shape;
import static org.lwjgl.util.harfbuzz.HarfBuzz.nhb_blob_create;
import static org.lwjgl.util.harfbuzz.HarfBuzz.nhb_buffer_add_utf16;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ShortBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.lwjgl.system.MemoryUtil;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.qirtas.article.Direction;
import org.qirtas.article.Language;
import org.qirtas.font.FontFile;
import org.qirtas.font.FontShelf;
import org.qirtas.measure.Length;
import org.qirtas.profile.Alignment;
import org.qirtas.profile.Justification;
import org.qirtas.text.Copy;
import org.qirtas.text.FontChoice;
import org.qirtas.text.Setting;
import org.qirtas.text.ShapedParagraph;
import org.qirtas.text.Shaper;

/**
 * How many characters a second are shaped, broken into lines and spaced, beside HarfBuzz alone;
 * {@code src/test/bench/speed} runs it.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"--enable-native-access=ALL-UNNAMED", "-Xmx2g"})
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class LineSpeed {
  private static final Length SIZE = Length.points(12);
  private static final FontShelf SHELF = FontShelf.open(Path.of("fonts"));
  private static final FontChoice FONTS = new FontChoice(SHELF);

  /** For JMH. */
  public LineSpeed() {}

  private static ShapedParagraph shaped(String text, Shaper shaper) {
    Copy.Draft draft = Copy.draft();
    draft.add(text, Setting.of("Amiri", SIZE, Language.ARABIC));
    return ShapedParagraph.shape(draft.finish(), Direction.RIGHT_TO_LEFT, FONTS, shaper);
  }

  private static int lines(ShapedParagraph paragraph, Length measure) {
    var manner = new Breakable.Manner(Justification.BOOK, SIZE, true, false, Map.of());
    var breakable = new Breakable(paragraph, Language.ARABIC, manner);
    Breaks breaks = new OptimumFit(false).breaks(breakable, measure);
    var owners = List.of(Element.FURNITURE);
    var copy = new MarkUp.Marked(paragraph.copy(), owners);
    return new LineSetter(copy, breakable, breaks, Alignment.JUSTIFIED, measure).set().size();
  }

  /** Paragraphs to set, one a line of a file. */
  @State(Scope.Thread)
  public static class Text {
    /** The file. */
    @Param("src/main/samples/bookshop.txt")
    public String file = "";

    /** The measure, in millimetres. */
    @Param({"70", "160"})
    public int millimetres;

    private final List<String> paragraphs = new ArrayList<>();
    private final List<ShapedParagraph> shaped = new ArrayList<>();
    private final Shaper shaper = new Shaper();
    private int next;

    /** For JMH. */
    public Text() {}

    /**
     * Reads and shapes the text.
     *
     * @throws IOException where the file cannot be read
     */
    @Setup
    public void read() throws IOException {
      for (String line : Files.readAllLines(Path.of(file))) {
        if (!line.isBlank() && !line.startsWith("#")) {
          paragraphs.add(line.strip());
          shaped.add(shaped(line.strip(), shaper));
        }
      }
    }

    /** Frees what is outside the heap. */
    @TearDown
    public void close() {
      shaper.close();
    }

    private int next(Count count) {
      next = (next + 1) % paragraphs.size();
      count.characters += paragraphs.get(next).length();
      return next;
    }

    private Length measure() {
      return Length.millimetres(millimetres);
    }
  }

  /** What is counted beside operations. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Count {
    /** How many characters were set. */
    public long characters;

    /** For JMH. */
    public Count() {}
  }

  /** HarfBuzz with a buffer and a font, and nothing of ours. */
  @State(Scope.Thread)
  public static class Bare {
    private final FontFile file = SHELF.find("Amiri", false, false).orElseThrow();
    private final ByteBuffer bytes = file.bytes();
    private final List<ShortBuffer> texts = new ArrayList<>();
    private long font;
    private long buffer;

    /** For JMH. */
    public Bare() {}

    /**
     * Opens the font.
     *
     * @param text what will be shaped
     */
    @Setup
    public void open(Text text) {
      long blob =
          nhb_blob_create(
              MemoryUtil.memAddress(bytes), bytes.remaining(), HB_MEMORY_MODE_READONLY, 0, 0);
      long face = hb_face_create(blob, 0);
      hb_blob_destroy(blob);
      font = hb_font_create(face);
      hb_face_destroy(face);
      buffer = hb_buffer_create();
      for (String paragraph : text.paragraphs) {
        ShortBuffer units = MemoryUtil.memAllocShort(paragraph.length());
        paragraph.chars().forEach(c -> units.put((short) c));
        texts.add(units.flip());
      }
    }

    /** Frees what is outside the heap. */
    @TearDown
    public void close() {
      hb_buffer_destroy(buffer);
      hb_font_destroy(font);
      texts.forEach(MemoryUtil::memFree);
    }
  }

  /** One long paragraph, of words from the text. */
  @State(Scope.Thread)
  public static class LongParagraph {
    /** How many words. */
    @Param({"10000", "100000"})
    public int words;

    private final Shaper shaper = new Shaper();
    private ShapedParagraph paragraph = shaped("", shaper);

    /** For JMH. */
    public LongParagraph() {}

    /**
     * Makes the paragraph.
     *
     * @param text where its words are from
     */
    @Setup(Level.Trial)
    public void shape(Text text) {
      String[] all = String.join(" ", text.paragraphs).split(" ", -1);
      var made = new StringBuilder();
      for (int i = 0; i < words; i++) {
        made.append(i == 0 ? "" : " ").append(all[i % all.length]);
      }
      paragraph = shaped(made.toString(), shaper);
    }

    /** Frees what is outside the heap. */
    @TearDown
    public void close() {
      shaper.close();
    }
  }

  /**
   * HarfBuzz alone, a paragraph at a time.
   *
   * @param text the paragraphs
   * @param bare HarfBuzz's own objects
   * @param count counts characters
   * @return how many glyphs there are
   */
  @Benchmark
  public int harfBuzz(Text text, Bare bare, Count count) {
    ShortBuffer units = bare.texts.get(text.next(count));
    hb_buffer_clear_contents(bare.buffer);
    int length = units.remaining();
    nhb_buffer_add_utf16(bare.buffer, MemoryUtil.memAddress(units), length, 0, length);
    hb_buffer_guess_segment_properties(bare.buffer);
    hb_shape(bare.font, bare.buffer, null);
    return hb_buffer_get_length(bare.buffer);
  }

  /**
   * Directions, scripts, fonts, and HarfBuzz.
   *
   * @param text the paragraphs
   * @param count counts characters
   * @return the paragraph
   */
  @Benchmark
  public ShapedParagraph shaping(Text text, Count count) {
    return shaped(text.paragraphs.get(text.next(count)), text.shaper);
  }

  /**
   * Places to break at, kashidas, the search for the best lines, and the lines.
   *
   * @param text the paragraphs
   * @param count counts characters
   * @return how many lines there are
   */
  @Benchmark
  public int breaking(Text text, Count count) {
    return lines(text.shaped.get(text.next(count)), text.measure());
  }

  /**
   * From words to lines.
   *
   * @param text the paragraphs
   * @param count counts characters
   * @return how many lines there are
   */
  @Benchmark
  public int both(Text text, Count count) {
    return lines(shaped(text.paragraphs.get(text.next(count)), text.shaper), text.measure());
  }

  /**
   * A paragraph as long as a book.
   *
   * @param text the paragraphs
   * @param paragraph the long one
   * @return how many lines there are
   */
  @Benchmark
  @BenchmarkMode(Mode.AverageTime)
  @OutputTimeUnit(TimeUnit.MILLISECONDS)
  public int breakingALongParagraph(Text text, LongParagraph paragraph) {
    return lines(paragraph.paragraph, text.measure());
  }
}
