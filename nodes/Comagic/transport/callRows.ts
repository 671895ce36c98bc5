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
		when: { mnemonic: ['call_session_not_found', 'leg_not_found'] },
		message: 'There is no such call going on{value}',
		description:
			"It has ended, or the ID belongs to another account. 'List Calls' shows the calls that are going on.{said}",
	},
	{
		name: 'state of the call',
		when: { mnemonic: ['invalid_state', 'talk_option_not_found'] },
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
		when: {
			mnemonic: [
				'virtual_phone_number_not_found',
				'own_virtual_phone_number_not_allowed',
				'no_active_phone_number',
			],
		},
		message: 'The phone number cannot be used for this{value}',
		description:
			'Use an active number of the account (digits with the country code, without +); an employee needs an active number, too.{said}',
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
