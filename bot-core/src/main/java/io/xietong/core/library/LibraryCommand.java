package io.xietong.core.library;

import io.xietong.core.chat.AboutItem;
import io.xietong.core.chat.Command;
import io.xietong.core.item.ItemNumber;
import io.xietong.core.people.Audience;
import java.time.LocalDate;
import java.util.Optional;

/** What people ask for around documents. */
public sealed interface LibraryCommand extends Command {

    /** 文件 as far as it is known, to be filled in. */
    record Draft(String name, String link) implements LibraryCommand {}

    /** 文件: put one on a shelf. @param review the day by which it is looked at again; by policy when empty */
    record Shelve(Shelf shelf, String name, String link, Audience audience, Optional<LocalDate> review)
            implements LibraryCommand {}

    /** A verb about a document that exists. */
    sealed interface About extends LibraryCommand, AboutItem {}

    /** 更新: a new version. */
    record Renew(ItemNumber number, String link, String note) implements About {}

    /** 复核: it still holds. @param next the day of the next review; by policy when empty */
    record Review(ItemNumber number, Optional<LocalDate> next) implements About {}

    /** 移交 to another owner. */
    record HandOver(ItemNumber number, String person) implements About {}

    /** 下架. */
    record TakeOff(ItemNumber number, boolean confirmed) implements About {}
}
