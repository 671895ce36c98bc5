/** §5: times are whole seconds, UTC. */
export const isoSeconds = (ms: number): string =>
	`${new Date(ms).toISOString().slice(0, 'YYYY-MM-DDThh:mm:ss'.length)}Z`;
