/** The web addresses in a mail's text part, each once, in their order. */
export function linksOf(text: string): string[] {
  const found = text.match(/https?:\/\/[^\s<>"]+/g) ?? [];
  return [...new Set(found.map((link) => link.replace(/[.,;:)\]]+$/, '')))];
}
