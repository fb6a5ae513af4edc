package org.qirtas.source.letters;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;

/**
 * Code page 720, in which Arabic was written under DOS, "transparent ASMO": Java lacks it. The
 * letters are from Microsoft's table of the page.
 */
final class Dos720 extends Charset {
  /** The charset. */
  static final Charset CHARSET = new Dos720();

  private static final String UPPER =
      "\u0080\u0081éâ\u0084à\u0086çêëèïî\u008D\u008E\u008F"
          + "\u0090\u0651\u0652ô¤ـûùءآأؤ£إئا"
          + "بةتثجحخدذرزسشص«»"
          + "░▒▓│┤╡╢╖╕╣║╗╝╜╛┐"
          + "└┴┬├─┼╞╟╚╔╩╦╠═╬╧"
          + "╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀"
          + "ضطظعغفµقكلمنهوىي"
          + "≡\u064B\u064C\u064D\u064E\u064F\u0650≈°∙·√ⁿ²■\u00A0";

  private Dos720() {
    super("IBM720", new String[] {"cp720", "ibm-720", "dos-720", "720"});
  }

  @Override
  public boolean contains(Charset other) {
    return other.name().equals("US-ASCII") || other.equals(this);
  }

  @Override
  public CharsetDecoder newDecoder() {
    return new CharsetDecoder(this, 1, 1) {
      @Override
      protected CoderResult decodeLoop(ByteBuffer in, CharBuffer out) {
        while (in.hasRemaining()) {
          if (!out.hasRemaining()) {
            return CoderResult.OVERFLOW;
          }
          byte b = in.get();
          out.put(b >= 0 ? (char) b : UPPER.charAt(b + 128));
        }
        return CoderResult.UNDERFLOW;
      }
    };
  }

  @Override
  public CharsetEncoder newEncoder() {
    return new CharsetEncoder(this, 1, 1) {
      @Override
      protected CoderResult encodeLoop(CharBuffer in, ByteBuffer out) {
        while (in.hasRemaining()) {
          if (!out.hasRemaining()) {
            return CoderResult.OVERFLOW;
          }
          char c = in.get();
          int upper = c < 0x80 ? -1 : UPPER.indexOf(c);
          if (c >= 0x80 && upper < 0) {
            in.position(in.position() - 1);
            return CoderResult.unmappableForLength(1);
          }
          out.put((byte) (c < 0x80 ? c : upper + 128));
        }
        return CoderResult.UNDERFLOW;
      }
    };
  }
}
