package dev.wherefore.core.network.torchscript;

/** What an expression is known to stand for while a twin is written. */
interface Value {

    /** Something the rewriting has no use for. */
    Value OTHER = new Value() {};

    /**
     * A module.
     *
     * @param distance how far behind the twin's own instance its number stands
     * @param type its class
     */
    record Module(int distance, ClassDefinition type) implements Value {}

    /**
     * A method of a module, about to be called.
     *
     * @param module whose it is
     * @param method which
     * @param nameToken the token that names it
     */
    record Method(Module module, Definition method, Token nameToken) implements Value {}

    /**
     * A dotted name: a function of the program or of PyTorch, or the start of one.
     *
     * @param name the name so far
     * @param start where it starts in the source
     * @param end where it ends in the source
     */
    record Dotted(String name, int start, int end) implements Value {}

    /**
     * A local variable that stands for a function's twin.
     *
     * @param name the function's qualified name
     */
    record TwinFunction(String name) implements Value {}
}
