package io.xietong.app.wiring;

import io.xietong.app.desk.ConsoleDesk;
import io.xietong.app.desk.Downloads;
import io.xietong.app.desk.Uploads;
import io.xietong.app.jobs.CompanyClock;
import io.xietong.app.platform.CalendarLinks;
import io.xietong.app.platform.ConsolePasses;
import io.xietong.app.platform.FormVisits;
import io.xietong.app.platform.OneTimeForms;
import io.xietong.app.store.Database;
import io.xietong.app.web.CalendarDoor;
import io.xietong.app.web.ConsoleDoor;
import io.xietong.app.web.ConsoleEntrance;
import io.xietong.app.web.ConsoleGuard;
import io.xietong.app.web.Door;
import io.xietong.app.web.FileDoor;
import io.xietong.app.web.FormDoor;
import io.xietong.app.web.FormGuard;
import io.xietong.app.web.HealthDoor;
import io.xietong.app.web.MetricsDoor;
import io.xietong.wire.SignIn;
import java.util.List;
import java.util.Map;

/** The doors that are there whatever platforms are switched on: for people with a link, and for those who watch the program. */
final class CommonDoors {

    private final Engine engine;
    private final Vitals vitals;
    private final Database database;
    private final CompanyFiles company;
    private final CompanyClock clock;
    private final String publicUrl;

    /** @param publicUrl under which people reach the doors */
    CommonDoors(Engine engine, Vitals vitals, String publicUrl) {
        this.engine = engine;
        this.vitals = vitals;
        this.database = engine.database();
        this.company = engine.company();
        this.clock = engine.clock();
        this.publicUrl = publicUrl;
    }

    /** @param signIns how a form learns who opens it, by platform */
    List<Door> all(OneTimeForms forms, Map<String, SignIn> signIns) {
        return List.of(
                new HealthDoor(vitals),
                new MetricsDoor(vitals.registry()),
                forms(forms, new FormGuard(new FormVisits(database, clock), signIns, publicUrl)),
                new CalendarDoor(database, company, new CalendarLinks(database, clock, publicUrl), clock),
                console(),
                new FileDoor(
                        database,
                        clock,
                        () -> company.get().organisation(),
                        new Downloads(database, company, clock)::allows));
    }

    private FormDoor forms(OneTimeForms forms, FormGuard guard) {
        return new FormDoor(
                forms,
                guard,
                vitals.timed(engine.desk()),
                new Uploads(database, company, clock),
                () -> company.get().organisation(),
                person -> database.read(books -> books.people().setting(person)).language());
    }

    private ConsoleDoor console() {
        return new ConsoleDoor(
                new ConsoleDesk(database, company, clock),
                new ConsoleGuard(new ConsolePasses(database, clock, publicUrl), publicUrl),
                new ConsoleEntrance(company),
                vitals.timed(engine.desk()));
    }
}
