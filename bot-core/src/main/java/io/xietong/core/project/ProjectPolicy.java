package io.xietong.core.project;

import io.xietong.core.vote.Rule;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The numbers of projects, from {@code policy.yml}. Days are working days.
 *
 * @param signDays      for all named departments to sign the charter
 * @param dutyDays      for the lead to accept the duty
 * @param approvalDays  for the committee to vote
 * @param overdueRounds working days in a row something overdue is brought up again
 * @param remindDays    days before a milestone on which its department is reminded, the largest first
 * @param reportDay    the weekday by whose close the lead reports; empty for no such reminder
 * @param quorum        percent of the members left after recusals and absences that must have voted
 * @param rules         by which rule the committee approves a kind; kinds that are missing need no committee
 * @param planRule     by which rule the committee decides what is in the year's plan
 * @param baselineRule  by which rule the committee decides on a new baseline
 */
public record ProjectPolicy(
        int signDays,
        int dutyDays,
        int approvalDays,
        int overdueRounds,
        List<Integer> remindDays,
        Optional<DayOfWeek> reportDay,
        int quorum,
        Map<ProjectKind, Rule> rules,
        Rule planRule,
        Rule baselineRule) {

    public ProjectPolicy {
        remindDays = List.copyOf(remindDays);
        rules = Map.copyOf(rules);
    }
}
