package io.clientele.rest.host;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;

/** Configurations as the framework makes them of what an operator wrote. */
final class Written {
    private Written() {}

    /** The defaults, save what is given. */
    static HostConfig config(Map<String, String> values) {
        Map<String, Object> given = new HashMap<>(values);
        return (HostConfig) Proxy.newProxyInstance(
                HostConfig.class.getClassLoader(), new Class<?>[] {HostConfig.class}, (proxy, method, arguments) -> {
                    if (method.getDeclaringClass() == Object.class) {
                        return method.getName().equals("equals")
                                ? proxy == arguments[0]
                                : System.identityHashCode(proxy);
                    }
                    Object value = given.getOrDefault(method.getName(), method.getDefaultValue());
                    return method.getReturnType().isArray() && value instanceof String text
                            ? new String[] {text}
                            : value;
                });
    }
}
