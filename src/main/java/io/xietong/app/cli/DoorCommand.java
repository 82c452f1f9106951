package io.xietong.app.cli;

import io.xietong.app.web.FrontDoor;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** One address for the nodes of a demo cluster on this machine. */
@Command(name = "door", description = "one loopback address for several nodes on this machine, for demos · 演示集群的入口")
final class DoorCommand implements Callable<Integer> {

    private final Voice voice;

    @Option(names = "--port", defaultValue = "8080", paramLabel = "N", description = "listen on this port · 端口")
    private int port;

    @Option(
            names = "--node",
            required = true,
            paramLabel = "N",
            split = ",",
            description = "ports of the nodes · 节点的端口")
    private List<Integer> nodes;

    DoorCommand(Voice voice) {
        this.voice = voice;
    }

    @Override
    public Integer call() throws InterruptedException {
        try (FrontDoor door = FrontDoor.open(port, nodes)) {
            voice.tell("cli.serving-sandbox", "http://127.0.0.1:" + door.port());
            new CountDownLatch(1).await();
            return ExitCode.OK;
        }
    }
}
