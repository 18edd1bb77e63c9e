package dev.wherefore.launcher;

import ai.djl.Device;
import dev.wherefore.core.UserError;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Where networks run, as it is written on the command line: {@code auto}, {@code cpu}, {@code
 * gpu:N}.
 */
record DeviceChoice(String written) {

    private static final Pattern GPU = Pattern.compile("gpu(?::(\\d{1,3}))?");

    DeviceChoice {
        if (!written.equals("auto") && !written.equals("cpu") && !GPU.matcher(written).matches()) {
            throw new UserError(
                    "--device must be auto, cpu or gpu:N with N from 0, found '" + written + "'");
        }
    }

    /**
     * Returns the device.
     *
     * @param gpus how many GPUs the engine can use
     * @param cuda whether the engine was built with CUDA
     * @throws UserError if the machine has no such device
     */
    Device device(int gpus, boolean cuda) {
        if (written.equals("cpu") || (written.equals("auto") && gpus == 0)) {
            return Device.cpu();
        }
        Matcher matcher = GPU.matcher(written);
        int number =
                matcher.matches() && matcher.group(1) != null
                        ? Integer.parseInt(matcher.group(1))
                        : 0;
        if (number >= gpus) {
            throw new UserError("there is no gpu:" + number + "; " + instead(gpus, cuda));
        }
        return Device.gpu(number);
    }

    private static String instead(int gpus, boolean cuda) {
        if (gpus == 0) {
            return cuda
                    ? "PyTorch finds no GPU on this machine; see that the driver is there, or give"
                            + " --device cpu"
                    : "PyTorch was loaded without CUDA; build with the profile 'cuda', or give"
                            + " --device cpu";
        }
        String names =
                IntStream.range(0, gpus)
                        .mapToObj(i -> "gpu:" + i)
                        .collect(Collectors.joining(", "));
        return "this machine has " + gpus + (gpus == 1 ? " GPU: " : " GPUs: ") + names;
    }
}
