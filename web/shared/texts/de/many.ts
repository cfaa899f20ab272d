/** A number with its noun: "1 Zeile", "1.204 Zeilen". */
export const many = (n: number, one: string, other: string) => `${n.toLocaleString('de-DE')} ${n === 1 ? one : other}`;
