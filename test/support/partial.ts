/** `expect.objectContaining` with a type: Jest's own is `any`. */
export const partial = (fields: object): unknown => expect.objectContaining(fields);

/** `expect.any(Number)` with a type. */
export const anyNumber: unknown = expect.any(Number);

/** `expect.stringMatching` with a type. */
export const textLike = (pattern: RegExp): unknown => expect.stringMatching(pattern);

/** `expect.any(String)` with a type. */
export const anyText: unknown = expect.any(String);
