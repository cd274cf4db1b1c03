package io.clientele.rest.host;

/** What an operator may set, as written: {@link ConfiguredSettings} says what is wrong with a number better than a conversion that fails. */
@interface HostConfig {
    String host() default "127.0.0.1";

    String port() default "8181";

    String portFile() default "";

    String[] allowedOrigins() default {};

    String[] trustedProxies() default {};

    String threads() default "32";

    String queued() default "256";

    String bodyBytes() default "1048576";

    String bodyPatienceSeconds() default "10";

    String requestSeconds() default "60";

    String headerBytes() default "8192";

    String idleSeconds() default "30";

    /** The file that it comes from, if it comes from one. */
    String felix_fileinstall_filename() default "";
}
