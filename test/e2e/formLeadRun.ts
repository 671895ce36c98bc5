import { FORM_LEAD_FILE, FORM_PATH } from '../../sandbox/demo/formLead';
import type { Stage } from '../../sandbox/demo/stage';
import type { StoredWorkflow } from '../../sandbox/n8n/clientTypes';
import { callExample, publishExample } from './exampleRun';

/** Ids of what the form example made. */
export interface FormLeadAnswer {
	contactId: number;
	leadId: number;
	noteId: number;
	taskId: number;
}

/** Puts the demo's example into n8n and publishes it. */
export async function publishFormLead(stage: Stage): Promise<StoredWorkflow> {
	return await publishExample(stage, FORM_LEAD_FILE);
}

/** Sends a form to the example's production webhook and waits for its answer. */
export async function sendForm(stage: Stage, form: object): Promise<FormLeadAnswer> {
	return await callExample(stage, FORM_PATH, form);
}
