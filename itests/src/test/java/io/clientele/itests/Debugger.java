package io.clientele.itests;

import com.sun.jdi.AbsentInformationException;
import com.sun.jdi.Bootstrap;
import com.sun.jdi.Location;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.AttachingConnector;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.IllegalConnectorArgumentsException;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.request.BreakpointRequest;
import com.sun.jdi.request.ClassPrepareRequest;
import com.sun.jdi.request.EventRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks at a running server line by line, as programmers do: where a change passes by, and how it stands still at one of these points. */
final class Debugger implements AutoCloseable {
    private static final long GLANCE_MILLIS = 100;
    private final VirtualMachine machine;

    private Debugger(VirtualMachine machine) {
        this.machine = machine;
    }

    /** The option that lets a debugger in at this port of the loopback interface. */
    static String option(int port) {
        return "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=127.0.0.1:" + port;
    }

    static Debugger attach(int port) {
        AttachingConnector connector = Bootstrap.virtualMachineManager().attachingConnectors().stream()
                .filter(each -> each.name().equals("com.sun.jdi.SocketAttach"))
                .findFirst()
                .orElseThrow();
        Map<String, Connector.Argument> arguments = connector.defaultArguments();
        arguments.computeIfPresent("hostname", (name, argument) -> set(argument, "127.0.0.1"));
        arguments.computeIfPresent("port", (name, argument) -> set(argument, Integer.toString(port)));
        try {
            return new Debugger(connector.attach(arguments));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalConnectorArgumentsException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Connector.Argument set(Connector.Argument argument, String value) {
        argument.setValue(value);
        return argument;
    }

    /** Where a line of code begins; the same in every process that runs the same classes. */
    record Point(String type, String method, long index, int line) {
        static Point of(Location location) {
            return new Point(
                    location.declaringType().name(),
                    location.method().name() + location.method().signature(),
                    location.codeIndex(),
                    location.lineNumber());
        }

        @Override
        public String toString() {
            return type.substring(type.lastIndexOf('.') + 1) + "." + method.substring(0, method.indexOf('(')) + ":"
                    + line;
        }
    }

    /** The points of these classes that are passed until {@code work} is done, each where it is passed for the first time. */
    List<Point> trace(List<String> types, Future<?> work) {
        Watch watch = new Watch(types, location -> true, EventRequest.SUSPEND_EVENT_THREAD);
        List<Point> passed = new ArrayList<>();
        boolean over = false;
        while (!over) {
            // Asked before the queue: what it did until then is in there.
            boolean done = work.isDone();
            EventSet events = next();
            if (events != null) {
                events.stream().filter(watch::isHit).forEach(hit -> {
                    passed.add(Point.of(((BreakpointEvent) hit).location()));
                    hit.request().disable();
                });
                events.resume();
            }
            over = done && events == null;
        }
        machine.eventRequestManager().deleteAllBreakpoints();
        return passed;
    }

    /** Lets every thread stand still as soon as one comes to {@code point}. */
    Halt halt(Point point) {
        return new Halt(new Watch(
                List.of(point.type()), location -> Point.of(location).equals(point), EventRequest.SUSPEND_ALL));
    }

    /** A standstill to come. */
    final class Halt {
        private final Watch watch;

        private Halt(Watch watch) {
            this.watch = watch;
        }

        /** Waits until everything stands still, and tells whether that came before {@code work} was done. */
        boolean await(Future<?> work) {
            boolean halted = false;
            boolean over = false;
            while (!halted && !over) {
                over = work.isDone();
                EventSet events = next();
                halted = events != null && events.stream().anyMatch(watch::isHit);
                if (events != null && !halted) {
                    events.resume();
                }
            }
            return halted;
        }
    }

    /** Breakpoints in classes, also in those that are loaded only when they are needed. */
    private final class Watch {
        private final Predicate<Location> wanted;
        private final int suspended;

        Watch(List<String> types, Predicate<Location> wanted, int suspended) {
            this.wanted = wanted;
            this.suspended = suspended;
            for (String type : types) {
                machine.classesByName(type).forEach(this::mark);
                ClassPrepareRequest loading = machine.eventRequestManager().createClassPrepareRequest();
                loading.addClassFilter(type);
                loading.setSuspendPolicy(EventRequest.SUSPEND_EVENT_THREAD);
                loading.enable();
            }
        }

        boolean isHit(Event event) {
            if (event instanceof ClassPrepareEvent loaded) {
                mark(loaded.referenceType());
            }
            return event instanceof BreakpointEvent;
        }

        private void mark(ReferenceType type) {
            lines(type).filter(wanted).forEach(location -> {
                BreakpointRequest request = machine.eventRequestManager().createBreakpointRequest(location);
                request.setSuspendPolicy(suspended);
                request.enable();
            });
        }
    }

    private @Nullable EventSet next() {
        try {
            return machine.eventQueue().remove(GLANCE_MILLIS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<Location> lines(ReferenceType type) {
        try {
            return type.allLineLocations().stream();
        } catch (AbsentInformationException e) {
            throw new IllegalStateException(type + " was compiled without lines", e);
        }
    }

    /** Lets the process run on without a debugger; one that is gone is left alone. */
    @Override
    public void close() {
        try {
            machine.dispose();
        } catch (VMDisconnectedException e) {
            // It was killed: that is what the debugger was for.
        }
    }
}
