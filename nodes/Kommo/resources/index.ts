import type { KommoResource } from '../fields/kommoField';
import { account } from './account';
import { company } from './company';
import { contact } from './contact';
import { lead } from './lead';
import { link } from './link';
import { note } from './note';
import { pipeline } from './pipeline';
import { stage } from './stage';
import { tag } from './tag';
import { task } from './task';
import { user } from './user';

/** In the order of the form. */
export const resources: KommoResource[] = [
	account,
	company,
	contact,
	lead,
	link,
	note,
	pipeline,
	stage,
	tag,
	task,
	user,
];
