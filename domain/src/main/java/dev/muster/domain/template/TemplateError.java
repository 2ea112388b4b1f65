package dev.muster.domain.template;

import dev.muster.domain.shared.ErrorCode;

/** Codes of failures about templates. */
public enum TemplateError implements ErrorCode {
    TEMPLATE_NOT_FOUND,
    /** Another template of the owner has this name. */
    TEMPLATE_EXISTS,
    /** The template comes with Muster; nobody changes it, deletes it or takes its name. */
    TEMPLATE_BUILT_IN,
    /** The template has made its task of this story already. */
    TEMPLATE_ALREADY_APPLIED,
    /** A person has at most {@value TaskTemplate#MAX_PER_PERSON} templates. */
    TOO_MANY_TEMPLATES,
    /** A pattern names something that no story has. */
    UNKNOWN_PLACEHOLDER
}
