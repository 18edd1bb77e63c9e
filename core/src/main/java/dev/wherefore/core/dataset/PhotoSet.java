package dev.wherefore.core.dataset;

import dev.wherefore.core.image.Size;
import java.nio.file.Path;
import java.util.List;

/** Photographs of which people have said what they show. Nothing of a picture is kept. */
public interface PhotoSet {

    /**
     * Returns how many pictures there are.
     *
     * @return the number, at least 1
     */
    int count();

    /**
     * Returns what a picture is called in the data set.
     *
     * @param index which, from 0
     * @return its file below the folder of pictures, without the ending
     */
    String id(int index);

    /**
     * Returns a picture's file.
     *
     * @param index which, from 0
     * @return the file, which need not be there
     */
    Path picture(int index);

    /**
     * Returns what is known of a picture.
     *
     * @param index which, from 0
     * @param size its size
     * @return what it shows
     * @throws UnusableRecord if that cannot be read, or does not fit the picture
     */
    Contents contents(int index, Size size);

    /**
     * Returns what the pictures can show.
     *
     * @return the labels, in the order of tables
     */
    List<DataLabel> labels();

    /**
     * Returns what else is to be known.
     *
     * @return one fact a line, for people
     */
    List<String> facts();

    /**
     * Returns what the pictures are, for the record.
     *
     * @return a few words
     */
    String description();
}
