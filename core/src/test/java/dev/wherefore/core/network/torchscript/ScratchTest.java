package dev.wherefore.core.network.torchscript;

import ai.djl.Device;
import ai.djl.ndarray.*;
import ai.djl.ndarray.types.*;
import dev.wherefore.core.engine.*;
import dev.wherefore.core.network.*;
import java.nio.file.*;
import java.util.*;
import org.junit.jupiter.api.Test;

class ScratchTest {
    @Test
    void all() throws Exception {
        String[][] cases = {
            {"reference/tiny-resnet/traced.pt", "96"},
            {"reference/tiny-resnet/scripted.pt", "96"},
            {"reference/tiny-vgg/traced.pt", "96"},
            {"reference/tiny-vgg/scripted.pt", "96"},
            {"reference/tiny-vit/traced.pt", "96"},
            {"reference/tiny-vit/scripted.pt", "96"},
            {"reference/archives-2.x/branchy.scripted.pt", "96"},
            {"reference/archives-2.x/dict-output.scripted.pt", "96"},
            {"reference/archives-2.x/tiny-resnet.frozen.pt", "96"},
            {"reference/archives-2.x/tiny-resnet.traced.pt", "96"},
            {"reference/archives-2.x/tiny-resnet.scripted.pt", "96"},
            {"reference/tiny-captioner/encoder.traced.pt", "96"},
            {"reference/tiny-captioner/encoder.scripted.pt", "96"},
            {"real/mobilenet_v2_100_224/mobilenet_v2_100_224_traced.pt", "224"},
            {"real/mobilenet_v2_100_224/mobilenet_v2_100_224_scripted.pt", "224"},
            {"real/squeezenet1_0/squeezenet1_0_traced.pt", "224"},
            {"real/squeezenet1_0/squeezenet1_0_scripted.pt", "224"},
            {"real/cifar10_resnet20/resnet20_traced.pt", "32"},
            {"real/cifar10_resnet20/resnet20_scripted.pt", "32"},
            {"real/caption/encoder.pt", "96"},
            {"real/caption/encoder_scripted.pt", "96"},
            {"real/caption_flickr/encoder.pt", "224"},
        };
        for (String[] c : cases) {
            Path p = Path.of("/work/shared", c[0]);
            long size = Long.parseLong(c[1]);
            long t0 = System.nanoTime();
            try (TorchScriptNetwork network = TorchScriptNetwork.load(p, Device.cpu());
                    NDManager m = network.newScope()) {
                long t1 = System.nanoTime();
                NDArray x = m.randomUniform(-1, 1, new Shape(2, 3, size, size));
                ScriptProgram original;
                try (var in = Files.newInputStream(p)) {
                    original = ScriptProgram.load(m, in);
                }
                NDList want;
                try (GradientMode off = GradientMode.off();
                        ExecutorMode e = ExecutorMode.plain()) {
                    want = original.call(m, "forward", ScriptProgram.Argument.of(x));
                }
                Inputs inputs = Inputs.of(x);
                Pass plain = network.run(m, inputs, PassRequest.PLAIN);
                long t2 = System.nanoTime();
                NDArray w = want.get(0);
                boolean eq =
                        plain.outputs()
                                .arrays()
                                .values()
                                .iterator()
                                .next()
                                .eq(w)
                                .all()
                                .getBoolean();
                var shapes = network.shapes(m, inputs);
                int ok = 0, bad = 0, unt = 0;
                String firstBad = "";
                for (Layer l : network.layers()) {
                    if (!l.isTappable()) {
                        unt++;
                        continue;
                    }
                    try (NDManager s = m.newSubManager()) {
                        Pass q =
                                network.run(
                                        s,
                                        inputs,
                                        PassRequest.tap(List.of(LayerRun.parse(l.name())), 1));
                        boolean e2 =
                                q.outputs()
                                        .arrays()
                                        .values()
                                        .iterator()
                                        .next()
                                        .eq(w)
                                        .all()
                                        .getBoolean();
                        if (e2) ok++;
                        else {
                            bad++;
                            firstBad = l.name();
                        }
                    } catch (Exception e) {
                        bad++;
                        firstBad = l.name() + e.getMessage();
                    }
                }
                String cuts;
                try (NDManager s = m.newSubManager()) {
                    Pass q = network.run(s, inputs, PassRequest.toInput(true));
                    cuts =
                            q.cuts().size()
                                    + " cuts "
                                    + q.outputs()
                                            .arrays()
                                            .values()
                                            .iterator()
                                            .next()
                                            .eq(w)
                                            .all()
                                            .getBoolean();
                }
                System.out.println(
                        c[0]
                                + " load "
                                + (t1 - t0) / 1000000
                                + "ms first "
                                + (t2 - t1) / 1000000
                                + " plain "
                                + eq
                                + " outputs "
                                + plain.outputs().arrays().keySet()
                                + " shapes "
                                + shapes.size()
                                + " tapped "
                                + ok
                                + " bad "
                                + bad
                                + " "
                                + firstBad
                                + " untappable "
                                + unt
                                + " "
                                + cuts);
            } catch (Exception e) {
                System.out.println(c[0] + " FAILED " + e + " / " + e.getCause());
                e.printStackTrace(System.out);
            }
        }
    }
}
