package dev.wherefore.launcher.serve;

import java.util.List;

/**
 * What clients need to know of a model.
 *
 * @param name what requests call it
 * @param task what it does
 * @param layers the layers that maps can be made of, in the order of the run
 * @param chosen those that are looked at where a request names none
 * @param methods the methods that are used where a request names none
 * @param names what targets may name: classes, answers; none where that is open
 */
record ModelView(
        String name,
        String task,
        List<String> layers,
        List<String> chosen,
        List<String> methods,
        List<String> names) {}
