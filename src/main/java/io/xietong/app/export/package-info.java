/** Writes tables into files that spreadsheets open, CSV and XLSX, and several files into one. The one place that knows the libraries for them. */
package io.xietong.app.export;
