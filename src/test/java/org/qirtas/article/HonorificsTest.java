package org.qirtas.article;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HonorificsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          د. سعاد الصباح          | سعاد الصباح
          أ.د. سامي العريان       | سامي العريان
          الأستاذ الدكتور أحمد زكي | احمد زكي
          الشيخ يوسف بن أحمد      | يوسف بن احمد
          دکتر علی شریعتی         | علی شریعتی
          ڈاکٹر عبدالسلام         | عبدالسلام
          Dr. Jane Fox            | jane fox
          أمين معلوف              | امين معلوف
          أميرة حسن               | اميرة حسن
          سيد قطب                 | سيد قطب
          الدكتور                 | الدكتور
          عبد الرحمٰن منيف        | عبد الرحمن منيف
          """)
  void namesAreSortedWithoutTheirTitlesOfHonour(String name, String key) {
    assertEquals(key, Honorifics.sortKey(name));
  }
}
