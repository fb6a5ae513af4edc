package org.qirtas.compose;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qirtas.article.Direction;
import org.qirtas.article.Flow;
import org.qirtas.article.Inline;
import org.qirtas.article.Language;
import org.qirtas.text.Copy;
import org.qirtas.text.Setting;

/** Marks up copy: an article's inlines become text with settings, each stretch owned by a part. */
final class MarkUp {
  private final Copy.Draft copy = Copy.draft();
  private final List<Element> owners = new ArrayList<>();
  private final BitSet written = new BitSet();
  private final Map<String, String> noteLabels;
  private final Rendition rendition;

  MarkUp(Map<String, String> noteLabels) {
    this(noteLabels, Rendition.AS_WRITTEN);
  }

  /**
   * Copy to be marked up.
   *
   * @param rendition how the writer's characters are printed
   */
  MarkUp(Map<String, String> noteLabels, Rendition rendition) {
    this.noteLabels = noteLabels;
    this.rendition = rendition;
  }

  /**
   * Copy whose spans are owned.
   *
   * @param owners the owner of each span, by its number
   */
  record Marked(Copy copy, List<Element> owners) {}

  MarkUp add(List<Inline> inlines, Setting setting, Element owner) {
    for (Inline inline : inlines) {
      add(inline, setting, owner);
    }
    return this;
  }

  private void add(Inline inline, Setting setting, Element owner) {
    switch (inline) {
      case Inline.Text(String text) -> {
        written.set(owners.size(), !text.isEmpty());
        text(text, setting, owner);
      }
      case Inline.Emphasis(Inline.Strength strength, List<Inline> content) ->
          add(content, raised(setting, strength), owner.child(Element.Role.SPAN));
      case Inline.Link(String target, List<Inline> content) ->
          add(content, setting, owner.child(Element.Role.LINK, Element.Marks.to(target)));
      case Inline.Span(Flow flow, List<Inline> content) -> span(flow, content, setting, owner);
      case Inline.LineBreak() -> own(owner, copy.breakLine(setting));
      case Inline.NoteReference(String note) -> {
        Element mark = owner.child(Element.Role.REFERENCE, Element.Marks.to(note));
        String label = noteLabels.getOrDefault(note, note);
        text("(" + label + ")", setting.at(setting.size().times(0.8)), mark);
      }
    }
  }

  MarkUp text(String text, Setting setting, Element owner) {
    copy.add(text, setting);
    if (!text.isEmpty()) {
      owners.add(owner);
    }
    return this;
  }

  /** Arabic has no italics: what Latin slants, it sets in bold. */
  private static Setting raised(Setting setting, Inline.Strength strength) {
    boolean slants =
        strength == Inline.Strength.STRESSED
            && setting.language().direction() == Direction.LEFT_TO_RIGHT;
    return slants ? setting.slanted() : setting.emboldened();
  }

  private void span(Flow flow, List<Inline> content, Setting setting, Element owner) {
    Optional<Language> other = flow.language().filter(l -> !l.equals(setting.language()));
    Element inner =
        other.map(l -> owner.child(Element.Role.SPAN, Element.Marks.in(l))).orElse(owner);
    Setting set = other.map(setting::in).orElse(setting);
    flow.direction().ifPresent(direction -> own(owner, copy.isolate(direction, setting)));
    add(content, set, inner);
    flow.direction().ifPresent(_ -> own(owner, copy.rejoin(setting)));
  }

  private void own(Element owner, Copy.Draft grown) {
    assert grown == copy;
    owners.add(owner);
  }

  Marked finish() {
    return new Marked(rendition.of(copy.finish(), written), List.copyOf(owners));
  }
}
