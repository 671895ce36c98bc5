import {
	NodeOperationError,
	sleep,
	type ICredentialType,
	type IDataObject,
	type IExecuteFunctions,
	type ILoadOptionsFunctions,
	type INodeExecutionData,
	type INodeProperties,
	type INodeType,
} from 'n8n-workflow';

import { stubDescription } from '../support/nodeTypes';

const text = (name: string, more: Partial<INodeProperties> = {}): INodeProperties => ({
	displayName: name,
	name,
	type: 'string',
	default: '',
	...more,
});

const customFields: INodeProperties = {
	displayName: 'Custom Fields',
	name: 'customFields',
	type: 'resourceMapper',
	noDataExpression: true,
	default: { mappingMode: 'defineBelow', value: null },
	typeOptions: { resourceMapper: { resourceMapperMethod: 'getFields', mode: 'add' } },
};

/** What the stub does with an item; by expression, so that one run can mix. */
export type Behaviour =
	'send' | 'itemError' | 'jsonError' | 'throw' | 'wait' | 'hint' | 'file' | 'nothing';

/** One request per item through the credential; each behaviour shows one habit of the engine. */
export function stubNode({ onWait = () => {} }: { onWait?: () => void } = {}): INodeType {
	return {
		description: stubDescription('stub', {
			credentials: [
				{ name: 'stubApi', required: true, displayOptions: { show: { auth: ['token'] } } },
				{ name: 'stubOAuth2Api', required: true, displayOptions: { show: { auth: ['oAuth2'] } } },
			],
			properties: [
				text('auth', { default: 'token' }),
				text('behaviour', { default: 'send' }),
				text('name'),
				text('required', { required: true, default: 'given' }),
				text('zone'),
				customFields,
			],
		}),
		methods: {
			loadOptions: {
				async getNames(this: ILoadOptionsFunctions) {
					const answer = await send.call(this, 'GET', '/names', {});
					const name = JSON.stringify([this.getCurrentNodeParameter('name'), answer.name]);
					return [{ name, value: 1 }];
				},
			},
			listSearch: {
				async searchNames(this: ILoadOptionsFunctions, filter?: string, token?: string) {
					return {
						results: [{ name: `${filter ?? 'all'} after ${token ?? 'start'}`, value: 1 }],
						paginationToken: '2',
					};
				},
			},
			resourceMapping: {
				async getFields() {
					const field = { displayName: 'Age', required: false, defaultMatch: false, display: true };
					return { fields: [{ ...field, id: 'age', type: 'number' as const }] };
				},
			},
		},
		async execute(this: IExecuteFunctions) {
			const items: INodeExecutionData[] = [];
			for (const [index, input] of this.getInputData().entries()) {
				items.push(...(await onItem.call(this, index, input, onWait)));
			}
			return [items];
		},
	};
}

async function onItem(
	this: IExecuteFunctions,
	index: number,
	input: INodeExecutionData,
	onWait: () => void,
): Promise<INodeExecutionData[]> {
	const pairedItem = { item: index };
	const failure = new NodeOperationError(this.getNode(), `'Name' is taken`, {
		itemIndex: index,
		description: 'Choose another one',
	});
	switch (this.getNodeParameter('behaviour', index)) {
		case 'itemError':
			return [{ json: { ...input.json }, error: failure, pairedItem }];
		case 'jsonError':
			return [{ json: { error: failure.message }, pairedItem }];
		case 'throw':
			throw failure;
		case 'wait':
			onWait();
			await sleep(10_000, this.getExecutionCancelSignal());
			return [{ json: { waited: true }, pairedItem }];
		case 'hint':
			this.addExecutionHints({ message: `Item ${index} looks odd`, location: 'outputPane' });
			return [{ json: {}, pairedItem }];
		case 'file': {
			const content = await this.helpers.getBinaryDataBuffer(index, 'data');
			const { fileName } = this.helpers.assertBinaryData(index, 'data');
			return [{ json: { fileName, content: content.toString() }, pairedItem }];
		}
		case 'nothing':
			return [];
		default:
			return [{ json: await sendItem.call(this, index), pairedItem }];
	}
}

async function sendItem(this: IExecuteFunctions, index: number): Promise<IDataObject> {
	return await send.call(this, 'POST', '/names', {
		name: this.getNodeParameter('name', index),
		fields: this.getNodeParameter('customFields.value', index, null),
		zone: this.getTimezone(),
		tool: this.isToolExecution(),
	});
}

async function send(
	this: IExecuteFunctions | ILoadOptionsFunctions,
	method: 'GET' | 'POST',
	url: string,
	body: object,
): Promise<IDataObject> {
	const auth = this.getNode().parameters.auth;
	const type = auth === 'oAuth2' ? 'stubOAuth2Api' : 'stubApi';
	const { baseUrl } = await this.getCredentials<{ baseUrl: string }>(type);
	const answer: unknown = await this.helpers.httpRequestWithAuthentication.call(this, type, {
		method,
		baseURL: baseUrl,
		url,
		json: true,
		...(method === 'POST' ? { body } : {}),
	});
	return answer as IDataObject;
}

/** Token in a header, host derived from another field: both by expression. */
export const stubApiType: ICredentialType = {
	name: 'stubApi',
	displayName: 'Stub API',
	properties: [
		text('host'),
		text('prefix', { default: '/api' }),
		text('token', { typeOptions: { password: true } }),
		text('baseUrl', {
			type: 'hidden',
			default: '={{ "http://" + $self["host"] + $self["prefix"] }}',
		}),
	],
	authenticate: {
		type: 'generic',
		properties: { headers: { Authorization: '=Bearer {{ $credentials.token }}' } },
	},
	test: { request: { baseURL: '={{ $credentials.baseUrl }}', url: '/names' } },
};

export const stubOAuth2ApiType: ICredentialType = {
	name: 'stubOAuth2Api',
	extends: ['oAuth2Api'],
	displayName: 'Stub OAuth2 API',
	properties: [
		text('host'),
		text('grantType', { type: 'hidden', default: 'authorizationCode' }),
		text('baseUrl', { type: 'hidden', default: '={{ "http://" + $self["host"] + "/api" }}' }),
		text('authUrl', { type: 'hidden', default: '={{ "http://" + $self["host"] + "/oauth" }}' }),
		text('accessTokenUrl', {
			type: 'hidden',
			default: '={{ "http://" + $self["host"] + "/oauth2/access_token" }}',
		}),
		text('scope', { type: 'hidden', default: '' }),
		text('authQueryParameters', { type: 'hidden', default: 'mode=post_message' }),
		text('authentication', { type: 'hidden', default: 'body' }),
	],
	test: { request: { baseURL: '={{ $credentials.baseUrl }}', url: '/names' } },
};
