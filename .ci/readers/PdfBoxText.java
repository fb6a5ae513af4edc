import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;

/** Writes, beside each PDF in the folders that are named, the text that PDFBox reads: {@code X.pdfbox}. */
class PdfBoxText {
  public static void main(String[] folders) throws Exception {
    for (String folder : folders) {
      try (var files = Files.list(Path.of(folder))) {
        for (Path pdf : files.filter(file -> file.toString().endsWith(".pdf")).sorted().toList()) {
          try (var document = Loader.loadPDF(pdf.toFile())) {
            String name = pdf.getFileName().toString().replaceFirst("pdf$", "pdfbox");
            Files.writeString(pdf.resolveSibling(name), new PDFTextStripper().getText(document));
          }
        }
      }
    }
  }
}
