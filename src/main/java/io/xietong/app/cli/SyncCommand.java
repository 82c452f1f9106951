package io.xietong.app.cli;

import io.xietong.app.config.ConfigFault;
import io.xietong.app.config.OrganisationEdit;
import io.xietong.app.config.OrganisationFile;
import io.xietong.app.config.Policy;
import io.xietong.app.config.Settings;
import io.xietong.app.store.Database;
import io.xietong.app.wiring.App;
import io.xietong.app.wiring.Platforms;
import io.xietong.app.wiring.RealPlatform;
import io.xietong.core.people.DirectoryChange;
import io.xietong.core.people.DirectoryComparison;
import io.xietong.core.people.DirectorySource;
import io.xietong.core.people.Organisation;
import io.xietong.core.text.Message;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Compares {@code organisation.yml} with a platform's own list of people, and on demand brings it up to date. */
@Command(name = "sync", description = "compare people with a platform's list, and apply it on demand · 同步组织")
final class SyncCommand implements Callable<Integer> {

    private final Map<String, String> environment;
    private final Voice voice;
    private final Function<Settings, DirectorySource> source;

    @Mixin
    private ConfigOption config;

    @Option(names = "--platform", required = true, paramLabel = "NAME", description = "feishu, wecom, dingtalk · 平台")
    private String platform;

    @Option(names = "--apply", description = "write the differences into the organisation file · 写入组织名单")
    private boolean apply;

    @Option(
            names = "--even-if-many-are-gone",
            description = "with --apply: believe a list that lacks most people · 名单缺很多人也照写")
    private boolean evenIfManyAreGone;

    SyncCommand(Map<String, String> environment, Voice voice) {
        this.environment = environment;
        this.voice = voice;
        this.source = this::directory;
    }

    /** The same with another source of people. */
    SyncCommand(Map<String, String> environment, Voice voice, DirectorySource source) {
        this.environment = environment;
        this.voice = voice;
        this.source = settings -> source;
    }

    @Override
    public Integer call() {
        Settings settings = config.read(environment);
        Path file = settings.folder().resolve(settings.organisation());
        Organisation organisation = OrganisationFile.read(file).organisation();
        DirectorySource.Listing listing;
        try {
            listing = source.apply(settings).read();
        } catch (DirectorySource.UnreadableDirectory unreadable) {
            voice.complain(Message.of("cli.sync.unreadable", platform, unreadable.getMessage()));
            return ExitCode.NEEDS_ATTENTION;
        }
        List<DirectoryChange> changes = DirectoryComparison.compare(organisation, platform, listing);
        changes.forEach(change -> voice.tell(change.sentence()));
        boolean doubtful = isDoubtful(settings, organisation, listing);
        if (changes.isEmpty()) voice.tell("cli.sync.same", platform);
        else if (!apply) voice.tell("cli.sync.apply", changes.size());
        if (!apply) return ExitCode.OK;
        if (!doubtful || evenIfManyAreGone) {
            apply(settings, file, listing, changes);
            return ExitCode.OK;
        }
        apply(settings, file, listing, withoutLeavers(changes));
        voice.complain(Message.of("cli.sync.leavers-stay"));
        return ExitCode.NEEDS_ATTENTION;
    }

    /** Whether the platform lists so few people that those it does not list need not be gone; said when it is so. */
    private boolean isDoubtful(Settings settings, Organisation organisation, DirectorySource.Listing listing) {
        int listed = listing.members().size();
        int mapped = (int) organisation.people().stream()
                .filter(person -> person.accounts().containsKey(platform))
                .count();
        boolean doubtful = Policy.read(settings.folder().resolve(settings.policy()))
                .directory()
                .doubts(listed, mapped);
        if (doubtful) voice.tell("cli.sync.small-scope", platform, listed, mapped);
        return doubtful;
    }

    private static List<DirectoryChange> withoutLeavers(List<DirectoryChange> changes) {
        return changes.stream()
                .filter(change -> !(change instanceof DirectoryChange.Left))
                .toList();
    }

    private DirectorySource directory(Settings settings) {
        return Platforms.toAsk(settings, voice.words())
                .named(platform)
                .map(RealPlatform::directory)
                .orElseThrow(() -> new ConfigFault(List.of(Message.of("cli.sync.not-on", platform))));
    }

    /** The database first: it tells whether the program still runs on it, which would not notice the new file. */
    private void apply(Settings settings, Path file, DirectorySource.Listing listing, List<DirectoryChange> changes) {
        try (Database database = App.database(settings)) {
            if (!changes.isEmpty()) {
                Path before = OrganisationEdit.apply(file, platform, changes, LocalDateTime.now());
                voice.tell(
                        "cli.sync.applied",
                        file.toString(),
                        before.getFileName().toString());
            }
            database.inTransaction(books -> {
                listing.members().stream()
                        .filter(DirectorySource.Member::active)
                        .forEach(member -> books.leavers().isBack(platform, member.account()));
                return null;
            });
        }
    }
}
