package dev.wherefore.core.report;

import dev.wherefore.core.experiment.ExplainedPicture;
import dev.wherefore.core.experiment.Finding;
import dev.wherefore.core.experiment.FindingPainter;
import dev.wherefore.core.experiment.Passage;
import dev.wherefore.core.experiment.Prediction;
import dev.wherefore.core.explain.Explanation;
import dev.wherefore.core.image.Filter;
import dev.wherefore.core.image.Geometry;
import dev.wherefore.core.image.Picture;
import dev.wherefore.core.image.Rectangle;
import dev.wherefore.core.image.Resampling;
import dev.wherefore.core.image.Size;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes the view of a picture. */
final class ViewMaker {

    private static final int LONGEST = 640;
    private static final int THUMBNAIL = 96;

    private final ExplainedPicture explained;
    private final FindingPainter painter;

    ViewMaker(ExplainedPicture explained, FindingPainter painter) {
        this.explained = explained;
        this.painter = painter;
    }

    PictureView view() {
        Picture picture = explained.picture();
        Geometry geometry = explained.geometry();
        Picture small = within(picture, LONGEST);
        List<TargetView> targets = targets(small);
        return new PictureView(
                picture.name(),
                DataUri.jpeg(small.toBufferedImage()),
                DataUri.jpeg(within(small, THUMBNAIL).toBufferedImage()),
                picture.width(),
                picture.height(),
                shares(geometry.covered(), geometry.picture()),
                targets,
                passages(targets));
    }

    /** The picture, made smaller where its longest side is longer than wanted. */
    private static Picture within(Picture picture, int longest) {
        Size size = within(Size.of(picture), longest);
        return size.equals(Size.of(picture))
                ? picture
                : Resampling.resize(picture, size.height(), size.width(), Filter.BILINEAR);
    }

    /** The size, made smaller where its longest side is longer than wanted. */
    static Size within(Size size, int longest) {
        double factor = Math.min(1, longest / (double) Math.max(size.height(), size.width()));
        return new Size(
                Math.max(1, (int) Math.round(size.height() * factor)),
                Math.max(1, (int) Math.round(size.width() * factor)));
    }

    /** A rectangle of the picture as shares of its width and height. */
    static List<Double> shares(Rectangle box, Size size) {
        return List.of(
                share(box.left(), size.width()),
                share(box.top(), size.height()),
                share(box.right(), size.width()),
                share(box.bottom(), size.height()));
    }

    private static double share(double place, int length) {
        double rounded = Math.round(place / length * 10_000) / 10_000.0;
        return Math.max(0, Math.min(rounded, 1));
    }

    private List<TargetView> targets(Picture small) {
        MapViews maps = new MapViews(small, explained.geometry(), painter);
        return grouped().stream().map(findings -> target(findings, maps)).toList();
    }

    /** The findings of each target: a method that comes again begins another target. */
    private List<List<Finding>> grouped() {
        List<List<Finding>> targets = new ArrayList<>();
        Set<String> methods = new HashSet<>();
        for (Finding finding : explained.findings()) {
            if (!methods.add(finding.explanation().method()) || targets.isEmpty()) {
                targets.add(new ArrayList<>());
                methods = new HashSet<>(Set.of(finding.explanation().method()));
            }
            targets.get(targets.size() - 1).add(finding);
        }
        return targets;
    }

    private static TargetView target(List<Finding> findings, MapViews maps) {
        Finding first = findings.get(0);
        Explanation explanation = first.explanation();
        return new TargetView(
                first.title(),
                explanation.target(),
                explanation.score(),
                first.prediction().map(Prediction::label),
                first.prediction().map(Prediction::probability),
                findings.stream().flatMap(f -> maps.of(f.explanation()).stream()).toList());
    }

    /** The task's passages, and one more for targets that none of them names. */
    private List<Passage> passages(List<TargetView> targets) {
        Set<Integer> named = new HashSet<>();
        for (Passage passage : explained.passages()) {
            Stream.of(passage.pieces(), passage.also())
                    .flatMap(List::stream)
                    .forEach(piece -> piece.target().ifPresent(named::add));
            passage.bars().forEach(bar -> bar.target().ifPresent(named::add));
        }
        List<Passage.Piece> others =
                IntStream.range(0, targets.size())
                        .filter(i -> !named.contains(i))
                        .mapToObj(
                                i ->
                                        new Passage.Piece(
                                                targets.get(i).title(),
                                                Optional.of(i),
                                                Optional.empty(),
                                                targets.get(i).target()))
                        .toList();
        List<Passage> passages = new ArrayList<>(explained.passages());
        if (!others.isEmpty()) {
            passages.add(
                    new Passage(
                            Passage.Kind.OTHER,
                            passages.isEmpty() ? "explained" : "also explained",
                            others,
                            Optional.empty(),
                            List.of(),
                            "",
                            List.of(),
                            List.of()));
        }
        return passages;
    }
}
