package org.qirtas.source;

import com.rtfparserkit.rtf.Command;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The tables at the head of an RTF file: its styles and its lists. */
final class RtfSheet {
  /** What a level that is no number is: a bullet, or nothing (RTF 1.9.1, List Levels). */
  private static final int BULLET = 23;

  private static final int UNNUMBERED = 255;

  private final Map<Integer, String> names = new HashMap<>();
  private final Map<Integer, Integer> outlines = new HashMap<>();
  private final Map<Integer, List<Integer>> lists = new HashMap<>();
  private final Map<Integer, Integer> uses = new HashMap<>();
  private List<Integer> levels = new ArrayList<>();
  private int list;
  private int style;
  private boolean paragraphs = true;

  /** Takes a command inside the table of styles. */
  void style(Command command, int value) {
    if (command == Command.s) {
      style = value;
      paragraphs = true;
    } else if (command == Command.cs || command == Command.ds || command == Command.ts) {
      paragraphs = false;
    } else if (command == Command.outlinelevelN && paragraphs) {
      outlines.put(style, value);
    }
  }

  void styleName(String words) {
    if (paragraphs && !words.isBlank()) {
      String name = words.strip().replaceFirst(";$", "").toLowerCase(Locale.ROOT);
      names.merge(style, name, (before, more) -> before + more);
    }
    if (words.stripTrailing().endsWith(";")) {
      // The next style is the normal one, which has no number, unless it says otherwise.
      style = 0;
      paragraphs = true;
    }
  }

  /** Takes a command inside the table of lists. */
  void list(Command command, int value) {
    if (command == Command.list) {
      levels = new ArrayList<>();
    } else if (command == Command.levelnfc) {
      levels.add(value);
    } else if (command == Command.listid) {
      lists.put(value, levels);
    }
  }

  /** Takes a command inside the table that says which list a paragraph's number means. */
  void use(Command command, int value) {
    if (command == Command.listid) {
      list = value;
    } else if (command == Command.ls) {
      uses.put(value, list);
    }
  }

  /** What the paragraph that is being read is. */
  OfficeText.Form form(RtfState state) {
    String name = names.getOrDefault(state.style, "");
    int outline =
        state.outline >= 0
            ? state.outline
            : name.matches("heading [1-9]")
                ? name.charAt(8) - '1'
                : outlines.getOrDefault(state.style, -1);
    boolean counted = state.list == RtfState.NUMBERS || (state.list > 0 && counts(state));
    String points = state.list == 0 ? "" : "list " + state.list;
    return new OfficeText.Form(
        name, outline, points, Math.clamp(state.depth, 0, 8), counted, state.rightToLeft);
  }

  private boolean counts(RtfState state) {
    List<Integer> kinds = lists.getOrDefault(uses.getOrDefault(state.list, 0), List.of());
    int kind = state.depth >= 0 && state.depth < kinds.size() ? kinds.get(state.depth) : UNNUMBERED;
    return kind != BULLET && kind != UNNUMBERED;
  }
}
