package io.clientele.rest.internal;

import io.clientele.rest.EventStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import org.apache.cxf.jaxrs.JAXRSInvoker;
import org.apache.cxf.message.Exchange;
import org.jspecify.annotations.Nullable;

/** Calls resource methods: checks the constraints of those that have some, and opens the streams they return. */
final class ValidatingInvoker extends JAXRSInvoker {
    private final Map<Method, Operation> operations;
    private final Constraints constraints;
    private final Streams streams;
    private final JsonBody json;

    ValidatingInvoker(Map<Method, Operation> operations, Constraints constraints, Streams streams, JsonBody json) {
        this.operations = operations;
        this.constraints = constraints;
        this.streams = streams;
        this.json = json;
    }

    @Override
    protected @Nullable Object performInvocation(Exchange exchange, Object resource, Method method, Object[] arguments)
            throws InvocationTargetException, IllegalAccessException {
        Operation operation = operations.get(method);
        if (operation != null && operation.constrained()) {
            constraints.check(resource, method, arguments);
        }
        Object result = method.invoke(resource, arguments);
        if (result instanceof EventStream stream) {
            open(stream, resource.getClass());
            return null;
        }
        return result;
    }

    private void open(EventStream stream, Class<?> source) {
        Call call = Call.current();
        OpenStream opened = streams.create(call, json.mapper(), source);
        try {
            stream.open(opened);
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
        call.stream = opened;
    }
}
