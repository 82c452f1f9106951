package io.xietong.core.dispute;

import io.xietong.core.action.Order;
import io.xietong.core.item.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * 裁决.
 *
 * @param favours department whose side was upheld; empty when the ruling takes neither
 * @param orders  what follows, each to become an action item
 */
public record Ruling(String text, Optional<String> favours, List<Order> orders, Actor by, Instant at) {

    public Ruling {
        orders = List.copyOf(orders);
    }
}
