package org.qirtas.press;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openpdf.text.Rectangle;
import org.openpdf.text.exceptions.BadPasswordException;
import org.openpdf.text.pdf.PdfArray;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfReader;
import org.qirtas.Fault;
import org.qirtas.QirtasException;

/** A PDF whose pages are to be put on sheets: how large each is, and how it is turned. */
final class Master {
  private static final float NEARLY = 0.5f;

  /** Whoever opens the file with the password that everybody has may change it. */
  private static final int CHANGES = org.openpdf.text.pdf.PdfWriter.ALLOW_MODIFY_CONTENTS;

  /** Of PDF's page sizes the largest (ISO 32000-1, Annex C): 14,400 units. */
  private static final float LARGEST = 14_400;

  private final List<MasterPage> pages;
  private final boolean annotated;

  private Master(List<MasterPage> pages, boolean annotated) {
    this.pages = List.copyOf(pages);
    this.annotated = annotated;
  }

  /**
   * A page before it is turned, counted from its media box's lower left corner.
   *
   * @param trim what is left once it is cut
   * @param bleed what is printed beyond that
   * @param turned by how many degrees it is turned clockwise to be seen: 0, 90, 180 or 270
   */
  record MasterPage(Rectangle trim, Rectangle bleed, int turned) {
    private boolean isOnItsSide() {
      return turned % 180 != 0;
    }

    /** As it is seen. */
    float width() {
      return isOnItsSide() ? trim.getHeight() : trim.getWidth();
    }

    /** As it is seen. */
    float height() {
      return isOnItsSide() ? trim.getWidth() : trim.getHeight();
    }

    /** How far it is printed beyond its trimmed edges, at the least of them. */
    float bleedWidth() {
      float least = trim.getLeft() - bleed.getLeft();
      least = Math.min(least, bleed.getRight() - trim.getRight());
      least = Math.min(least, trim.getBottom() - bleed.getBottom());
      least = Math.min(least, bleed.getTop() - trim.getTop());
      return Math.max(0, least);
    }
  }

  /** Opens a PDF that anybody may read and print. */
  static PdfReader open(Path pdf) {
    if (!Files.isRegularFile(pdf)) {
      throw new QirtasException(Fault.INPUT, "impose.absent", pdf);
    }
    try {
      var reader = new PdfReader(pdf.toString());
      if (reader.isEncrypted() && (reader.getPermissions() & CHANGES) == 0) {
        reader.close();
        throw new QirtasException(Fault.INPUT, "impose.locked", pdf);
      }
      if (reader.getNumberOfPages() == 0) {
        reader.close();
        throw new QirtasException(Fault.INPUT, "impose.empty", pdf);
      }
      return reader;
    } catch (BadPasswordException e) {
      throw new QirtasException(e, Fault.INPUT, "impose.locked", pdf);
    } catch (QirtasException known) {
      throw known;
    } catch (IOException | RuntimeException e) {
      // Any exception at all: a broken file can make a reader throw many kinds.
      throw new QirtasException(e, Fault.INPUT, "impose.broken", pdf);
    }
  }

  static Master of(PdfReader reader) {
    var pages = new ArrayList<MasterPage>();
    boolean annotated = false;
    for (int number = 1; number <= reader.getNumberOfPages(); number++) {
      pages.add(page(reader, number));
      PdfArray annotations = reader.getPageN(number).getAsArray(PdfName.ANNOTS);
      annotated |= annotations != null && annotations.size() > 0;
    }
    return new Master(pages, annotated);
  }

  /**
   * {@return the same for sheets that are folded: a page that is turned for who reads it on a
   * screen, such as one with a wide table, lies as its neighbours do}
   */
  Master lying() {
    return new Master(
        pages.stream()
            .map(page ->
                page.isOnItsSide() && pages.stream().anyMatch(other -> isAlike(page, other))
                    ? new MasterPage(page.trim(), page.bleed(), 0)
                    : page)
            .toList(),
        annotated);
  }

  /** Whether another page, which is not turned, is as large as this one would be if it were not. */
  private static boolean isAlike(MasterPage page, MasterPage other) {
    return other.turned() == 0
        && Math.abs(other.trim().getWidth() - page.trim().getWidth()) < NEARLY
        && Math.abs(other.trim().getHeight() - page.trim().getHeight()) < NEARLY;
  }

  private static MasterPage page(PdfReader reader, int number) {
    Rectangle media = reader.getBoxSize(number, "media");
    Rectangle crop = within(reader.getBoxSize(number, "crop"), media);
    Rectangle trim = within(reader.getBoxSize(number, "trim"), crop);
    Rectangle given = reader.getBoxSize(number, "bleed");
    Rectangle bleed = given == null ? trim : within(given, media);
    if (trim.getWidth() < 1
        || trim.getHeight() < 1
        || trim.getWidth() > LARGEST
        || trim.getHeight() > LARGEST) {
      throw new QirtasException(Fault.INPUT, "impose.page", number);
    }
    return new MasterPage(
        from(media, trim), from(media, bleed), Math.floorMod(reader.getPageRotation(number), 360));
  }

  /** OpenPDF takes a page over with its media box's lower left corner at the origin. */
  private static Rectangle from(Rectangle media, Rectangle box) {
    return new Rectangle(
        box.getLeft() - media.getLeft(),
        box.getBottom() - media.getBottom(),
        box.getRight() - media.getLeft(),
        box.getTop() - media.getBottom());
  }

  /** A box that reaches beyond the one around it means no more than that. */
  private static Rectangle within(
      @org.jspecify.annotations.Nullable Rectangle box, Rectangle around) {
    if (box == null) {
      return around;
    }
    var inner =
        new Rectangle(
            Math.max(Math.min(box.getLeft(), box.getRight()), around.getLeft()),
            Math.max(Math.min(box.getBottom(), box.getTop()), around.getBottom()),
            Math.min(Math.max(box.getLeft(), box.getRight()), around.getRight()),
            Math.min(Math.max(box.getBottom(), box.getTop()), around.getTop()));
    return inner.getWidth() < 1 || inner.getHeight() < 1 ? around : inner;
  }

  static boolean runsFromTheRight(PdfReader reader) {
    PdfDictionary preferences = reader.getCatalog().getAsDict(PdfName.VIEWERPREFERENCES);
    return preferences != null && PdfName.R2L.equals(preferences.getAsName(PdfName.DIRECTION));
  }

  int count() {
    return pages.size();
  }

  MasterPage page(int number) {
    return pages.get(number - 1);
  }

  boolean isAnnotated() {
    return annotated;
  }

  float width() {
    return (float) pages.stream().mapToDouble(MasterPage::width).max().orElseThrow();
  }

  float height() {
    return (float) pages.stream().mapToDouble(MasterPage::height).max().orElseThrow();
  }

  float bleedWidth() {
    return (float) pages.stream().mapToDouble(MasterPage::bleedWidth).min().orElseThrow();
  }

  boolean sizesDiffer() {
    return pages.stream()
        .anyMatch(page -> width() - page.width() > NEARLY || height() - page.height() > NEARLY);
  }
}
