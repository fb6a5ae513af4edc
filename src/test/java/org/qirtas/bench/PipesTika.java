package org.qirtas.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.tika.exception.TikaConfigException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.pipes.FetchEmitTuple;
import org.apache.tika.pipes.PipesConfig;
import org.apache.tika.pipes.PipesException;
import org.apache.tika.pipes.PipesParser;
import org.apache.tika.pipes.PipesResult;
import org.apache.tika.pipes.emitter.EmitKey;
import org.apache.tika.pipes.fetcher.FetchKey;

/**
 * Another yardstick of an import: Tika's own processes, which fetch each file by its path and give
 * its text back. Nothing is stored.
 */
final class PipesTika {
  private static final String FETCHER = "folder";

  private PipesTika() {}

  /**
   * Parses all, and says how many files a second that was, the start of the processes not counted.
   *
   * @param arguments the folder; how many processes; a file to write the configuration to
   */
  public static void main(String[] arguments)
      throws IOException, TikaConfigException, InterruptedException, ExecutionException {
    Path folder = Path.of(arguments[0]).toAbsolutePath();
    int processes = Integer.parseInt(arguments[1]);
    Path settings = Path.of(arguments[2]).toAbsolutePath();
    Files.writeString(settings, configuration(folder, processes, settings));
    List<String> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files =
          all.filter(Files::isRegularFile)
              .map(file -> folder.relativize(file).toString())
              .sorted()
              .toList();
    }
    var letters = new LongAdder();
    var failed = new LongAdder();
    try (var parser = new PipesParser(PipesConfig.load(settings));
        var threads = Executors.newFixedThreadPool(processes)) {
      // The first of each process starts it.
      each(processes, threads::submit, () -> parse(parser, files.getFirst()));
      var next = new AtomicInteger();
      long begun = System.nanoTime();
      each(
          processes,
          threads::submit,
          () -> {
            for (int i = next.getAndIncrement(); i < files.size(); i = next.getAndIncrement()) {
              long length = parse(parser, files.get(i));
              (length < 0 ? failed : letters).add(Math.abs(length));
            }
            return 0L;
          });
      double seconds = (System.nanoTime() - begun) / 1e9;
      System.out.printf(
          Locale.ROOT,
          "%d files, %d letters, %d failed, %.2f s, %.0f a second%n",
          files.size(),
          letters.sum(),
          failed.sum(),
          seconds,
          files.size() / seconds);
    }
  }

  private interface Submit {
    Future<Long> of(Callable<Long> task);
  }

  private static void each(int threads, Submit submit, Callable<Long> task)
      throws InterruptedException, ExecutionException {
    for (Future<Long> done : IntStream.range(0, threads).mapToObj(_ -> submit.of(task)).toList()) {
      done.get();
    }
  }

  /** How many letters came back; -1 where nothing did. */
  private static long parse(PipesParser parser, String file)
      throws InterruptedException, PipesException, IOException {
    PipesResult result =
        parser.parse(new FetchEmitTuple(file, new FetchKey(FETCHER, file), EmitKey.NO_EMIT));
    if (result.getEmitData() == null) {
      return -1;
    }
    long letters = 0;
    for (Metadata part : result.getEmitData().getMetadataList()) {
      String text = part.get(TikaCoreProperties.TIKA_CONTENT);
      letters += text == null ? 0 : text.length();
    }
    return letters;
  }

  private static String configuration(Path folder, int processes, Path settings) {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <properties>
      <pipes>
        <params>
          <numClients>%d</numClients>
          <maxFilesProcessedPerProcess>1000000</maxFilesProcessedPerProcess>
          <forkedJvmArgs>
            <arg>-Xmx256m</arg>
          </forkedJvmArgs>
          <tikaConfig>%s</tikaConfig>
        </params>
      </pipes>
      <fetchers>
        <fetcher class="org.apache.tika.pipes.fetcher.fs.FileSystemFetcher">
          <params>
            <name>%s</name>
            <basePath>%s</basePath>
          </params>
        </fetcher>
      </fetchers>
      <emitters>
        <emitter class="org.apache.tika.pipes.emitter.EmptyEmitter"/>
      </emitters>
    </properties>
    """
        .formatted(processes, settings, FETCHER, folder);
  }
}
