package io.clientele.rest.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.filter.FilteringGeneratorDelegate;
import com.fasterxml.jackson.core.filter.TokenFilter;
import com.fasterxml.jackson.core.filter.TokenFilter.Inclusion;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import io.clientele.kernel.InvalidInputException;
import io.clientele.rest.Rendered;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * {@code ?fields=id,name,address.city}: sends only these fields of an answer, or of each item of a list. A field that the answer's type
 * does not have is named and refused.
 */
final class FieldSelections {
    private static final int REMEMBERED = 500;
    private static final int MAX_TEXT = 2000;
    private static final String ITEMS = "items";

    private final ObjectMapper mapper;
    private final Map<Asked, TokenFilter> compiled = new ConcurrentHashMap<>();

    private record Asked(Type type, String fields) {}

    FieldSelections(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    JsonGenerator apply(JsonGenerator json, Type type, HttpServletRequest request) {
        String query = request.getQueryString();
        if (query == null || !query.contains("fields=")) {
            return json;
        }
        String fields = request.getParameter("fields");
        if (fields == null || fields.isEmpty()) {
            return json;
        }
        return new FilteringGeneratorDelegate(json, filter(type, fields), Inclusion.INCLUDE_ALL_AND_PATH, true);
    }

    /** Compiles a selection, or fails if it names a field that {@code type} does not have. */
    TokenFilter filter(Type type, String fields) {
        if (fields.length() > MAX_TEXT) {
            throw new InvalidInputException("fields", "This selection is too long");
        }
        Asked asked = new Asked(type, fields);
        TokenFilter known = compiled.get(asked);
        if (known == null) {
            known = compile(mapper.constructType(type), fields);
            if (compiled.size() < REMEMBERED) {
                compiled.put(asked, known);
            }
        }
        return known;
    }

    private TokenFilter compile(JavaType type, String fields) {
        if (type.isCollectionLikeType() || type.isArrayType()) {
            return select(type.getContentType(), fields);
        }
        JavaType items = properties(type).get(ITEMS);
        if (items != null && items.isCollectionLikeType()) {
            return new Items(select(items.getContentType(), fields));
        }
        return select(type, fields);
    }

    private Selected select(JavaType type, String fields) {
        Selected root = new Selected();
        for (String field : fields.split(",", -1)) {
            String path = field.strip();
            JavaType at = type;
            Selected node = root;
            List<String> steps = List.of(path.split("\\.", -1));
            for (int i = 0; i < steps.size(); i++) {
                String step = steps.get(i);
                at = step(at, step, path);
                if (i == steps.size() - 1) {
                    node.children.put(step, TokenFilter.INCLUDE_ALL);
                } else {
                    TokenFilter child = node.children.computeIfAbsent(step, s -> new Selected());
                    if (!(child instanceof Selected deeper)) {
                        break;
                    }
                    node = deeper;
                }
            }
        }
        return root;
    }

    private @Nullable JavaType step(@Nullable JavaType type, String name, String path) {
        JavaType element = type;
        while (element != null && (element.isCollectionLikeType() || element.isArrayType())) {
            element = element.getContentType();
        }
        if (element == null || element.isJavaLangObject() || element.isMapLikeType() || element.isAbstract()) {
            return null;
        }
        Map<String, JavaType> properties = properties(element);
        JavaType found = properties.get(name);
        if (found == null) {
            throw new InvalidInputException(
                    "fields",
                    "There is no field " + path
                            + (properties.isEmpty()
                                    ? ""
                                    : "; known are " + String.join(", ", new TreeSet<>(properties.keySet()))));
        }
        return found;
    }

    private Map<String, JavaType> properties(JavaType shown) {
        JavaType type = shown.hasRawClass(Rendered.class) ? shown.containedTypeOrUnknown(0) : shown;
        Map<String, JavaType> properties = new LinkedHashMap<>();
        if (!type.isContainerType()
                && !type.isPrimitive()
                && !type.getRawClass().getName().startsWith("java.")) {
            for (BeanPropertyDefinition property :
                    mapper.getSerializationConfig().introspect(type).findProperties()) {
                if (property.getAccessor() != null) {
                    properties.put(property.getName(), property.getPrimaryType());
                }
            }
        }
        return properties;
    }

    /** Lets the selected fields of an object through. */
    private static final class Selected extends TokenFilter {
        private final Map<String, TokenFilter> children = new LinkedHashMap<>();

        @Override
        public @Nullable TokenFilter includeProperty(String name) {
            return children.get(name);
        }

        @Override
        public boolean includeEmptyObject(boolean contentsFiltered) {
            return true;
        }

        @Override
        public boolean includeEmptyArray(boolean contentsFiltered) {
            return true;
        }

        @Override
        protected boolean _includeScalar() {
            return false;
        }
    }

    /** Applies a selection to the items of a page, and lets what is about the page through. */
    private static final class Items extends TokenFilter {
        private final TokenFilter item;

        Items(TokenFilter item) {
            this.item = item;
        }

        @Override
        public TokenFilter includeProperty(String name) {
            return name.equals(ITEMS) ? item : TokenFilter.INCLUDE_ALL;
        }
    }
}
