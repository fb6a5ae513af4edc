package org.qirtas.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LetterNumeralsTest {
  @ParameterizedTest
  @CsvSource({
    "1,ا,i",
    "5,هـ,v",
    "9,ط,ix",
    "10,ي,x",
    "11,يا,xi",
    "15,يه,xv",
    "24,كد,xxiv",
    "49,مط,xlix",
    "100,ق,c",
    "444,تمد,cdxliv",
    "1446,غتمو,mcdxlvi"
  })
  void numbersAreSumsOfLetters(int number, String abjad, String roman) {
    assertEquals(abjad, LetterNumerals.abjad(number));
    assertEquals(roman, LetterNumerals.roman(number));
  }
}
