/**
 * Jest environment: test files run in the realm of their worker instead of one of their own each.
 * An Error of Node's or of n8n's is then an `instanceof Error` in tests, as it is in a real n8n, and
 * packages can be loaded once per worker (packagesOnceRuntime.cjs).
 *
 * Test files share globals: what a test changes there, it puts back.
 */
const vm = require('node:vm');
const { TestEnvironment } = require('jest-environment-node');

/** Where Jest keeps what belongs to one test file. */
const OF_ONE_FILE = new Set([
	'EVENT_HANDLERS',
	'JEST_STATE_SYMBOL',
	'RETRY_TIMES_SETTER',
	'TEST_TIMEOUT_SYMBOL',
]);

const contexts = new WeakSet();
const { compileFunction } = vm;

// Jest knows no other way to run a module than in a context of its own
vm.compileFunction = (source, parameters, options = {}) => {
	const { parsingContext, ...rest } = options;
	if (!contexts.has(parsingContext)) return compileFunction(source, parameters, options);
	return compileFunction(source, parameters, rest);
};

class OneRealmEnvironment extends TestEnvironment {
	constructor(config, context) {
		super(config, context);
		contexts.add(this.context);
		this.global = globalThis;
	}

	async teardown() {
		for (const key of Object.getOwnPropertySymbols(globalThis)) {
			if (OF_ONE_FILE.has(key.description)) Reflect.deleteProperty(globalThis, key);
		}
		await super.teardown();
	}
}

module.exports = OneRealmEnvironment;
