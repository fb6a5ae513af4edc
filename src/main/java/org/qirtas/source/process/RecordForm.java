package org.qirtas.source.process;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The bytes that records travel in from one process to another: each value says what it is, so that
 * a record of the articles' or the sources' that gains a field needs nothing done here.
 *
 * <p>Only records and enums of those two packages are ever made from bytes, each by its canonical
 * constructor, which checks it; whoever was taken over by a hostile file can send no other.
 */
final class RecordForm {
  private static final List<String> PACKAGES = List.of("org.qirtas.article.", "org.qirtas.source.");

  /** Beyond this a nesting is an attack; the archive refuses far earlier. */
  private static final int DEEPEST = 12_000;

  private enum Tag {
    TEXT('t'),
    WIDE_TEXT('w'),
    INT('i'),
    LONG('l'),
    TRUE('y'),
    FALSE('n'),
    BYTES('b'),
    NONE('-'),
    SOME('+'),
    LIST('['),
    MAP('{'),
    RECORD('r'),
    CONSTANT('c'),
    PATH('p'),
    MOMENT('m'),
    OFFSET('o');

    private static final Map<Character, Tag> BY_LETTER = new HashMap<>();

    static {
      for (Tag tag : values()) {
        BY_LETTER.put(tag.letter, tag);
      }
    }

    private final char letter;

    Tag(char letter) {
      this.letter = letter;
    }

    static Tag of(int read) throws IOException {
      Tag tag = BY_LETTER.get((char) read);
      if (tag == null) {
        throw new IOException("no value begins with " + read);
      }
      return tag;
    }
  }

  /** How a record is taken apart and put together. */
  private record Plan(List<MethodHandle> parts, MethodHandle constructor) {}

  private static final ClassValue<Plan> PLANS =
      new ClassValue<>() {
        @Override
        protected Plan computeValue(Class<?> type) {
          return plan(type);
        }
      };

  private RecordForm() {}

  static byte[] write(Object value) throws IOException {
    var bytes = new ByteArrayOutputStream();
    new Writer(new DataOutputStream(bytes)).write(value, 0);
    return bytes.toByteArray();
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IOException where it is anything else
   */
  static <T> T read(byte[] bytes, Class<T> type) throws IOException {
    try {
      return type.cast(new Reader(new DataInputStream(new ByteArrayInputStream(bytes))).read(0));
    } catch (RuntimeException broken) {
      throw new IOException("not what was expected", broken);
    }
  }

  private static Plan plan(Class<?> type) {
    try {
      RecordComponent[] components = type.getRecordComponents();
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      var parts = new ArrayList<MethodHandle>();
      for (RecordComponent component : components) {
        component.getAccessor().setAccessible(true);
        parts.add(lookup.unreflect(component.getAccessor()));
      }
      Constructor<?> constructor =
          type.getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
      constructor.setAccessible(true);
      return new Plan(
          parts,
          lookup.unreflectConstructor(constructor).asSpreader(Object[].class, components.length));
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(type + " is no record", e);
    }
  }

  private static void requireShallow(int depth) throws IOException {
    if (depth > DEEPEST) {
      throw new IOException("nested deeper than " + DEEPEST);
    }
  }

  private static final class Writer {
    private final DataOutputStream out;
    private final Map<Class<?>, Integer> types = new HashMap<>();

    Writer(DataOutputStream out) {
      this.out = out;
    }

    void write(Object value, int depth) throws IOException {
      requireShallow(depth);
      switch (value) {
        case String text -> text(text);
        case Integer number -> tag(Tag.INT).writeInt(number);
        case Long number -> tag(Tag.LONG).writeLong(number);
        case Boolean truth -> tag(truth ? Tag.TRUE : Tag.FALSE);
        case byte[] bytes -> bytes(Tag.BYTES, bytes);
        case Optional<?> maybe -> maybe(maybe, depth);
        case List<?> list -> {
          tag(Tag.LIST).writeInt(list.size());
          for (Object each : list) {
            write(each, depth + 1);
          }
        }
        case Map<?, ?> map -> {
          tag(Tag.MAP).writeInt(map.size());
          for (Map.Entry<?, ?> each : map.entrySet()) {
            write(each.getKey(), depth + 1);
            write(each.getValue(), depth + 1);
          }
        }
        case Record record -> record(record, depth);
        case Enum<?> constant -> {
          tag(Tag.CONSTANT);
          type(constant.getDeclaringClass());
          out.writeUTF(constant.name());
        }
        case Path path -> bytes(Tag.PATH, path.toString().getBytes(StandardCharsets.UTF_8));
        case LocalDateTime moment ->
            bytes(Tag.MOMENT, moment.toString().getBytes(StandardCharsets.UTF_8));
        case ZoneOffset offset ->
            bytes(Tag.OFFSET, offset.getId().getBytes(StandardCharsets.UTF_8));
        default -> throw new IllegalArgumentException("no form for " + value.getClass());
      }
    }

    private DataOutputStream tag(Tag tag) throws IOException {
      out.writeByte(tag.letter);
      return out;
    }

    private void bytes(Tag tag, byte[] bytes) throws IOException {
      tag(tag).writeInt(bytes.length);
      out.write(bytes);
    }

    /** Half of a surrogate pair, which a hostile text may hold, has no UTF-8. */
    private void text(String text) throws IOException {
      if (!hasSurrogates(text)) {
        bytes(Tag.TEXT, text.getBytes(StandardCharsets.UTF_8));
        return;
      }
      tag(Tag.WIDE_TEXT).writeInt(text.length());
      for (int i = 0; i < text.length(); i++) {
        out.writeChar(text.charAt(i));
      }
    }

    private static boolean hasSurrogates(String text) {
      for (int i = 0; i < text.length(); i++) {
        if (Character.isSurrogate(text.charAt(i))) {
          return true;
        }
      }
      return false;
    }

    private void maybe(Optional<?> maybe, int depth) throws IOException {
      tag(maybe.isPresent() ? Tag.SOME : Tag.NONE);
      if (maybe.isPresent()) {
        write(maybe.get(), depth + 1);
      }
    }

    private void record(Record record, int depth) throws IOException {
      tag(Tag.RECORD);
      type(record.getClass());
      for (MethodHandle part : PLANS.get(record.getClass()).parts()) {
        write(part(part, record), depth + 1);
      }
    }

    private static Object part(MethodHandle part, Record record) {
      try {
        return part.invoke(record);
      } catch (Throwable e) {
        throw new IllegalStateException("an accessor failed", e);
      }
    }

    private void type(Class<?> type) throws IOException {
      Integer known = types.putIfAbsent(type, types.size());
      out.writeInt(known == null ? -1 : known);
      if (known == null) {
        out.writeUTF(type.getName());
      }
    }
  }

  private static final class Reader {
    private final DataInputStream in;
    private final List<Class<?>> types = new ArrayList<>();

    Reader(DataInputStream in) {
      this.in = in;
    }

    Object read(int depth) throws IOException {
      requireShallow(depth);
      return switch (Tag.of(in.readUnsignedByte())) {
        case TEXT -> text();
        case WIDE_TEXT -> wideText();
        case INT -> in.readInt();
        case LONG -> in.readLong();
        case TRUE -> true;
        case FALSE -> false;
        case BYTES -> bytes();
        case NONE -> Optional.empty();
        case SOME -> Optional.of(read(depth + 1));
        case LIST -> list(in.readInt(), depth);
        case MAP -> map(in.readInt(), depth);
        case RECORD -> record(depth);
        case CONSTANT -> constant(type(), in.readUTF());
        case PATH -> Path.of(text());
        case MOMENT -> LocalDateTime.parse(text());
        case OFFSET -> ZoneOffset.of(text());
      };
    }

    private static Object constant(Class<?> type, String name) throws IOException {
      Object[] constants = type.getEnumConstants();
      for (Object constant : constants == null ? new Object[0] : constants) {
        if (((Enum<?>) constant).name().equals(name)) {
          return constant;
        }
      }
      throw new IOException(type + " has no " + name);
    }

    private byte[] bytes() throws IOException {
      int length = in.readInt();
      if (length < 0 || length > in.available()) {
        throw new IOException("cut short");
      }
      return in.readNBytes(length);
    }

    private String text() throws IOException {
      return new String(bytes(), StandardCharsets.UTF_8);
    }

    private String wideText() throws IOException {
      int length = in.readInt();
      if (length < 0 || length > in.available() / 2) {
        throw new IOException("cut short");
      }
      var text = new StringBuilder(length);
      for (int i = 0; i < length; i++) {
        text.append(in.readChar());
      }
      return text.toString();
    }

    private List<Object> list(int size, int depth) throws IOException {
      var list = new ArrayList<Object>();
      for (int i = 0; i < size; i++) {
        list.add(read(depth + 1));
      }
      return list;
    }

    private Map<Object, Object> map(int size, int depth) throws IOException {
      var map = new TreeMap<Object, Object>();
      for (int i = 0; i < size; i++) {
        map.put(read(depth + 1), read(depth + 1));
      }
      return map;
    }

    private Object record(int depth) throws IOException {
      Class<?> type = type();
      if (!type.isRecord()) {
        throw new IOException(type + " is no record");
      }
      Plan plan = PLANS.get(type);
      Object[] parts = new Object[plan.parts().size()];
      for (int i = 0; i < parts.length; i++) {
        parts[i] = read(depth + 1);
      }
      try {
        return plan.constructor().invoke(parts);
      } catch (RuntimeException | Error e) {
        throw e;
      } catch (Throwable e) {
        throw new IOException(e);
      }
    }

    private Class<?> type() throws IOException {
      int known = in.readInt();
      if (known >= 0) {
        return types.get(known);
      }
      String name = in.readUTF();
      if (PACKAGES.stream().noneMatch(name::startsWith)) {
        throw new IOException("no type of ours: " + name);
      }
      try {
        Class<?> type = Class.forName(name, false, RecordForm.class.getClassLoader());
        types.add(type);
        return type;
      } catch (ClassNotFoundException e) {
        throw new IOException(e);
      }
    }
  }
}
