/** The example workflow and what its form sends. */
export const FORM_LEAD_FILE = 'form-lead.json';

/** Path of the workflow's webhook, after `/webhook/`. */
export const FORM_PATH = 'website-form';

export interface FormAnswers {
	name: string;
	email: string;
	phone: string;
	subject: string;
	budget: number;
	message: string;
}

/** A visitor who is not in the seed data. */
export const sampleForm: FormAnswers = {
	name: 'Nora Fields',
	email: 'nora@fields.example',
	phone: '+12025550199',
	subject: 'Winter garden',
	budget: 7400,
	message: 'We would like a quote for a winter garden, about 20 square metres.',
};
