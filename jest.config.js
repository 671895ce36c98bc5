/** @type {import('jest').Config} */
module.exports = {
	testEnvironment: '<rootDir>/test/support/jest/oneRealmEnvironment.cjs',
	runtime: '<rootDir>/test/support/jest/packagesOnceRuntime.cjs',
	rootDir: __dirname,
	roots: ['<rootDir>/test'],
	testMatch: ['**/*.test.ts'],
	testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/e2e/'],
	transform: {
		'^.+\\.ts$': [
			'@swc/jest',
			{ jsc: { target: 'es2022', parser: { syntax: 'typescript', decorators: true } } },
		],
	},
	moduleFileExtensions: ['ts', 'js', 'json', 'node'],
	// 2 cores: one worker per core, and a leak of handles is a failure we want to see
	maxWorkers: 2,
	// engine tests talk to a sandbox over HTTP; a busy machine must not turn that into a failure
	testTimeout: 30_000,
};
