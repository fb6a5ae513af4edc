package org.qirtas;

import java.util.List;
import java.util.Objects;

/**
 * A failure that a person can act on: its key names a message that says what, where and what to do.
 *
 * <p>The wording, in each language, is the {@code cli}'s; here stand only the message's key and the
 * values that go into it, so that no stage has to know whom it talks to.
 */
public final class QirtasException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Fault fault;
  private final String key;
  private final transient List<Object> values;

  /**
   * A failure without a cause in code.
   *
   * @param fault its kind
   * @param key the message's key in the resource bundle, such as {@code archive.locked}
   * @param values what the message names, in the order of its placeholders
   */
  public QirtasException(Fault fault, String key, Object... values) {
    this(null, fault, key, values);
  }

  /**
   * A failure that another one led to.
   *
   * @param cause what led to it; shown with {@code --debug} only
   * @param fault its kind
   * @param key the message's key in the resource bundle
   * @param values what the message names, in the order of its placeholders
   */
  public QirtasException(
      @org.jspecify.annotations.Nullable Throwable cause,
      Fault fault,
      String key,
      Object... values) {
    super(key + " " + List.of(values), cause);
    this.fault = Objects.requireNonNull(fault);
    this.key = Objects.requireNonNull(key);
    this.values = List.of(values);
  }

  /** {@return its kind} */
  public Fault fault() {
    return fault;
  }

  /** {@return the key of its message in the resource bundle} */
  public String key() {
    return key;
  }

  /** {@return what the message names, in the order of its placeholders} */
  public List<Object> values() {
    return values;
  }
}
