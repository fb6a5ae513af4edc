package org.qirtas.source.process;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketImpl;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.util.Set;

/**
 * Takes the network away from a process: whatever a document points to, nothing is asked for.
 *
 * <p>The readers ask for nothing by themselves; this holds where one of their libraries would. Java
 * has three ways out, sockets, channels and addresses of files elsewhere, and all are closed.
 */
final class NoNetwork {
  /** What the channels' provider is set by, on the command line of the process. */
  static final String CHANNELS =
      "-Djava.nio.channels.spi.SelectorProvider=" + NoChannels.class.getName();

  private static final Set<String> LOCAL = Set.of("file", "jar", "jrt");

  private NoNetwork() {}

  /** Closes the network for as long as this process lives. */
  @SuppressWarnings("deprecation") // there is no other way to have a say in every socket
  static void enforce() {
    URL.setURLStreamHandlerFactory(protocol -> LOCAL.contains(protocol) ? null : new Refusing());
    try {
      Socket.setSocketImplFactory(NoNetwork::refusedSocket);
      java.net.ServerSocket.setSocketFactory(NoNetwork::refusedSocket);
    } catch (IOException e) {
      throw new IllegalStateException("the network cannot be closed", e);
    }
  }

  private static SocketImpl refusedSocket() {
    throw new java.io.UncheckedIOException(new SocketException("no network while reading"));
  }

  private static final class Refusing extends URLStreamHandler {
    @Override
    protected URLConnection openConnection(URL url) throws IOException {
      throw new IOException("no network while reading: " + url.getProtocol());
    }
  }
}
