package io.clientele.rest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A part of an answer, a text or a list of texts, that is a message to people: it is told in the language that the request asks for, if a
 * bundle's phrases hold it, as the details of problems are.
 */
@Target({ElementType.RECORD_COMPONENT, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Told {}
