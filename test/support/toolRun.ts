import './isolatedUserFolder';

import {
	deepCopy,
	jsonParse,
	type EngineResponse,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IRun,
	type ITaskData,
	type NodeOutput,
} from 'n8n-workflow';

import { errorOf, execute, type RunError } from './execution';
import { stubDescription } from './nodeTypes';
import { AGENT, NODE, prepare, type NodeUnderTest } from './workflow';

export interface ToolRunOptions extends NodeUnderTest {
	/** Arguments the model chose; parameters take them with `={{ $fromAI('name', '', 'string') }}`. */
	args?: IDataObject;
	/**
	 * `direct` (default): the agent calls the tool itself, as AI Agent v1/v2, the MCP server and
	 * "Execute step" do; the node runs in a SupplyDataContext. `engine`: AI Agent v3, which asks the
	 * engine to run the node; it runs in an ExecuteContext.
	 */
	caller?: 'direct' | 'engine';
}

export interface ToolResult {
	/** What the model reads, parsed: a list of the items' JSON. */
	response: unknown;
	/** What the agent got when the tool threw. */
	error: RunError | null;
	/** The tool's own run as n8n shows it under the agent. */
	tool: ITaskData[];
	tries: number;
	run: IRun;
}

/** Runs the node as the tool of an agent that calls it once and answers with the tool's result. */
export async function runAsTool(options: ToolRunOptions): Promise<ToolResult> {
	const agent = options.caller === 'engine' ? askingAgent(options) : callingAgent(options);
	const description = toolDescription(options.nodeType);
	const prepared = await prepare(options, { agent, description });
	const run = await execute(prepared, [{ json: { chatInput: 'Use the tool' } }]);
	const { runData } = run.data.resultData;
	const answer = runData[AGENT]?.at(-1);
	return {
		response: answer?.data?.main?.[0]?.[0]?.json.response,
		error: errorOf(answer, run),
		tool: runData[NODE] ?? [],
		tries: prepared.tries(),
		run,
	};
}

/** The tool n8n derives from a node with `usableAsTool`. */
function toolDescription(nodeType: INodeType): INodeTypeDescription {
	const description = deepCopy(nodeType.description);
	description.inputs = [];
	description.outputs = ['ai_tool'];
	description.properties.unshift({
		displayName: 'Description',
		name: 'toolDescription',
		type: 'string',
		default: description.description,
	});
	return description;
}

interface CallableTool {
	invoke(args: IDataObject): Promise<string>;
}

const asList = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);

function isCallableTool(value: unknown): value is CallableTool {
	return typeof value === 'object' && value !== null && 'invoke' in value;
}

const agentDescription = stubDescription(AGENT, { inputs: ['main', 'ai_tool'] });

function callingAgent({ args = {} }: ToolRunOptions): INodeType {
	return {
		description: agentDescription,
		async execute(this: IExecuteFunctions): Promise<NodeOutput> {
			const connected: unknown = await this.getInputConnectionData('ai_tool', 0);
			const [tool] = asList(connected);
			if (!isCallableTool(tool)) throw new Error('The agent got no tool');
			const text = await tool.invoke(args);
			return answer(jsonParse<IDataObject>(text, { fallbackValue: { text } }));
		},
	};
}

function askingAgent({ args = {} }: ToolRunOptions): INodeType {
	return {
		description: agentDescription,
		async execute(this: IExecuteFunctions, engine?: EngineResponse): Promise<NodeOutput> {
			const [done] = engine?.actionResponses ?? [];
			if (done) {
				const items = done.data.data?.ai_tool?.[0] ?? [];
				return answer(items.map((item) => item.json));
			}
			return {
				actions: [
					{
						actionType: 'ExecutionNodeAction',
						nodeName: NODE,
						input: args,
						type: 'ai_tool',
						id: 'call-1',
						metadata: {},
					},
				],
				metadata: {},
			};
		},
	};
}

function answer(response: IDataObject | IDataObject[]): INodeExecutionData[][] {
	return [[{ json: { response } }]];
}
