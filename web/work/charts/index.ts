/** The only way to charts: each stands beside, or inside, a table with the same figures. */
export { Distribution } from './Distribution';
export { MeanRange } from './MeanRange';
export { RateBar } from './RateBar';
export { rateAxis } from './scale';
