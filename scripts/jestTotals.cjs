/** Jest reporter: closes the run with one line a machine can read, `N passed, N failed`. */
class JestTotals {
	onRunComplete(_contexts, results) {
		// a suite that did not even start has no tests of its own to count
		const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
		// Jest adds its summary behind every other reporter; the exit is later still
		process.once('exit', () => {
			process.stdout.write(`${results.numPassedTests} passed, ${failed} failed\n`);
		});
	}
}

module.exports = JestTotals;
