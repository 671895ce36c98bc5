export interface SeedOptions {
	/** Calls in the traffic; everything else is in proportion to them. Default 360. */
	calls?: number;
	/** Days the traffic is spread over, up to now. Default 90. */
	days?: number;
}
