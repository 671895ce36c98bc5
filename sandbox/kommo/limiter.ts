/** 7 requests in any second, then 429, then a block (§2.1). */
import type { RateLimitOptions } from './contract';

interface Budget {
	/** Times of accepted requests, ms. */
	starts: number[];
	refusedUntil: number;
	refusals: number;
	blocked: boolean;
}

export type Verdict = { ok: true } | { ok: false; blocked: boolean; retryAfter: number };

const windowMs = 1000;

/** Keys are accounts on amoCRM and client addresses on Kommo. */
export class RequestLimiter {
	private readonly budgets = new Map<string, Budget>();
	private options: Required<RateLimitOptions>;

	constructor(options: RateLimitOptions = {}) {
		this.options = withDefaults(options);
	}

	configure(options: RateLimitOptions): void {
		this.options = { ...this.options, ...options };
		this.budgets.clear();
	}

	reset(options: RateLimitOptions = {}): void {
		this.options = withDefaults(options);
		this.budgets.clear();
	}

	check(key: string, now: number): Verdict {
		if (!this.options.enabled) return { ok: true };
		const budget = this.budgetOf(key);
		if (budget.blocked) return { ok: false, blocked: true, retryAfter: 0 };
		budget.starts = budget.starts.filter((at) => now - at < windowMs);
		if (now >= budget.refusedUntil && budget.starts.length < this.options.perSecond) {
			budget.starts.push(now);
			budget.refusals = 0;
			return { ok: true };
		}
		return this.refuse(budget, now);
	}

	private refuse(budget: Budget, now: number): Verdict {
		if (now >= budget.refusedUntil) {
			budget.refusedUntil = now + this.options.retryAfterSeconds * 1000;
		}
		budget.refusals += 1;
		if (budget.refusals > this.options.blockAfter) {
			budget.blocked = true;
			return { ok: false, blocked: true, retryAfter: 0 };
		}
		const retryAfter = Math.ceil((budget.refusedUntil - now) / 1000);
		return { ok: false, blocked: false, retryAfter };
	}

	private budgetOf(key: string): Budget {
		const known = this.budgets.get(key);
		if (known) return known;
		const budget: Budget = { starts: [], refusedUntil: 0, refusals: 0, blocked: false };
		this.budgets.set(key, budget);
		return budget;
	}
}

function withDefaults(options: RateLimitOptions): Required<RateLimitOptions> {
	return { perSecond: 7, enabled: true, retryAfterSeconds: 1, blockAfter: 30, ...options };
}
