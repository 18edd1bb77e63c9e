/** Reports: what a browser shows of a run or an evaluation, in one file. */
@NullMarked
package dev.wherefore.core.report;

import org.jspecify.annotations.NullMarked;
