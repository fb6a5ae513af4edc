package org.qirtas.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.tika.config.ServiceLoader;
import org.apache.tika.detect.DefaultDetector;
import org.apache.tika.detect.Detector;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.exception.WriteLimitReachedException;
import org.apache.tika.exception.ZeroByteFileException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;
import org.apache.tika.mime.MimeTypes;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.microsoft.OfficeParser;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.microsoft.ooxml.xwpf.ml2006.Word2006MLParser;
import org.apache.tika.parser.microsoft.rtf.RTFParser;
import org.apache.tika.parser.microsoft.xml.WordMLParser;
import org.apache.tika.sax.SecureContentHandler;
import org.apache.tika.sax.ToXMLContentHandler;
import org.apache.tika.sax.WriteOutContentHandler;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/**
 * The door to Tika: a path goes in; metadata, XHTML and pictures come out. Nothing else passes, so
 * that what is behind it can move into a process of its own.
 *
 * <p>Only the parsers of the formats that articles come in are loaded, none that runs another
 * program (OCR, media tools), and nothing embedded is parsed.
 */
final class TikaDoor {
  /**
   * What Tika made of a file.
   *
   * @param metadata each property's values, under Tika's names
   * @param xhtml the text as XHTML
   * @param pictures the pictures that lay in the file, by the name that the XHTML uses
   */
  record Extract(
      SortedMap<String, List<String>> metadata, String xhtml, SortedMap<String, byte[]> pictures) {}

  private static final int MOST_LETTERS = 40_000_000;
  private static final int MOST_PICTURES = 500;
  private static final long MOST_PICTURE_BYTES = 128L << 20;

  private final Detector detector =
      new DefaultDetector(MimeTypes.getDefaultMimeTypes(), new ServiceLoader());

  /** The media type that the content has, the name deciding between relatives. */
  String detect(Path file, String name) throws IOException {
    var metadata = new Metadata();
    metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
    try (TikaInputStream in = TikaInputStream.get(file)) {
      MediaType type = detector.detect(in, metadata).getBaseType();
      return isProse(type) ? MediaType.TEXT_PLAIN.toString() : type.toString();
    }
  }

  /**
   * Text that Tika takes for some program's, such as a shell's for its first line: still somebody's
   * text. XML, JSON and mailboxes have readers of their own, or none.
   */
  private static boolean isProse(MediaType type) {
    MediaTypeRegistry types = MediaTypeRegistry.getDefaultRegistry();
    boolean marked =
        type.equals(MediaType.APPLICATION_XML)
            || types.isSpecializationOf(type, MediaType.APPLICATION_XML)
            || type.getSubtype().matches(".*(?:json|mbox|javascript).*");
    return Format.of(type.toString()) == Format.UNKNOWN
        && types.isSpecializationOf(type, MediaType.TEXT_PLAIN)
        && !marked;
  }

  /**
   * Parses a file.
   *
   * @throws org.qirtas.QirtasException where it is corrupt, encrypted or too large
   */
  Extract parse(Path file, String name, String mediaType) {
    var metadata = new Metadata();
    metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
    metadata.set(Metadata.CONTENT_TYPE, mediaType);
    var xhtml = new ToXMLContentHandler();
    var pictures = new Pictures();
    try (TikaInputStream in = TikaInputStream.get(file)) {
      var secure = new SecureContentHandler(new WriteOutContentHandler(xhtml, MOST_LETTERS), in);
      try {
        parser(mediaType).parse(in, secure, metadata, context(pictures));
      } catch (SAXException e) {
        secure.throwIfCauseOf(e);
        throw e;
      }
    } catch (EncryptedDocumentException e) {
      throw Refusal.ENCRYPTED.of(name, e);
    } catch (ZeroByteFileException e) {
      throw Refusal.EMPTY.of(name, e);
    } catch (SAXException e) {
      throw (WriteLimitReachedException.isWriteLimitReached(e) ? Refusal.TOOLARGE : Refusal.CORRUPT)
          .of(name, e);
    } catch (TikaException | IOException | RuntimeException e) {
      throw refusal(e).of(name, e);
    }
    return new Extract(values(metadata), xhtml.toString(), pictures.kept);
  }

  private static Refusal refusal(Exception e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof EncryptedDocumentException
          || cause.getClass().getSimpleName().contains("Password")) {
        return Refusal.ENCRYPTED;
      }
    }
    return Refusal.CORRUPT;
  }

  private static Parser parser(String mediaType) {
    return switch (mediaType) {
      case "application/rtf" -> new RTFParser();
      case "application/msword", "application/x-tika-msoffice", "application/vnd.ms-powerpoint" ->
          new OfficeParser();
      case "application/vnd.ms-wordml" -> new WordMLParser();
      case "application/vnd.ms-word2006ml" -> new Word2006MLParser();
      default -> new OOXMLParser();
    };
  }

  private static ParseContext context(Pictures pictures) {
    var context = new ParseContext();
    context.set(EmbeddedDocumentExtractor.class, pictures);
    return context;
  }

  private static SortedMap<String, List<String>> values(Metadata metadata) {
    var values = new TreeMap<String, List<String>>();
    for (String name : metadata.names()) {
      values.put(name, Arrays.asList(metadata.getValues(name)));
    }
    return values;
  }

  /** Keeps the embedded pictures and parses nothing. */
  private static final class Pictures implements EmbeddedDocumentExtractor {
    private final SortedMap<String, byte[]> kept = new TreeMap<>();
    private long bytes;

    @Override
    public boolean shouldParseEmbedded(Metadata metadata) {
      return true;
    }

    @Override
    public void parseEmbedded(
        InputStream stream, ContentHandler handler, Metadata metadata, boolean outputHtml)
        throws IOException {
      String name = metadata.get(TikaCoreProperties.RESOURCE_NAME_KEY);
      MediaType type = MediaType.parse(metadata.get(Metadata.CONTENT_TYPE));
      boolean picture =
          (type != null && type.getType().equals("image"))
              || (name != null && PictureShelf.named(name));
      if (name == null || !picture || kept.size() >= MOST_PICTURES) {
        return;
      }
      byte[] content =
          stream.readNBytes((int) Math.min(Integer.MAX_VALUE, MOST_PICTURE_BYTES - bytes));
      bytes += content.length;
      kept.put(name, content);
    }
  }
}
