package dev.wherefore.core.target;

import dev.wherefore.core.UserError;
import java.util.SplittableRandom;

/** Draws one of many that is not a certain one. */
public final class Others {

    private Others() {}

    /**
     * Returns another number.
     *
     * @param own the number that it is not, from 0
     * @param count how many there are
     * @param dice where chance comes from
     * @return from 0 to {@code count - 1}, each but {@code own} as likely
     * @throws UserError if there is no other
     */
    public static int than(int own, int count, SplittableRandom dice) {
        if (count < 2) {
            throw new UserError(
                    "the check 'random-target' compares with another class, word or answer, and the"
                            + " network knows one only");
        }
        int drawn = dice.nextInt(count - 1);
        return drawn < own ? drawn : drawn + 1;
    }
}
