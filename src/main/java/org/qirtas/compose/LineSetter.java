package org.qirtas.compose;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qirtas.measure.Length;
import org.qirtas.profile.Alignment;

/** Gives the lines of one paragraph their places and their stretch. */
final class LineSetter {
  private final MarkUp.Marked copy;
  private final Breakable paragraph;
  private final Breaks breaks;
  private final Alignment alignment;
  private final Length measure;
  private final Fitting fitting;
  private final Filling filling;

  LineSetter(
      MarkUp.Marked copy, Breakable paragraph, Breaks breaks, Alignment alignment, Length measure) {
    this.copy = copy;
    this.paragraph = paragraph;
    this.breaks = breaks;
    this.alignment = alignment;
    this.measure = measure;
    Breakable.Manner manner = paragraph.manner();
    var usual = new Fitting(manner.justification(), manner.size());
    this.fitting = breaks.relaxed() ? usual.relaxed() : usual;
    this.filling = new Filling(paragraph, alignment, measure);
  }

  /** {@return the lines, one after the other; baselines are at 0} */
  List<PageItem.Line> set() {
    var contents = new ArrayList<LineContent>();
    int start = 0;
    for (int end : breaks.ends()) {
      contents.add(LineContent.of(paragraph, start, end));
      start = end;
    }
    return alignment == Alignment.JUSTIFIED ? justified(contents) : ragged(contents);
  }

  private List<PageItem.Line> justified(List<LineContent> contents) {
    Explanation.Rival rival = Rivals.of(paragraph, breaks, measure, fitting);
    List<Spacing.Spaced> spaced = new Spacing(paragraph, measure, fitting, filling).of(contents);
    var lines = new ArrayList<PageItem.Line>();
    for (int i = 0; i < contents.size(); i++) {
      LineContent content = contents.get(i);
      var why =
          new Explanation(
              spaced.get(i).fit(),
              content.width().dividedBy(measure),
              breaks.relaxed(),
              i == 0 ? rival : null);
      lines.add(line(spaced.get(i), why));
    }
    return lines;
  }

  /** Nothing is stretched here, but a line that is too wide is closed up as far as may be. */
  private List<PageItem.Line> ragged(List<LineContent> contents) {
    return contents.stream()
        .map(content -> line(new Spacing.Spaced(content, Fit.NATURAL, List.of()), null))
        .toList();
  }

  private PageItem.Line line(Spacing.Spaced spaced, @Nullable Explanation why) {
    LineContent content = spaced.content();
    Length kashida = spaced.fit().kashida();
    Filling.Filled filled = filling.of(content, kashida, spaced.points().size());
    List<PlacedRun> placed =
        new JustifiedLine(content.runs(), filled, kashida, spaced.points())
            .placed(run -> copy.owners().get(run.span()));
    return new PageItem.Line(Length.ZERO, paragraph.paragraph().direction(), measure, placed, why);
  }
}
