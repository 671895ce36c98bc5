/** Five ways to write the phone number `n` of a Russian account, n below ten million. */
const SPELLINGS: Array<(local: string) => string> = [
	(local) => `+7900${local}`,
	(local) => `8 (900) ${local.slice(0, 3)}-${local.slice(3, 5)}-${local.slice(5)}`,
	(local) => `7 900 ${local.slice(0, 3)} ${local.slice(3)}`,
	(local) => `900-${local.slice(0, 3)}-${local.slice(3)}`,
	(local) => `007900${local}`,
];

/** @param spelling 0 to 4; other numbers start over */
export function phoneOf(n: number, spelling = 0): string {
	const spell = SPELLINGS[spelling % SPELLINGS.length] ?? String;
	return spell(String(n).padStart(7, '0'));
}
