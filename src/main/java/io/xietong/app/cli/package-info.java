/** The command line: what an administrator types on the server. */
package io.xietong.app.cli;
