package io.xietong.app.store;

import io.xietong.core.chat.Outgoing;
import io.xietong.core.item.ItemNumber;
import java.time.Instant;
import java.util.Optional;

/**
 * One message that waits to be sent.
 *
 * @param outgoing empty for a refresh: all cards of the item are drawn anew where they are
 * @param attempts how often sending was tried
 */
public record OutboxRow(
        long id,
        Optional<ItemNumber> item,
        Optional<Outgoing> outgoing,
        int attempts,
        Instant createdAt,
        Instant notBefore) {}
