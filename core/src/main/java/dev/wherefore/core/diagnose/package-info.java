/** Diagnoses: experiments whose outcome is a page of text, tables and pictures. */
@NullMarked
package dev.wherefore.core.diagnose;

import org.jspecify.annotations.NullMarked;
