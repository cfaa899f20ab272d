/** Where a value stands on an axis, as SVG takes it: charts grow with their place and need no measuring. */

export interface Axis {
  min: number;
  max: number;
}

/** 0–100, clipped to the axis. */
export function share(value: number, { min, max }: Axis): number {
  if (max <= min) return 0;
  return Math.min(100, Math.max(0, ((value - min) / (max - min)) * 100));
}

export function percent(value: number, axis: Axis): string {
  return `${Math.round(share(value, axis) * 100) / 100}%`;
}

/** The whole steps of an axis. */
export function steps({ min, max }: Axis): number[] {
  return Array.from(
    { length: Math.max(0, Math.floor(max) - Math.ceil(min) + 1) },
    (_, index) => Math.ceil(min) + index,
  );
}

/** From 0 to the next 10 % above the greatest rate, and at least to 50 %, so that weeks can be compared. */
export function rateAxis(rates: (number | null)[]): Axis {
  const greatest = Math.max(0.5, ...rates.map((rate) => rate ?? 0));
  return { min: 0, max: Math.min(1, Math.ceil(greatest * 10 - 1e-9) / 10) };
}
