package org.qirtas.profile;

/** Which digits a number is printed in. */
public enum Digits {
  /** In those of the language it stands in. */
  BY_LANGUAGE,
  /** In those that it came with. Where the number is the program's own, as {@link #BY_LANGUAGE}. */
  AS_WRITTEN,
  /** ٠١٢٣٤٥٦٧٨٩ (CLDR {@code arab}). */
  ARAB,
  /** ۰۱۲۳۴۵۶۷۸۹ (CLDR {@code arabext}). */
  ARABEXT,
  /** 0123456789 (CLDR {@code latn}). */
  LATN
}
