package io.xietong.emulator;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/** Makes an answer go wrong in the way that was switched on. */
final class Faulty {

    private Faulty() {}

    /** Before any work; true when the call is over with this. */
    static boolean before(FaultSwitches.Fault fault, Context ctx) {
        switch (fault.kind()) {
            case ANSWER ->
                ctx.status(fault.status())
                        .contentType(fault.body().startsWith("<") ? "text/html" : "application/json")
                        .result(fault.body());
            case DROP_BEFORE -> cut(ctx);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** After the work, with the answer ready in the context. */
    static void after(FaultSwitches.Fault fault, Context ctx) throws IOException {
        switch (fault.kind()) {
            case LATE -> pause(fault.delay());
            case DROP_AFTER -> cut(ctx);
            case TRUNCATED -> {
                byte[] answer = answer(ctx);
                ctx.res().setContentLength(answer.length + 1000);
                ctx.res().getOutputStream().write(answer, 0, answer.length / 2);
                ctx.res().flushBuffer();
                cut(ctx);
            }
            case DRIP -> {
                byte[] answer = answer(ctx);
                OutputStream out = ctx.res().getOutputStream();
                for (byte one : answer) {
                    out.write(one);
                    out.flush();
                    pause(fault.delay());
                }
            }
            default -> {}
        }
    }

    private static byte[] answer(Context ctx) {
        String result = ctx.result();
        return (result == null ? "" : result).getBytes(StandardCharsets.UTF_8);
    }

    private static void cut(Context ctx) {
        ServletContextRequest.getServletContextRequest(ctx.req())
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint()
                .close();
    }

    /** The whole length, though parking may end early; shorter only when the server stops. */
    private static void pause(Duration length) {
        long end = System.nanoTime() + length.toNanos();
        for (long left = length.toNanos();
                left > 0 && !Thread.currentThread().isInterrupted();
                left = end - System.nanoTime()) LockSupport.parkNanos(left);
    }
}
