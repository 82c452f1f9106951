package io.xietong.app.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.dependencies.SliceRule;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How the house is divided (design.md section 1). A rule that fails names the class and the line. */
class HouseRulesTest {

    private static final JavaClasses EVERYTHING = new ClassFileImporter().importPackages("io.xietong");
    private static final JavaClasses PROGRAM =
            EVERYTHING.that(describe("belong to the program", type -> !isTest(type)));

    /** Where the app may read the machine's clock; everything else gets a {@code Clock}. */
    private static final Set<String> CLOCK_READERS = Set.of(
            "io.xietong.app.jobs.CompanyClock", // the company's own clock stands on it
            "io.xietong.app.wiring.App", // hands it to the company's clock and to the platforms
            "io.xietong.app.wiring.Emulation", // fake platforms live by real time, as real ones do
            "io.xietong.app.wiring.Platforms", // asks platforms, whose tokens run by real time
            "io.xietong.app.store.DatabaseTime", // leases are of the real world, whatever the sandbox's clock says
            "io.xietong.app.cli.SyncCommand", // names the file that it keeps
            "io.xietong.app.cli.CheckCommand"); // which years of the calendar matter now

    @Test
    void core_imports_only_java_and_the_calendar_library() {
        classes()
                .that()
                .resideInAPackage("io.xietong.core..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("io.xietong.core..", "java..", "com.tyme..")
                .check(PROGRAM);
    }

    @Test
    void core_never_reads_the_machines_clock_or_zone() {
        noClasses()
                .that()
                .resideInAPackage("io.xietong.core..")
                .should()
                .accessTargetWhere(readsTheClock().or(asksTheMachine()))
                .check(PROGRAM);
    }

    @Test
    void the_machines_clock_is_read_only_in_named_places() {
        noClasses()
                .that(describe("are not named", type -> !CLOCK_READERS.contains(outermost(type))))
                .should()
                .accessTargetWhere(readsTheClock())
                .check(PROGRAM);
    }

    @Test
    void feature_packages_of_core_have_no_cycles() {
        slices().matching("io.xietong.core.(*)..").should().beFreeOfCycles().check(PROGRAM);
    }

    @Test
    void packages_of_the_app_have_no_cycles() {
        slices().matching("io.xietong.app.(*)..").should().beFreeOfCycles().check(PROGRAM);
    }

    @Test
    void nothing_but_the_app_knows_the_app() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.xietong.app..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.xietong.app..")
                .check(PROGRAM);
    }

    @Test
    void adapters_do_not_know_each_other() {
        SliceRule rule = slices().matching("io.xietong.(*)..").should().notDependOnEachOther();
        rule.ignoreDependency(outside("app", "core", "wire"), inside("core", "wire"))
                .ignoreDependency(inside("app"), DescribedPredicate.alwaysTrue())
                .ignoreDependency(inside("wire"), inside("core"))
                .check(PROGRAM);
    }

    @Test
    void only_the_store_touches_the_database() {
        only(Set.of("app.store"), "org.jdbi..", "org.flywaydb..", "com.zaxxer..", "org.h2..", "org.mariadb..");
    }

    @Test
    void only_the_search_touches_its_index() {
        only(Set.of("app.search"), "org.apache.lucene..");
    }

    @Test
    void only_the_export_touches_the_libraries_for_spreadsheets() {
        only(Set.of("app.export"), "org.apache.commons.csv..", "org.dhatim..");
    }

    @Test
    void only_jobs_touches_quartz() {
        only(Set.of("app.jobs"), "org.quartz..");
    }

    @Test
    void only_the_web_and_the_emulators_touch_javalin() {
        only(Set.of("app.web", "emulator"), "io.javalin..", "org.eclipse.jetty..");
    }

    @Test
    void only_the_command_line_touches_picocli() {
        only(Set.of("app.cli"), "picocli..");
    }

    @Test
    void a_platforms_kit_appears_only_in_its_adapter() {
        only(Set.of("feishu"), "com.lark..");
        only(Set.of("wecom"), "me.chanjar..", "com.thoughtworks.xstream..");
        only(Set.of("dingtalk"), "com.dingtalk..", "com.aliyun..", "com.alibaba..");
    }

    @Test
    void signatures_are_compared_in_constant_time() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("Signature")
                .and()
                .resideOutsideOfPackage("io.xietong.sandbox..") // which has no secret to compare
                .should()
                .accessTargetWhere(comparesText())
                .allowEmptyShould(true)
                .check(PROGRAM);
    }

    @Test
    void nothing_is_named_for_what_it_is_made_of() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Manager|Helpers?|Utils?|DTO|Dto)(\\$.*)?")
                .check(EVERYTHING);
    }

    @Test
    void only_the_command_line_writes_to_standard_output() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.xietong.app.cli..")
                .should()
                .accessTargetWhere(standardOutput())
                .check(PROGRAM);
    }

    private static boolean isTest(JavaClass type) {
        return type.getSource()
                .filter(source -> source.getUri().toString().contains("/test-classes/"))
                .isPresent();
    }

    private static void only(Set<String> packages, String... libraries) {
        String[] allowed =
                packages.stream().map(name -> "io.xietong." + name + "..").toArray(String[]::new);
        noClasses()
                .that()
                .resideOutsideOfPackages(allowed)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(libraries)
                .check(PROGRAM);
    }

    private static DescribedPredicate<JavaClass> inside(String... names) {
        Set<String> packages = Set.of(names);
        return describe("inside " + packages, type -> packages.contains(part(type)));
    }

    private static DescribedPredicate<JavaClass> outside(String... names) {
        return DescribedPredicate.not(inside(names));
    }

    /** {@code sandbox} of {@code io.xietong.sandbox.SandboxCards}; empty for a class that is not ours. */
    private static String part(JavaClass type) {
        String[] steps = type.getPackageName().split("\\.");
        return steps.length > 2 && type.getPackageName().startsWith("io.xietong.") ? steps[2] : "";
    }

    private static String outermost(JavaClass type) {
        return type.getName().replaceFirst("\\$.*", "");
    }

    private static DescribedPredicate<JavaAccess<?>> readsTheClock() {
        return describe("read the machine's clock", access -> {
            JavaClass owner = access.getTargetOwner();
            String name = access.getName();
            boolean noClockGiven = !access.getTarget().getFullName().contains("java.time.Clock");
            return owner.getPackageName().startsWith("java.time") && name.equals("now") && noClockGiven
                    || owner.isEquivalentTo(java.time.Clock.class)
                            && name.matches("system.*|tick(Minutes|Seconds|Millis)")
                    || owner.getName().equals("java.time.InstantSource") && name.equals("system")
                    || owner.isEquivalentTo(System.class) && name.equals("currentTimeMillis")
                    || owner.isEquivalentTo(java.util.Date.class)
                            && access.getTarget().getFullName().endsWith("<init>()")
                    || owner.isEquivalentTo(java.util.Calendar.class) && name.equals("getInstance");
        });
    }

    private static DescribedPredicate<JavaAccess<?>> asksTheMachine() {
        return describe("ask the machine for its zone, language or running time", access -> {
            String target = access.getTargetOwner().getName() + "." + access.getName();
            return Set.of(
                            "java.time.ZoneId.systemDefault",
                            "java.util.TimeZone.getDefault",
                            "java.util.Locale.getDefault",
                            "java.lang.System.nanoTime",
                            "java.lang.System.getenv")
                    .contains(target);
        });
    }

    private static DescribedPredicate<JavaAccess<?>> comparesText() {
        return describe("compare text or bytes as soon as they differ", access -> {
            JavaClass owner = access.getTargetOwner();
            boolean compares = access.getName().matches("equals|equalsIgnoreCase|contentEquals|compareTo|deepEquals");
            return compares
                    && (owner.isEquivalentTo(String.class)
                            || owner.isEquivalentTo(java.util.Arrays.class)
                            || owner.isEquivalentTo(java.util.Objects.class));
        });
    }

    private static DescribedPredicate<JavaAccess<?>> standardOutput() {
        return describe("write to standard output", access -> {
            boolean system = access.getTargetOwner().isEquivalentTo(System.class);
            return system && access.getName().matches("out|err")
                    || access.getName().equals("printStackTrace");
        });
    }
}
