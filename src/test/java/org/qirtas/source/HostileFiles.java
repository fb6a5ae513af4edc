package org.qirtas.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DeflaterOutputStream;

/** Files that whoever reads them does not get over; each is small. */
public final class HostileFiles {
  private static final int LEVELS = 12;
  private static final int TIMES = 10;
  private static final int MEGABYTES = 100;

  private HostileFiles() {}

  /**
   * A PDF whose page paints a form ten times that paints another ten times, and so on: the last of
   * them would be painted in some years.
   *
   * @param file where it is written
   * @return the file
   * @throws IOException where it cannot be
   */
  public static Path endless(Path file) throws IOException {
    var forms = new ArrayList<byte[]>();
    for (int level = 0; level < LEVELS; level++) {
      String next = level + 1 < LEVELS ? "/F Do ".repeat(TIMES) : " ";
      String resources =
          level + 1 < LEVELS ? "/Resources << /XObject << /F " + (5 + level) + " 0 R >> >>" : "";
      forms.add(
          stream(
              "/Type /XObject /Subtype /Form /BBox [0 0 9 9] " + resources,
              next.getBytes(StandardCharsets.US_ASCII)));
    }
    return pdf(file, stream("", "/F Do".getBytes(StandardCharsets.US_ASCII)), forms);
  }

  /**
   * A PDF of a tenth of a megabyte whose page is a thousand times that, all of it one string.
   *
   * @param file where it is written
   * @return the file
   * @throws IOException where it cannot be
   */
  public static Path bomb(Path file) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var deflater = new DeflaterOutputStream(packed)) {
      byte[] zeros = new byte[1 << 20];
      java.util.Arrays.fill(zeros, (byte) '0');
      deflater.write('(');
      for (int i = 0; i < MEGABYTES; i++) {
        deflater.write(zeros);
      }
    }
    return pdf(
        file,
        stream("/Filter /FlateDecode", packed.toByteArray()),
        List.of(stream("", new byte[0])));
  }

  private static byte[] stream(String entries, byte[] content) throws IOException {
    var bytes = new ByteArrayOutputStream();
    bytes.write(ascii("<< " + entries + " /Length " + content.length + " >>\nstream\n"));
    bytes.write(content);
    bytes.write(ascii("\nendstream"));
    return bytes.toByteArray();
  }

  /** A PDF of one page, whose only resource is the first of the other objects. */
  private static Path pdf(Path file, byte[] page, List<byte[]> others) throws IOException {
    var objects = new ArrayList<byte[]>();
    objects.add(ascii("<< /Type /Catalog /Pages 2 0 R >>"));
    objects.add(
        ascii(
            "<< /Type /Pages /Count 1 /Kids [<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9]"
                + " /Contents 3 0 R /Resources << /XObject << /F 4 0 R >> >> >>] >>"));
    objects.add(page);
    objects.addAll(others);
    var bytes = new ByteArrayOutputStream();
    bytes.write(ascii("%PDF-1.7\n"));
    var table = new StringBuilder();
    for (int i = 0; i < objects.size(); i++) {
      table.append(String.format(java.util.Locale.ROOT, "%010d 00000 n \n", bytes.size()));
      bytes.write(ascii((i + 1) + " 0 obj\n"));
      bytes.write(objects.get(i));
      bytes.write(ascii("\nendobj\n"));
    }
    int start = bytes.size();
    int size = objects.size() + 1;
    bytes.write(ascii("xref\n0 " + size + "\n0000000000 65535 f \n"));
    bytes.write(ascii(table + "trailer\n<< /Size " + size + " /Root 1 0 R >>\n"));
    bytes.write(ascii("startxref\n" + start + "\n%%EOF\n"));
    return Files.write(file, bytes.toByteArray());
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
