/**
 * Jest runs tests in a realm of their own, so an Error made by Node itself (an aborted signal, a
 * refused connection) is no `instanceof Error` there, and n8n would report "was not an instance of
 * Error". Outside of Jest this file does nothing.
 */
import { types } from 'node:util';

const ordinary = Function.prototype[Symbol.hasInstance];

function isError(candidate: unknown): boolean {
	return (
		types.isNativeError(candidate) ||
		Object.prototype.toString.call(candidate) === '[object DOMException]'
	);
}

if (!(new DOMException() instanceof Error)) {
	Object.defineProperty(Error, Symbol.hasInstance, {
		value(this: unknown, candidate: unknown): boolean {
			// subclasses inherit this function and keep the ordinary meaning
			return ordinary.call(this, candidate) || (this === Error && isError(candidate));
		},
	});
}
