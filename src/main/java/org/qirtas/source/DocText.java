package org.qirtas.source;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.model.StyleDescription;
import org.apache.poi.hwpf.usermodel.CharacterRun;
import org.apache.poi.hwpf.usermodel.HWPFList;
import org.apache.poi.hwpf.usermodel.Notes;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.hwpf.usermodel.Table;
import org.apache.poi.hwpf.usermodel.TableCell;
import org.apache.poi.hwpf.usermodel.TableRow;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Turns the main text of a Word document in binary form into elements: paragraphs, points, tables,
 * the notes at their places, text boxes at the end. Running heads are another story of the file
 * (MS-DOC 2.3.1) and are not gone through.
 */
final class DocText {
  /** What a level that is no number is (MS-OSHARED 2.2.1.3): a bullet, or nothing. */
  private static final int BULLET = 23;

  private static final int UNNUMBERED = 255;
  private static final int BODY_LEVEL = 9;

  private final HWPFDocument document;
  private final DocPictures pictures;
  private final OfficeText text;
  private final Deque<Field> fields = new ArrayDeque<>();

  /** A field that is open: what it was told to show, and whether that is being shown. */
  private static final class Field {
    private final StringBuilder told = new StringBuilder();
    private boolean shown;

    private String target() {
      return told.toString().strip().replaceFirst("(?is)^HYPERLINK\\s+\"([^\"]*)\".*", "$1");
    }
  }

  DocText(HWPFDocument document, DocPictures pictures, Claims claims) {
    this.document = document;
    this.pictures = pictures;
    this.text = new OfficeText(claims);
  }

  OfficeText text() {
    range(document.getRange(), 0, text.body());
    fields.clear();
    range(document.getMainTextboxRange(), 0, text.body());
    return text;
  }

  private void range(Range range, int level, Element into) {
    int end = range.numParagraphs();
    for (int i = 0; i < end; i++) {
      Paragraph paragraph = range.getParagraph(i);
      if (paragraph.isInTable() && paragraph.getTableLevel() > level) {
        Table table = range.getTable(paragraph);
        table(table, into);
        i += Math.max(1, table.numParagraphs()) - 1;
      } else {
        paragraph(paragraph, into);
      }
    }
  }

  private void paragraph(Paragraph paragraph, Element into) {
    OfficeText.Form form = form(paragraph);
    Element made = text.paragraph(form, into);
    for (int i = 0; i < paragraph.numCharacterRuns(); i++) {
      run(paragraph.getCharacterRun(i), made);
    }
    text.end(form, made);
  }

  private OfficeText.Form form(Paragraph paragraph) {
    @Nullable StyleDescription style =
        document.getStyleSheet().getStyleDescription(paragraph.getStyleIndex());
    String name =
        style == null || style.getName() == null ? "" : style.getName().toLowerCase(Locale.ROOT);
    int outline =
        name.matches("heading [1-9]")
            ? name.charAt(8) - '1'
            : paragraph.getLvl() >= 0 && paragraph.getLvl() < BODY_LEVEL ? paragraph.getLvl() : -1;
    String list = "";
    boolean counted = false;
    @Nullable HWPFList points = paragraph.isInList() ? paragraph.getList() : null;
    int depth = Math.clamp(paragraph.getIlvl(), 0, 8);
    if (points != null) {
      list = "list " + paragraph.getIlfo();
      int format = points.getNumberFormat((char) depth);
      counted = format != BULLET && format != UNNUMBERED;
    }
    return new OfficeText.Form(
        name, outline, list, depth, counted, paragraph.getProps().getFBiDi());
  }

  private void run(CharacterRun run, Element into) {
    if (run.isMarkedDeleted() || run.isVanished()) {
      return;
    }
    if (run.isSpecialCharacter()) {
      pictures.in(run).ifPresent(number -> into.appendElement("img").attr("src", number));
    }
    String letters = run.text();
    var words = new StringBuilder();
    for (int i = 0; i < letters.length(); i++) {
      letter(letters.charAt(i), run.getStartOffset() + i, run, words, into);
    }
    flush(words, run, into);
  }

  private void letter(char letter, int place, CharacterRun run, StringBuilder words, Element into) {
    if (note(
            document.getFootnotes(),
            document.getFootnoteRange(),
            "footnote-",
            place,
            into,
            () -> flush(words, run, into))
        || note(
            document.getEndnotes(),
            document.getEndnoteRange(),
            "endnote-",
            place,
            into,
            () -> flush(words, run, into))) {
      // A mark of the writer's own is a word of the text; Word's own is none.
      if (letter != '\u0002') {
        words.append(letter);
      }
      return;
    }
    @Nullable Field field = fields.peek();
    switch (letter) {
      case '\u0013' -> {
        flush(words, run, into);
        fields.push(new Field());
      }
      case '\u0014' -> {
        if (field != null) {
          field.shown = true;
        }
      }
      case '\u0015' -> {
        flush(words, run, into);
        fields.poll();
      }
      default -> {
        if (field != null && !field.shown) {
          field.told.append(letter);
        } else {
          shown(letter, place, run, words, into);
        }
      }
    }
  }

  private void shown(char letter, int place, CharacterRun run, StringBuilder words, Element into) {
    switch (letter) {
      case '\u000B' -> {
        flush(words, run, into);
        into.appendElement("br");
      }
      case '\u0008' ->
          pictures.at(place).ifPresent(number -> into.appendElement("img").attr("src", number));
      case '\u001E' -> words.append('\u2011');
      case '\u001F' -> words.append('\u00AD');
      case '\t' -> words.append(letter);
      default -> {
        if (letter >= ' ' && !(run.isSpecialCharacter() && letter == '(')) {
          words.append(letter);
        }
      }
    }
  }

  private void flush(StringBuilder words, CharacterRun run, Element into) {
    Optional<String> target =
        fields.stream()
            .map(Field::target)
            .filter(address -> address.matches("(?s)(?:https?://|mailto:).+"))
            .findFirst();
    OfficeText.words(
        into,
        words.toString(),
        new OfficeText.Marks(run.isBold(), run.isItalic(), target.orElse("")));
    words.setLength(0);
  }

  /** Takes the note that belongs to a place in the text, if there is one. */
  private boolean note(
      Notes notes, Range all, String prefix, int place, Element into, Runnable before) {
    int number = notes.getNoteIndexByAnchorPosition(place);
    if (number < 0) {
      return false;
    }
    before.run();
    Element note = text.note(prefix + (number + 1), into);
    int start = all.getStartOffset();
    range(
        new Range(
            start + notes.getNoteTextStartOffset(number),
            start + notes.getNoteTextEndOffset(number),
            document),
        0,
        note);
    return true;
  }

  private void table(Table table, Element into) {
    Element made = into.appendElement("table");
    for (int row = 0; row < table.numRows(); row++) {
      TableRow line = table.getRow(row);
      Element tr = made.appendElement("tr");
      for (int i = 0; i < line.numCells(); i++) {
        TableCell cell = line.getCell(i);
        if (!cell.isMerged() || cell.isFirstMerged()) {
          Element td = tr.appendElement(line.isTableHeader() ? "th" : "td");
          int left = cell.getLeftEdge();
          CellEdges.mark(td, left, left + cell.getWidth(), merge(cell));
          range(cell, table.getTableLevel(), td);
        }
      }
    }
    CellEdges.span(made);
  }

  private static CellEdges.Merge merge(TableCell cell) {
    if (cell.isFirstVerticallyMerged()) {
      return CellEdges.Merge.FIRST;
    }
    return cell.isVerticallyMerged() ? CellEdges.Merge.GOES_ON : CellEdges.Merge.NONE;
  }
}
