/** Named places at which a test can have the process die, to prove that nothing is lost there. Inert in service. */
package io.xietong.app.crash;
