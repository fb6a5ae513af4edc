package org.qirtas.text;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.qirtas.font.FontFile;

/**
 * The hyphens that lines' ends add: a font's own glyph, kerned with the letters before it, and
 * remembered by these.
 */
final class Hyphens {
  /** What is drawn to go with Latin letters; an Arabic font's other hyphen may lie low. */
  private static final int HYPHEN_MINUS = '-';

  private static final int HYPHEN = 0x2010;
  private static final char SOFT_HYPHEN = '\u00AD';
  private static final int MOST = 10_000;

  /** As many letters as may bear on a hyphen's place. */
  private static final int TAIL = 3;

  private final Shaper shaper;
  private final Map<Place, Optional<ShapedGlyphs>> known =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Place, Optional<ShapedGlyphs>> eldest) {
          return size() > MOST;
        }
      };

  Hyphens(Shaper shaper) {
    this.shaper = shaper;
  }

  private record Place(Shaper.Manner manner, String tail) {}

  /** The hyphen after a text that is written from the left; none where the font has no such. */
  Optional<ShapedGlyphs> after(String text, Shaper.Manner manner) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == SOFT_HYPHEN) {
      end--;
    }
    int start = Math.max(0, end - TAIL);
    if (start > 0 && Character.isLowSurrogate(text.charAt(start))) {
      start--;
    }
    return known.computeIfAbsent(new Place(manner, text.substring(start, end)), this::shape);
  }

  private Optional<ShapedGlyphs> shape(Place place) {
    FontFile font = place.manner().font();
    int character = font.covers(HYPHEN_MINUS) ? HYPHEN_MINUS : HYPHEN;
    if (!font.covers(character)) {
      return Optional.empty();
    }
    String hyphen = Character.toString(character);
    ShapedGlyphs alone = shaper.shapeAlone(hyphen, place.manner());
    if (alone.count() != 1) {
      return Optional.empty();
    }
    // The letters stay as they are: what kerning takes from the last one, the hyphen gives back.
    int kern =
        advance(shaper.shapeAlone(place.tail() + hyphen, place.manner()))
            - advance(shaper.shapeAlone(place.tail(), place.manner()))
            - alone.advances()[0];
    alone.dx()[0] += kern;
    alone.advances()[0] += kern;
    return Optional.of(alone);
  }

  private static int advance(ShapedGlyphs row) {
    int advance = 0;
    for (int part : row.advances()) {
      advance += part;
    }
    return advance;
  }
}
