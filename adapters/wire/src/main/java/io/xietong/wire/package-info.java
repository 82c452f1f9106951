/** What the platform adapters share on the wire, and nothing that knows one platform from another. */
package io.xietong.wire;
