package org.qirtas.pdf;

import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.qirtas.article.Article;
import org.qirtas.compose.Page;
import org.qirtas.profile.PrintProfile;

/**
 * Reads a PDF back and compares it with what was to be printed.
 *
 * <p>First it is told what to expect, the articles and their pages as they stream by; then it
 * compares three things. The articles' words with the pages' words: what was lost in composing. The
 * characters that each painted code maps to, and where its runs stand, with the pages': exactly.
 * And PDFBox's own reading with the pages' words, as a rate of errors: that reader turns lines
 * about by rules of its own, so only characters that it lacks or adds count as a fault.
 *
 * <p>One thread's.
 */
public final class ReadBack {
  /** Above this share of characters missing or added, in whatever order, PDFBox's reading fails. */
  private static final double READER_FAILS = 0.1;

  private static final double NEARLY_POINTS = 0.1;
  private static final int MOST_ERRORS_A_PAGE = 1_000;
  private static final int EXCERPT = 16;
  private static final int TATWEEL = 0x640;

  private final List<String> source = new ArrayList<>();
  private final PartedText parts = new PartedText();
  private final List<Expected> pages = new ArrayList<>();
  private final List<ReadBackFinding> findings = new ArrayList<>();

  private final UnaryOperator<String> folding;

  /** Nothing expected yet; every character is to be printed as it was written. */
  public ReadBack() {
    folding = UnaryOperator.identity();
  }

  /**
   * Nothing expected yet.
   *
   * @param profile whether it has other digits or quotation marks printed than were written: these
   *     are all the same then
   */
  public ReadBack(PrintProfile profile) {
    folding = profile.isAsWritten() ? UnaryOperator.identity() : SourceText::folded;
  }

  private record Expected(PrintedText printed, String logical) {}

  /**
   * Expects the words of an article on the pages.
   *
   * @param article the article
   */
  public void expect(Article article) {
    SourceText.of(article).stream()
        .map(SourceText::bare)
        .map(folding)
        .filter(text -> !text.isEmpty())
        .forEach(source::add);
  }

  /**
   * Expects a page after those already expected.
   *
   * @param page the page
   */
  public void expect(Page page) {
    parts.add(page);
    pages.add(new Expected(PrintedText.of(page), PrintedText.logical(page, false)));
  }

  /**
   * Reads a file and compares it with all that is expected; done once.
   *
   * @param pdf where it lies
   * @return what differs, and the rate of errors in PDFBox's own reading
   */
  public List<ReadBackFinding> compare(Path pdf) {
    findLost();
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      PageReader.Reading reading = PageReader.read(document);
      comparePrinted(reading.printed());
      compareRead(reading.read());
    } catch (IOException | RuntimeException e) {
      // Any exception at all: PDFBox throws many kinds at broken files.
      add(ReadBackFinding.Code.UNREADABLE, 0, String.valueOf(e.getMessage()));
    }
    return List.copyOf(findings);
  }

  private void add(ReadBackFinding.Code code, int page, String detail) {
    findings.add(new ReadBackFinding(code, page, detail));
  }

  /** Paragraphs come in order but for notes and what was moved. */
  private void findLost() {
    String words = folding.apply(parts.bare());
    int from = 0;
    for (String paragraph : source) {
      int at = words.indexOf(paragraph, from);
      if (at >= 0) {
        from = at + paragraph.length();
      } else if (words.indexOf(paragraph) < 0) {
        add(ReadBackFinding.Code.TEXT_LOST, 0, excerpt(paragraph.codePoints().toArray(), 0));
      }
    }
  }

  private void comparePrinted(List<PrintedText> printed) {
    if (printed.size() != pages.size()) {
      add(
          ReadBackFinding.Code.PAGES_DIFFER,
          0,
          "expected " + pages.size() + ", read " + printed.size());
    }
    for (int i = 0; i < Math.min(printed.size(), pages.size()); i++) {
      comparePrinted(pages.get(i).printed(), printed.get(i), i + 1);
    }
  }

  private void comparePrinted(PrintedText expected, PrintedText read, int page) {
    int[] wanted = expected.characters();
    int[] found = read.characters();
    addedCharacters(wanted, found, page);
    int at = Arrays.mismatch(wanted, found);
    if (at >= 0) {
      add(
          ReadBackFinding.Code.TEXT_DIFFERS,
          page,
          "at character "
              + at
              + ": expected "
              + excerpt(wanted, at)
              + ", read "
              + excerpt(found, at));
      return;
    }
    for (int i = 0; i < wanted.length; i++) {
      // NaN, within a run, is never more than anything.
      if (Math.abs(expected.x(i) - read.x(i)) > NEARLY_POINTS
          || Math.abs(expected.y(i) - read.y(i)) > NEARLY_POINTS) {
        add(ReadBackFinding.Code.PLACE_DIFFERS, page, place(expected, read, wanted, i));
        return;
      }
    }
  }

  private static String place(PrintedText expected, PrintedText read, int[] wanted, int at) {
    return String.format(
        Locale.ROOT,
        "%s: expected at %.2f %.2f, read at %.2f %.2f",
        excerpt(wanted, at),
        expected.x(at),
        expected.y(at),
        read.x(at),
        read.y(at));
  }

  private void addedCharacters(int[] wanted, int[] found, int page) {
    more(ReadBackFinding.Code.KASHIDA_ADDED, c -> c == TATWEEL, wanted, found, page);
    more(ReadBackFinding.Code.PRIVATE_USE, Unprintable::isPrivate, wanted, found, page);
    more(ReadBackFinding.Code.PRESENTATION_FORM, ReadBack::isForm, wanted, found, page);
  }

  private static boolean isForm(int c) {
    return (c >= 0xFB50 && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFC);
  }

  private void more(
      ReadBackFinding.Code code, IntPredicate kind, int[] wanted, int[] found, int page) {
    long before = Arrays.stream(wanted).filter(kind).count();
    long after = Arrays.stream(found).filter(kind).count();
    if (after > before) {
      add(code, page, "expected " + before + ", read " + after);
    }
  }

  private void compareRead(List<String> read) {
    long wrong = 0;
    long strange = 0;
    long all = 0;
    for (int i = 0; i < pages.size() && i < read.size(); i++) {
      int[] wanted = folded(pages.get(i).logical());
      int[] found = folded(read.get(i));
      wrong += EditDistance.between(wanted, found, MOST_ERRORS_A_PAGE);
      strange += EditDistance.betweenBags(wanted, found);
      all += wanted.length;
    }
    add(ReadBackFinding.Code.READER_RATE, 0, percent(wrong, all));
    if (strange > READER_FAILS * Math.max(1, all)) {
      add(ReadBackFinding.Code.READER_FAILS, 0, percent(strange, all));
    }
  }

  private static String percent(long part, long whole) {
    return String.format(Locale.ROOT, "%.2f %%", 100.0 * part / Math.max(1, whole));
  }

  /**
   * NFC, without marks of direction, white space folded into single spaces, presentation forms as
   * letters: PDFBox reads them so, also those that were written.
   */
  private static int[] folded(String text) {
    var folded = new StringBuilder();
    Normalizer.normalize(withoutForms(text), Normalizer.Form.NFC)
        .codePoints()
        .filter(c -> !SourceText.isDirection(c) && c != Unprintable.SOFT_HYPHEN)
        .forEach(c -> {
          boolean space = SourceText.isSpace(c);
          if (!space) {
            folded.appendCodePoint(c);
          } else if (!folded.isEmpty() && folded.charAt(folded.length() - 1) != ' ') {
            folded.append(' ');
          }
        });
    return folded.toString().strip().codePoints().toArray();
  }

  private static String withoutForms(String text) {
    if (text.codePoints().noneMatch(ReadBack::isForm)) {
      return text;
    }
    var letters = new StringBuilder();
    text.codePoints()
        .mapToObj(Character::toString)
        .map(c -> isForm(c.codePointAt(0)) ? Normalizer.normalize(c, Normalizer.Form.NFKC) : c)
        .forEach(letters::append);
    return letters.toString();
  }

  private static String excerpt(int[] text, int at) {
    if (at >= text.length) {
      return "the end";
    }
    int from = Math.max(0, at - EXCERPT / 2);
    int to = Math.min(text.length, at + EXCERPT);
    return String.format(Locale.ROOT, "«%s» (U+%04X)", new String(text, from, to - from), text[at]);
  }
}
