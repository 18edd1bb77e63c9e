package dev.wherefore.launcher.serve;

import dev.wherefore.core.UserError;
import dev.wherefore.core.explain.PassWatch;
import dev.wherefore.core.image.Picture;
import dev.wherefore.core.image.PictureError;
import dev.wherefore.core.image.PictureReader;
import java.time.Duration;
import org.eclipse.jetty.server.Request;

/** Makes explanations by request, so many at once, each within its time. */
final class Explanations {

    private static final int TOO_LARGE = 413;
    private static final int WRONG_TYPE = 415;
    private static final int WRONG = 422;
    private static final int TOO_LONG = 504;

    private final ServedModels models;
    private final OrderReader orders;
    private final PictureReader pictures;
    private final WaitingLine line;
    private final Duration time;

    Explanations(ServedModels models, Limits limits) {
        this.models = models;
        this.orders = new OrderReader(limits);
        this.pictures = new PictureReader(limits.pixels());
        this.line = new WaitingLine(limits);
        this.time = limits.time();
    }

    /** How many requests are at work or waiting. */
    int inside() {
        return line.inside();
    }

    /**
     * Explains what a request wants.
     *
     * @throws Refusal if that cannot be done
     */
    Answer explain(Request request) {
        try (WaitingLine.Place place = line.enter()) {
            Order order = orders.read(request);
            ServedModel model = models.get(order.model());
            return place.turn(() -> explained(order, model));
        }
    }

    private Answer explained(Order order, ServedModel model) {
        Picture picture = picture(order);
        long end = System.nanoTime() + time.toNanos();
        try (PassWatch watch =
                PassWatch.by((method, done, total) -> check(end, method, done, total))) {
            return Answer.json(Answer.OK, model.explain(order, picture));
        }
    }

    private Picture picture(Order order) {
        try {
            return pictures.read(order.picture().array(), order.name());
        } catch (PictureError e) {
            int status =
                    switch (e.fault()) {
                        case NO_PICTURE -> WRONG_TYPE;
                        case TOO_LARGE -> TOO_LARGE;
                        case DAMAGED -> WRONG;
                    };
            throw Refusal.at(status, "picture", e.getMessage());
        } catch (UserError e) {
            throw Refusal.at(WRONG, "picture", e.getMessage());
        }
    }

    private void check(long end, String method, int done, int total) {
        if (done < total && System.nanoTime() - end > 0) {
            throw Refusal.at(
                    TOO_LONG,
                    "methods",
                    "%s had made %d of %d passes when its %d s were over; ask for a method of fewer passes, or start the server with a higher --time-limit"
                            .formatted(method, done, total, time.toSeconds()));
        }
    }
}
