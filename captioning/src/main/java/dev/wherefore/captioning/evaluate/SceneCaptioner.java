package dev.wherefore.captioning.evaluate;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.wherefore.captioning.CaptionPass;
import dev.wherefore.captioning.CaptionSource;
import dev.wherefore.captioning.Captioned;
import dev.wherefore.captioning.Saying;
import dev.wherefore.captioning.TriedCaptioner;
import dev.wherefore.captioning.evaluate.CaptionEvaluationKeys.Explained;
import dev.wherefore.captioning.network.CaptionNetwork.Seen;
import dev.wherefore.captioning.score.Bleu;
import dev.wherefore.captioning.score.Cider;
import dev.wherefore.captioning.score.JudgedCaption;
import dev.wherefore.captioning.target.CaptionTarget;
import dev.wherefore.captioning.target.Resolved;
import dev.wherefore.captioning.target.Term;
import dev.wherefore.captioning.target.TokenScore;
import dev.wherefore.core.check.Need;
import dev.wherefore.core.evaluate.Exhibit;
import dev.wherefore.core.evaluate.ExplainedScene;
import dev.wherefore.core.evaluate.LocatedLabel;
import dev.wherefore.core.evaluate.SceneBatch;
import dev.wherefore.core.evaluate.SceneExplainer;
import dev.wherefore.core.evaluate.SceneNotes;
import dev.wherefore.core.explain.Explanation;
import dev.wherefore.core.explain.PictureBatch;
import dev.wherefore.core.image.PreparedPicture;
import dev.wherefore.core.text.Token;
import dev.wherefore.core.text.UnknownWords;
import dev.wherefore.core.text.Word;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Makes captions of scenes and explains the words that speak of what the scenes show. */
final class SceneCaptioner implements SceneExplainer {

    private final TriedCaptioner tried;
    private final CaptionSource source;
    private final CaptionPass pass;
    private final boolean explainTrue;
    private final Exhibits exhibits;
    private final List<JudgedCaption> judged = new ArrayList<>();

    /**
     * @param tried the captioner; closed with this
     * @param keys how captions are made, and which are explained
     * @param exhibits what captions of the pictures speak of
     */
    SceneCaptioner(TriedCaptioner tried, CaptionEvaluationKeys keys, Exhibits exhibits) {
        this.tried = tried;
        this.source = tried.source(keys.caption());
        this.pass = tried.pass();
        this.explainTrue = keys.captions() == Explained.TRUE;
        this.exhibits = exhibits;
    }

    @Override
    public List<String> labels() {
        return exhibits.labels();
    }

    @Override
    public List<String> methods() {
        return tried.setup().names(tried.layers());
    }

    @Override
    public List<String> facts() {
        return tried.facts();
    }

    @Override
    public Optional<String> refusal(Need need) {
        return pass.refusal(need);
    }

    @Override
    public PreparedPicture prepare(Exhibit scene) {
        return tried.preprocessing().apply(scene.picture());
    }

    @Override
    public List<ExplainedScene> explain(SceneBatch.Alike alike) {
        List<Exhibit> scenes = alike.exhibits();
        PictureBatch batch = alike.pictures();
        try (NDManager scope = tried.model().network().newScope()) {
            NDArray images = batch.array(scope);
            List<SceneNotes> notes = new ArrayList<>();
            List<Saying> sayings = sayings(scope, images, scenes, notes);
            List<List<Spoken>> spoken = new ArrayList<>();
            List<Captioned> captioned = new ArrayList<>();
            for (int i = 0; i < scenes.size(); i++) {
                Saying saying = sayings.get(i);
                List<Spoken> found = exhibits.spoken(scenes.get(i), words(saying));
                spoken.add(found);
                captioned.add(
                        new Captioned(
                                List.of(saying),
                                new Resolved(
                                        found.stream().map(s -> target(saying, s)).toList(),
                                        List.of(saying.beginning()),
                                        List.of())));
            }
            List<List<Explanation>> explanations =
                    pass.explain(scope, images, captioned, alike.plan());
            List<ExplainedScene> results = new ArrayList<>();
            for (int i = 0; i < scenes.size(); i++) {
                results.add(
                        new ExplainedScene(
                                scenes.get(i),
                                batch.pictures().get(i).geometry(),
                                List.of(),
                                located(spoken.get(i), explanations.get(i)),
                                notes.get(i)));
            }
            return results;
        }
    }

    /** The caption of each scene that is explained; notes are taken of those that are made. */
    private List<Saying> sayings(
            NDManager scope, NDArray images, List<Exhibit> scenes, List<SceneNotes> notes) {
        List<Saying> sayings = new ArrayList<>();
        try (NDManager inner = scope.newSubManager()) {
            Seen seen = tried.model().network().see(inner, images);
            for (int i = 0; i < scenes.size(); i++) {
                Saying made = source.captions(inner, seen, i).get(0);
                List<String> references = exhibits.references(scenes.get(i));
                SceneNotes.Taker taker = new SceneNotes.Taker();
                taker.add(String.join(" ", words(made)));
                references.forEach(taker::add);
                exhibits.judge(scenes.get(i), words(made), taker);
                notes.add(taker.notes());
                sayings.add(explainTrue ? given(references.get(0)) : made);
            }
        }
        return sayings;
    }

    private Saying given(String caption) {
        return new Saying(
                tried.model().tokenizer().encode(caption, UnknownWords.MAP),
                tried.model().tokenizer().specials(),
                Optional.empty());
    }

    private static List<String> words(Saying saying) {
        return saying.text().words().stream()
                .map(word -> word.surface().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static CaptionTarget target(Saying saying, Spoken spoken) {
        List<Word> words = saying.text().words().subList(spoken.first(), spoken.end());
        List<Term> terms = new ArrayList<>();
        StringBuilder title = new StringBuilder();
        for (Word word : words) {
            title.append(title.isEmpty() ? "" : " ").append(word.surface());
            for (int t = word.firstToken(); t < word.firstToken() + word.tokens(); t++) {
                Token token = saying.text().tokens().get(t);
                terms.add(new Term(TokenScore.LOG_PROBABILITY, 0, t, token.id(), 1));
            }
        }
        return new CaptionTarget(
                title.toString(), "log-probability of '" + title + "'", terms, OptionalInt.empty());
    }

    private static List<LocatedLabel> located(List<Spoken> spoken, List<Explanation> explanations) {
        List<LocatedLabel> located = new ArrayList<>();
        int methods = spoken.isEmpty() ? 0 : explanations.size() / spoken.size();
        for (int i = 0; i < spoken.size(); i++) {
            List<Explanation> own = explanations.subList(i * methods, (i + 1) * methods);
            located.add(
                    new LocatedLabel(
                            spoken.get(i).label(),
                            Math.exp(own.get(0).score()),
                            spoken.get(i).truth(),
                            own));
        }
        return located;
    }

    @Override
    public void takeUp(SceneNotes notes) {
        List<String> words = notes.words();
        judged.add(JudgedCaption.of(words.get(0), words.subList(1, words.size())));
        exhibits.takeUp(notes);
    }

    @Override
    public Map<String, Double> quality() {
        Map<String, Double> quality = new LinkedHashMap<>(exhibits.quality());
        quality.put("BLEU-4", Bleu.of(judged).bleu4());
        quality.put("CIDEr", Cider.of(judged).mean());
        return quality;
    }

    @Override
    public void close() {
        pass.close();
        tried.model().close();
    }
}
