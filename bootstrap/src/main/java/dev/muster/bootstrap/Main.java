package dev.muster.bootstrap;

import dev.muster.bootstrap.command.MusterCommand;

/** Starts Muster from the command line. */
public final class Main {

    private Main() {}

    /** Ends the process with 0 when the command has done its work, 1 when it failed, 2 when it was used wrongly. */
    public static void main(String[] arguments) {
        System.exit(MusterCommand.run(arguments));
    }
}
