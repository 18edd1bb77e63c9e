package dev.wherefore.launcher.serve;

import dev.wherefore.core.UserError;
import java.time.Duration;

/**
 * How much a server takes on.
 *
 * @param uploadBytes the most bytes of a picture's file, at least 1
 * @param pixels the most pixels of a picture, at least 1
 * @param atOnce how many explanations are made at once, at least 1
 * @param waiting how many requests may wait for their turn, at least 0
 * @param time how long a request may wait for its turn, and how long its explanation may take
 */
public record Limits(long uploadBytes, long pixels, int atOnce, int waiting, Duration time) {

    private static final long MEGA = 1_000_000;

    /**
     * Returns limits as they are given on the command line.
     *
     * @param megabytes the most megabytes of a picture's file, 1 to 256
     * @param megapixels the most millions of pixels of a picture, 1 to 500
     * @param atOnce how many explanations are made at once, 1 to 64
     * @param waiting how many requests may wait for their turn, 0 to 1000
     * @param seconds how long a request may wait, and how long its explanation may take, 1 to 3600
     * @return the limits
     * @throws UserError if a number is out of its range
     */
    public static Limits of(int megabytes, int megapixels, int atOnce, int waiting, int seconds) {
        require("--max-upload", megabytes, 1, 256);
        require("--max-pixels", megapixels, 1, 500);
        require("--at-once", atOnce, 1, 64);
        require("--waiting", waiting, 0, 1000);
        require("--time-limit", seconds, 1, 3600);
        return new Limits(
                megabytes * MEGA, megapixels * MEGA, atOnce, waiting, Duration.ofSeconds(seconds));
    }

    private static void require(String option, int number, int least, int most) {
        if (number < least || number > most) {
            throw new UserError(
                    "%s must be from %d to %d, found %d".formatted(option, least, most, number));
        }
    }
}
