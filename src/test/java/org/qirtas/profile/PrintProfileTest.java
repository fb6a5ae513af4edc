package org.qirtas.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class PrintProfileTest {
  @Test
  void loneFolioIsAllThatChanges() {
    PrintProfile profile = PrintProfile.articleA4();
    assertEquals(profile, profile.withLoneFolio(true).withLoneFolio(profile.loneFolio()));
  }

  @Test
  void familiesCannotBeChangedFromOutside() {
    assertThrows(
        UnsupportedOperationException.class,
        () ->
            PrintProfile.articleA4()
                .fonts()
                .of(FontRole.TEXT)
                .familyByScript()
                .put("Arab", "Amiri"));
  }
}
