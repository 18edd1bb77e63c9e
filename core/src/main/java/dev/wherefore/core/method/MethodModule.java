package dev.wherefore.core.method;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.MapBinder;
import java.util.List;

/** Binds every method by its name. A new method is one class and one line here. */
public final class MethodModule extends AbstractModule {

    private static final List<Method> METHODS =
            List.of(
                    new GradCam(),
                    new HiResCam(),
                    new GradCamPlusPlus(),
                    new SmoothGradCamPlusPlus(),
                    new XGradCam(),
                    new LayerCam(),
                    new GradCamElementwise(),
                    new Counterfactual(),
                    new Guided(new GradCam()),
                    new Guided(new HiResCam()),
                    new Guided(new GradCamPlusPlus()),
                    new Guided(new XGradCam()),
                    new Guided(new LayerCam()),
                    new Guided(new GradCamElementwise()),
                    new GuidedBackpropagation(),
                    new Deconvnet(),
                    new Gradient(),
                    new InputTimesGradient(),
                    new SmoothGrad(),
                    new VarGrad(),
                    new IntegratedGradients(),
                    new FullGrad(),
                    new ScoreCam(),
                    new SmoothedScoreCam(),
                    new IntegratedScoreCam(),
                    new AblationCam(),
                    new Rise(),
                    new Occlusion(),
                    new ClassActivation(),
                    new FinerCam(),
                    new ShapleyCam(),
                    new RefineCam(),
                    new LeGrad(),
                    new EigenCam(),
                    new EigenGradCam(),
                    new SegEigenCam(),
                    new KpcaCam(),
                    new FeatureExplanation(),
                    new DeepFeatureFactorisation(),
                    new RandomCam(),
                    new Edges());

    @Override
    protected void configure() {
        MapBinder<String, Method> binder =
                MapBinder.newMapBinder(binder(), String.class, Method.class);
        METHODS.forEach(method -> binder.addBinding(method.card().name()).toInstance(method));
        bind(Methods.class);
    }
}
