/**
 * How a page shall look: sizes, margins, type styles; a value that the composer obeys. {@link
 * org.qirtas.profile.Profiles} reads it from YAML; {@code docs/profiles.md} has every key.
 */
@NullMarked
package org.qirtas.profile;

import org.jspecify.annotations.NullMarked;
