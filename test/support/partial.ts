/** `expect.objectContaining` with a type: Jest's own is `any`. */
export const partial = (fields: object): unknown => expect.objectContaining(fields);
