package org.qirtas.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacter.JoiningGroup;
import com.ibm.icu.lang.UProperty;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A word's letters, without its marks. Which letters are alike is Unicode's (ArabicShaping.txt).
 *
 * @param text the text that it stands in
 * @param offsets where each letter stands in it, and the word's end
 * @param letters the letters alone
 */
record ArabicWord(String text, List<Integer> offsets, String letters) {
  private static final int TATWEEL = 0x640;

  /** The Arabic blocks, supplement and extensions. */
  private static final int FIRST = 0x600;

  private static final int END = 0x900;
  private static final byte[] TYPES = table(UProperty.JOINING_TYPE);
  private static final byte[] GROUPS = table(UProperty.JOINING_GROUP);

  private static final BitSet SEEN_SAD = setOf(JoiningGroup.SEEN, JoiningGroup.SAD);
  private static final BitSet ALEF = setOf(JoiningGroup.ALEF);
  private static final BitSet LAM = setOf(JoiningGroup.LAM);
  private static final BitSet WAW = setOf(JoiningGroup.WAW);
  private static final BitSet REH = setOf(JoiningGroup.REH);
  private static final BitSet YEH =
      setOf(
          JoiningGroup.YEH,
          JoiningGroup.FARSI_YEH,
          JoiningGroup.YEH_BARREE,
          JoiningGroup.YEH_WITH_TAIL);
  private static final BitSet HEH_DAL =
      setOf(
          JoiningGroup.TEH_MARBUTA,
          JoiningGroup.TEH_MARBUTA_GOAL,
          JoiningGroup.HEH,
          JoiningGroup.HEH_GOAL,
          JoiningGroup.KNOTTED_HEH,
          JoiningGroup.DAL);
  private static final BitSet LAM_KAF =
      setOf(
          JoiningGroup.TAH,
          JoiningGroup.LAM,
          JoiningGroup.KAF,
          JoiningGroup.GAF,
          JoiningGroup.SWASH_KAF);
  private static final BitSet BEH =
      setOf(
          JoiningGroup.BEH,
          JoiningGroup.NOON,
          JoiningGroup.NYA,
          JoiningGroup.AFRICAN_NOON,
          JoiningGroup.YEH,
          JoiningGroup.FARSI_YEH);
  private static final BitSet REH_YEH =
      setOf(JoiningGroup.REH, JoiningGroup.YEH, JoiningGroup.FARSI_YEH, JoiningGroup.YEH_BARREE);
  private static final BitSet AIN_FEH =
      setOf(
          JoiningGroup.AIN,
          JoiningGroup.QAF,
          JoiningGroup.AFRICAN_QAF,
          JoiningGroup.FEH,
          JoiningGroup.AFRICAN_FEH);

  static ArabicWord of(String text, int start, int end) {
    var offsets = new ArrayList<Integer>();
    var letters = new StringBuilder();
    for (int at = start; at < end; at += Character.charCount(text.codePointAt(at))) {
      int c = text.codePointAt(at);
      if (joining(c) != UCharacter.JoiningType.TRANSPARENT) {
        offsets.add(at);
        if (c != TATWEEL) {
          letters.appendCodePoint(c);
        }
      }
    }
    offsets.add(end);
    return new ArabicWord(text, offsets, letters.toString());
  }

  int count() {
    return offsets.size() - 1;
  }

  int at(int letter) {
    return offsets.get(letter);
  }

  boolean isTatweel(int i) {
    return letter(i) == TATWEEL;
  }

  /** The number of a letter, from 1; a tatweel has that of the letter before it. */
  int number(int i) {
    int number = 0;
    for (int at = 0; at <= i; at++) {
      number += isTatweel(at) ? 0 : 1;
    }
    return number;
  }

  private int letter(int number) {
    return number < 0 || number >= count() ? ' ' : text.codePointAt(at(number));
  }

  /** God's name is not stretched; nor are words with signs that only the Qur'an has. */
  boolean isSacred() {
    if (letters.endsWith("\u0644\u0644\u0647") || letters.endsWith("\u0644\u0644\u0647\u0645")) {
      return true;
    }
    for (int at = at(0); at < at(count()); at++) {
      char c = text.charAt(at);
      if ((c >= 0x6D6 && c <= 0x6ED) || c == 0x671) {
        return true;
      }
    }
    return false;
  }

  /** Whether a letter is joined to the next one, and may be drawn away from it. */
  boolean joins(int i) {
    int before = letter(i);
    int after = letter(i + 1);
    if (isJoiner(before) || isJoiner(after)) {
      return false;
    }
    boolean left = joining(before) == UCharacter.JoiningType.DUAL_JOINING || before == TATWEEL;
    int type = joining(after);
    boolean right =
        type == UCharacter.JoiningType.DUAL_JOINING
            || type == UCharacter.JoiningType.RIGHT_JOINING
            || after == TATWEEL;
    return left && right && !(isIn(before, LAM) && isIn(after, ALEF));
  }

  /**
   * Null: not here. A tatweel at the end stands for a letter that is not written, as in هـ, and is
   * as long as its writer made it.
   */
  @Nullable KashidaPriority priority(int i) {
    int before = letter(i);
    int after = letter(i + 1);
    boolean last = i + 2 == count();
    if (before == TATWEEL) {
      return KashidaPriority.TYPED;
    }
    if (isIn(before, SEEN_SAD) && !(last && after == TATWEEL)) {
      return KashidaPriority.AFTER_SEEN;
    }
    if (last && (isIn(after, YEH) || after == TATWEEL)) {
      return null;
    }
    if (last && isIn(after, HEH_DAL)) {
      return KashidaPriority.BEFORE_FINAL_HEH;
    }
    if (isIn(after, ALEF) || (last && isIn(after, LAM_KAF))) {
      return KashidaPriority.BEFORE_ALEF;
    }
    if (!last && isIn(after, BEH) && isIn(letter(i + 2), REH_YEH)) {
      return KashidaPriority.BEFORE_BEH_AND_REH;
    }
    if (isIn(after, WAW) || (last && isIn(after, AIN_FEH))) {
      return KashidaPriority.BEFORE_WAW;
    }
    if (last || isIn(after, REH)) {
      return KashidaPriority.BEFORE_FINAL;
    }
    return KashidaPriority.ELSEWHERE;
  }

  static boolean isTransparent(int c) {
    return joining(c) == UCharacter.JoiningType.TRANSPARENT;
  }

  static boolean isJoiner(int c) {
    return c == 0x200C || c == 0x200D;
  }

  private static int joining(int c) {
    return c >= FIRST && c < END
        ? TYPES[c - FIRST]
        : UCharacter.getIntPropertyValue(c, UProperty.JOINING_TYPE);
  }

  private static boolean isIn(int c, BitSet groups) {
    return groups.get(
        c >= FIRST && c < END
            ? GROUPS[c - FIRST]
            : UCharacter.getIntPropertyValue(c, UProperty.JOINING_GROUP));
  }

  private static BitSet setOf(int... groups) {
    var set = new BitSet();
    for (int group : groups) {
      set.set(group);
    }
    return set;
  }

  /**
   * What every letter of every word is asked for: a table is many times faster than the library.
   */
  private static byte[] table(int property) {
    var table = new byte[END - FIRST];
    for (int c = FIRST; c < END; c++) {
      table[c - FIRST] = (byte) UCharacter.getIntPropertyValue(c, property);
    }
    return table;
  }
}
