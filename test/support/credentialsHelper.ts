import './isolatedUserFolder';

import { omit, pick, set } from 'lodash';
import { getAdditionalKeys } from 'n8n-core';
import {
	ICredentialsHelper,
	isExpression,
	NodeHelpers,
	Workflow,
	type ICredentialDataDecryptedObject,
	type ICredentials,
	type ICredentialsExpressionResolveValues,
	type ICredentialType,
	type IExecuteData,
	type IHttpRequestHelper,
	type IHttpRequestOptions,
	type INode,
	type INodeCredentialsDetails,
	type INodeParameters,
	type INodeProperties,
	type IWorkflowDataProxyAdditionalKeys,
	type IWorkflowExecuteAdditionalData,
	type WorkflowExecuteMode,
} from 'n8n-workflow';

import type { CredentialStore } from './credentialStore';
import { oAuth2ApiType } from './oAuth2ApiType';
import { ownCredentialTypes } from './ownCredentialTypes';
import { bareNode, bareNodeTypes } from './nodeTypes';

/** Hidden OAuth2 fields: what is stored under these names is ignored, the class decides. */
const pinnedFields = ['authUrl', 'accessTokenUrl', 'grantType', 'authentication', 'usePkce'];

/** The store as n8n's engine sees it: defaults, expressions and authentication resolved like n8n does. */
export class TestCredentialsHelper extends ICredentialsHelper {
	private readonly types: Map<string, ICredentialType>;

	private constructor(
		private readonly store: CredentialStore,
		types: ICredentialType[],
	) {
		super();
		this.types = new Map([oAuth2ApiType, ...types].map((type) => [type.name, type]));
	}

	static async create(store: CredentialStore): Promise<TestCredentialsHelper> {
		return new TestCredentialsHelper(store, store.types ?? (await ownCredentialTypes()));
	}

	typeOf(name: string): ICredentialType {
		const type = this.types.get(name);
		if (!type) throw new Error(`Credential type '${name}' is not known to this test`);
		return type;
	}

	override getParentTypes(name: string): string[] {
		const parents = this.types.get(name)?.extends ?? [];
		return [...parents, ...parents.flatMap((parent) => this.getParentTypes(parent))];
	}

	override isCredentialUsableByNode(): boolean {
		return true;
	}

	override getCredentialsProperties(name: string): INodeProperties[] {
		const type = this.typeOf(name);
		const properties: INodeProperties[] = [];
		for (const parent of type.extends ?? []) {
			NodeHelpers.mergeNodeProperties(properties, this.getCredentialsProperties(parent));
		}
		NodeHelpers.mergeNodeProperties(properties, type.properties);
		return properties;
	}

	override async authenticate(
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
		// the engine always passes full options; the base class's union is older than that
		requestOptions: IHttpRequestOptions,
		workflow?: Workflow,
		node?: INode,
	): Promise<IHttpRequestOptions> {
		const { authenticate } = this.typeOf(typeName);
		if (!authenticate) return requestOptions;
		if (typeof authenticate === 'function') return await authenticate(credentials, requestOptions);
		if (!workflow || !node) throw new Error('Declarative authentication needs workflow and node');

		const keys: IWorkflowDataProxyAdditionalKeys = { $credentials: credentials };
		const resolve = (value: string) => resolveText(workflow, node, value, keys);
		for (const [place, entries] of Object.entries(authenticate.properties)) {
			for (const [key, value] of Object.entries(entries as Record<string, string>)) {
				set(requestOptions, [place, resolve(key)], resolve(value));
			}
		}
		return requestOptions;
	}

	override async preAuthentication(): Promise<undefined> {
		return undefined;
	}

	override async runPreAuthentication(
		helpers: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
	): Promise<ICredentialDataDecryptedObject | undefined> {
		const output = await this.typeOf(typeName).preAuthentication?.call(helpers, credentials);
		return output && { ...credentials, ...(output as ICredentialDataDecryptedObject) };
	}

	override async getCredentials(): Promise<ICredentials> {
		throw new Error('Encrypted credentials do not exist in tests');
	}

	override async getDecrypted(
		additionalData: IWorkflowExecuteAdditionalData,
		nodeCredentials: INodeCredentialsDetails,
		type: string,
		mode: WorkflowExecuteMode,
		executeData?: IExecuteData,
		raw?: boolean,
		resolveValues?: ICredentialsExpressionResolveValues,
	): Promise<ICredentialDataDecryptedObject> {
		const stored = this.store.require(type, nodeCredentials.id);
		if (raw === true) return stored;
		return this.resolve(type, stored, { additionalData, mode, executeData, resolveValues });
	}

	/** Stored data plus the class's defaults, every expression (also `$self`) evaluated. */
	resolve(
		type: string,
		stored: ICredentialDataDecryptedObject,
		run: {
			additionalData: IWorkflowExecuteAdditionalData;
			mode: WorkflowExecuteMode;
			executeData?: IExecuteData | undefined;
			resolveValues?: ICredentialsExpressionResolveValues | undefined;
		},
	): ICredentialDataDecryptedObject {
		const withDefaults = this.withDefaults(type, stored);
		const keys = getAdditionalKeys(run.additionalData, run.mode, null, { isCredential: true });
		const at = run.resolveValues;
		const resolved = at
			? at.workflow.expression.getParameterValue(
					withDefaults,
					at.runExecutionData,
					at.runIndex,
					at.itemIndex,
					at.node.name,
					at.connectionInputData,
					run.mode,
					keys,
					run.executeData,
					false,
					withDefaults,
				)
			: bareWorkflow().expression.getComplexParameterValue(
					bareNode,
					withDefaults,
					run.mode,
					keys,
					undefined,
					undefined,
					withDefaults,
				);
		// parameters in, parameters out: the two n8n types differ in name only
		return resolved as ICredentialDataDecryptedObject;
	}

	override async updateCredentials(
		_nodeCredentials: INodeCredentialsDetails,
		type: string,
		data: ICredentialDataDecryptedObject,
	): Promise<void> {
		this.store.update(type, data);
	}

	override async updateCredentialsOauthTokenData(
		nodeCredentials: INodeCredentialsDetails,
		type: string,
		data: ICredentialDataDecryptedObject,
	): Promise<void> {
		this.store.require(type, nodeCredentials.id);
		this.store.update(type, { oauthTokenData: data.oauthTokenData ?? {} });
		this.store.tokenUpdates.push({ type, at: Date.now() });
	}

	private withDefaults(type: string, stored: ICredentialDataDecryptedObject): INodeParameters {
		const properties = this.getCredentialsProperties(type);
		const pinned = properties.filter(({ name, type: kind }) => {
			return kind === 'hidden' && pinnedFields.includes(name);
		});
		const given = omit(
			stored,
			pinned.map(({ name }) => name),
		) as INodeParameters;
		const filled = NodeHelpers.getNodeParameters(properties, given, true, false, null, null);
		// n8n keeps these whether the class declares them or not
		const domains = pick(stored, ['allowedHttpRequestDomains', 'allowedDomains']);
		const token = pick(stored, ['oauthTokenData']) as INodeParameters;
		return { ...(domains as INodeParameters), ...filled, ...token };
	}
}

function resolveText(
	workflow: Workflow,
	node: INode,
	value: string,
	keys: IWorkflowDataProxyAdditionalKeys,
): string {
	if (!isExpression(value)) return value;
	const found = workflow.expression.getSimpleParameterValue(
		node,
		value,
		'internal',
		keys,
		undefined,
		'',
	);
	return found ? String(found) : '';
}

const bareWorkflow = () =>
	new Workflow({ nodes: [bareNode], connections: {}, active: false, nodeTypes: bareNodeTypes });
