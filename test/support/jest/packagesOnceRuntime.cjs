/**
 * Jest runtime: installed packages are loaded by Node and stay loaded for all test files of a
 * worker, where Jest would load them anew for each file (n8n-core alone takes most of a second).
 * Our own modules are still loaded anew for each file, and only they can be mocked.
 */
const { createRequire } = require('node:module');
const path = require('node:path');
const { default: JestRuntime } = require('jest-runtime');

/** Jest answers for these itself. */
const OF_JEST = /^(node:|@jest\/globals$)/;
const INSTALLED = `${path.sep}node_modules${path.sep}`;

class PackagesOnceRuntime extends JestRuntime {
	requireModuleOrMock(from, name) {
		const isPackage = !name.startsWith('.') && !path.isAbsolute(name) && !OF_JEST.test(name);
		const load = isPackage ? createRequire(from) : undefined;
		if (load?.resolve(name).includes(INSTALLED)) return load(name);
		return super.requireModuleOrMock(from, name);
	}
}

module.exports = PackagesOnceRuntime;
