package org.qirtas.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.qirtas.font.FontFile;

/**
 * A type case as a Type0 font with one CIDFontType2 descendant (ISO 32000-1, 9.7).
 *
 * <p>PDFBox's own embedding maps glyphs back through the font's {@code cmap}; joined forms would
 * lose their character. So the dictionaries are written here.
 */
final class EmbeddedFont {
  private static final int SYMBOLIC = 1 << 2;
  private static final int ITALIC = 1 << 6;
  private static final int MOST_IN_BLOCK = 100;

  private final TypeCase sorts;
  private final FontFile font;
  private final byte[] program;
  private final String name;

  EmbeddedFont(TypeCase sorts) {
    this.sorts = sorts;
    this.font = sorts.font();
    this.program = FontProgram.of(sorts);
    this.name = tag(program) + "+" + font.name();
  }

  COSDictionary dictionary() throws IOException {
    var dictionary = new COSDictionary();
    dictionary.setItem(COSName.TYPE, COSName.FONT);
    dictionary.setItem(COSName.SUBTYPE, COSName.TYPE0);
    dictionary.setName(COSName.BASE_FONT, name);
    dictionary.setItem(COSName.ENCODING, COSName.IDENTITY_H);
    var descendants = new COSArray();
    descendants.add(descendant());
    dictionary.setItem(COSName.DESCENDANT_FONTS, descendants);
    dictionary.setItem(COSName.TO_UNICODE, stream(toUnicode()));
    return dictionary;
  }

  /** Six letters told by the content (ISO 32000-1, 9.6.4): same content, same name. */
  private static String tag(byte[] program) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(program);
      var tag = new StringBuilder();
      for (int i = 0; i < 6; i++) {
        tag.append((char) ('A' + Math.floorMod(digest[i], 26)));
      }
      return tag.toString();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private COSDictionary descendant() throws IOException {
    var system = new COSDictionary();
    system.setString(COSName.REGISTRY, "Adobe");
    system.setString(COSName.ORDERING, "Identity");
    system.setInt(COSName.SUPPLEMENT, 0);
    var dictionary = new COSDictionary();
    dictionary.setItem(COSName.TYPE, COSName.FONT);
    dictionary.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE2);
    dictionary.setName(COSName.BASE_FONT, name);
    dictionary.setItem(COSName.CIDSYSTEMINFO, system);
    dictionary.setItem(COSName.FONT_DESC, descriptor());
    dictionary.setInt(COSName.DW, 0);
    dictionary.setItem(COSName.W, widths());
    dictionary.setItem(COSName.CID_TO_GID_MAP, stream(cidToGid()));
    return dictionary;
  }

  private COSDictionary descriptor() throws IOException {
    var descriptor = new COSDictionary();
    descriptor.setItem(COSName.TYPE, COSName.FONT_DESC);
    descriptor.setName(COSName.FONT_NAME, name);
    descriptor.setString(COSName.FONT_FAMILY, font.family());
    descriptor.setInt(COSName.FLAGS, SYMBOLIC | (font.italic() ? ITALIC : 0));
    var box = new COSArray();
    int[] edges = font.boundingBox();
    edges[2] += sorts.longestStretch();
    for (int edge : edges) {
      box.add(thousandths(edge));
    }
    descriptor.setItem(COSName.FONT_BBOX, box);
    descriptor.setItem(COSName.ITALIC_ANGLE, new COSFloat((float) font.italicAngle()));
    descriptor.setItem(COSName.ASCENT, thousandths(font.ascent()));
    descriptor.setItem(COSName.DESCENT, thousandths(font.descent()));
    descriptor.setItem(COSName.CAP_HEIGHT, thousandths(font.capHeight()));
    descriptor.setInt(COSName.STEM_V, font.bold() ? 140 : 80);
    COSStream file = stream(program);
    file.setInt(COSName.LENGTH1, program.length);
    descriptor.setItem(COSName.FONT_FILE2, file);
    return descriptor;
  }

  private COSFloat thousandths(int units) {
    return new COSFloat((float) (units * 1000.0 / font.unitsPerEm()));
  }

  /** Exactly the widths of {@code hmtx} (ISO 19005-3, 6.2.11.5). */
  private COSArray widths() {
    var widths = new COSArray();
    widths.add(COSInteger.ZERO);
    var row = new COSArray();
    for (int gid : sorts.cidToGid()) {
      row.add(thousandths(sorts.advance(gid)));
    }
    widths.add(row);
    return widths;
  }

  private byte[] cidToGid() {
    List<Integer> map = sorts.cidToGid();
    var bytes = new byte[2 * map.size()];
    for (int cid = 0; cid < map.size(); cid++) {
      bytes[2 * cid] = (byte) (map.get(cid) >> 8);
      bytes[2 * cid + 1] = (byte) (int) map.get(cid);
    }
    return bytes;
  }

  private byte[] toUnicode() {
    var map =
        new StringBuilder(
            """
            /CIDInit /ProcSet findresource begin
            12 dict begin
            begincmap
            /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
            /CMapName /Adobe-Identity-UCS def
            /CMapType 2 def
            1 begincodespacerange
            <0000> <FFFF>
            endcodespacerange
            """);
    List<Sort> all = sorts.sorts();
    for (int from = 0; from < all.size(); from += MOST_IN_BLOCK) {
      int to = Math.min(from + MOST_IN_BLOCK, all.size());
      map.append(to - from).append(" beginbfchar\n");
      for (int i = from; i < to; i++) {
        map.append(String.format(Locale.ROOT, "<%04X> <", i + 1));
        for (char unit : all.get(i).text().toCharArray()) {
          map.append(String.format(Locale.ROOT, "%04X", (int) unit));
        }
        map.append(">\n");
      }
      map.append("endbfchar\n");
    }
    map.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
    return map.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static COSStream stream(byte[] content) throws IOException {
    var stream = new COSStream();
    try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
      out.write(content);
    }
    return stream;
  }

  /** {@return a text string in UTF-16BE where it needs it} */
  static COSString text(String text) {
    return new COSString(text);
  }
}
