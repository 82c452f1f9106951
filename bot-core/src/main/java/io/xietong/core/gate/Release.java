package io.xietong.core.gate;

import io.xietong.core.item.Actor;
import java.time.Instant;

/** 放行: the chair opened the next stage although not every department has passed the gate. @param reason public */
public record Release(String reason, Actor by, Instant at) {}
