package io.xietong.core.project;

import io.xietong.core.item.Actor;
import java.time.Instant;

/** 签署: a department stands by the charter. @param actor who signed for it, and in whose name */
public record Signature(String department, Actor actor, Instant at) {}
