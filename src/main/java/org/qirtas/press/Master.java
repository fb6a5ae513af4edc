package org.qirtas.press;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.Rectangle;
import org.openpdf.text.exceptions.BadPasswordException;
import org.openpdf.text.pdf.PdfArray;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfNumber;
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
  private final Map<Annotation, Integer> annotations;

  private Master(List<MasterPage> pages, Map<Annotation, Integer> annotations) {
    this.pages = List.copyOf(pages);
    this.annotations = Map.copyOf(annotations);
  }

  /** What lies upon a page without being of it (ISO 32000-1, 12.5.6). */
  enum Annotation {
    /** Nothing of it is printed. */
    LINK,
    /** What is filled in is printed with the page, and is lost. */
    FIELD,
    /** Notes, stamps, drawings, of which some are printed. */
    NOTE;

    static Annotation of(@Nullable PdfName kind) {
      return PdfName.LINK.equals(kind) ? LINK : PdfName.WIDGET.equals(kind) ? FIELD : NOTE;
    }
  }

  /**
   * A page before it is turned, counted from its media box's lower left corner.
   *
   * @param trim what is left once it is cut
   * @param bleed what is printed beyond that
   * @param turned by how many degrees it is turned clockwise to be seen: 0, 90, 180 or 270
   * @param unit how many points its units have (ISO 32000-1, 14.11.4)
   */
  record MasterPage(Rectangle trim, Rectangle bleed, int turned, float unit) {
    private boolean isOnItsSide() {
      return turned % 180 != 0;
    }

    /** As it is seen, in points. */
    float width() {
      return unit * (isOnItsSide() ? trim.getHeight() : trim.getWidth());
    }

    /** As it is seen, in points. */
    float height() {
      return unit * (isOnItsSide() ? trim.getWidth() : trim.getHeight());
    }

    /** How far it is printed beyond its trimmed edges, at the least of them, in points. */
    float bleedWidth() {
      float least = trim.getLeft() - bleed.getLeft();
      least = Math.min(least, bleed.getRight() - trim.getRight());
      least = Math.min(least, trim.getBottom() - bleed.getBottom());
      least = Math.min(least, bleed.getTop() - trim.getTop());
      return unit * Math.max(0, least);
    }
  }

  /** Opens a PDF that anybody may read and change. */
  static PdfReader open(Path pdf) {
    return open(pdf, Optional.empty());
  }

  /** Opens a PDF that whoever knows a password may read and change. */
  static PdfReader open(Path pdf, Optional<String> password) {
    if (!Files.isRegularFile(pdf)) {
      throw new QirtasException(Fault.INPUT, "impose.absent", pdf);
    }
    String refusal = password.isPresent() ? "impose.password" : "impose.locked";
    try {
      var reader =
          password.isPresent()
              ? new PdfReader(pdf.toString(), password.get().getBytes(StandardCharsets.UTF_8))
              : new PdfReader(pdf.toString());
      if (!isOpen(reader)) {
        reader.close();
        throw new QirtasException(Fault.INPUT, refusal, pdf);
      }
      if (reader.getNumberOfPages() == 0) {
        reader.close();
        throw new QirtasException(Fault.INPUT, "impose.empty", pdf);
      }
      return reader;
    } catch (BadPasswordException e) {
      throw new QirtasException(e, Fault.INPUT, refusal, pdf);
    } catch (QirtasException known) {
      throw known;
    } catch (IOException | RuntimeException e) {
      // Any exception at all: a broken file can make a reader throw many kinds.
      throw new QirtasException(e, Fault.INPUT, "impose.broken", pdf);
    }
  }

  private static boolean isOpen(PdfReader reader) {
    return !reader.isEncrypted()
        || reader.isOwnerPasswordUsed()
        || (reader.getPermissions() & CHANGES) != 0;
  }

  static Master of(PdfReader reader) {
    var pages = new ArrayList<MasterPage>();
    var left = new TreeMap<Annotation, Integer>();
    for (int number = 1; number <= reader.getNumberOfPages(); number++) {
      pages.add(page(reader, number));
      PdfArray annotations = reader.getPageN(number).getAsArray(PdfName.ANNOTS);
      for (int i = 0; annotations != null && i < annotations.size(); i++) {
        PdfDictionary annotation = annotations.getAsDict(i);
        if (annotation != null) {
          left.merge(Annotation.of(annotation.getAsName(PdfName.SUBTYPE)), 1, Integer::sum);
        }
      }
    }
    return new Master(pages, left);
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
                    ? new MasterPage(page.trim(), page.bleed(), 0, page.unit())
                    : page)
            .toList(),
        annotations);
  }

  /** Whether another page, which is not turned, is as large as this one would be if it were not. */
  private static boolean isAlike(MasterPage page, MasterPage other) {
    return other.turned() == 0
        && other.unit() == page.unit()
        && Math.abs(other.trim().getWidth() - page.trim().getWidth()) < NEARLY
        && Math.abs(other.trim().getHeight() - page.trim().getHeight()) < NEARLY;
  }

  private static MasterPage page(PdfReader reader, int number) {
    Rectangle media = reader.getBoxSize(number, "media");
    Rectangle crop = within(reader.getBoxSize(number, "crop"), media);
    Rectangle trim = within(reader.getBoxSize(number, "trim"), crop);
    Rectangle given = reader.getBoxSize(number, "bleed");
    Rectangle bleed = given == null ? trim : within(given, media);
    var page =
        new MasterPage(
            from(media, trim),
            from(media, bleed),
            Math.floorMod(reader.getPageRotation(number), 360),
            unit(reader, number));
    if (Math.min(page.width(), page.height()) < 1
        || Math.max(page.width(), page.height()) > LARGEST) {
      throw new QirtasException(Fault.INPUT, "impose.page", number);
    }
    return page;
  }

  private static float unit(PdfReader reader, int number) {
    PdfNumber unit = reader.getPageN(number).getAsNumber(PdfName.USERUNIT);
    return unit == null || unit.floatValue() <= 0 ? 1 : unit.floatValue();
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
  private static Rectangle within(@Nullable Rectangle box, Rectangle around) {
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

  /** How many annotations of a kind there are, on all pages. */
  int count(Annotation kind) {
    return annotations.getOrDefault(kind, 0);
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
