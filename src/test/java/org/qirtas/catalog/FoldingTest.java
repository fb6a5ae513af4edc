package org.qirtas.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Iterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qirtas.archive.Archive;
import org.qirtas.archive.ArchiveWriter;
import org.qirtas.archive.Shelf;
import org.qirtas.article.Article;

class FoldingTest {
  @TempDir Path temporary;

  @ParameterizedTest(name = "{0} and {1} meet")
  @CsvSource({
    "مدرسة,مدرسه",
    "إسلام,اسلام",
    "الأمن,أمن",
    "ﻣﺪرﺳﺔ,مدرسة",
    "ﻻ,لا",
    "ٱلكتاب,الكتاب",
    "ک,ك",
    "ی,ي",
    "مسؤول,مسئول",
    "شؤون,شئون",
    "كتـــاب,كتاب",
    "مُعلِّم,معلم",
    "على,علي",
    "القضاة,قضاة",
    "وزيرة,وزيره",
    "آخر,اخر",
    "هيئة,هيأة",
    "الأمن,الامن",
    "أمن,الامن",
    "می‌خواهم,میخواهم",
    "٢٠٢٠,2020",
    "مسألة,مسالة"
  })
  void spellingsOfOneWordMeet(String one, String other) {
    assertTrue(finds(one, other), one + " is not found by " + other);
    assertTrue(finds(other, one), other + " is not found by " + one);
  }

  @ParameterizedTest(name = "{0} and {1} do not meet")
  @CsvSource({
    "ذئب,ذاب",
    "بئر,بير",
    "لؤم,لوم",
    "علم,عالم",
    "كتاب,كتب",
    "قلب,كلب",
    "سماء,سمك",
    "رأس,رسا",
    "حرب,حزب",
    "شعر,شعير",
    "ملك,مالك",
    "سؤال,سوال"
  })
  void differentWordsDoNotMeet(String one, String other) {
    assertFalse(finds(one, other), one + " is found by " + other);
    assertFalse(finds(other, one), other + " is found by " + one);
  }

  private boolean finds(String written, String sought) {
    Archive archive =
        Archive.create(
            temporary.resolve(Integer.toString((written + sought).hashCode())), Shelf.CLOCK);
    Article article = Shelf.article("عنوان", "قبل " + written + " بعد").finish();
    try (ArchiveWriter writer = archive.writer()) {
      writer.store(Shelf.reading(temporary.resolve("in"), article));
    }
    try (Catalog catalog = Catalog.open(archive, _ -> {})) {
      Iterator<Hit> hits = catalog.find(new Query.Words(sought), Order.RELEVANCE, 10);
      return hits.hasNext();
    }
  }

  @Test
  void foldingTwiceIsFoldingOnce() {
    for (int letter = 0; letter < 0x20000; letter++) {
      if (letter < 0xD800 || letter > 0xDFFF) {
        String once = Folding.fold(Character.toString(letter));
        assertEquals(once, Folding.fold(once), () -> "twice");
      }
    }
  }
}
