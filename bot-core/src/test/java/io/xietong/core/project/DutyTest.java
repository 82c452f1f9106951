package io.xietong.core.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.core.item.Actor;
import io.xietong.core.people.Delegation;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who signs and accepts while somebody is away (plan duty 12; spec.md 4.11). */
class DutyTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private static void away(Site site, String person, String delegate) {
        site.delegations.add(new Delegation(person, Optional.of(delegate), TODAY, TODAY.plusDays(9), person));
    }

    @Test
    void the_duty_is_accepted_in_person_whoever_stands_in_for_the_lead() {
        Site site = new Site().drafted().signed();
        away(site, "market.contact", "market.deputy");
        ProjectCommand.AcceptDuty accept = new ProjectCommand.AcceptDuty(Site.NUMBER, Optional.of(30));
        assertThat(site.refused("market.deputy", accept)).isEqualTo("project.refused.only-lead");
        site.does("market.contact", accept);
        assertThat(site.project.lead().share()).contains(30);
    }

    @Test
    void who_acts_for_a_head_signs_in_the_heads_name() {
        Site site = new Site().drafted();
        away(site, "production.head", "production.deputy");
        site.does("production.deputy", new ProjectCommand.Sign(Site.NUMBER));
        Signature signature = site.project.signatures().get(0);
        assertThat(signature.department()).isEqualTo("production");
        assertThat(signature.actor())
                .isEqualTo(new Actor(Optional.of("production.deputy"), Optional.of("production.head")));
        assertThat(site.refused("market.deputy", new ProjectCommand.Sign(Site.NUMBER)))
                .isEqualTo("project.refused.only-heads");
    }

    @Test
    void the_lead_does_not_vote_on_the_own_project_and_the_vice_chair_presides_when_the_chair_leads() {
        Site site = new Site().drafted();
        site.does("market.staff", new ProjectCommand.Revise(Site.NUMBER, Site.CHARTER, "chair", Site.PLAN));
        for (String head : new String[] {"chair", "market.head", "production.head"})
            site.does(head, new ProjectCommand.Sign(Site.NUMBER));
        site.does("chair", new ProjectCommand.AcceptDuty(Site.NUMBER, Optional.empty()));
        assertThat(site.project.approval().orElseThrow().presiding()).isEqualTo("vice");
        assertThat(site.project.approval().orElseThrow().ballot().eligible()).doesNotContain("chair");
        assertThat(site.refused("chair", new ProjectCommand.Vote(Site.NUMBER, ProjectCommand.Choice.FOR, "")))
                .isEqualTo("project.refused.only-members");
    }
}
