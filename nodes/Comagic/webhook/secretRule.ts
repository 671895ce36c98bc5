/** Name of the query parameter that carries the secret. */
export const SECRET_PARAMETER = 'secret';

/** Characters that an address carries unchanged. */
export const SECRET_RULE = /^[\w-]{16,200}$/;
