package org.qirtas.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * A web archive collection (WACZ 1.1): a ZIP whose {@code archive/} holds web archives, and whose
 * {@code pages/} lists what of all that was fetched is a page. Where there is such a list, only
 * those are pieces.
 */
final class WaczPieces implements PieceStream {
  private static final int MOST_PAGES = 1_000_000;

  private final ZipFile zip;
  private final Iterator<ZipArchiveEntry> archives;
  private final Set<String> pages = new HashSet<>();

  WaczPieces(Source source) throws IOException {
    zip = ZipFile.builder().setPath(source.file()).get();
    var entries = new TreeMap<String, ZipArchiveEntry>();
    try {
      for (ZipArchiveEntry entry : java.util.Collections.list(zip.getEntries())) {
        if (entry.getName().matches("archive/.*\\.w?arc(?:\\.gz)?")) {
          entries.put(entry.getName(), entry);
        } else if (entry.getName().matches("pages/.*\\.jsonl")) {
          list(entry);
        }
      }
    } catch (IOException | RuntimeException e) {
      zip.close();
      throw e;
    }
    archives = entries.values().iterator();
  }

  private void list(ZipArchiveEntry entry) throws IOException {
    var json = new JsonMapper();
    try (var lines =
        new BufferedReader(
            new InputStreamReader(zip.getInputStream(entry), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine();
          line != null && pages.size() < MOST_PAGES;
          line = lines.readLine()) {
        JsonNode page = json.readTree(line);
        if (page != null && page.path("url").isTextual()) {
          pages.add(page.path("url").textValue());
        }
      }
    } catch (JsonProcessingException e) {
      // Without a good list every page counts.
      pages.clear();
    }
  }

  @Override
  public Optional<Piece> next() {
    if (!archives.hasNext()) {
      return Optional.empty();
    }
    ZipArchiveEntry entry = archives.next();
    return Optional.of(
        new Piece(
            Folders.last(entry.getName()),
            entry.getName(),
            Optional.empty(),
            pages.stream()
                .sorted()
                .map(page ->
                    new Hint(Hint.Field.PAGE, page, org.qirtas.article.Evidence.Origin.TEXT_RECORD))
                .toList(),
            new Piece.Content.Unpacked(
                () -> zip.getInputStream(entry), entry.getCompressedSize())));
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
