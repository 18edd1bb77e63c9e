package dev.wherefore.core.experiment;

import dev.wherefore.core.experiment.config.ConfigDoc;
import dev.wherefore.core.experiment.config.ConfigPlaces;
import dev.wherefore.core.image.Channels;
import dev.wherefore.core.image.Filter;
import dev.wherefore.core.image.Preprocessing;
import dev.wherefore.core.image.Resize;
import dev.wherefore.core.image.ValueRange;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What is done to a picture before a network sees it: a preset, and what differs from it.
 *
 * @param preset what holds where nothing else is said
 * @param resize how the size is changed
 * @param crop the size to crop about the centre
 * @param filter how it is resized
 * @param scale whether values are divided by 255 before mean and standard deviation
 * @param mean what is subtracted, a number for each channel
 * @param std what is divided by, a number for each channel
 * @param channels which colours, in which order
 */
public record PreprocessConfig(
        @ConfigDoc(
                        value =
                                "What holds where nothing else is said: imagenet is torchvision's"
                                    + " (shorter side 256, crop 224, ImageNet's mean and std), none"
                                    + " only divides by 255.",
                        preset = "imagenet")
                Preset preset,
        @ConfigDoc("How the picture's size is changed; it takes away the preset's crop.")
                Optional<ResizeConfig> resize,
        @ConfigDoc("Height and width cut out of the middle, or one number for a square.")
                Optional<List<Integer>> crop,
        @ConfigDoc("How new pixels are made of old ones.") Optional<Filter> filter,
        @ConfigDoc("Whether values are divided by 255 before mean and std.")
                Optional<Boolean> scale,
        @ConfigDoc("What is subtracted, a number for each channel.") Optional<List<Double>> mean,
        @ConfigDoc("What is divided by then, a number for each channel.")
                Optional<List<Double>> std,
        @ConfigDoc("Which colours the network takes, in which order.")
                Optional<Channels> channels) {

    /** A set of values to start from. */
    public enum Preset {
        /** What torchvision does for networks trained on ImageNet. */
        IMAGENET,
        /** Nothing but a division by 255. */
        NONE
    }

    /** Checks the numbers. */
    public PreprocessConfig {
        crop.ifPresent(size -> PixelSize.of("crop", size));
        make(preset, resize, crop, filter, scale, mean, std, channels);
    }

    /**
     * Returns the preprocessing that is described.
     *
     * @return the preprocessing
     */
    public Preprocessing preprocessing() {
        return make(preset, resize, crop, filter, scale, mean, std, channels);
    }

    /**
     * Refuses a network that takes pictures of another number of channels.
     *
     * @param channels how many the network takes
     * @param places where the keys of the config were written
     * @throws dev.wherefore.core.UserError if prepared pictures have others
     */
    public void requireChannels(int channels, ConfigPlaces places) {
        int pictures = preprocessing().channels().count();
        if (channels != pictures) {
            throw places.error(
                    "network.channels",
                    "prepared pictures have %d channels, so the network must take as many, found %d"
                            .formatted(pictures, channels));
        }
    }

    private static Preprocessing make(
            Preset preset,
            Optional<ResizeConfig> resize,
            Optional<List<Integer>> crop,
            Optional<Filter> filter,
            Optional<Boolean> scale,
            Optional<List<Double>> mean,
            Optional<List<Double>> std,
            Optional<Channels> channels) {
        Channels order = channels.orElse(Channels.RGB);
        Preprocessing base = preset == Preset.IMAGENET ? imagenet(order) : none(order);
        return new Preprocessing(
                resize.map(ResizeConfig::resize).orElse(base.resize()),
                crop.map(size -> PixelSize.of("crop", size))
                        .or(() -> resize.isPresent() ? Optional.empty() : base.crop()),
                filter.orElse(base.filter()),
                order,
                scale.orElse(true) ? ValueRange.ZERO_TO_ONE : ValueRange.ZERO_TO_255,
                mean.orElse(base.mean()),
                std.orElse(base.std()));
    }

    /** ImageNet's numbers stand in the order of the channels; there are none for grey pictures. */
    private static Preprocessing imagenet(Channels order) {
        Preprocessing rgb = Preprocessing.imagenet();
        Preprocessing plain = none(order);
        return new Preprocessing(
                rgb.resize(),
                rgb.crop(),
                rgb.filter(),
                order,
                rgb.range(),
                order == Channels.GREY ? plain.mean() : ordered(rgb.mean(), order),
                order == Channels.GREY ? plain.std() : ordered(rgb.std(), order));
    }

    private static List<Double> ordered(List<Double> rgb, Channels order) {
        return order == Channels.RGB ? rgb : List.of(rgb.get(2), rgb.get(1), rgb.get(0));
    }

    private static Preprocessing none(Channels order) {
        return new Preprocessing(
                new Resize.None(),
                Optional.empty(),
                Filter.BILINEAR,
                order,
                ValueRange.ZERO_TO_ONE,
                Collections.nCopies(order.count(), 0.0),
                Collections.nCopies(order.count(), 1.0));
    }
}
