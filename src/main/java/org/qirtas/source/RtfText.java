package org.qirtas.source;

import com.rtfparserkit.parser.IRtfListener;
import com.rtfparserkit.rtf.Command;
import com.rtfparserkit.rtf.CommandType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.qirtas.article.Evidence.Origin;
import org.qirtas.source.RtfState.Destination;

/**
 * Turns the groups and commands of an RTF file (Rich Text Format 1.9.1) into elements, as they
 * come. What goes into a group that a reader does not see is passed over.
 */
final class RtfText implements IRtfListener {
  private static final Pattern TARGET =
      Pattern.compile("(?is)^\\s*HYPERLINK\\s+\"?((?:https?://|mailto:)[^\"\\s]+)");
  private static final int MOST_PICTURES = 500;

  /** Where paragraphs go: the body, a note or a text box. */
  private static final class Context {
    private final RtfTables tables;
    private @Nullable Element paragraph;
    private OfficeText.@Nullable Form form;

    Context(Element container) {
      tables = new RtfTables(container);
    }
  }

  private final Claims claims;
  private final OfficeText text;
  private final RtfSheet sheet = new RtfSheet();
  private final RtfTables.Row row = new RtfTables.Row();
  private final RtfTables.Row nestedRow = new RtfTables.Row();
  private final Deque<RtfState> outer = new ArrayDeque<>();
  private final Deque<Context> contexts = new ArrayDeque<>();
  private final List<byte[]> pictures = new ArrayList<>();
  private final StringBuilder hex = new StringBuilder();
  private final StringBuilder record = new StringBuilder();
  private final int[] created = new int[5];
  private boolean picturesFit;
  private int notes;
  private RtfState state = new RtfState();

  RtfText(Claims claims) {
    this.claims = claims;
    this.text = new OfficeText(claims);
    contexts.push(new Context(text.body()));
  }

  OfficeText text() {
    return text;
  }

  Optional<byte[]> picture(String number) {
    return number.matches("\\d{1,3}")
        ? Optional.of(pictures.get(Integer.parseInt(number)))
        : Optional.empty();
  }

  @Override
  public void processDocumentStart() {}

  @Override
  public void processDocumentEnd() {
    while (!contexts.isEmpty()) {
      endContext();
    }
  }

  @Override
  public void processGroupStart() {
    outer.push(state);
    state = state.inner();
  }

  @Override
  public void processGroupEnd() {
    RtfState ended = state;
    state = outer.isEmpty() ? new RtfState() : outer.pop();
    if (ended.opensContext) {
      endContext();
    }
    if (ended.destination != state.destination) {
      endDestination(ended);
    }
  }

  private void endContext() {
    endParagraph();
    contexts.pop().tables.end();
  }

  private void endDestination(RtfState ended) {
    switch (ended.destination) {
      case TITLE -> TikaReader.title(claims, record.toString());
      case AUTHOR -> claims.author(Origin.DOCUMENT_PROPERTIES, record.toString());
      case KEYWORDS -> List.of(record.toString().split("[,،;؛]", -1)).forEach(claims::tag);
      case CREATED -> created();
      case PICTURE -> picture();
      case OLD_POINT -> state.list = ended.list;
      case POINT_MARK -> state.list = state.list == 0 ? RtfState.BULLETS : state.list;
      default -> {}
    }
    record.setLength(0);
  }

  /** The writer's own clock, without a zone. */
  private void created() {
    if (created[0] > 0) {
      TikaReader.created(
          claims,
          "%04d-%02d-%02dT%02d:%02d"
              .formatted(created[0], created[1], created[2], created[3], created[4]));
    }
  }

  private void picture() {
    String digits = hex.toString().replaceAll("[^0-9A-Fa-f]", "");
    hex.setLength(0);
    if (picturesFit && digits.length() % 2 == 0 && !digits.isEmpty()) {
      keep(HexFormat.of().parseHex(digits));
    }
  }

  private void keep(byte[] content) {
    if (pictures.size() < MOST_PICTURES) {
      pictures.add(content);
      paragraph().appendElement("img").attr("src", Integer.toString(pictures.size() - 1));
    }
  }

  @Override
  public void processCharacterBytes(byte[] bytes) {}

  @Override
  public void processBinaryBytes(byte[] bytes) {
    if (state.destination == Destination.PICTURE && picturesFit) {
      keep(bytes);
      picturesFit = false;
    }
  }

  @Override
  public void processString(String words) {
    switch (state.destination) {
      case BODY -> {
        if (!state.hidden) {
          OfficeText.words(paragraph(), words, marks());
        }
      }
      case STYLES -> sheet.styleName(words);
      case FIELD_TOLD -> state.field.append(words);
      case TITLE, AUTHOR, KEYWORDS -> record.append(words);
      case PICTURE -> hex.append(words);
      case SKIPPED, DRAWING, LISTS, LIST_USES, OLD_POINT, POINT_MARK, RECORD, CREATED -> {}
    }
  }

  private OfficeText.Marks marks() {
    Matcher target = TARGET.matcher(state.field);
    return new OfficeText.Marks(state.bold, state.italic, target.find() ? target.group(1) : "");
  }

  private Element paragraph() {
    Context context = contexts.getFirst();
    @Nullable Element open = context.paragraph;
    if (open == null) {
      OfficeText.Form form = sheet.form(state);
      open = text.paragraph(form, context.tables.at(state.level()));
      context.paragraph = open;
      context.form = form;
    }
    return open;
  }

  private void endParagraph() {
    Context context = contexts.getFirst();
    Element open = context.paragraph;
    OfficeText.Form form = context.form;
    context.paragraph = null;
    context.form = null;
    if (open != null && form != null) {
      text.end(form, open);
    }
  }

  @Override
  public void processCommand(Command command, int value, boolean given, boolean optional) {
    if (command.getCommandType() == CommandType.Destination) {
      destination(command);
      return;
    }
    if (command.getCommandName().equals("*")) {
      // Whatever follows is for programs that know it, and the parser does not.
      state.destination = Destination.SKIPPED;
      return;
    }
    switch (state.destination) {
      case BODY -> body(command, value, !given || value != 0);
      case STYLES -> sheet.style(command, value);
      case LISTS -> sheet.list(command, value);
      case LIST_USES -> sheet.use(command, value);
      case OLD_POINT -> oldPoint(command);
      case CREATED -> clock(command, value);
      case PICTURE -> picturesFit |= command == Command.pngblip || command == Command.jpegblip;
      default -> {}
    }
  }

  private void oldPoint(Command command) {
    if (command == Command.pnlvlblt) {
      state.list = RtfState.BULLETS;
    } else if (command == Command.pnlvlbody || command == Command.pnlvlN) {
      state.list = RtfState.NUMBERS;
    }
  }

  private void clock(Command command, int value) {
    switch (command) {
      case yr -> created[0] = value;
      case mo -> created[1] = value;
      case dy -> created[2] = value;
      case hr -> created[3] = value;
      case min -> created[4] = value;
      default -> {}
    }
  }

  private void destination(Command command) {
    switch (command) {
      case rtf, field, fldrslt, shppict, shpinst, shp, shpgrp, object, result, sp, upr, ud -> {
        if (command == Command.field) {
          state.field = new StringBuilder();
        }
      }
      case stylesheet -> state.destination = Destination.STYLES;
      case listtable -> state.destination = Destination.LISTS;
      case listoverridetable -> state.destination = Destination.LIST_USES;
      case info -> state.destination = Destination.RECORD;
      case title -> recorded(Destination.TITLE);
      case author -> recorded(Destination.AUTHOR);
      case keywords -> recorded(Destination.KEYWORDS);
      case creatim -> recorded(Destination.CREATED);
      case fldinst -> shown(Destination.FIELD_TOLD);
      case pn -> shown(Destination.OLD_POINT);
      case listtext, pntext -> shown(Destination.POINT_MARK);
      case sv -> shown(Destination.DRAWING);
      case pict -> startPicture();
      case footnote -> startNote();
      case shptxt, dptxbxtext -> startBox();
      case nesttableprops -> state.nestedRow = true;
      default -> {
        boolean table =
            state.destination == Destination.STYLES
                || state.destination == Destination.LISTS
                || state.destination == Destination.LIST_USES;
        if (table) {
          tabled(command);
        } else {
          state.destination = Destination.SKIPPED;
        }
      }
    }
  }

  /** Destinations within tables only group their commands. */
  private void tabled(Command command) {
    sheet.list(command, 0);
    if (command == Command.cs || command == Command.ds || command == Command.ts) {
      sheet.style(command, 0);
    }
    boolean named = command == Command.leveltext || command == Command.levelnumbers;
    if (named || command == Command.listname) {
      state.destination = Destination.SKIPPED;
    }
  }

  private void recorded(Destination destination) {
    record.setLength(0);
    state.destination = state.destination == Destination.RECORD ? destination : Destination.SKIPPED;
  }

  private void shown(Destination destination) {
    if (state.destination == Destination.BODY) {
      state.destination = destination;
    }
  }

  private void startPicture() {
    boolean shown =
        state.destination == Destination.BODY || state.destination == Destination.DRAWING;
    state.destination = shown ? Destination.PICTURE : Destination.SKIPPED;
    picturesFit = false;
    hex.setLength(0);
  }

  private void startNote() {
    if (state.destination == Destination.BODY) {
      notes++;
      startContext(text.note("footnote-" + notes, paragraph()));
    }
  }

  private void startBox() {
    if (state.destination == Destination.BODY || state.destination == Destination.DRAWING) {
      state.destination = Destination.BODY;
      startContext(text.body());
    }
  }

  private void startContext(Element container) {
    contexts.push(new Context(container));
    state.opensContext = true;
    state.plainParagraph();
    state.plainLetters();
    state.field = new StringBuilder();
  }

  private void body(Command command, int value, boolean on) {
    switch (command) {
      case par, sect, page -> endParagraph();
      case line -> paragraph().appendElement("br");
      case tab -> processString("\t");
      case zwnj -> processString("\u200C");
      case zwj -> processString("\u200D");
      case ltrmark -> processString("\u200E");
      case rtlmark -> processString("\u200F");
      case cell -> {
        endParagraph();
        contexts.getFirst().tables.endCell(1);
      }
      case row -> {
        endParagraph();
        contexts.getFirst().tables.endRow(1, row);
      }
      case nestcell -> {
        endParagraph();
        contexts.getFirst().tables.endCell(Math.max(2, state.level()));
      }
      case nestrow -> {
        endParagraph();
        contexts.getFirst().tables.endRow(Math.max(2, state.level()), nestedRow);
      }
      case pard -> state.plainParagraph();
      case plain -> state.plainLetters();
      case s -> state.style = value;
      case outlinelevelN -> state.outline = value < 9 ? value : -1;
      case ls -> state.list = value;
      case ilvl -> state.depth = value;
      case rtlpar -> state.rightToLeft = true;
      case ltrpar -> state.rightToLeft = false;
      case intbl -> state.inTable = true;
      case itap -> state.tableLevel = value;
      case b, ab -> state.bold = on;
      case i, ai -> state.italic = on;
      case v, deleted -> state.hidden = on;
      default -> {
        sign(command.getCommandName());
        (state.nestedRow ? nestedRow : row).take(command, value);
      }
    }
  }

  /** Commands whose name is a sign are letters. */
  private void sign(String name) {
    switch (name) {
      case "~" -> processString("\u00A0");
      case "_" -> processString("\u2011");
      case "-" -> processString("\u00AD");
      default -> {}
    }
  }
}
