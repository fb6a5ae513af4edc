package org.qirtas.pdf;

/** What a PDF is for. Links may not stand in a press file's print area, so there are two. */
public enum Edition {
  /** To be read: PDF/A-3a and PDF/UA-1, links live, the archived original attached. */
  SCREEN,
  /** To be printed: PDF/A-3a with UA-1's tags and PDF/X-4's keys, black as K alone, no links. */
  PRINT
}
