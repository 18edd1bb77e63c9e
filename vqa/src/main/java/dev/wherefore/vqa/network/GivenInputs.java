package dev.wherefore.vqa.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import dev.wherefore.core.NearMatches;
import dev.wherefore.core.UserError;
import dev.wherefore.core.network.InputSlot;
import dev.wherefore.core.network.Inputs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Fills the inputs of a network that takes picture and question at once: by what the user says of
 * each, or by what its name and place say.
 */
public final class GivenInputs {

    /** What an input is given. */
    private sealed interface Gift {

        /** The pictures. */
        record Image() implements Gift {}

        /** The questions' token ids. */
        record Question() implements Gift {}

        /** 1 where a token is real, 0 where it fills up. */
        record Mask() implements Gift {}

        /** The answers' token ids. */
        record Answer() implements Gift {}

        /** A number of the ids' shape. */
        record Filled(long number) implements Gift {}

        /** One number. */
        record Single(double number) implements Gift {}

        /** Nothing: the network's default holds. */
        record Default() implements Gift {}
    }

    private static final List<String> WORDS =
            List.of("image", "question", "answer", "mask", "zeros", "ones");

    private final List<Gift> gifts;
    private final int pad;

    private GivenInputs(List<Gift> gifts, int pad) {
        this.gifts = List.copyOf(gifts);
        this.pad = pad;
    }

    /**
     * Returns how to fill a network's inputs.
     *
     * @param slots what the network takes
     * @param said for each of its inputs what it is given: {@code image}, {@code question}, {@code
     *     mask}, {@code zeros} or {@code ones} (of the question's shape), or a number; empty where
     *     their names and places tell
     * @param says whether the network says its answers, and takes what was said before
     * @param pad the token that fills up questions
     * @return the rule
     * @throws UserError if there are more than the network takes, one is not known, or an input is
     *     given nothing
     */
    public static GivenInputs of(List<InputSlot> slots, List<String> said, boolean says, int pad) {
        if (said.size() > slots.size()) {
            throw new UserError(
                    "the network takes %d inputs (%s), found %d: %s"
                            .formatted(
                                    slots.size(),
                                    names(slots),
                                    said.size(),
                                    String.join(", ", said)));
        }
        List<Gift> gifts = new ArrayList<>();
        for (int i = 0; i < slots.size(); i++) {
            gifts.add(
                    said.isEmpty()
                            ? guessed(slots.get(i), i, says)
                            : i < said.size()
                                    ? named(slots.get(i).name(), said.get(i))
                                    : left(slots.get(i)));
        }
        require(gifts, Gift.Image.class, "image", slots);
        require(gifts, Gift.Question.class, "question", slots);
        if (says) {
            require(gifts, Gift.Answer.class, "answer", slots);
        }
        return new GivenInputs(gifts, pad);
    }

    private static String names(List<InputSlot> slots) {
        return String.join(", ", slots.stream().map(InputSlot::name).toList());
    }

    private static Gift named(String input, String what) {
        return switch (what) {
            case "image" -> new Gift.Image();
            case "question" -> new Gift.Question();
            case "answer" -> new Gift.Answer();
            case "mask" -> new Gift.Mask();
            case "zeros" -> new Gift.Filled(0);
            case "ones" -> new Gift.Filled(1);
            default -> new Gift.Single(number(input, what));
        };
    }

    private static double number(String input, String what) {
        try {
            return Double.parseDouble(what);
        } catch (NumberFormatException e) {
            throw new UserError(
                    "the input '%s' must be given %s or a number, found '%s'%s"
                            .formatted(
                                    input,
                                    String.join(", ", WORDS),
                                    what,
                                    NearMatches.hint(what, WORDS)),
                    e);
        }
    }

    /** The first input is the picture, the second the question, a mask calls itself one. */
    private static Gift guessed(InputSlot slot, int place, boolean says) {
        if (place == 0) {
            return new Gift.Image();
        }
        if (place == 1) {
            return new Gift.Question();
        }
        if (place == 2 && says) {
            return new Gift.Answer();
        }
        if (slot.name().equals("attention_mask") || slot.name().equals("question_mask")) {
            return new Gift.Mask();
        }
        return left(slot);
    }

    private static Gift left(InputSlot slot) {
        if (slot.optional()) {
            return new Gift.Default();
        }
        throw new UserError(
                "the network also takes '%s' (%s), and nothing is given for it; say under 'inputs' what it shall be: %s or a number"
                        .formatted(slot.name(), slot.type(), String.join(", ", WORDS)));
    }

    private static void require(
            List<Gift> gifts, Class<? extends Gift> kind, String what, List<InputSlot> slots) {
        long found = gifts.stream().filter(kind::isInstance).count();
        if (found != 1) {
            throw new UserError(
                    "one of the network's inputs (%s) must be given the %s, found %d"
                            .formatted(names(slots), what, found));
        }
    }

    /**
     * Returns the arguments of a pass.
     *
     * @param scope where new arrays belong
     * @param images {@code (R, C, H, W)}
     * @param ids {@code (R, L)}, or of more rows where rows are made on the way
     * @param answers {@code (R, A)} for a network that says its answers; not looked at for others
     * @return the network's inputs in order
     */
    Inputs inputs(NDManager scope, NDArray images, NDArray ids, NDArray answers) {
        List<List<NDArray>> arguments = new ArrayList<>();
        int image = 0;
        for (int i = 0; i < gifts.size(); i++) {
            Gift gift = gifts.get(i);
            if (gift instanceof Gift.Image) {
                image = i;
                arguments.add(List.of(images));
            } else if (gift instanceof Gift.Question) {
                arguments.add(List.of(ids));
            } else if (gift instanceof Gift.Answer) {
                arguments.add(List.of(answers));
            } else {
                arguments.add(made(scope, gift, ids).map(List::of).orElse(List.of()));
            }
        }
        return new Inputs(arguments, image);
    }

    private Optional<NDArray> made(NDManager scope, Gift gift, NDArray ids) {
        if (gift instanceof Gift.Mask) {
            return Optional.of(ids.neq(pad).toType(DataType.INT64, false));
        }
        if (gift instanceof Gift.Filled filled) {
            return Optional.of(
                    filled.number() == 0
                            ? scope.zeros(ids.getShape(), DataType.INT64)
                            : scope.ones(ids.getShape(), DataType.INT64));
        }
        return gift instanceof Gift.Single number
                ? Optional.of(scope.create((float) number.number()))
                : Optional.empty();
    }
}
