package io.xietong.core.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.xietong.core.Demo;
import org.junit.jupiter.api.Test;

class OrganisationTest {

    @Test
    void a_person_can_hold_several_roles() {
        assertThat(Demo.COMPANY.rolesOf("sun.mi"))
                .containsExactly(Role.EMPLOYEE, Role.CONTACT, Role.DEPUTY, Role.SECRETARY);
        assertThat(Demo.COMPANY.rolesOf("zhao.min")).containsExactly(Role.EMPLOYEE, Role.HEAD, Role.MEMBER);
        assertThat(Demo.COMPANY.rolesOf("zhao.gong")).containsExactly(Role.EMPLOYEE, Role.CONTACT, Role.ADMIN);
        assertThat(Demo.COMPANY.rolesOf("chen.zong")).containsExactly(Role.EMPLOYEE, Role.CHAIR);
        assertThat(Demo.COMPANY.rolesOf("liu.fu")).containsExactly(Role.EMPLOYEE, Role.VICE_CHAIR);
    }

    @Test
    void unknown_ids_answer_empty_and_are_said_as_they_stand() {
        assertThat(Demo.COMPANY.person("gone")).isEmpty();
        assertThat(Demo.COMPANY.nameOf("gone")).isEqualTo("gone");
        assertThat(Demo.COMPANY.departmentName("old-sales")).isEqualTo("old-sales");
        assertThat(Demo.COMPANY.departmentOf("gone")).isEmpty();
    }

    @Test
    void an_account_belongs_to_one_platform() {
        assertThat(Demo.COMPANY.byAccount("sandbox", "li.lei"))
                .map(Person::name)
                .contains("李雷");
        assertThat(Demo.COMPANY.byAccount("feishu", "li.lei")).isEmpty();
    }
}
