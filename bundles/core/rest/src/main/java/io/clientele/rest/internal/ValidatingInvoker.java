package io.clientele.rest.internal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import org.apache.cxf.jaxrs.JAXRSInvoker;
import org.apache.cxf.message.Exchange;

/** Calls resource methods, and checks the constraints of those that have some. */
final class ValidatingInvoker extends JAXRSInvoker {
    private final Map<Method, Operation> operations;
    private final Constraints constraints = new Constraints();

    ValidatingInvoker(Map<Method, Operation> operations) {
        this.operations = operations;
    }

    @Override
    protected Object performInvocation(Exchange exchange, Object resource, Method method, Object[] arguments)
            throws InvocationTargetException, IllegalAccessException {
        Operation operation = operations.get(method);
        if (operation != null && operation.constrained()) {
            constraints.check(resource, method, arguments);
        }
        return method.invoke(resource, arguments);
    }
}
