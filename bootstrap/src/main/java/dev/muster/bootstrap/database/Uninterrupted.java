package dev.muster.bootstrap.database;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waits that an interrupt does not end: giving up halfway would leave a server behind that nobody stops. All of them are short or bounded by their caller. */
final class Uninterrupted {
    private interface Wait<T> {
        T end() throws InterruptedException;
    }

    private Uninterrupted() {}

    /** Whether the process ended within that time. */
    static boolean awaitEnd(Process process, Duration limit) {
        return finish(() -> process.waitFor(limit.toNanos(), TimeUnit.NANOSECONDS));
    }

    static void awaitEnd(Thread thread) {
        finish(() -> {
            thread.join();
            return true;
        });
    }

    static void pause(Duration time) {
        finish(() -> {
            Thread.sleep(time);
            return true;
        });
    }

    private static <T> T finish(Wait<T> wait) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return wait.end();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
