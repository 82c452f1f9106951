package io.xietong.core.people;

import io.xietong.core.text.Message;

/** One way in which a platform's directory differs from the organisation. */
public sealed interface DirectoryChange {

    /** The difference in a sentence, with what applying it does. */
    Message sentence();

    /** Somebody new. */
    record Joined(String account, String name, Department department) implements DirectoryChange {
        @Override
        public Message sentence() {
            return Message.of("organisation.sync.joined", name, department.name(), account);
        }
    }

    /** Somebody new whose department the organisation does not have; an administrator adds that first. */
    record Unplaced(String account, String name, String unit) implements DirectoryChange {
        @Override
        public Message sentence() {
            return Message.of("organisation.sync.unplaced", name, unit, account);
        }
    }

    /** Somebody known whose account here was not: there is one member of that name, and one person. */
    record Linked(Person person, String account) implements DirectoryChange {
        @Override
        public Message sentence() {
            return Message.of("organisation.sync.linked", person.name(), account, person.id());
        }
    }

    /** Somebody whose account is gone or frozen. The person stays, since items remember them; the account goes. */
    record Left(Person person, String account) implements DirectoryChange {
        @Override
        public Message sentence() {
            return Message.of("organisation.sync.left", person.name(), account, person.id());
        }
    }

    /** Somebody who has another name now. */
    record Renamed(Person person, String name) implements DirectoryChange {
        @Override
        public Message sentence() {
            return Message.of("organisation.sync.renamed", person.name(), name, person.id());
        }
    }

    /** Somebody who works in another department now. */
    record Moved(Person person, String from, Department to) implements DirectoryChange {
        @Override
        public Message sentence() {
            return Message.of("organisation.sync.moved", person.name(), from, to.name());
        }
    }

    /** A department with another head. */
    record NewHead(Department department, String before, Person head) implements DirectoryChange {
        @Override
        public Message sentence() {
            return before.isEmpty()
                    ? Message.of("organisation.sync.first-head", department.name(), head.name())
                    : Message.of("organisation.sync.new-head", department.name(), before, head.name());
        }
    }
}
