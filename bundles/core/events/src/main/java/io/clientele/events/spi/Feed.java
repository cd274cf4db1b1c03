package io.clientele.events.spi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.service.component.annotations.ComponentPropertyType;

/**
 * Which events an {@link EventHandler} gets, put on its component. Its service properties are {@code clientele.feed.name} (or {@code
 * clientele.feed}), {@code clientele.feed.types}, {@code clientele.feed.from} and {@code clientele.feed.beforeRequests}. A bundle that reads
 * in the name of another one names that in {@code clientele.feed.module}.
 */
@ComponentPropertyType
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Feed {
    /** What the properties begin with. */
    String PREFIX_ = "clientele.feed.";

    /** {@link #from}: what happens from the moment on in which the feed is seen first. */
    String NOW = "now";

    /** {@link #from}: everything that is still kept. */
    String START = "start";

    /** The name under which the feed's place is kept; the symbolic name of the handler's bundle if empty. */
    String name() default "";

    /** Types such as {@code registry.CustomerAdded}, or all of a bundle, {@code registry.*}; every type if empty. */
    String[] types() default {};

    /** Where a feed begins that has never been seen before: {@link #NOW} or {@link #START}. */
    String from() default NOW;

    /**
     * Whether the module's resources may be asked only once it has read what happened before it came: of a module that was away, nobody is
     * told what was true before.
     */
    boolean beforeRequests() default false;
}
