package org.qirtas.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlugTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          تُعززان التعاون        | تعززان-التعاون
          كتـــاب: «الأمن» (2)    | كتاب-الأمن-2
          می‌خواهم               | می-خواهم
          שָׁלוֹם עולם             | שלום-עולם
          ACM Computing 2024!    | acm-computing-2024
          ../../etc/passwd       | etc-passwd
          हिन्दी में               | हिन्दी-में
          cafe\u0301             | café
          NUL                    | nul-item
          23                     | 23-item
          """)
  void titleGivesTheSlugInItsOwnScript(String title, String slug) {
    assertEquals(slug, Slug.of("", title));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "   ", "!?", "\u202E\u2068", "ــ", "\uD800"})
  void titleWithoutALetterGivesWayToTheNextText(String title) {
    assertEquals("ملف", Slug.of("", title, "ملف"));
    assertEquals("untitled", Slug.of("", title));
  }

  @Test
  void slugIsNeverTooLongWithItsSuffixIncluded() {
    String words = "كلمة ".repeat(100);
    String letters = "ङ्ख".repeat(200);
    for (String title : new String[] {words, letters, "x".repeat(500), "😀a".repeat(99)}) {
      for (String suffix : new String[] {"", "-2", "-0123456789ab"}) {
        String slug = Slug.of(suffix, title);
        assertTrue(slug.codePointCount(0, slug.length()) <= Slug.LETTERS, slug);
        assertTrue(slug.getBytes(StandardCharsets.UTF_8).length <= Slug.BYTES, slug);
        assertTrue(slug.endsWith(suffix));
      }
    }
  }

  @Test
  void anyTextGivesANameThatEveryFileSystemBears() {
    var random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      var title = new StringBuilder();
      for (int left = random.nextInt(30); left > 0; left--) {
        title.appendCodePoint(random.nextInt(random.nextBoolean() ? 0x700 : 0x10FFFF));
      }
      String slug = Slug.of("", title.toString());
      assertTrue(Normalizer.isNormalized(slug, Normalizer.Form.NFC), slug);
      assertFalse(slug.matches(".*[\\p{Cntrl}\\p{Cf}/\\\\:*?\"<>|. ].*"), slug);
      assertFalse(slug.startsWith("-") || slug.endsWith("-") || slug.isEmpty(), slug);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          مقال.txt        | مقال.txt
          a/b\\c:d.pdf    | a_b_c_d.pdf
          ..              | _
          CON.txt         | _CON.txt
          name.           | name_
          a\u202Efdp.exe  | a_fdp.exe
          """)
  void fileNameStaysAsFarAsEverySystemBearsIt(String name, String kept) {
    assertEquals(kept, FileName.safe(name));
  }

  @Test
  void longFileNameKeepsItsExtension() {
    String kept = FileName.safe("م".repeat(300) + ".docx");
    assertTrue(kept.endsWith("م.docx"));
    assertTrue(kept.getBytes(StandardCharsets.UTF_8).length <= 200);
  }
}
