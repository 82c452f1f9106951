package io.xietong.app.wiring;

import io.xietong.app.config.CalendarFiles;
import io.xietong.app.config.ConfigFault;
import io.xietong.app.config.OrganisationFile;
import io.xietong.app.config.Policy;
import io.xietong.app.config.Settings;
import io.xietong.app.desk.Company;
import io.xietong.core.calendar.CalendarSources;
import io.xietong.core.calendar.WorkCalendar;
import io.xietong.core.people.Organisation;
import io.xietong.core.text.Message;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** The company as its files say, and the files read again on demand. Thread-safe. */
public final class CompanyFiles implements Supplier<Company> {

    private final Settings settings;
    private final Policy policy;
    private final List<Message> warnings;
    private CalendarSources sources;
    private final AtomicReference<Company> company;

    private CompanyFiles(Settings settings, Policy policy, OrganisationFile.Read organisation) {
        this.settings = settings;
        this.policy = policy;
        this.warnings = organisation.warnings();
        this.sources = sources(settings, organisation.organisation());
        this.company = new AtomicReference<>(new Company(
                organisation.organisation(),
                new WorkCalendar(sources),
                policy.features(),
                policy.talk(),
                settings.server().publicUrl()));
    }

    /** @throws ConfigFault with all problems of the first file that has any */
    public static CompanyFiles read(Settings settings) {
        Path folder = settings.folder();
        return new CompanyFiles(
                settings,
                Policy.read(folder.resolve(settings.policy())),
                OrganisationFile.read(folder.resolve(settings.organisation())));
    }

    private static CalendarSources sources(Settings settings, Organisation organisation) {
        return CalendarFiles.read(settings.folder().resolve(settings.calendar()), organisation);
    }

    @Override
    public Company get() {
        return company.get();
    }

    public Policy policy() {
        return policy;
    }

    /** What works but should be looked at. */
    public List<Message> warnings() {
        return warnings;
    }

    /** Reads the calendar's files again. When they are faulty the old calendar stays, and the problems are returned. */
    public synchronized List<Message> readCalendarAgain() {
        Company now = company.get();
        try {
            CalendarSources read = sources(settings, now.organisation());
            if (!read.equals(sources)) {
                sources = read;
                company.set(new Company(
                        now.organisation(), new WorkCalendar(read), now.features(), now.talk(), now.publicUrl()));
            }
            return List.of();
        } catch (ConfigFault fault) {
            return fault.problems();
        }
    }
}
