package org.qirtas.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.model.PicturesTable;
import org.apache.poi.hwpf.usermodel.CharacterRun;
import org.apache.poi.hwpf.usermodel.OfficeDrawing;
import org.apache.poi.hwpf.usermodel.OfficeDrawings;
import org.jspecify.annotations.Nullable;

/** The pictures of a Word document in binary form, each called by its number. */
final class DocPictures {
  private static final int MOST = 500;

  private final PicturesTable inText;
  private final OfficeDrawings floating;
  private final List<byte[]> found = new ArrayList<>();

  DocPictures(HWPFDocument document) {
    inText = document.getPicturesTable();
    floating = document.getOfficeDrawingsMain();
  }

  /** The number of the picture that stands in a run; empty where none does. */
  Optional<String> in(CharacterRun run) {
    return inText.hasPicture(run)
        ? keep(inText.extractPicture(run, false).getContent())
        : Optional.empty();
  }

  /** The number of the picture that is anchored at a place in the text. */
  Optional<String> at(int place) {
    @Nullable OfficeDrawing drawing = floating.getOfficeDrawingAt(place);
    return drawing == null ? Optional.empty() : keep(drawing.getPictureData());
  }

  private Optional<String> keep(byte @Nullable [] content) {
    if (content == null || content.length == 0 || found.size() >= MOST) {
      return Optional.empty();
    }
    found.add(content);
    return Optional.of(Integer.toString(found.size() - 1));
  }

  Optional<byte[]> named(String number) {
    return number.matches("\\d{1,3}")
        ? Optional.of(found.get(Integer.parseInt(number)))
        : Optional.empty();
  }
}
