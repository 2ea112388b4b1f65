package dev.muster.bootstrap.launcher;

import java.util.Arrays;
import java.util.List;

/** Plays Muster: tells how it was called. */
final class StandIn {
    private StandIn() {}

    public static void main(String[] arguments) throws InterruptedException {
        System.out.println("arguments " + Arrays.toString(arguments));
        System.out.println("data " + System.getenv("MUSTER_DATA"));
        String options =
                String.join(" ", ProcessHandle.current().info().arguments().orElseThrow());
        System.out.println("cache " + options.contains("-XX:AOTCache="));
        if (List.of(arguments).contains("exit")) {
            System.exit(7);
        }
        if ("0".equals(System.getenv("MUSTER_PORT"))) {
            System.out.println("Muster is ready");
            Thread.sleep(60_000);
        }
    }
}
