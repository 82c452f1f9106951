package io.xietong.app.wiring;

import io.xietong.app.jobs.CompanyClock;
import io.xietong.app.store.Database;
import io.xietong.app.store.JdbiSandboxLog;
import io.xietong.app.web.Door;
import io.xietong.app.web.SandboxDoor;
import io.xietong.app.web.SandboxRoom;
import io.xietong.core.chat.ChatPlatform;
import io.xietong.core.people.Organisation;
import io.xietong.sandbox.SandboxGroups;
import io.xietong.sandbox.SandboxLog;
import io.xietong.sandbox.SandboxPlatform;
import io.xietong.sandbox.SandboxSignature;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The sandbox: a platform whose chats lie in our own database, and whose visitors may move the clock. */
final class SandboxGateway implements Gateway {

    private static final Duration SOON = Duration.ofMillis(200);

    private final SandboxGroups groups;
    private final SandboxLog chats;
    private final SandboxPlatform platform;
    private final Database database;
    private final CompanyClock clock;
    private Optional<Pulse> follower = Optional.empty();

    SandboxGateway(Database database, Organisation organisation, CompanyClock clock) {
        this.database = database;
        this.clock = clock;
        groups = new SandboxGroups(organisation);
        readGroups();
        chats = new JdbiSandboxLog(database);
        platform = new SandboxPlatform(groups, chats, clock);
    }

    private void readGroups() {
        database.read(books -> books.groups().on(SandboxPlatform.NAME))
                .forEach(made -> groups.known(made.chat().id(), made.chat().name(), made.members()));
    }

    /** Visitors of other nodes move the same clock, and groups are made there. */
    @Override
    public void connect() {
        if (database.isOurs()) return;
        follower = Optional.of(new Pulse("sandbox-follower", SOON, () -> {
            clock.follow(database);
            readGroups();
        }));
    }

    @Override
    public void disconnect() {
        follower.ifPresent(Pulse::close);
    }

    @Override
    public ChatPlatform platform() {
        return platform;
    }

    @Override
    public List<Door> doors(Engine engine, Vitals vitals) {
        SandboxRoom room = new SandboxRoom(
                engine.company().get().organisation(),
                groups,
                chats,
                platform,
                vitals.timed(engine.desk()),
                engine.courier()::untilIdle,
                new RoomClock(engine.timeMachine(), engine.company(), engine.database()),
                new BehindTheScenes(engine.database(), engine.company()),
                new Suggestions(engine.phrasebook(), engine.company()));
        return List.of(new SandboxDoor(room, new SandboxSignature(Set.of())));
    }
}
