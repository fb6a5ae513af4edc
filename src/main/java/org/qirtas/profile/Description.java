package org.qirtas.profile;

/**
 * One line that tells editors what a profile is for, in both languages of the program.
 *
 * @param english in English; may be empty
 * @param arabic in Arabic; may be empty
 */
public record Description(String english, String arabic) {}
