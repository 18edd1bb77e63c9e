package dev.wherefore.vqa.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What {@link QuestionFile} has read. Immutable. */
public final class QuestionSet {

    private final List<Path> pictures = new ArrayList<>();
    private final Map<Path, List<AskedQuestion>> byPicture = new LinkedHashMap<>();
    private final int size;
    private final long ofOtherPictures;
    private final Map<QuestionFault, Integer> leftOut;
    private final List<String> facts;

    /**
     * @param byPicture the questions of each picture that has some, in the order of the pictures
     * @param ofOtherPictures how many questions there were about others
     * @param leftOut how many records were left out, and why
     * @param facts what there is to say of it
     */
    QuestionSet(
            Map<Path, List<AskedQuestion>> byPicture,
            long ofOtherPictures,
            Map<QuestionFault, Integer> leftOut,
            List<String> facts) {
        byPicture.forEach(
                (picture, questions) -> {
                    pictures.add(picture);
                    this.byPicture.put(PictureIndex.whole(picture), List.copyOf(questions));
                });
        this.size = this.byPicture.values().stream().mapToInt(List::size).sum();
        this.ofOtherPictures = ofOtherPictures;
        this.leftOut = Map.copyOf(leftOut);
        this.facts = List.copyOf(facts);
    }

    /**
     * Returns the questions about a picture.
     *
     * @param picture the picture's file, one of those that were wanted
     * @return the questions, in the order of the file; none if nothing is asked about it
     */
    public List<AskedQuestion> of(Path picture) {
        return Optional.ofNullable(byPicture.get(PictureIndex.whole(picture))).orElse(List.of());
    }

    /**
     * Returns the pictures that something is asked about.
     *
     * @return some of the wanted pictures, at least one, in the order in which they were wanted
     */
    public List<Path> pictures() {
        return List.copyOf(pictures);
    }

    /**
     * Returns how many questions there are.
     *
     * @return the number, at least 1
     */
    public int size() {
        return size;
    }

    /**
     * Returns how many questions of the file are about pictures that were not wanted.
     *
     * @return the number, possibly 0
     */
    public long ofOtherPictures() {
        return ofOtherPictures;
    }

    /**
     * Returns how many records of both files were left out, and why.
     *
     * @return a number, at least 1, for each reason that there was
     */
    public Map<QuestionFault, Integer> leftOut() {
        return leftOut;
    }

    /**
     * Returns what there is to say of the files: how much was kept, passed over and left out.
     *
     * @return one fact each, with no final point
     */
    public List<String> facts() {
        return facts;
    }
}
