import js from '@eslint/js';
import { n8nCommunityNodesPlugin } from '@n8n/eslint-plugin-community-nodes';
import { defineConfig, globalIgnores } from 'eslint/config';
import n8nNodesBase from 'eslint-plugin-n8n-nodes-base';
import tseslint from 'typescript-eslint';

import houseRules from './scripts/houseRules.mjs';

const PUBLISHED = ['nodes/**/*.ts', 'credentials/**/*.ts'];
const TESTS = ['test/**/*.ts'];
const TOOLS = ['sandbox/**/*.ts', 'bench/**/*.ts', 'scripts/**/*.ts'];

/** What the host brings along; everything else would be a runtime dependency. */
const onlyHostModules = {
	regex: '^(?!\\.{1,2}/|n8n-workflow$|lodash(/|$)|luxon$|node:crypto$)',
	message:
		'Published code imports only n8n-workflow, lodash, luxon, node:crypto and its own files.',
};
const noTooling = {
	regex: '^(\\.\\./)+(sandbox|test|bench|scripts|dist)(/|$)',
	message: 'Published code does not know the sandbox, the tests or the tooling.',
};
const noVendors = {
	regex: '(^|/)(Kommo|Comagic|Clevertim)(/|$)',
	message: 'nodes/shared belongs to no vendor.',
};
const noSideways = {
	regex: '^\\.\\./(?!\\.\\./)|/resources/',
	message: "A resource does not import another: what two share lives in '../../fields' or shared.",
};
const restrictImports = (...patterns) => ['error', { patterns }];

const FILE_SIZE = ['error', { max: 300, skipBlankLines: true, skipComments: true }];
const FUNCTION_SIZE = ['error', { max: 60, skipBlankLines: true, skipComments: true }];

export default defineConfig([
	globalIgnores(['dist/', 'coverage/', 'sandbox/n8n/node_modules/']),
	{ linterOptions: { reportUnusedDisableDirectives: 'error', reportUnusedInlineConfigs: 'error' } },

	{
		name: 'house/javascript',
		files: ['**/*.js', '**/*.cjs', '**/*.mjs'],
		extends: [js.configs.recommended],
		languageOptions: {
			globals: {
				module: 'writable',
				require: 'readonly',
				__dirname: 'readonly',
				process: 'readonly',
			},
		},
	},
	{
		name: 'house/commonjs',
		files: ['**/*.js', '**/*.cjs'],
		languageOptions: { sourceType: 'commonjs' },
	},

	{
		name: 'house/pages of the sandbox',
		files: ['sandbox/*/board/**/*.js'],
		languageOptions: {
			sourceType: 'module',
			globals: Object.fromEntries(
				['document', 'window', 'location', 'history', 'localStorage', 'console']
					.concat(['fetch', 'FormData', 'URL', 'URLSearchParams', 'Event', 'HTMLElement'])
					.concat(['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'])
					.map((name) => [name, 'readonly']),
			),
		},
	},

	{
		name: 'house/typescript',
		files: ['**/*.ts'],
		extends: [js.configs.recommended, tseslint.configs.strictTypeChecked],
		languageOptions: {
			parserOptions: { project: './tsconfig.check.json', tsconfigRootDir: import.meta.dirname },
		},
		rules: {
			'@typescript-eslint/no-explicit-any': 'error',
			'@typescript-eslint/no-non-null-assertion': 'error',
			'@typescript-eslint/consistent-type-imports': 'error',
			'@typescript-eslint/switch-exhaustiveness-check': [
				'error',
				{ considerDefaultExhaustiveForUnions: true },
			],
			'@typescript-eslint/no-unused-vars': [
				'error',
				{ argsIgnorePattern: '^_', ignoreRestSiblings: true },
			],
			// a number in a message reads as itself; objects, null and undefined stay forbidden
			'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
			// 'return report(…)' is the plainest early exit of a function that answers nothing
			'@typescript-eslint/no-confusing-void-expression': 'off',
			eqeqeq: 'error',
			'max-lines': FILE_SIZE,
			'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'] }],
		},
	},
	{
		name: 'house/everywhere',
		files: ['**/*.{ts,js,cjs,mjs}'],
		plugins: { house: houseRules },
		rules: { 'house/disable-needs-reason': 'error', 'house/telling-file-name': 'error' },
	},

	{
		name: 'n8n/community-nodes',
		...n8nCommunityNodesPlugin.configs.recommended,
		files: [...PUBLISHED, 'package.json'],
	},
	{
		name: 'n8n/package.json',
		files: ['package.json'],
		plugins: { 'n8n-nodes-base': n8nNodesBase },
		languageOptions: {
			parser: tseslint.parser,
			parserOptions: { extraFileExtensions: ['.json'] },
		},
		rules: n8nNodesBase.configs.community.rules,
	},
	{
		name: 'n8n/credentials',
		files: ['credentials/**/*.ts'],
		plugins: { 'n8n-nodes-base': n8nNodesBase },
		rules: {
			...n8nNodesBase.configs.credentials.rules,
			// wants the page's slug, which only n8n's own nodes have; '…-not-http-url' asks for our URL
			'n8n-nodes-base/cred-class-field-documentation-url-miscased': 'off',
		},
	},
	{
		name: 'n8n/nodes',
		files: ['nodes/**/*.ts'],
		plugins: { 'n8n-nodes-base': n8nNodesBase },
		rules: {
			...n8nNodesBase.configs.nodes.rules,
			// want the literal 'main', which n8n's newer rule node-connection-type-literal forbids
			'n8n-nodes-base/node-class-description-inputs-wrong-regular-node': 'off',
			'n8n-nodes-base/node-class-description-outputs-wrong': 'off',
		},
	},

	{
		name: 'n8n/below the engine',
		files: ['nodes/**/*.ts'],
		ignores: ['nodes/**/*.node.ts', 'nodes/*/methods/**', 'nodes/*/webhook/**'],
		rules: {
			// what the engine calls throws plain facts; nodes/shared/nodeFailure.ts wraps each once
			'@n8n/community-nodes/require-node-api-error': 'off',
		},
	},

	{
		name: 'house/published',
		files: PUBLISHED,
		rules: {
			'max-lines-per-function': FUNCTION_SIZE,
			'no-console': 'error',
			'no-restricted-globals': [
				'error',
				...['setTimeout', 'setInterval', 'setImmediate'].map((name) => ({
					name,
					message: 'Time is injected: use the Clock of nodes/shared/clock.ts.',
				})),
				...['fetch', 'XMLHttpRequest', 'WebSocket'].map((name) => ({
					name,
					message: 'The only way to the network is the transport of the vendor.',
				})),
			],
			'@typescript-eslint/no-restricted-imports': restrictImports(onlyHostModules, noTooling),
		},
	},
	{
		name: 'house/shared',
		files: ['nodes/shared/**/*.ts'],
		rules: {
			'@typescript-eslint/no-restricted-imports': restrictImports(
				onlyHostModules,
				noTooling,
				noVendors,
			),
		},
	},
	{
		name: 'house/resources',
		files: ['nodes/*/resources/*/**/*.ts'],
		rules: {
			'@typescript-eslint/no-restricted-imports': restrictImports(
				onlyHostModules,
				noTooling,
				noSideways,
			),
			'no-restricted-syntax': [
				'error',
				{
					selector: 'MemberExpression[property.name=/^(httpRequest|request)/]',
					message: 'An operation is data: it has no private way to the network.',
				},
			],
		},
	},

	{
		name: 'house/tests',
		files: TESTS,
		rules: {
			'no-restricted-syntax': [
				'error',
				{
					selector:
						'MemberExpression[object.name=/^(describe|it|test)$/][property.name=/^(only|skip|todo)$/]',
					message: 'Every test runs, always.',
				},
				{
					selector: 'CallExpression[callee.name=/^(xit|xtest|xdescribe|fit|fdescribe)$/]',
					message: 'Every test runs, always.',
				},
			],
		},
	},
	{
		name: 'house/tests and tools',
		files: [...TESTS, ...TOOLS],
		rules: {
			// stubs and handlers are async because their interface says so
			'@typescript-eslint/require-await': 'off',
		},
	},
]);
