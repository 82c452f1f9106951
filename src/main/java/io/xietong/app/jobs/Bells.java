package io.xietong.app.jobs;

import io.xietong.app.store.Database;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.spi.JobFactory;
import org.quartz.utils.DBConnectionManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Few bells, fixed in number, in Quartz's JDBC store: each rings on one node of the cluster at a time. What rings is harmless
 * twice, because a paused node's job is run again by another. Deadlines are rows that a bell has swept, never triggers.
 */
public final class Bells implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Bells.class);
    private static final String SOURCE = "xietong";

    /** Of earlier versions; each node does their work by itself now. */
    private static final List<String> RETIRED = List.of("deadline-sweep");

    private static final int LONGEST_STOP_MILLIS = 10_000;
    private static final int LOOK_MILLIS = 25;

    private final Scheduler scheduler;
    private final LentConnections connections;

    private Bells(Scheduler scheduler, LentConnections connections) {
        this.scheduler = scheduler;
        this.connections = connections;
    }

    /** A bell: how often it rings, in seconds, and what is done then. */
    public record Bell(int everySeconds, Runnable work) {}

    /** Starts ringing. */
    public static Bells start(Database database, boolean clustered, Map<String, Bell> bells) {
        LentConnections connections = new LentConnections(database);
        DBConnectionManager.getInstance().addConnectionProvider(SOURCE, connections);
        try {
            Scheduler scheduler = new StdSchedulerFactory(settings(clustered)).getScheduler();
            scheduler.setJobFactory(factory(bells));
            for (String bell : RETIRED) scheduler.deleteJob(new JobKey(bell));
            for (Map.Entry<String, Bell> bell : bells.entrySet()) {
                JobDetail job = JobBuilder.newJob(Ring.class)
                        .withIdentity(bell.getKey())
                        .storeDurably()
                        .build();
                Trigger trigger = TriggerBuilder.newTrigger()
                        .withIdentity(bell.getKey())
                        .forJob(job)
                        .withSchedule(SimpleScheduleBuilder.repeatSecondlyForever(
                                        bell.getValue().everySeconds())
                                .withMisfireHandlingInstructionNextWithRemainingCount())
                        .build();
                scheduler.scheduleJob(job, java.util.Set.of(trigger), true);
            }
            scheduler.start();
            return new Bells(scheduler, connections);
        } catch (SchedulerException e) {
            throw new IllegalStateException("the scheduler does not start", e);
        }
    }

    private static Properties settings(boolean clustered) {
        Properties settings = new Properties();
        settings.setProperty("org.quartz.scheduler.instanceName", "xietong");
        settings.setProperty("org.quartz.scheduler.instanceId", "AUTO");
        settings.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
        settings.setProperty("org.quartz.threadPool.threadCount", "2");
        settings.setProperty("org.quartz.threadPool.makeThreadsDaemons", "true");
        settings.setProperty("org.quartz.jobStore.class", "org.quartz.impl.jdbcjobstore.JobStoreTX");
        settings.setProperty("org.quartz.jobStore.driverDelegateClass", "org.quartz.impl.jdbcjobstore.StdJDBCDelegate");
        settings.setProperty("org.quartz.jobStore.dataSource", SOURCE);
        settings.setProperty("org.quartz.jobStore.useProperties", "true");
        settings.setProperty("org.quartz.jobStore.isClustered", Boolean.toString(clustered));
        settings.setProperty("org.quartz.jobStore.clusterCheckinInterval", "3000");
        settings.setProperty("org.quartz.jobStore.misfireThreshold", "10000");
        return settings;
    }

    private static JobFactory factory(Map<String, Bell> bells) {
        return (bundle, scheduler) -> {
            Bell bell = bells.get(bundle.getJobDetail().getKey().getName());
            return new Ring(bell == null ? () -> {} : bell.work());
        };
    }

    /** Rings once. A bell of a newer or older version that this one does not know is silent. */
    @DisallowConcurrentExecution
    static final class Ring implements Job {
        private final Runnable work;

        Ring(Runnable work) {
            this.work = work;
        }

        @Override
        public void execute(JobExecutionContext context) {
            try {
                work.run();
            } catch (RuntimeException e) {
                log.warn(
                        "bell {} failed, it rings again: {}",
                        context.getJobDetail().getKey().getName(),
                        e.toString(),
                        e);
            }
        }
    }

    /**
     * Waits a while for what is ringing, then stops. Quartz itself is not asked to wait: one of its threads that needs a connection
     * now asks again until the store is closed, which Quartz does only after that thread has ended.
     */
    @Override
    public void close() {
        try {
            scheduler.standby();
            untilQuiet();
            connections.shut();
            scheduler.shutdown(false);
        } catch (SchedulerException e) {
            log.warn("the scheduler did not stop cleanly: {}", e.toString());
        }
    }

    /** Until no job runs and no connection is lent, twice in a row: on stand-by nothing new begins. */
    private void untilQuiet() throws SchedulerException {
        int quiet = 0;
        for (int looked = 0; quiet < 2 && looked < LONGEST_STOP_MILLIS / LOOK_MILLIS; looked++) {
            boolean now = connections.noneLent()
                    && scheduler.getCurrentlyExecutingJobs().isEmpty();
            quiet = now ? quiet + 1 : 0;
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS));
        }
        if (quiet < 2) log.warn("a bell still rings, the scheduler stops all the same");
    }
}
