/** One measured table, ready to be shown. */
export interface Table {
	header: string[];
	rows: string[][];
	/** What a reader has to know to read the figures rightly, a sentence each. */
	notes: string[];
}

/** The table and its notes in Markdown. */
export function toMarkdown({ header, rows, notes }: Table): string {
	const lines = [header, header.map(() => '---'), ...rows].map(
		(cells) => `| ${cells.join(' | ')} |`,
	);
	return [lines.join('\n'), notes.map((note) => `- ${note}`).join('\n')].join('\n\n');
}
