/** What a link of ours leads to; null for any other. */
export function kindOf(link: string): 'survey' | 'objection' | null {
  const [, kind] = /^https?:\/\/[^/]+\/([sw])\/[\w-]+$/.exec(link) ?? [];
  return kind === 's' ? 'survey' : kind === 'w' ? 'objection' : null;
}

/** The web addresses in a mail's text part, each once, in their order. */
export function linksOf(text: string): string[] {
  const found = text.match(/https?:\/\/[^\s<>"]+/g) ?? [];
  return [...new Set(found.map((link) => link.replace(/[.,;:)\]]+$/, '')))];
}
