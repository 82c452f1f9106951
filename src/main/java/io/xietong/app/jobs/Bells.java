package io.xietong.app.jobs;

import io.xietong.app.store.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.spi.JobFactory;
import org.quartz.utils.ConnectionProvider;
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

    private final Scheduler scheduler;

    private Bells(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /** A bell: how often it rings, in seconds, and what is done then. */
    public record Bell(int everySeconds, Runnable work) {}

    /** Starts ringing. */
    public static Bells start(Database database, boolean clustered, Map<String, Bell> bells) {
        DBConnectionManager.getInstance().addConnectionProvider(SOURCE, new Connections(database));
        try {
            Scheduler scheduler = new StdSchedulerFactory(settings(clustered)).getScheduler();
            scheduler.setJobFactory(factory(bells));
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
            return new Bells(scheduler);
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

    private record Connections(Database database) implements ConnectionProvider {
        @Override
        public Connection getConnection() throws SQLException {
            return database.source().getConnection();
        }

        @Override
        public void shutdown() {
            log.debug("the database is closed by its owner");
        }

        @Override
        public void initialize() {
            log.debug("the database is open already");
        }
    }

    /** Waits for what is ringing, then stops. */
    @Override
    public void close() {
        try {
            scheduler.shutdown(true);
        } catch (SchedulerException e) {
            log.warn("the scheduler did not stop cleanly: {}", e.toString());
        }
    }
}
