/** Everything that is reached over HTTP. Only this package and the main class know Javalin. */
package io.xietong.app.web;
