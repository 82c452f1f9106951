/** Writes tables into files that spreadsheets open: CSV and XLSX. The one place that knows the libraries for them. */
package io.xietong.app.export;
