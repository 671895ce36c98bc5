/** ESLint rules of this house that no published plugin has. */

/** A switched-off rule without its reason is a question nobody can answer a year later. */
const disableNeedsReason = {
	meta: {
		type: 'problem',
		schema: [],
		messages: {
			missing: "Say why beside the switched-off rule: 'eslint-disable-… rule -- reason'.",
		},
	},
	create(context) {
		return {
			Program() {
				for (const comment of context.sourceCode.getAllComments()) {
					const text = comment.value.trim();
					if (!/^eslint-disable(-next-line|-line)?(\s|$)/.test(text)) continue;
					if (!/\s-{2,}\s+\S/.test(text)) {
						context.report({ loc: comment.loc, messageId: 'missing' });
					}
				}
			},
		};
	},
};

/** Names that promise nothing collect everything. */
const tellingFileName = {
	meta: {
		type: 'problem',
		schema: [],
		messages: { vague: "Name the file after what it does, not '{{ name }}'." },
	},
	create(context) {
		return {
			Program(node) {
				const name = context.filename.split(/[\\/]/).at(-1) ?? '';
				if (/^(utils?|helpers?|misc|common|GenericFunctions)\./i.test(name)) {
					context.report({ node, messageId: 'vague', data: { name } });
				}
			},
		};
	},
};

export default {
	meta: { name: 'house' },
	rules: {
		'disable-needs-reason': disableNeedsReason,
		'telling-file-name': tellingFileName,
	},
};
