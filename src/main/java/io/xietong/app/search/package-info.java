/** Finds items by their words: an index in memory, made from the database and never the truth itself. The one place that knows Lucene. */
package io.xietong.app.search;
