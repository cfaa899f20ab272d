/** The only way to small charts: each stands beside, or inside, a table with the same figures. */
export { Columns } from './Columns';
export { Distribution } from './Distribution';
export { Dumbbell } from './Dumbbell';
export { IntervalDot } from './IntervalDot';
export { MeanRange } from './MeanRange';
export { RateBar } from './RateBar';
export { type Axis, rateAxis } from './scale';
export { npsTones, Stack, stepTones } from './Stack';
