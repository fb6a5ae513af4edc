package org.qirtas.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A disk that remembers all that it was asked for, and can show what a power cut would have left:
 * what was waited for is there; of the rest any part may be, names without bytes among it.
 */
final class CutVolume implements Volume {
  /** How much of what nobody waited for the disk has done. */
  enum Luck {
    NOTHING,
    EVERYTHING,
    SOMETHING
  }

  private static final class Node {
    final Map<String, Node> live = new TreeMap<>();
    byte @Nullable [] bytes;
  }

  private sealed interface Op {}

  /** A name is given, taken away, or both. */
  private record Naming(@Nullable Node from, String old, @Nullable Node to, String name, Node node)
      implements Op {}

  private record Writing(Node file, Bytes bytes) implements Op {}

  private static final class Bytes {
    final byte[] written;

    Bytes(byte[] written) {
      this.written = written;
    }
  }

  private record Waiting(Set<Node> nodes) implements Op {}

  private final Path root;
  private final Node top = new Node();
  private final List<Op> ops = new ArrayList<>();

  CutVolume(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  /** {@return how much was asked for so far} */
  int time() {
    return ops.size();
  }

  /** {@return the times just after each wait, and just before} */
  List<Integer> moments() {
    var moments = new ArrayList<Integer>();
    for (int i = 0; i < ops.size(); i++) {
      if (ops.get(i) instanceof Waiting) {
        moments.add(i);
        moments.add(i + 1);
      }
    }
    moments.add(ops.size());
    return moments;
  }

  private Node at(Path path) {
    Node node = top;
    Path relative = root.relativize(path.toAbsolutePath().normalize());
    if (!relative.toString().isEmpty()) {
      for (Path part : relative) {
        node = node.live.get(part.toString());
        if (node == null) {
          throw new IllegalStateException("unknown to the simulation: " + path);
        }
      }
    }
    return node;
  }

  private Node parent(Path path) {
    return at(path.resolveSibling(""));
  }

  private static String name(Path path) {
    return path.getFileName().toString();
  }

  private void add(Path path, Node node) {
    Node parent = parent(path);
    ops.add(new Naming(null, "", parent, name(path), node));
    parent.live.put(name(path), node);
  }

  @Override
  public OutputStream create(Path file) throws IOException {
    OutputStream real = Disk.INSTANCE.create(file);
    var node = new Node();
    node.bytes = new byte[0];
    add(file, node);
    return new ByteArrayOutputStream() {
      @Override
      public void close() throws IOException {
        try (real) {
          real.write(toByteArray());
        }
        ops.add(new Writing(node, new Bytes(toByteArray())));
      }
    };
  }

  @Override
  public void makeFolder(Path folder) throws IOException {
    Disk.INSTANCE.makeFolder(folder);
    add(folder, new Node());
  }

  @Override
  public void rename(Path from, Path to) throws IOException {
    Disk.INSTANCE.rename(from, to);
    Node old = parent(from);
    Node node = at(from);
    Node parent = parent(to);
    ops.add(new Naming(old, name(from), parent, name(to), node));
    old.live.remove(name(from));
    parent.live.put(name(to), node);
  }

  @Override
  public void delete(Path path) throws IOException {
    Disk.INSTANCE.delete(path);
    Node parent = parent(path);
    ops.add(new Naming(parent, name(path), null, "", at(path)));
    parent.live.remove(name(path));
  }

  @Override
  public void sync(Collection<Path> paths) {
    var nodes = new HashSet<Node>();
    paths.forEach(path -> nodes.add(at(path)));
    ops.add(new Waiting(nodes));
  }

  /** Makes a folder look as it would after a power cut at some time. */
  void restore(int time, Luck luck, Random random, Path target) throws IOException {
    Set<Op> open = java.util.Collections.newSetFromMap(new IdentityHashMap<>());
    for (Op op : ops.subList(0, time)) {
      switch (op) {
        case Waiting(Set<Node> nodes) ->
            open.removeIf(done ->
                switch (done) {
                  case Naming naming ->
                      nodes.contains(naming.to() == null ? naming.from() : naming.to());
                  case Writing writing -> nodes.contains(writing.file());
                  case Waiting _ -> true;
                });
        case Naming _, Writing _ -> open.add(op);
      }
    }
    Set<Op> dropped = java.util.Collections.newSetFromMap(new IdentityHashMap<>());
    for (Op op : ops.subList(0, time)) {
      boolean unlucky =
          switch (luck) {
            case NOTHING -> true;
            case EVERYTHING -> false;
            case SOMETHING -> random.nextBoolean();
          };
      if (open.contains(op) && unlucky) {
        dropped.add(op);
      }
    }
    materialise(time, dropped, random, target);
  }

  private void materialise(int time, Set<Op> dropped, Random random, Path target)
      throws IOException {
    var names = new IdentityHashMap<Node, Map<String, Node>>();
    var bytes = new IdentityHashMap<Node, byte[]>();
    for (Op op : ops.subList(0, time)) {
      switch (op) {
        case Naming(var from, String old, var to, String name, Node node) -> {
          if (!dropped.contains(op)) {
            if (from != null) {
              names.computeIfAbsent(from, _ -> new TreeMap<>()).remove(old, node);
            }
            if (to != null) {
              names.computeIfAbsent(to, _ -> new TreeMap<>()).put(name, node);
            }
          }
        }
        case Writing(Node file, Bytes all) ->
            bytes.put(
                file,
                dropped.contains(op)
                    ? Arrays.copyOf(all.written, random.nextInt(all.written.length + 1))
                    : all.written);
        case Waiting _ -> {}
      }
    }
    write(top, names, bytes, target);
  }

  private static void write(
      Node node, Map<Node, Map<String, Node>> names, Map<Node, byte[]> bytes, Path target)
      throws IOException {
    if (node.bytes != null) {
      Files.write(target, bytes.getOrDefault(node, new byte[0]));
      return;
    }
    Files.createDirectories(target);
    for (Map.Entry<String, Node> child : names.getOrDefault(node, Map.of()).entrySet()) {
      write(child.getValue(), names, bytes, target.resolve(child.getKey()));
    }
  }
}
