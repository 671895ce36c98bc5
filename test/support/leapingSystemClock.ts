import { LeapingClock } from './leapingClock';

/**
 * Stands in for `nodes/shared/clock`, so that a run against the sandbox does not wait:
 * `jest.mock('…/nodes/shared/clock', () => jest.requireActual<object>('…/leapingSystemClock'))`
 */
export const systemClock = new LeapingClock();
