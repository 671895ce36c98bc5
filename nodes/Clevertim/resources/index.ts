import type { ClevertimResource } from '../fields/clevertimField';
import { api } from './api';
import { caseResource } from './case';
import { comment } from './comment';
import { company } from './company';
import { contact } from './contact';
import { customField } from './customField';
import { file } from './file';
import { folder } from './folder';
import { group } from './group';
import { linkedFile } from './linkedFile';
import { note } from './note';
import { opportunity } from './opportunity';
import { task } from './task';
import { user } from './user';

/** All resources of the node, in the order of the form. */
export const resources: ClevertimResource[] = [
	caseResource,
	comment,
	company,
	contact,
	customField,
	api,
	file,
	folder,
	group,
	linkedFile,
	note,
	opportunity,
	task,
	user,
];
