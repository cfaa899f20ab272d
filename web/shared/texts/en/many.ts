/** A number with its noun: "1 row", "1,204 rows". */
export const many = (n: number, one: string, other: string) => `${n.toLocaleString('en-GB')} ${n === 1 ? one : other}`;
