type Child = Node | string | false | null | undefined;

/** Listeners, and attributes by name; `true` is an attribute without a value, `false`/`undefined` leaves it out. */
export type Attributes = Record<string, string | number | boolean | undefined | ((event: Event) => void)>;

/** Makes an element. Text only ever becomes text. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name, value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== false && value !== undefined) element.setAttribute(name, String(value));
  }
  element.append(...children.filter((child): child is Node | string => !!child));
  return element;
}

/** One paragraph for each line. */
export const paragraphs = (text: string): HTMLElement[] =>
  text
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => el('p', {}, line));

/** A link that leaves the page; only https, mail and telephone. */
export function link(url: string, label: string): HTMLElement {
  return /^(https:|mailto:|tel:)/i.test(url)
    ? el('a', { href: url, rel: 'noopener noreferrer' }, label)
    : el('span', {}, label);
}
