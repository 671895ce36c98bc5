import type { ErrorRow } from './errorTable';

/** What only calls meet (fact sheet §C.3, §C.4). */
export const callRows: ErrorRow[] = [
	{
		name: 'IP not whitelisted, Call API',
		when: { mnemonic: ['ip_not_whitelisted'], api: ['call'] },
		message: 'The Call API of {brand} does not let requests from {ip} in',
		description:
			"Add the address in the cabinet under Administrator → Account → Security rules, tab 'Call API': it has a list of its own, apart from the Data API's. Changing addresses (n8n Cloud) need 0.0.0.0/0, which lets everybody with the token in. An agent's address belongs on the list in the customer's account.",
		endsRun: true,
	},
	{
		name: 'recording forced',
		when: { mnemonic: ['forbidden'], method: /^record\.call$/ },
		message: 'The recording of this talk cannot be switched',
		description: 'The settings of the employee force it. Change them in the cabinet.{said}',
	},
	{
		name: 'call over',
		when: { mnemonic: ['call_session_not_found'] },
		message: 'There is no such call going on{value}',
		description:
			"It has ended, or the ID belongs to another account. 'List Calls' shows the calls that are going on.{said}",
	},
	{
		name: 'leg over',
		when: { mnemonic: ['leg_not_found'] },
		message: 'The call has no such leg{value}',
		description:
			"That party has left, or the ID belongs to another call. 'List Calls' shows the legs of the calls that are going on.{said}",
	},
	{
		name: 'talk option unknown',
		when: { mnemonic: ['talk_option_not_found'] },
		message: 'There is no such talk option{value}',
		description: "'List Talk Options' shows the buttons of the account.{said}",
	},
	{
		name: 'no coach',
		when: { mnemonic: ['coach_not_found'] },
		message: 'There is no such coach{value}',
		description:
			"Enter 'Coach Phone Number', or name a coach in the settings of the employee in the cabinet.{said}",
	},
	{
		name: 'no employee',
		when: { mnemonic: ['employee_not_found'] },
		message: 'There is no such employee in the account{value}',
		description:
			"It may have been deleted. 'Employee' → 'Get Many' lists them with their IDs.{said}",
	},
	{
		name: 'tagged already',
		when: { mnemonic: ['duplicate_tag'] },
		message: 'The call has this tag already{value}',
		description: 'Nothing was changed.{said}',
	},
	{
		name: 'blocked already',
		when: { mnemonic: ['duplicate_contact'] },
		message: 'The contact is on the blacklist already',
		description: 'Nothing was changed.{said}',
	},
	{
		name: 'state of the call',
		when: { mnemonic: ['invalid_state'], api: ['call'] },
		message: 'The state does not allow {method} now',
		description:
			'Hold needs a talk, unhold a held one, transfer a second call that was made from hold.{said}',
	},
	{
		name: 'recording already so',
		when: { mnemonic: ['record_already_started', 'record_already_stopped'] },
		message: 'The recording is in that state already',
		description: 'Nothing was changed.{said}',
	},
	{
		name: 'contact blocked',
		when: { mnemonic: ['contact_in_blacklist'] },
		message: 'The number of the contact is on the blacklist{value}',
		description: 'Take it off the blacklist in the cabinet, or call another number.{said}',
	},
	{
		name: 'safety rules of calls',
		when: { api: ['call'], says: /safety|безопасност/i },
		message: 'The safety rules of the account do not allow this call',
		description:
			'Destinations abroad are closed until they are opened in the call safety rules of the cabinet.{said}',
	},
	{
		name: 'virtual number',
		when: { mnemonic: ['virtual_phone_number_not_found'] },
		message: 'The phone number cannot be used for this{value}',
		description:
			'Use an active number of the account (digits with the country code, without +).{said}',
	},
	{
		name: 'own number called',
		when: { mnemonic: ['own_virtual_phone_number_not_allowed'] },
		message: 'A virtual number of the account cannot be called{value}',
		description: "Call from it ('Virtual Number'), and enter the number of somebody else.{said}",
	},
	{
		name: 'no active number',
		when: { mnemonic: ['no_active_phone_number'] },
		message: 'There is no active phone number to call{value}',
		description:
			'Switch a number of the employee on in the cabinet, or call another employee or number.{said}',
	},
	{
		name: 'scenario of the number',
		when: { mnemonic: ['scenario_not_found'] },
		message: 'The scenario does not exist{value}',
		description:
			"Choose a scenario of the account; 'Start Virtual Number Call' needs a number with a scenario.{said}",
	},
	{
		name: 'message to speak',
		when: {
			mnemonic: ['tts_text_exceeded', 'character_encoding_not_allowed', 'media_file_not_found'],
		},
		message: 'The message cannot be played{value}',
		description:
			'Shorten the text, leave out unusual characters, or choose a media file of the account.{said}',
	},
];
